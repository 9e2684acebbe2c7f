/** SARIF against its schema, and as GitHub's code scanning and editors read it. */
import { describe, expect, it } from 'vitest';
import { sarif } from '../../../src/output/formats/sarif.js';
import type { Report } from '../../../src/output/report.js';
import { goldenReport, OPTIONS } from '../made-up.js';
import { reportOfTexts, reportWithBaseline, reportWithFixes } from './hand-made.js';
import { sarifFaults } from './schemas.js';

interface Message {
  readonly text: string;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Message;
  readonly locations: readonly {
    readonly physicalLocation: object;
    readonly logicalLocations: readonly { fullyQualifiedName: string }[];
  }[];
  readonly relatedLocations?: readonly { readonly id: number; readonly message: Message }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly object[];
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly fullDescription: Message }[] } };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: Message }[];
  }[];
  readonly results: readonly Result[];
}

const log = (report: Report): { readonly runs: readonly [Run] } => JSON.parse(sarif(report, OPTIONS));
const runOf = (report: Report): Run => log(report).runs[0];
const about = (run: Run, subject: string): Result | undefined =>
  run.results.find(({ locations }) => locations[0]?.logicalLocations[0]?.fullyQualifiedName === subject);

describe('the schema', () => {
  it.each([
    ['the golden report', goldenReport()],
    ['the same in Italian', goldenReport('it')],
    ['fixes', reportWithFixes()],
    ['a baseline', reportWithBaseline()],
  ])('takes %s', (_, report) => expect(sarifFaults(log(report))).toEqual([]));

  it('would not take everything', () => {
    expect(sarifFaults({ version: '2.1.0', runs: [{ tool: {}, results: [{ level: 'warn' }] }] })).not.toEqual([]);
  });
});

describe('a run', () => {
  it('has the rules in force, those that found nothing too, and results that point at them', () => {
    const { tool, results } = runOf(goldenReport());
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['told', 'hostile', 'unread', 'blind']);
    expect(results).toHaveLength(24);
    expect(results.filter(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id !== ruleId)).toEqual([]);
  });

  it('says what was not checked', () => {
    const [invocation] = runOf(goldenReport()).invocations;
    expect(invocation?.executionSuccessful).toBe(true);
    expect(invocation?.toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: expect.stringMatching(/^24 findings \(21 errors.* 1 rule not run/u) } },
      {
        level: 'warning',
        message: { text: 'Not checked, or not all of it: rows are missing: tags' },
        associatedRule: { id: 'blind', index: 3 },
      },
    ]);
  });

  it('takes what nobody can mend, and counts that nobody asked for, for a note', () => {
    const notRun = [
      { rule: 'blind', of: 'page', why: ['plugin-off'] },
      { rule: 'blind', of: 'contact_field.counts', why: ['not-asked'] },
      { rule: 'unread', of: 'base', why: ['no-base'] },
    ] as const;
    const [, ...notes] = runOf({ ...goldenReport(), notRun }).invocations[0]?.toolExecutionNotifications ?? [];
    expect(notes).toEqual([expect.objectContaining({ level: 'note' })]);
  });

  it('stays within what GitHub takes, the worst first, and says so', () => {
    const report = goldenReport();
    const [worst, mild] = [report.findings[1], report.findings.at(-1)];
    if (worst === undefined || mild === undefined) throw new Error('no findings');
    const findings = [...Array.from({ length: 25_000 }, () => ({ ...mild })), worst];
    const { results, invocations } = runOf({ ...report, findings });
    expect(results).toHaveLength(25_000);
    expect(results.at(-1)).toMatchObject({ level: 'error' });
    expect(invocations[0]?.toolExecutionNotifications[1]).toMatchObject({
      level: 'warning',
      message: { text: expect.stringContaining('Only 25,000 of 25,001 findings') },
    });
  });
});

describe('a result', () => {
  it('stands where it was found, in characters', () => {
    expect(about(runOf(goldenReport()), 'contact_field:città')).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'privacy/fields.yaml', uriBaseId: 'SRCROOT' },
            region: { startLine: 4, startColumn: 21, endLine: 4, endColumn: 23 },
          },
        },
      ],
      relatedLocations: [
        { id: 0, physicalLocation: { region: { startLine: 3 } }, message: { text: expect.stringContaining('form:Newsletter') } },
      ],
      partialFingerprints: { 'purposelint/v1': expect.stringMatching(/^[0-9a-f]{16}$/u) },
    });
  });

  it('is at the anchor when no file could show it', () => {
    const place = { artifactLocation: { uri: 'purposelint.yaml', uriBaseId: 'SRCROOT' }, region: { startLine: 1 } };
    expect(about(runOf(goldenReport()), 'snapshot')?.locations[0]?.physicalLocation).toEqual(place);
  });

  it('has the address of its file in characters that addresses have', () => {
    const report = reportOfTexts(['x'], { file: 'a b/::c%0A\n\ud800#?[1].yaml', path: [] });
    expect(runOf(report).results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'a%20b/%3A%3Ac%250A%0A%EF%BF%BD%23%3F%5B1%5D.yaml' },
    });
  });

  it('has no link in its text but none', () => {
    const { results } = runOf(reportOfTexts(['[x](javascript:y)', '[1](2)', 'a](b)']));
    expect(results.map(({ message }) => message.text).filter(text => text.includes(']('))).toEqual([]);
    expect(results.map(({ message }) => message.text).join()).toContain("'[1]\\(2)'");
  });

  it('is left out when it is waived or in the baseline, which would open an alert on GitHub; the summary counts it', () => {
    expect(about(runOf(goldenReport()), 'contact_field:fax')).toBeUndefined();
    expect(about(runOf(reportWithBaseline()), 'contact_field:città')).toBeUndefined();
    const [{ toolExecutionNotifications: [summary] = [] } = {}] = runOf(goldenReport()).invocations;
    expect(summary?.message.text).toContain('1 waived');
  });

  it('offers its fixes, the text of the edit as it is', () => {
    expect(about(runOf(reportWithFixes()), 'contact_field:città')?.fixes).toEqual([
      {
        description: { text: 'Write [newsletter]\\(2)' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'privacy/fields.yaml', uriBaseId: 'SRCROOT' },
            replacements: [
              {
                deletedRegion: { startLine: 4, startColumn: 21, endLine: 4, endColumn: 23 },
                insertedContent: { text: '[newsletter]' },
              },
            ],
          },
        ],
        properties: { safe: true },
      },
      expect.objectContaining({
        description: { text: 'Add it\\u202e' },
        artifactChanges: [
          expect.objectContaining({ replacements: [expect.objectContaining({ insertedContent: { text: '  "x\u202e": {}\n' } })] }),
        ],
      }),
      expect.objectContaining({ artifactChanges: [expect.anything(), expect.anything()] }),
      expect.objectContaining({ artifactChanges: [expect.anything()] }),
    ]);
  });
});
