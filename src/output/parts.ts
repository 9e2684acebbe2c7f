/** A sentence in parts, before a format writes it: what is ours, what came from outside, and what is to be typed. */

/** text: words of ours; value: from Mautic or from a declaration, raw; code: to type or to look up, raw. */
export interface MessagePart {
  readonly kind: 'text' | 'value' | 'code';
  readonly text: string;
}

export type Sentence = readonly MessagePart[];

/** How a format writes what is not ours. */
export interface Writer {
  readonly escape: (value: string) => string;
  readonly code: (text: string) => string;
}

/** Words of ours: written as they are, in no format escaped. */
export const text = (words: string): MessagePart => ({ kind: 'text', text: words });
/** What came from outside, such as a name in Mautic: each format escapes it. */
export const value = (raw: string): MessagePart => ({ kind: 'value', text: raw });
/** What is to be typed: each format sets it apart, and escapes it as well. */
export const code = (typed: string): MessagePart => ({ kind: 'code', text: typed });

/** Writes a sentence: values and text to type through the format's own helpers, words of ours as they are. */
export function write(sentence: Sentence, writer: Writer): string {
  return sentence.map(part => writePart(part, writer)).join('');
}

function writePart({ kind, text }: MessagePart, writer: Writer): string {
  if (kind === 'text') return text;
  return kind === 'value' ? writer.escape(text) : writer.code(text);
}

/** The raw text of a sentence: for data, never for a terminal. */
export function plainText(sentence: Sentence): string {
  return sentence.map(part => part.text).join('');
}

/** Sentences with something between them. */
export function joinedBy(between: string, sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [text(between), ...sentence]));
}

/** `a, b and c` of parts that may be several sentences' worth each. */
export function listed(entries: readonly Sentence[], and: string): Sentence {
  return entries.flatMap((entry, index) => {
    if (index === 0) return entry;
    return [text(index === entries.length - 1 ? ` ${and} ` : ', '), ...entry];
  });
}

/** With a capital at the start, where that is a word of ours. */
export function capital(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence;
  return first?.kind === 'text' ? [text(capitalised(first.text)), ...rest] : sentence;
}

/** The same of a plain text. */
export function capitalised(words: string): string {
  const [first = ''] = words;
  return `${first.toUpperCase()}${words.slice(first.length)}`;
}
