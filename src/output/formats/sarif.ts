/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as code hosts and editors read it: one run with the rules in force, the
 * open findings, and what was not checked. Waived and baselined ones are only counted: GitHub reads no `suppressions` and would open them all
 * (codeql-action#1230).
 */
import { group } from '../../collections.js';
import { SEVERITIES, type Severity } from '../../finding.js';
import { coverageWords } from '../../lint/coverage-words.js';
import { canBeMended, causeOf, isGap, uncheckedByCause } from '../../lint/unchecked.js';
import { escapeSarif, toHarmlessJson } from '../escape.js';
import { joinedBy, type Sentence, text } from '../parts.js';
import type { Report, ReportedFinding } from '../report.js';
import { placeIn, sentencesOf, withBackticks } from '../sentences.js';
import { cause, summaryOf } from '../summary.js';
import { numberIn } from '../values.js';
import { type Words, wordsOf } from '../words.js';
import type { Format } from './index.js';
import { fixOf, logicalLocation, physicalLocation, ROOT, relatedLocations } from './sarif-places.js';
import { descriptorOf, LEVEL } from './sarif-rules.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** GitHub refuses a file with more results, and keeps the 5,000 worst. */
const MOST = 25_000;

type Indexes = ReadonlyMap<string, number>;

/** A SARIF 2.1.0 log with one run: all rules in force, and open findings, the gravest ones where a service would not take all. */
export const sarif: Format = (report, { anchor }) => {
  const words = wordsOf(report.language);
  const indexes = new Map(report.rules.map(({ rule }, index) => [rule.id, index]));
  const open = report.findings.filter(({ state }) => state === 'open');
  const kept = worst(open);
  const run = {
    tool: {
      driver: {
        name: 'purposelint',
        version: report.version,
        semanticVersion: report.version,
        rules: report.rules.map(rule => descriptorOf(rule, words)),
      },
    },
    language: report.language,
    // Columns count characters, not UTF-16 units.
    columnKind: 'unicodeCodePoints',
    originalUriBaseIds: { [ROOT]: { description: { text: words.report.root } } },
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: notifications(report, [kept.length, open.length], indexes, words) },
    ],
    results: kept.map(finding => resultOf(finding, anchor, indexes, words)),
  };
  return `${toHarmlessJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`;
};

/** As many as readers take, the worst ones, in the order in which they came. */
function worst(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  if (findings.length <= MOST) return findings;
  const rank = ({ severity }: ReportedFinding): number => SEVERITIES.indexOf(severity);
  const kept = new Set([...findings].sort((one, other) => rank(one) - rank(other)).slice(0, MOST));
  return findings.filter(finding => kept.has(finding));
}

function resultOf(finding: ReportedFinding, anchor: string, indexes: Indexes, words: Words): object {
  const { rule, severity, subject, related, fixes, fingerprint } = finding;
  const others = relatedLocations(related);
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: LEVEL[severity],
    message: { text: told(sentencesOf(finding, words)) },
    // GitHub refuses the whole file for one result without a place in a file (codeql-action#2459): Mautic as a whole is shown at the anchor.
    locations: [{ physicalLocation: physicalLocation(placeIn(finding, anchor)), logicalLocations: [logicalLocation(subject)] }],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
    // Not `primaryLocationLineHash`: that is a hash of the line, which GitHub's action adds itself.
    partialFingerprints: { 'purposelint/v1': fingerprint },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fixOf) }),
  };
}

/** The summary, then each rule that could not look at everything. */
function notifications(report: Report, [kept, open]: readonly [number, number], indexes: Indexes, words: Words): object[] {
  const { notRun, language } = report;
  const all = numberIn(words, open);
  const cut = kept === open ? [] : [notification('warn', [text(words.report.cut(numberIn(words, kept), all))])];
  const rules = [...group(notRun.filter(isGap), ({ rule }) => rule)].map(([id, entries]) => {
    const causes = uncheckedByCause(entries).map(({ reason, what }) => cause(reason, what, words, coverageWords(language)));
    const severity = entries.some(entry => canBeMended(entry.why) && causeOf(entry) !== 'not-counted') ? 'warn' : 'info';
    const sentence: Sentence = [text(`${words.report.notChecked}: `), ...joinedBy('; ', causes)];
    return { ...notification(severity, sentence), associatedRule: { id, index: indexes.get(id) } };
  });
  return [notification('info', summaryOf(report)), ...cut, ...rules];
}

function notification(severity: Severity, sentence: Sentence): object {
  return { level: LEVEL[severity], message: { text: told([sentence]) } };
}

function told(sentences: readonly Sentence[]): string {
  return escapeSarif(sentences.map(withBackticks).join(' '));
}
