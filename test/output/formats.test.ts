/** Every format over one set of findings, as golden files, and what must never be in any of them. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { FORMATS as NAMES } from '../../src/cli/options.js';
import { github } from '../../src/output/formats/github.js';
import { FORMATS, type Format, type FormatName } from '../../src/output/formats/index.js';
import { json } from '../../src/output/formats/json.js';
import { markdown } from '../../src/output/formats/markdown.js';
import { stylish } from '../../src/output/formats/stylish.js';
import type { Palette } from '../../src/output/palette.js';
import { makeReport } from '../../src/output/report.js';
import { goldenReport, goldenRules, lintMadeUp, madeUpRule, OPTIONS } from './made-up.js';

const ENDINGS: Readonly<Record<FormatName, string>> = {
  ...{ stylish: 'txt', json: 'json', sarif: 'sarif', github: 'txt', gitlab: 'json', junit: 'xml', checkstyle: 'xml', rdjson: 'json' },
  markdown: 'md',
};

/** Controls, directions, what has no shape (but the selector of emoji). */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

const linesOf = (text: string): string[] => text.replace(/\n$/u, '').split('\n');
const print = async (name: FormatName, language: 'en' | 'it' = 'en'): Promise<string> =>
  (await FORMATS[name]())(goldenReport(language), OPTIONS);

describe.each(NAMES)('%s', name => {
  it('looks like its golden file', async () => {
    await expect(await print(name)).toMatchFileSnapshot(`../golden/${name}.${ENDINGS[name]}`);
  });

  it('looks like its golden file in Italian', async () => {
    await expect(await print(name, 'it')).toMatchFileSnapshot(`../golden/${name}.it.${ENDINGS[name]}`);
  });

  it('holds nothing that cannot be seen, and ends with one line end', async () => {
    const text = await print(name);
    expect(linesOf(text).filter(line => UNSEEN.test(line))).toEqual([]);
    expect(text).toMatch(/[^\n]\n$/u);
  });

  it('lets nobody command a CI system', async () => {
    const commands = linesOf(await print(name)).filter(line => line.trimStart().startsWith('::'));
    expect(commands.filter(line => !/^::(?:error|warning|notice) [^:]*::/u.test(line) || name !== 'github')).toEqual([]);
    if (name === 'stylish') expect(await print(name)).not.toMatch(/##\w*\[/u);
  });
});

describe('stylish', () => {
  it('paints only through the palette', () => {
    const mark =
      (style: string) =>
      (text: string): string =>
        `<${style}>${text}</${style}>`;
    const palette: Palette = {
      ...{ bold: mark('b'), dim: mark('dim'), red: mark('red'), yellow: mark('yellow'), blue: mark('blue') },
      ...{ cyan: mark('cyan'), green: mark('green'), underline: mark('u') },
    };
    const rules = [
      madeUpRule('told', "Under '{section}' say `why`. Then go on.", [
        { subject: 'x', place: { item: 'contact_field:fax' }, data: { section: 'tags' } },
      ]),
    ];
    const report = makeReport(lintMadeUp(rules), rules, { language: 'en', version: '1.0.0' });
    expect(stylish(report, { ...OPTIONS, palette })).toBe(
      [
        '<b><u>privacy/fields.yaml</u></b>',
        '',
        '  <dim>2:1  </dim><red>error</red>  <dim>told</dim>',
        "    Under 'tags' say <cyan>why</cyan>. Then go on.",
        '    <dim>In Mautic: https://mautic.aurora.example/s/contacts/fields/edit/45</dim>',
        '',
        '<red>1 finding (1 error) · 0 waived · 0 in the baseline · all rules were run · snapshot of 25 November 2026 (mautic.aurora.example)',
        '',
      ]
        .join('\n')
        .replace(/\n$/u, '')
        .concat(' · 1 untouched core field left out; values not counted</red>\n'),
    );
  });

  it('keeps its paragraphs within the width', () => {
    for (const columns of [60, 80, 120]) {
      const lines = linesOf(stylish(goldenReport(), { ...OPTIONS, columns })).slice(0, -1);
      const prose = lines.filter(line => line.startsWith('    ') && !/│|https?:|\S{40}/u.test(line));
      expect(prose.filter(line => line.length > columns)).toEqual([]);
    }
  });
});

describe('json', () => {
  it('is what its schema says', async () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('../../schemas/findings.v1.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(Object(schema));
    const data: unknown = JSON.parse(await print('json'));
    validate(data);
    expect(validate.errors).toBeNull();
  });

  it('keeps hostile values as they are', () => {
    const rules = [madeUpRule('told', "'{label}'", [{ subject: 'x', place: { item: 'x' }, data: { label: '\u202e\u001b[31m\ud800' } }])];
    const text = json(makeReport(lintMadeUp(rules), rules, { language: 'en', version: '1' }), OPTIONS);
    expect(JSON.parse(text)).toMatchObject({
      findings: [{ message: "'\u202e\u001b[31m\ud800'", data: { label: '\u202e\u001b[31m\ud800' } }],
    });
  });

  it('counts', () => {
    expect(JSON.parse(json(goldenReport(), OPTIONS))).toMatchObject({
      summary: { error: 21, warn: 2, info: 1, waived: 1, baselined: 0, not_run: 1, core_fields: 1 },
      not_run: [{ rule: 'blind', of: 'tag', why: ['rows-missing'] }],
      run: { preset: 'recommended', now: '2026-11-25', declarations: 2 },
    });
  });
});

describe('github', () => {
  it('shows the worst ten of each level, then the summary with what was cut', () => {
    const lines = linesOf(github(goldenReport(), OPTIONS));
    const levels = lines.map(line => /^::(\w+) /u.exec(line)?.[1]);
    expect(levels).toEqual([...Array<string>(10).fill('error'), 'warning', 'warning', 'notice', 'notice']);
    expect(lines.at(-1)).toContain('Only 13 of 24 findings are shown here.');
  });

  it('leaves room for the summary among ten notices', () => {
    const findings = Array.from(
      { length: 30 },
      (_, index) => ({ subject: `tag:${index}`, place: { item: 'x' }, data: {}, severity: 'info' }) as const,
    );
    const rules = [madeUpRule('told', 'Something.', findings)];
    expect(linesOf(github(makeReport(lintMadeUp(rules), rules, { language: 'en', version: '1' }), OPTIONS))).toHaveLength(10);
  });

  it('escapes what ends a property or a command', () => {
    const place = { file: 'a,b:c%0A\n::error::.yaml', path: [], at: 'value' } as const;
    const rules = [
      madeUpRule('told', '{label}: done. Good.', [{ subject: 'x', place, data: { label: '100% \r\n::warning::x' } }], 'One, two: three'),
    ];
    const [line] = linesOf(github(makeReport(lintMadeUp(rules), rules, { language: 'en', version: '1' }), OPTIONS));
    expect(line).toBe(
      '::error file=a%2Cb%3Ac%250A\\n%3A%3Aerror%3A%3A.yaml,line=1,title=One%2C two%3A three (told)::100%25 \\r\\n::warning::x: done. Good.',
    );
  });
});

describe('markdown', () => {
  it('keeps the number of cells in every row', () => {
    const rows = linesOf(markdown(goldenReport(), OPTIONS)).filter(line => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(row.split('|')).toHaveLength(7);
  });

  it('has no markup but its own', () => {
    const own = /<\/?(?:details|summary|code)>|\[Open in Mautic\]\(<https:\/\/mautic\.aurora\.example\/[\w/]*>\)/gu;
    // What stands in a code span is no markup; the escaping of the rest is what is looked at.
    const text = markdown(goldenReport(), OPTIONS)
      .replace(/(`+)(?!`)(?:.*?[^`])\1(?!`)/gu, 'CODE')
      .replace(own, '');
    expect(text.match(/<.{0,20}/gu)).toBeNull();
    expect(text.match(/\]\(/gu)).toBeNull();
    expect(text).not.toMatch(/@octocat|(?<!&)#12|https:\/\/evil/u);
  });

  it('stays within what a comment holds, the worst first', () => {
    const findings = Array.from({ length: 2000 }, (_, index) => {
      const severity = index % 2 === 0 ? 'warn' : 'error';
      return {
        subject: `tag:${index}`,
        key: String(index),
        place: { item: `tag:${index}` },
        data: { tag: `tag number ${index}` },
        severity,
      } as const;
    });
    const rules = [madeUpRule('told', "The tag '{tag}' is not declared: nobody can tell people what it is for. Declare it.", findings)];
    const text = markdown(makeReport(lintMadeUp(rules), rules, { language: 'en', version: '1' }), OPTIONS);
    expect(text.length).toBeLessThan(65_000);
    expect(text).toContain('of 2,000 findings are shown here');
    expect(text).not.toContain('**warning**');
    expect(linesOf(text).at(-1)).toMatch(/^2,000 findings \(1,000 errors, 1,000 warnings\)/u);
  });
});

it('every format says the same about nothing', () => {
  const report = makeReport(lintMadeUp([]), [], { language: 'en', version: '1.0.0' });
  const line = 'No findings · 0 waived · 0 in the baseline · all rules were run · snapshot of 25 November 2026 (mautic.aurora.example)';
  const formats: readonly Format[] = [stylish, markdown, github];
  for (const format of formats) expect(linesOf(format(report, OPTIONS)).at(-1)).toContain(line);
  expect(goldenRules()).toHaveLength(4);
});
