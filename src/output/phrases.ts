/** Names and lists as parts of sentences, the same in every report. */
import { joinedBy, listed, type Sentence, text, value } from './parts.js';
import { cutName } from './values.js';
import type { Words } from './words.js';

/** A name from Mautic between quotes. */
export function quoted(name: string, { quotes: [open, close] }: Words): Sentence {
  return [text(open), value(cutName(name)), text(close)];
}

/** A word of a closed list; what is not on it is shown as it is. */
export function wordIn(list: Readonly<Record<string, string>>, raw: string): Sentence {
  const word = Object.hasOwn(list, raw) ? list[raw] : undefined;
  return word === undefined ? [value(cutName(raw))] : [text(word)];
}

/** `a, b and c`; of more than `most` the first, `and 4 more`. */
export function listedUpTo(most: number, entries: readonly Sentence[], words: Words): Sentence {
  const rest = entries.length - most;
  return rest <= 0 ? listed(entries, words.and) : [...joinedBy(', ', entries.slice(0, most)), text(` ${words.more(rest)}`)];
}
