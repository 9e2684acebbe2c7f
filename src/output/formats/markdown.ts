/** For the comment on a pull request and the summary of a job: what was found first, by file, the rest folded. */
import { group } from '../../collections.js';
import { SEVERITIES, type Severity } from '../../finding.js';
import { coverageWords } from '../../lint/coverage-words.js';
import { isGap, uncheckedByCause } from '../../lint/unchecked.js';
import { escapeMarkdown, escapeMarkdownTarget, markdownCode } from '../escape.js';
import { type Writer, write } from '../parts.js';
import type { Report, ReportedFinding } from '../report.js';
import { cause, findingsIn, summaryOf } from '../summary.js';
import { cutKey, dateIn, numberIn } from '../values.js';
import { type Words, wordsOf } from '../words.js';
import type { Format } from './index.js';

const WRITER: Writer = { escape: escapeMarkdown, code: markdownCode };
/** A comment on GitHub holds 65,536 characters; what is folded gets less. */
const ROOM = 45_000;
const ROOM_FOLDED = 6000;

/** Cut so that it fits into a comment: the least grave findings go first, and it says how many were cut. */
export const markdown: Format = report => {
  const words = wordsOf(report.language);
  const open = report.findings.filter(({ state }) => state === 'open');
  const urgent = open.filter(({ severity }) => severity !== 'info');
  const kept = worstWithin(urgent, words, ROOM);
  const [first] = SEVERITIES.flatMap(severity => open.filter(finding => finding.severity === severity));
  const blocks = [
    `## purposelint: ${findingsIn(report, words)}`,
    ...(open.length === 0 ? [words.report.fine] : [overview(open, words)]),
    ...byFile(kept, words),
    ...(kept.length < urgent.length ? [words.report.cut(numberIn(words, kept.length), numberIn(words, urgent.length))] : []),
    ...information(open, words),
    ...waived(report, words),
    ...notRun(report, words),
    ...(first === undefined ? [] : [`${words.report.explain} ${markdownCode(`purposelint explain ${first.rule}`)}`]),
    write(summaryOf(report), WRITER),
  ];
  return `${blocks.join('\n\n')}\n`;
};

/** One row for each rule: how often it found something, by severity. */
function overview(findings: readonly ReportedFinding[], words: Words): string {
  const severities = SEVERITIES.filter(severity => findings.some(finding => finding.severity === severity));
  const rows = new Map<string, { readonly title: string; readonly counts: Record<Severity, number> }>();
  for (const { rule, title, severity } of findings) {
    const row = rows.get(rule) ?? { title, counts: { error: 0, warn: 0, info: 0 } };
    row.counts[severity] += 1;
    rows.set(rule, row);
  }
  const weight = ({ error, warn, info }: Record<Severity, number>): number => error * 1e12 + warn * 1e6 + info;
  const sorted = [...rows].sort(([, one], [, other]) => weight(other.counts) - weight(one.counts));
  const head = [words.report.what, words.report.rule, ...severities.map(severity => words.severities[severity])];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(['---', '---', ...severities.map(() => '---:')]),
    ...sorted.map(([rule, { title, counts }]) =>
      line([escapeMarkdown(title), markdownCode(rule), ...severities.map(severity => numberIn(words, counts[severity]))]),
    ),
  ].join('\n');
}

/** As many as there is room for, the worst ones first, in the order in which they came. */
function worstWithin(findings: readonly ReportedFinding[], words: Words, room: number): ReportedFinding[] {
  const kept = new Set<ReportedFinding>();
  let left = room;
  for (const severity of SEVERITIES) {
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      left -= itemOf(finding, words).length;
      if (left < 0) return findings.filter(candidate => kept.has(candidate));
      kept.add(finding);
    }
  }
  return [...findings];
}

function byFile(findings: readonly ReportedFinding[], words: Words): string[] {
  return [...group(findings, ({ place }) => place?.file)].map(([file, inFile]) => {
    const heading = file === undefined ? words.report.elsewhere : markdownCode(file);
    return `### ${heading}\n\n${inFile.map(finding => itemOf(finding, words)).join('\n')}`;
  });
}

/** One finding as an entry of a list. */
function itemOf({ severity, place, message, next, link, rule }: ReportedFinding, words: Words): string {
  const where = place === undefined ? '' : `, ${words.report.line(place.line)}`;
  const step = next === undefined ? '' : ` ${words.report.next} ${write(next, WRITER)}`;
  const screen = link === undefined ? '' : ` [${words.report.openInMautic}](<${escapeMarkdownTarget(link)}>)`;
  return `- **${words.severities[severity]}**${where}: ${write(message, WRITER)}${step}${screen} (${markdownCode(rule)})`;
}

function information(open: readonly ReportedFinding[], words: Words): string[] {
  const all = open.filter(({ severity }) => severity === 'info');
  const kept = worstWithin(all, words, ROOM_FOLDED);
  const cut = kept.length < all.length ? [words.report.cut(numberIn(words, kept.length), numberIn(words, all.length))] : [];
  return folded(words.report.information, all.length, [...byFile(kept, words).map(block => block.replace(/^### /u, '')), ...cut], words);
}

function waived({ findings }: Report, words: Words): string[] {
  const all = findings.filter(({ state }) => state === 'waived');
  const lines = all.map(({ rule, subject, waiver }) => {
    const until = waiver?.until === undefined ? '' : `, ${words.report.until} ${escapeMarkdown(dateIn(words, waiver.until))}`;
    return `- ${markdownCode(rule)}, ${markdownCode(cutKey(subject))}: ${escapeMarkdown(waiver?.reason ?? '')}${until}`;
  });
  return folded(words.report.waived, all.length, within(lines, ROOM_FOLDED), words);
}

function notRun({ notRun, numbers, language }: Report, words: Words): string[] {
  const lines = uncheckedByCause(notRun.filter(isGap)).map(({ reason, what, rules }) => {
    const why = write(cause(reason, what, words, coverageWords(language)), WRITER);
    return `- ${why} (${rules.map(markdownCode).join(', ')})`;
  });
  return folded(words.report.notRun, numbers.notRun, within(lines, ROOM_FOLDED), words);
}

/** The entries as one block, as far as there is room. */
function within(lines: readonly string[], room: number): string[] {
  let left = room;
  const kept = lines.filter(line => {
    left -= line.length;
    return left >= 0;
  });
  return [[...kept, ...(kept.length < lines.length ? ['- …'] : [])].join('\n')];
}

function folded(title: string, count: number, blocks: readonly string[], words: Words): string[] {
  if (count === 0) return [];
  return [`<details>\n<summary>${title} (${numberIn(words, count)})</summary>`, ...blocks, '</details>'];
}
