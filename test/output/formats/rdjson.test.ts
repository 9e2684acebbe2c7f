/** rdjson against reviewdog's schema, with its columns in bytes and its messages as Markdown. */
import { describe, expect, it } from 'vitest';
import { rdjson } from '../../../src/output/formats/rdjson.js';
import type { Report } from '../../../src/output/report.js';
import { goldenReport, OPTIONS } from '../made-up.js';
import { reportOfTexts, reportWithBaseline, reportWithFixes } from './hand-made.js';
import { rdjsonFaults } from './schemas.js';

interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range: object };
  readonly suggestions?: readonly object[];
}
interface Result {
  readonly source: object;
  readonly diagnostics: readonly Diagnostic[];
}

const resultOf = (report: Report): Result => JSON.parse(rdjson(report, OPTIONS));
const citta = (report: Report): Diagnostic | undefined => resultOf(report).diagnostics.find(({ message }) => message.includes("'Città"));

describe('rdjson', () => {
  it.each([
    ['the golden report', goldenReport()],
    ['the same in Italian', goldenReport('it')],
    ['fixes', reportWithFixes()],
  ])('is what its schema says, with no other keys: %s', (_, report) => expect(rdjsonFaults(resultOf(report))).toEqual([]));

  it('would be told what reviewdog does not take', () => {
    expect(rdjsonFaults({ diagnostics: [{ severity: 'warn' }] })).not.toEqual([]);
    expect(rdjsonFaults({ diagnostics: [{ fingerprint: 'x' }] })).not.toEqual([]);
  });

  it('names its source and no address that does not exist', () => {
    expect(resultOf(goldenReport())).toMatchObject({ source: { name: 'purposelint' } });
    expect(resultOf(goldenReport()).diagnostics).toHaveLength(24);
  });

  it('counts columns in bytes', () => {
    expect(citta(goldenReport())).toMatchObject({
      location: { path: 'privacy/fields.yaml', range: { start: { line: 4, column: 22 }, end: { line: 4, column: 24 } } },
      severity: 'WARNING',
      code: { value: 'told' },
    });
  });

  it('has no columns where nothing stands, and no range in a file that was not read', () => {
    const { diagnostics } = resultOf(goldenReport());
    expect(diagnostics[0]?.location).toEqual({ path: expect.stringContaining('privacy/::error::'), range: { start: { line: 1 } } });
    expect(diagnostics[1]?.location).toEqual({ path: 'privacy/fields.yaml', range: { start: { line: 2 } } });
    expect(diagnostics.at(-1)?.location).toEqual({ path: 'purposelint.yaml', range: { start: { line: 1 } } });
  });

  it('leads to the screen in Mautic, and nowhere else', () => {
    const { diagnostics } = resultOf(reportOfTexts(['[x](https://evil.example) @octocat #1 <img src=x>']));
    // What stands in a code span is no markup.
    expect(diagnostics[0]?.message.replace(/`[^`]*`/gu, '')).not.toMatch(/\]\(|@octocat|#1|<|https:\/\//u);
    expect(resultOf(goldenReport()).diagnostics[1]?.message).toContain(
      '[Open in Mautic](<https://mautic.aurora.example/s/contacts/fields/edit/44>)',
    );
  });

  it('suggests fixes of one edit on the lines of the finding', () => {
    expect(citta(reportWithFixes())?.suggestions).toEqual([
      { range: { start: { line: 4, column: 22 }, end: { line: 4, column: 24 } }, text: '[newsletter]' },
      { range: { start: { line: 4 }, end: { line: 4 } }, text: '' },
    ]);
    expect(citta(goldenReport())?.suggestions).toBeUndefined();
  });

  it('leaves out what is waived or in the baseline', () => expect(resultOf(reportWithBaseline()).diagnostics).toHaveLength(23));

  it('holds no half of a character: reviewdog refuses the file', () => {
    expect(rdjson(reportOfTexts(['\ud800']), OPTIONS)).not.toMatch(/(?<!\\)\\ud800/u);
  });
});
