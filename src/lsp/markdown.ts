/** Markdown for hovers: our words as they are, what came from outside escaped. */
import { escapeMarkdown, escapeMarkdownTarget, markdownCode } from '../output/escape.js';
import { type Sentence, type Writer, write } from '../output/parts.js';

const WRITER: Writer = { escape: escapeMarkdown, code: markdownCode };

/** A sentence with what came from outside escaped, so that no name of Mautic becomes a link or a heading. */
export function inMarkdown(sentence: Sentence): string {
  return write(sentence, WRITER);
}

/** As `inMarkdown`; the whole of it is bold. */
export function bold(sentence: Sentence): string {
  return `**${inMarkdown(sentence)}**`;
}

/**
 * A link.
 * @param words ours, not escaped
 * @param address from outside, escaped
 */
export function link(words: string, address: string): string {
  return `[${words}](<${escapeMarkdownTarget(address)}>)`;
}

/** Facts in one line; empty ones are left out. */
export function inLine(facts: readonly string[]): string {
  return facts.filter(fact => fact !== '').join(' · ');
}

/** Paragraphs; empty ones are left out. */
export function paragraphs(blocks: readonly string[]): string {
  return blocks.filter(block => block !== '').join('\n\n');
}

/** A list; entries are Markdown already. */
export function bullets(entries: readonly string[]): string {
  return entries.map(entry => `- ${entry}`).join('\n');
}
