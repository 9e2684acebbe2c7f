/**
 * JUnit's XML, as Jenkins, GitLab and others read it: rules are tests, families are classes. What breaks the run fails, with one test for
 * each finding; other findings pass and are told in the test's output; a rule that could not look at everything has a skipped test. Names
 * hold neither line nor wording nor language, so that a test keeps its history.
 */
import { group } from '../../collections.js';
import { SEVERITIES } from '../../finding.js';
import { coverageWords } from '../../lint/coverage-words.js';
import type { NotRun } from '../../lint/rule.js';
import { isGap, uncheckedByCause } from '../../lint/unchecked.js';
import type { Report, ReportedFinding } from '../report.js';
import { sentencesOf, withBackticks } from '../sentences.js';
import { cause, summaryOf } from '../summary.js';
import { cutKey } from '../values.js';
import { type Words, wordsOf } from '../words.js';
import type { Format, FormatOptions } from './index.js';
import { type Element, xmlDocument } from './xml.js';

/** One suite for each family of rules in force, behind one with the summary. */
export const junit: Format = (report, options) => {
  const words = wordsOf(report.language);
  const cases = casesOf(report, options, words);
  const families = group(report.rules, ({ rule }) => rule.family);
  const suites = [
    suite('purposelint', [summaryCase(report)]),
    ...[...families].map(([family, rules]) =>
      suite(
        `purposelint.${family}`,
        rules.flatMap(({ rule }) => cases(rule.id, `purposelint.${family}`)),
      ),
    ),
  ];
  const total = (count: string): number => suites.reduce((sum, { attributes }) => sum + Number(attributes?.[count] ?? 0), 0);
  const attributes = { name: 'purposelint', tests: total('tests'), failures: total('failures'), errors: 0 };
  return xmlDocument({ name: 'testsuites', attributes, children: suites });
};

/** Never an empty file, which would look as if nothing ran: the run itself is a test. */
function summaryCase(report: Report): Element {
  const output: Element = { name: 'system-out', lines: [withBackticks(summaryOf(report))] };
  return { name: 'testcase', attributes: { classname: 'purposelint', name: 'check' }, children: [output] };
}

function suite(name: string, cases: readonly Element[]): Element {
  const having = (child: string): number => cases.filter(({ children = [] }) => children.some(element => element.name === child)).length;
  const attributes = { name, tests: cases.length, failures: having('failure'), errors: 0, skipped: having('skipped') };
  return { name: 'testsuite', attributes, children: cases };
}

/** A function that makes the tests of a rule. */
function casesOf(report: Report, { failOn }: FormatOptions, words: Words): (rule: string, classname: string) => Element[] {
  const open = group(
    report.findings.filter(({ state }) => state === 'open'),
    ({ rule }) => rule,
  );
  const notRun = group(report.notRun, ({ rule }) => rule);
  const breaking = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return (rule, classname) => {
    const named = namer(rule);
    const found = (open.get(rule) ?? []).map((finding): Element => {
      const isBreaking = breaking.includes(finding.severity);
      const child = isBreaking ? failure(finding, words) : { name: 'system-out', lines: linesOf(finding, words) };
      return { name: 'testcase', attributes: { classname, name: named(finding) }, children: [child] };
    });
    const itself: Element = { name: 'testcase', attributes: { classname, name: rule } };
    const unseen = notRun.get(rule) ?? [];
    const gaps = unseen.filter(isGap);
    if (gaps.length > 0) return [...found, { ...itself, children: [skipped(gaps, report, words)] }];
    // A rule that judges a change is no test in a run without one.
    return found.length > 0 || unseen.length > 0 ? found : [itself];
  };
}

/** Readers keep one of two tests of the same name: repeats are counted. */
function namer(rule: string): (finding: ReportedFinding) => string {
  const used = new Map<string, number>();
  return ({ subject }) => {
    const name = `${rule}: ${cutKey(subject)}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
}

function failure(finding: ReportedFinding, words: Words): Element {
  const attributes = { type: finding.severity, message: withBackticks(finding.message) };
  return { name: 'failure', attributes, lines: linesOf(finding, words) };
}

/** Everything, in lines: readers show the text or the attribute, seldom both. */
function linesOf(finding: ReportedFinding, words: Words): string[] {
  const { severity, place } = finding;
  const where = place === undefined ? words.report.elsewhere : `${place.file}:${place.line}:${place.column}`;
  return [`${where}: ${words.severities[severity]}`, ...sentencesOf(finding, words).map(withBackticks)];
}

function skipped(unseen: readonly NotRun[], { language }: Report, words: Words): Element {
  const causes = uncheckedByCause(unseen).map(({ reason, what }) => withBackticks(cause(reason, what, words, coverageWords(language))));
  const message = `${words.report.notChecked}: ${causes.join('; ')}`;
  return { name: 'skipped', attributes: { message } };
}
