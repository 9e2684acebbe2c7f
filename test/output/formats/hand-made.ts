/** Reports with what no rule has found: fixes, a baseline, texts of any length. */
import type { FindingData } from '../../../src/finding.js';
import { makeReport, type Report, type ReportedFinding, type ReportedFix } from '../../../src/output/report.js';
import { goldenReport, lintMadeUp, madeUpRule } from '../made-up.js';

const CITTA = 'contact_field:città';
const at = (line: number, column: number) => ({ line, column });

/** Of `  città: {purposes: [], …`, line 4 of privacy/fields.yaml. */
const ONE_EDIT: ReportedFix = {
  id: 'replace-near',
  safe: true,
  title: 'Write [newsletter](2)',
  files: [{ file: 'privacy/fields.yaml', edits: [{ start: at(4, 21), end: at(4, 23), text: '[newsletter]' }] }],
};
/** The line goes. */
const WHOLE_LINE: ReportedFix = {
  ...ONE_EDIT,
  id: 'remove-ghost',
  files: [{ file: 'privacy/fields.yaml', edits: [{ start: at(4, 1), end: at(5, 1), text: '' }] }],
};
const ELSEWHERE: ReportedFix = {
  id: 'declare-item',
  safe: false,
  title: 'Add it\u202e',
  files: [{ file: 'privacy/forms.yaml', edits: [{ start: at(7, 1), end: at(7, 1), text: '  "x\u202e": {}\n' }] }],
};
const TWO_EDITS: ReportedFix = { ...ONE_EDIT, files: [...ONE_EDIT.files, ...ELSEWHERE.files] };

/** The golden report in which one finding has four fixes. */
export function reportWithFixes(): Report {
  return withFinding(CITTA, { fixes: [ONE_EDIT, ELSEWHERE, TWO_EDITS, WHOLE_LINE] });
}

/** The golden report in which one finding is in the baseline. */
export function reportWithBaseline(): Report {
  return withFinding(CITTA, { state: 'baselined' });
}

function withFinding(subject: string, changes: Partial<ReportedFinding>): Report {
  const report = goldenReport();
  return { ...report, findings: report.findings.map(finding => (finding.subject === subject ? { ...finding, ...changes } : finding)) };
}

/** Findings of one rule: each with a text in its message, its subject, its key and its other places. */
export function reportOfTexts(texts: readonly string[], place?: { readonly file: string; readonly path: readonly string[] }): Report {
  const findings = texts.map((text, index) => {
    const data: FindingData = { label: text, key: text, labels: [text, text], text };
    const where = place === undefined ? { item: 'x' } : ({ ...place, at: 'key' } as const);
    return { subject: `tag:${text}`, key: String(index), place: where, data, related: [{ subject: text, place: { item: 'tag:x' } }] };
  });
  const rules = [madeUpRule('told', "'{label}', `{key}`, {labels}: {text}. Look at it.", findings)];
  return makeReport(lintMadeUp(rules), rules, { language: 'en', version: '1.0.0' });
}
