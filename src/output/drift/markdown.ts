/** A drift for a pull request. */
import { isEmpty } from '../../mautic/drift/drift.js';
import type { Drift } from '../../mautic/drift/model.js';
import { escapeMarkdown, escapeMarkdownTarget, markdownCode } from '../escape.js';
import { type Sentence, type Writer, write } from '../parts.js';
import { numberIn } from '../values.js';
import { circumstances } from './circumstances.js';
import { type DriftOptions, type Entry, sectionsOf, vocabularyOf } from './sections.js';

/** A comment on GitHub holds 65,536 characters. */
const ROOM = 60_000;
/** For the line that says how much was left out. */
const LAST_LINE = 200;

const WRITER: Writer = { escape: escapeMarkdown, code: markdownCode };
const told = (sentence: Sentence): string => write(sentence, WRITER);

/** Markdown that ends with a line end, of at most 60,000 characters; the last line says how many entries found no room. */
export function driftMarkdown(drift: Drift, options: DriftOptions): string {
  const vocabulary = vocabularyOf(options.language);
  const { words, drift: own } = vocabulary;
  const { days, notes } = circumstances(drift, vocabulary);
  const start = isEmpty(drift)
    ? [own.unchanged(...days), ...notes.map(told)]
    : [`## ${own.title}`, `${own.between(...days).replace(/^./u, letter => letter.toUpperCase())}.`, ...notes.map(told)];
  let text = start.join('\n\n');
  let leftOut = 0;
  for (const { title, entries } of sectionsOf(drift, options)) {
    let isOpen = false;
    for (const entry of entries) {
      const heading = isOpen ? '\n' : `\n\n### ${title} (${numberIn(words, entries.length)})\n\n`;
      const more = `${heading}${entryOf(entry, words.report.openInMautic)}`;
      if (text.length + more.length > ROOM - LAST_LINE) leftOut += 1;
      else {
        text += more;
        isOpen = true;
      }
    }
  }
  return `${text}${leftOut === 0 ? '' : `\n\n${own.leftOut(numberIn(words, leftOut))}`}\n`;
}

function entryOf({ sentence, link, lines }: Entry, open: string): string {
  const screen = link === undefined ? '' : ` [${open}](<${escapeMarkdownTarget(link)}>)`;
  return [`- ${told(sentence)}${screen}`, ...lines.map(line => `  - ${told(line)}`)].join('\n');
}
