/** Any text, in any place of a report, breaks no format that programs read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../../src/output/formats/checkstyle.js';
import { gitlab } from '../../../src/output/formats/gitlab.js';
import { junit } from '../../../src/output/formats/junit.js';
import { rdjson } from '../../../src/output/formats/rdjson.js';
import { sarif } from '../../../src/output/formats/sarif.js';
import { anyText } from '../any-text.js';
import { HOSTILE, OPTIONS, reportAbout } from '../made-up.js';
import { reportOfTexts } from './hand-made.js';
import { checkstyleFaults, gitlabFaults, junitFaults, rdjsonFaults, sarifFaults } from './schemas.js';

const UNSEEN = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const COMMAND = /^\s*::|##\w*\[/mu;

function expectHarmless(printed: string): void {
  expect([UNSEEN.exec(printed)?.[0], COMMAND.exec(printed)?.[0]]).toEqual([undefined, undefined]);
}

/** What holds for each format, whatever the text. */
const LAWS: Readonly<Record<string, (text: string) => void>> = {
  sarif: text => {
    const printed = sarif(reportAbout(text), OPTIONS);
    expectHarmless(printed);
    expect(sarifFaults(JSON.parse(printed))).toEqual([]);
    const messages = printed.match(/"text": ".*"/gu) ?? [];
    expect(messages.filter(message => message.includes(']('))).toEqual([]);
  },
  gitlab: text => {
    const printed = gitlab(reportAbout(text), OPTIONS);
    expectHarmless(printed);
    const entries: readonly unknown[] = JSON.parse(printed);
    expect([entries.length, entries.flatMap(gitlabFaults)]).toEqual([2, []]);
  },
  rdjson: text => {
    const printed = rdjson(reportAbout(text), OPTIONS);
    expectHarmless(printed);
    expect(rdjsonFaults(JSON.parse(printed))).toEqual([]);
  },
};

describe.each(Object.entries(LAWS))('%s', (_, law) => {
  it.each(HOSTILE)('is not broken by %j', text => law(text));

  it('is not broken by anything', () => {
    fc.assert(fc.property(anyText, law), { numRuns: 100 });
  });
});

describe.each([
  ['junit', junit, junitFaults],
  ['checkstyle', checkstyle, checkstyleFaults],
])('%s', (_, format, faults) => {
  it('is not broken by anything', async () => {
    const texts = [...HOSTILE, ...fc.sample(anyText, 300)];
    const printed = format(reportOfTexts(texts), OPTIONS);
    expectHarmless(printed);
    expect(await faults(printed)).toEqual([]);
  });

  it('is so with names of rules and files of any kind', async () => {
    for (const text of HOSTILE) expect([text, await faults(format(reportAbout(text), OPTIONS))]).toEqual([text, []]);
  });
});
