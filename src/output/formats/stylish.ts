/** For the terminal: by file, each finding with its line, its message, the line of the file and the screen in Mautic. */
import type { Severity } from '../../finding.js';
import { cellsOf, type Snippet } from '../../text/position.js';
import { escapeTerminal } from '../escape.js';
import type { Palette } from '../palette.js';
import { type Sentence, text, write } from '../parts.js';
import type { ReportedFinding, ReportedRelated } from '../report.js';
import { summaryOf } from '../summary.js';
import { cutKey } from '../values.js';
import { type Words, wordsOf } from '../words.js';
import { type Run, wrap } from '../wrap.js';
import type { Format } from './index.js';

/** Longer lines are hard to read. */
const WIDEST = 100;
const NARROWEST = 40;
const INDENT = '    ';

interface Look {
  readonly width: number;
  readonly palette: Palette;
  readonly words: Words;
}

/** As wide as the terminal, within limits; which colours there are, the palette says. */
export const stylish: Format = (report, { columns, palette }) => {
  const look: Look = { width: Math.min(Math.max(columns - 1, NARROWEST), WIDEST), palette, words: wordsOf(report.language) };
  const open = report.findings.filter(({ state }) => state === 'open');
  const blocks: string[] = [];
  let file: string | undefined;
  for (const [index, finding] of open.entries()) {
    if (index === 0 || finding.place?.file !== file) {
      file = finding.place?.file;
      blocks.push(palette.bold(palette.underline(file === undefined ? look.words.report.elsewhere : escapeTerminal(file))));
    }
    blocks.push(block(finding, look).join('\n'));
  }
  const colour = report.numbers.open.error > 0 ? palette.red : palette.green;
  return `${[...blocks, colour(told(summaryOf(report)))].join('\n\n')}\n`;
};

function block(finding: ReportedFinding, look: Look): string[] {
  const { palette, words } = look;
  const { place, severity, rule, message, next, link, related } = finding;
  const at = place === undefined ? '' : `${place.line}:${place.column}  `;
  const head = `  ${palette.dim(at)}${COLOURS[severity](palette)(words.severities[severity])}  ${palette.dim(escapeTerminal(rule))}`;
  return [
    head,
    ...paragraph(message, look),
    ...(next === undefined ? [] : paragraph([text(`${words.report.next} `), ...next], look)),
    ...(place?.snippet === undefined ? [] : snippetOf(place.snippet, severity, palette)),
    ...(link === undefined ? [] : [`${INDENT}${palette.dim(`${words.report.inMautic} ${escapeTerminal(link)}`)}`]),
    ...related.flatMap(other => relatedOf(other, place?.file, look)),
  ];
}

const COLOURS: Readonly<Record<Severity, (palette: Palette) => (text: string) => string>> = {
  error: ({ red }) => red,
  warn: ({ yellow }) => yellow,
  info: ({ blue }) => blue,
};

/** A sentence, wrapped; what is to be typed stands out where there are colours. */
function paragraph(sentence: Sentence, { width, palette }: Look): string[] {
  const runs = sentence.map((part): Run => {
    if (part.kind === 'text') return { text: part.text };
    return part.kind === 'code' ? { text: escapeTerminal(part.text), style: palette.cyan } : { text: escapeTerminal(part.text) };
  });
  return wrap(runs, width - INDENT.length).map(line => `${INDENT}${line}`);
}

/** The line of the file, and under it the mark. */
function snippetOf({ line, before, marked, after }: Snippet, severity: Severity, palette: Palette): string[] {
  const [start, mark, end] = [before, marked, after].map(escapeTerminal);
  const number = String(line);
  const under = '~'.repeat(Math.max(cellsOf(mark ?? ''), 1));
  return [
    `${INDENT}${palette.dim(`${number} │`)} ${start}${mark}${end}`,
    `${INDENT}${palette.dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(cellsOf(start ?? ''))}${COLOURS[severity](palette)(under)}`,
  ];
}

function relatedOf({ subject, place, link }: ReportedRelated, file: string | undefined, { palette, words, width }: Look): string[] {
  const where = place === undefined ? undefined : place.file === file ? words.report.line(place.line) : `${place.file}:${place.line}`;
  const facts = [subject, where, link].filter(fact => fact !== undefined).map(fact => escapeTerminal(cutKey(fact)));
  if (facts.length === 0) return [];
  const runs = [{ text: `${words.report.seeAlso} ${facts.join(', ')}`, style: palette.dim }];
  return wrap(runs, width - INDENT.length).map(line => `${INDENT}${line}`);
}

function told(sentence: Sentence): string {
  return write(sentence, { escape: escapeTerminal, code: escapeTerminal });
}
