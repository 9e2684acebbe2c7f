/**
 * Annotations of GitHub Actions: workflow commands, worst first. GitHub shows ten annotations for each level and step
 * (actions/toolkit#734): the rest is counted, and the summary is the last notice.
 */
import { SEVERITIES, type Severity } from '../../finding.js';
import { escapeCommandProperty, escapeCommandText } from '../escape.js';
import type { Located } from '../locate.js';
import { type Sentence, type Writer, write } from '../parts.js';
import type { Report, ReportedFinding } from '../report.js';
import { sentencesOf } from '../sentences.js';
import { summaryOf } from '../summary.js';
import { numberIn } from '../values.js';
import { type Words, wordsOf } from '../words.js';
import type { Format } from './index.js';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'notice' };
/** One notice is kept for the summary. */
const MOST: Readonly<Record<Severity, number>> = { error: 10, warn: 10, info: 9 };

/** Annotations are plain text: backticks set off what is to be typed. */
const WRITER: Writer = { escape: escapeCommandText, code: typed => `\`${escapeCommandText(typed)}\`` };
/** Line end inside of an annotation. */
const NEWLINE = '%0A';

/**
 * One line for each annotation, the gravest first, up to what GitHub shows of each severity; then a summary that says what was left out.
 */
export const github: Format = report => {
  const words = wordsOf(report.language);
  const open = report.findings.filter(({ state }) => state === 'open');
  const shown = SEVERITIES.flatMap(severity => open.filter(finding => finding.severity === severity).slice(0, MOST[severity]));
  const cut = open.length - shown.length;
  return [...shown.map(finding => annotation(finding, words)), summary(report, shown.length, cut, words), ''].join('\n');
};

function annotation(finding: ReportedFinding, words: Words): string {
  const { severity, rule, title, place } = finding;
  const at = place === undefined ? [] : [`file=${escapeCommandProperty(place.file)}`, `line=${place.line}`, ...columns(place)];
  const properties = [...at, `title=${escapeCommandProperty(`${title} (${rule})`)}`].join(',');
  return `::${LEVELS[severity]} ${properties}::${sentencesOf(finding, words).map(told).join(NEWLINE)}`;
}

/** Only of a real place, and GitHub takes columns only for a range within one line. */
function columns({ snippet, line, column, endLine, endColumn }: Located): string[] {
  if (snippet === undefined) return [];
  return line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : [`endLine=${endLine}`];
}

function summary(report: Report, shown: number, cut: number, words: Words): string {
  const all = numberIn(words, shown + cut);
  const note = cut === 0 ? '' : `${NEWLINE}${escapeCommandText(words.report.cut(numberIn(words, shown), all))}`;
  return `::notice title=purposelint::${told(summaryOf(report))}${note}`;
}

/** Words of ours may hold a per cent sign, too. */
function told(sentence: Sentence): string {
  return write(
    sentence.map(part => (part.kind === 'text' ? { ...part, kind: 'value' } : part)),
    WRITER,
  );
}
