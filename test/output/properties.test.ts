/** Any text, in any place of a report, breaks no format. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeTerminal, markdownCode, visible } from '../../src/output/escape.js';
import { github } from '../../src/output/formats/github.js';
import { json } from '../../src/output/formats/json.js';
import { markdown } from '../../src/output/formats/markdown.js';
import { stylish } from '../../src/output/formats/stylish.js';
import { anyText } from './any-text.js';
import { HOSTILE, OPTIONS, reportAbout } from './made-up.js';

const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const linesOf = (text: string): string[] => text.replace(/\n$/u, '').split('\n');

/** Escaped signs and code spans taken out. */
const bare = (text: string): string => text.replace(/\\.|(`+)(?!`).*?(?<!`)\1(?!`)/gu, ' ').replace(/&#?\w+;/gu, ' ');

/** What holds for each format, whatever the text. */
const LAWS: Readonly<Record<string, (text: string) => void>> = {
  stylish: text => {
    const lines = linesOf(stylish(reportAbout(text), OPTIONS));
    expect(lines.filter(line => UNSEEN.test(line) || /^\s*::|##\w*\[/u.test(line))).toEqual([]);
  },
  github: text => {
    const lines = linesOf(github(reportAbout(text), OPTIONS));
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^::(?:error|notice) (?:file=[^:,]*,line=1,)?title=[^:,]*::/u);
    expect(lines.filter(line => UNSEEN.test(line))).toEqual([]);
    // Every per cent sign is one of ours.
    expect(lines.join('').replace(/%(?:25|0A|3A|2C)/gu, '')).not.toContain('%');
  },
  json: text => {
    const printed = json(reportAbout(text), OPTIONS);
    expect(linesOf(printed).filter(line => UNSEEN.test(line) || line.startsWith('::') || /##\w*\[/u.test(line))).toEqual([]);
    expect(JSON.parse(printed)).toMatchObject({
      findings: [{ rule: text, data: { label: text } }, { rule: text }],
      run: { purposelint: text },
    });
  },
  markdown: text => {
    const lines = linesOf(markdown(reportAbout(text), OPTIONS));
    // Very long texts are left out, and that is said in a line.
    expect(lines.length).toBeLessThanOrEqual(linesOf(markdown(reportAbout('plain'), OPTIONS)).length);
    expect(lines.filter(line => UNSEEN.test(line) || line.startsWith('::') || /##\w*\[/u.test(line))).toEqual([]);
    for (const row of lines.filter(line => line.startsWith('|'))) expect(row.split('|')).toHaveLength(6);
    const own = /<\/?(?:details|summary|code)>/gu;
    expect(bare(lines.join('\n').replace(own, '')).match(/<|\]\(|@[\w-]|#\d|:\/\//gu)).toBeNull();
  },
};

describe.each(Object.entries(LAWS))('%s', (_, law) => {
  it.each(HOSTILE)('is not broken by %j', text => law(text));

  it('is not broken by anything', () => {
    fc.assert(fc.property(anyText, law), { numRuns: 100 });
  });
});

it('what is shown is one line, and showing it again changes nothing', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(visible(text)).not.toMatch(/[\n\r]/u);
      expect(visible(visible(text))).toBe(visible(text));
      expect(escapeTerminal(escapeTerminal(text))).toBe(escapeTerminal(text));
    }),
  );
});

it('a code span ends where it should', () => {
  fc.assert(
    fc.property(anyText, text => {
      const span = markdownCode(text);
      if (span.startsWith('`')) expect(bare(span)).toBe(' ');
    }),
  );
});
