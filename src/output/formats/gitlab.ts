/**
 * Code Quality of GitLab (https://docs.gitlab.com/ci/testing/code_quality/): open findings, one object each. GitLab compares the
 * fingerprints of two branches, so they hold neither line nor wording; of two findings with one fingerprint it would show one.
 */
import type { Severity } from '../../finding.js';
import { toHarmlessJson, visible } from '../escape.js';
import type { ReportedFinding } from '../report.js';
import { placeIn, sentencesOf, withBackticks } from '../sentences.js';
import { type Words, wordsOf } from '../words.js';
import type { Format } from './index.js';

/** Of info, minor, major, critical and blocker. */
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warn: 'minor', info: 'info' };

/** A JSON list of open findings, each with its fingerprint, by which GitLab tells new ones from old. */
export const gitlab: Format = ({ findings, language }, { anchor }) => {
  const words = wordsOf(language);
  const open = findings.filter(({ state }) => state === 'open');
  return `${toHarmlessJson(open.map(finding => issue(finding, anchor, words)))}\n`;
};

function issue(finding: ReportedFinding, anchor: string, words: Words): object {
  const { file, line, endLine } = placeIn(finding, anchor);
  return {
    description: visible(sentencesOf(finding, words).map(withBackticks).join(' ')),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: SEVERITY[finding.severity],
    location: { path: file, lines: { begin: line, end: endLine } },
  };
}
