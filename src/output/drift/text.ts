/** A drift for the terminal. */

import { isEmpty } from '../../mautic/drift/drift.js';
import type { Drift } from '../../mautic/drift/model.js';
import { escapeTerminal } from '../escape.js';
import type { Palette } from '../palette.js';
import { type Sentence, text } from '../parts.js';
import { numberIn } from '../values.js';
import { type Run, wrap } from '../wrap.js';
import { circumstances } from './circumstances.js';
import { type DriftOptions, type Entry, type Section, sectionsOf, vocabularyOf } from './sections.js';
import type { SectionName } from './words.js';

interface DriftTextOptions extends DriftOptions {
  readonly colour: Palette;
  /** Width of the terminal. */
  readonly columns?: number;
}

/** Longer lines are hard to read. */
const WIDEST = 100;
const NARROWEST = 40;

interface Look {
  readonly width: number;
  readonly palette: Palette;
  readonly inMautic: string;
}

const COLOURS: Readonly<Partial<Record<SectionName, 'green' | 'red' | 'yellow'>>> = { came: 'green', went: 'red', changed: 'yellow' };

/** Text that ends with a line end; one sentence when nothing changed. */
export function driftText(drift: Drift, options: DriftTextOptions): string {
  const vocabulary = vocabularyOf(options.language);
  const { words, drift: own } = vocabulary;
  const { days, notes } = circumstances(drift, vocabulary);
  const width = Math.min(Math.max((options.columns ?? WIDEST + 1) - 1, NARROWEST), WIDEST);
  const look: Look = { width, palette: options.colour, inMautic: words.report.inMautic };
  const told = notes.flatMap(note => wrapped(note, '', look));
  if (isEmpty(drift)) return `${[...wrapped([text(own.unchanged(...days))], '', look), ...told].join('\n')}\n`;
  const title = `${own.title} ${own.between(...days)}`;
  const blocks = sectionsOf(drift, options).map(section => block(section, numberIn(words, section.entries.length), look));
  return `${[[look.palette.bold(escapeTerminal(title)), ...told].join('\n'), ...blocks].join('\n\n')}\n`;
}

function block({ name, title, entries }: Section, count: string, look: Look): string {
  const colour = COLOURS[name];
  const head = `${title} (${count})`;
  const painted = colour === undefined ? head : look.palette[colour](head);
  return [look.palette.bold(painted), ...entries.flatMap(entry => entryLines(entry, look))].join('\n');
}

function entryLines({ sentence, link, lines }: Entry, look: Look): string[] {
  return [
    ...wrapped(sentence, '  ', look),
    ...lines.flatMap(line => wrapped(line, '    - ', look)),
    ...(link === undefined ? [] : [`    ${look.palette.dim(`${look.inMautic} ${escapeTerminal(link)}`)}`]),
  ];
}

/** Lines below the first one stand under its words. */
function wrapped(sentence: Sentence, indent: string, { width, palette }: Look): string[] {
  const runs = sentence.map((part): Run => {
    if (part.kind === 'text') return { text: part.text };
    return part.kind === 'code' ? { text: escapeTerminal(part.text), style: palette.cyan } : { text: escapeTerminal(part.text) };
  });
  const blank = ' '.repeat(indent.length);
  return wrap(runs, width - indent.length).map((line, index) => `${index === 0 ? indent : blank}${line}`);
}
