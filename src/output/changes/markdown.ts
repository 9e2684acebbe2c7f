/** A comparison for the comment on a pull request. */
import type { Language } from '../../finding.js';
import { escapeMarkdown, markdownCode } from '../escape.js';
import { type Sentence, type Writer, write } from '../parts.js';
import { numberIn } from '../values.js';
import { type Comparison, headline, sectionsOf, since } from './sections.js';
import { vocabularyOf } from './sentences.js';

/** A comment on GitHub holds 65,536 characters. */
const ROOM = 60_000;

const WRITER: Writer = { escape: escapeMarkdown, code: markdownCode };
const told = (sentence: Sentence): string => write(sentence, WRITER);

/** Markdown that ends with a line end, of at most 60,000 characters; the last line says how many changes found no room. */
export function changesMarkdown(comparison: Comparison, language: Language): string {
  const vocabulary = vocabularyOf(language);
  const { words, own } = vocabulary;
  let text = `## ${own.title}\n\n${headline(comparison, vocabulary)}`;
  let leftOut = 0;
  for (const { name, title, sentences } of sectionsOf(comparison, vocabulary)) {
    const isFolded = name === 'less';
    const count = `${title} (${numberIn(words, sentences.length)})`;
    text += isFolded ? `\n\n<details>\n<summary>${count}</summary>\n` : `\n\n### ${count}\n`;
    for (const sentence of sentences) {
      const line = `\n- ${told(sentence)}`;
      if (text.length + line.length > ROOM) leftOut += 1;
      else text += line;
    }
    if (isFolded) text += '\n\n</details>';
  }
  const end = [
    ...(leftOut === 0 ? [] : [own.leftOut(numberIn(words, leftOut))]),
    ...(comparison.changes.length > 0 ? [own.judge] : []),
    told(since(comparison, vocabulary)),
  ];
  return `${text}\n\n${end.join('\n\n')}\n`;
}
