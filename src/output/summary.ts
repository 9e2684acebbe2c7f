/** The one line every run ends with: findings, waived, baselined, rules not run and why, snapshot and its host, core fields left out. */
import { SEVERITIES } from '../finding.js';
import { coverageWords } from '../lint/coverage-words.js';
import { isGap, uncheckedByCause } from '../lint/unchecked.js';
import { joinedBy, type Sentence, text, value } from './parts.js';
import { listedUpTo, wordIn } from './phrases.js';
import type { Report } from './report.js';
import { dateIn, numberIn } from './values.js';
import { type Words, wordsOf } from './words.js';

/** Kinds that are named for one reason, before the rest is counted. */
const KINDS_SHOWN = 3;

/** The summary line in parts. */
export function summaryOf(report: Report): Sentence {
  const words = wordsOf(report.language);
  const { waived, baselined, coreFields, areCoreFieldsCounted } = report.numbers;
  const number = (count: number): string => numberIn(words, count);
  const core = `${words.summary.coreFields(number(coreFields))}${areCoreFieldsCounted ? '' : `; ${words.summary.notCounted}`}`;
  const facts: readonly Sentence[] = [
    [text(findingsIn(report, words))],
    [text(words.summary.waived(number(waived)))],
    [text(words.summary.baselined(number(baselined)))],
    notRun(report, words),
    snapshot(report, words),
    ...(report.website === null ? [] : [[text(words.summary.website(number(report.website)))]]),
    ...(coreFields === 0 ? [] : [[text(core)]]),
  ];
  return joinedBy(' · ', facts);
}

/** How many findings are open, of which severity. */
export function findingsIn({ numbers: { open } }: Report, words: Words): string {
  const total = SEVERITIES.reduce((sum, severity) => sum + open[severity], 0);
  if (total === 0) return words.summary.none;
  const kinds = SEVERITIES.filter(severity => open[severity] > 0);
  const by = kinds.map(severity => words.summary.severity[severity](numberIn(words, open[severity])));
  return words.summary.findings(numberIn(words, total), by.join(', '));
}

function notRun({ notRun, numbers, language }: Report, words: Words): Sentence {
  if (numbers.notRun === 0) return [text(words.summary.allRun)];
  const causes = uncheckedByCause(notRun.filter(isGap)).map(({ reason, what }) => cause(reason, what, words, coverageWords(language)));
  return [text(`${words.summary.notRun(numberIn(words, numbers.notRun))} (`), ...joinedBy('; ', causes), text(')')];
}

/** Why something was not seen, and what. */
export function cause(reason: string, what: readonly string[], words: Words, seen: Readonly<Record<string, string>>): Sentence {
  const why = wordIn(words.unseen, reason);
  if (what.length === 0) return why;
  const names = what.map(of => wordIn(seen, of));
  return [...why, text(': '), ...listedUpTo(KINDS_SHOWN, names, words)];
}

function snapshot({ snapshot }: Report, words: Words): Sentence {
  if (snapshot === null) return [text(words.summary.noSnapshot)];
  const { taken_at, host } = snapshot;
  const date = words.summary.snapshot(dateIn(words, taken_at));
  return host === undefined ? [text(date)] : [text(`${date} (`), value(host), text(')')];
}
