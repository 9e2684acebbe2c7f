/** JUnit against the schema of Jenkins, and as test views show it. */
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/finding.js';
import { junit } from '../../../src/output/formats/junit.js';
import { makeReport, type Report } from '../../../src/output/report.js';
import { goldenReport, lintMadeUp, madeUpRule, OPTIONS } from '../made-up.js';
import { reportOfTexts } from './hand-made.js';
import { junitFaults } from './schemas.js';

interface Case {
  readonly classname: string;
  readonly name: string;
  readonly result: string;
  readonly message?: string | undefined;
}

/** Test cases and the numbers of the root, as a reader of XML has them. */
function read(
  report: Report,
  failOn: Severity = 'error',
): { readonly cases: readonly Case[]; readonly numbers: Readonly<Record<string, string>> } {
  const cases: Case[] = [];
  let numbers: Readonly<Record<string, string>> = {};
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const { classname = '', name = '', message } = attributes;
        if (tag === 'testsuites') numbers = attributes;
        else if (tag === 'testcase') cases.push({ classname, name, result: 'passed' });
        else if (tag === 'failure' || tag === 'skipped') cases.push({ ...(cases.pop() ?? { classname, name }), result: tag, message });
      },
    },
    { xmlMode: true },
  );
  parser.end(junit(report, { ...OPTIONS, failOn }));
  return { cases, numbers };
}

describe('JUnit', () => {
  it.each(['en', 'it'] as const)('is what the schema of Jenkins says (%s)', async language => {
    expect(await junitFaults(junit(goldenReport(language), OPTIONS))).toEqual([]);
  });

  it('is so for characters that XML forbids, and for the end of a section', async () => {
    expect(await junitFaults(junit(reportOfTexts(['\u0000\ufffe\uffff\ud800\u001b', ']]>&"<', 'a\nb\r\tc']), OPTIONS))).toEqual([]);
  });

  it('would be told what Jenkins does not take', async () => {
    expect(await junitFaults('<testsuites><testsuite><testcase/></testsuite></testsuites>')).not.toEqual([]);
  });

  it('fails what breaks the run, passes the rest, skips what was not looked at', () => {
    const { cases, numbers } = read(goldenReport());
    expect(cases.filter(({ result }) => result === 'failure')).toHaveLength(21);
    expect(numbers).toEqual({ name: 'purposelint', tests: '26', failures: '21', errors: '0' });
    expect(cases.find(({ name }) => name === 'told: contact_field:città')?.result).toBe('passed');
    expect(cases.at(-1)).toEqual({
      classname: 'purposelint.declaration',
      name: 'blind',
      result: 'skipped',
      message: 'Not checked, or not all of it: rows are missing: tags',
    });
  });

  it('fails warnings when warnings break the run', () => {
    const { cases } = read(goldenReport(), 'warn');
    expect(cases.filter(({ result }) => result === 'failure')).toHaveLength(23);
    expect(cases.find(({ name }) => name === 'told: snapshot')?.result).toBe('passed');
  });

  it('has no test for a rule that judges a change, in a run without one', () => {
    const { cases } = read({ ...goldenReport(), notRun: [{ rule: 'blind', of: 'base', why: ['no-base'] }] });
    expect(cases.filter(({ name }) => name === 'blind')).toEqual([]);
  });

  it('leaves out what is waived, and has one name for each test in every language', () => {
    const names = (report: Report): string[] => read(report).cases.map(({ classname, name }) => `${classname} ${name}`);
    expect(names(goldenReport()).filter(name => name.includes('fax'))).toEqual([]);
    expect(names(goldenReport('it'))).toEqual(names(goldenReport()));
    const long = names(reportOfTexts(['same', 'same', `${'x'.repeat(200)}1`, `${'x'.repeat(200)}2`]));
    expect(new Set(long).size).toBe(5);
    expect(long).toContain('purposelint.declaration told: tag:same (2)');
  });

  it('has tests that pass when nothing was found', () => {
    const rules = [madeUpRule('told', 'Something.', [])];
    const report = makeReport(lintMadeUp(rules), rules, { language: 'en', version: '1.0.0' });
    expect(read(report)).toEqual({
      cases: [
        { classname: 'purposelint', name: 'check', result: 'passed' },
        { classname: 'purposelint.declaration', name: 'told', result: 'passed' },
      ],
      numbers: { name: 'purposelint', tests: '2', failures: '0', errors: '0' },
    });
  });
});
