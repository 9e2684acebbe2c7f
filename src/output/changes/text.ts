/** A comparison for the terminal. */
import type { Language } from '../../finding.js';
import { escapeTerminal } from '../escape.js';
import type { Palette } from '../palette.js';
import { type Sentence, text } from '../parts.js';
import { numberIn } from '../values.js';
import { type Run, wrap } from '../wrap.js';
import { type Comparison, headline, type Section, sectionsOf, since } from './sections.js';
import { type Vocabulary, vocabularyOf } from './sentences.js';

interface Look {
  readonly colour: Palette;
  /** Width of the terminal. */
  readonly columns: number;
}

/** Longer lines are hard to read. */
const WIDEST = 100;
const NARROWEST = 40;

/** Text that ends with a line end. */
export function changesText(comparison: Comparison, language: Language, look: Look): string {
  const vocabulary = vocabularyOf(language);
  const top = [
    ...wrapped([text(headline(comparison, vocabulary))], '', look, look.colour.bold),
    ...wrapped(since(comparison, vocabulary), '', look),
  ];
  const blocks = sectionsOf(comparison, vocabulary).map(section => block(section, vocabulary, look));
  return `${[top.join('\n'), ...blocks].join('\n\n')}\n`;
}

function block({ name, title, sentences }: Section, { words }: Vocabulary, look: Look): string {
  const paint = look.colour[name === 'less' ? 'green' : 'yellow'];
  const head = look.colour.bold(paint(`${title} (${numberIn(words, sentences.length)})`));
  return [head, ...sentences.flatMap(sentence => wrapped(sentence, '  - ', look))].join('\n');
}

/** Lines below the first one stand under its words. */
function wrapped(sentence: Sentence, indent: string, { colour, columns }: Look, style?: (text: string) => string): string[] {
  const width = Math.min(Math.max(columns - 1, NARROWEST), WIDEST);
  const runs = sentence.map((part): Run => {
    if (part.kind === 'code') return { text: escapeTerminal(part.text), style: colour.cyan };
    const shown = part.kind === 'text' ? part.text : escapeTerminal(part.text);
    return style === undefined ? { text: shown } : { text: shown, style };
  });
  const blank = ' '.repeat(indent.length);
  return wrap(runs, width - indent.length).map((line, index) => `${index === 0 ? indent : blank}${line}`);
}
