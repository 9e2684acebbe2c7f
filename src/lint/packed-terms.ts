/** Terms as the build put them on shelves (scripts/shelves.mjs): a run that looks at a few texts sorts none of them. */
import { laterBy } from '../text/later.js';
import type { Meaning, Shelves } from './term-index.js';

/** Lists that are looked for together. A list has a number: it counts those of the first meaning by language, then those of the second. */
export interface PackedTerms<T> {
  /** What the terms of lists say. */
  readonly says: readonly T[];
  /** The languages of which there are lists; without any, terms count in all. */
  readonly languages: readonly string[];
  /**
   * Shelf by shelf with an empty line in front, the one of what begins with `a` after `a` in a line of its own, that of open beginnings after
   * `*`. Then a line a beginning; behind it, between tabs, the number of a list and those of its terms that begin so.
   */
  readonly shelves: string;
}

const UMLAUT = /[äöü]/u;

/** Makes them ready to be looked for; a shelf is read when it is asked for. */
export function unpack<T>({ says, languages, shelves }: PackedTerms<T>): Shelves<T> {
  const step = Math.max(languages.length, 1);
  const shelfOf = laterBy((letter: string): string => between(shelves, `\n\n${letter}`, '\n\n') ?? '');
  const meaningsOf = (part: string): readonly Meaning<T>[] => {
    const [number = '', terms = ''] = part.split(':');
    const language = languages[Number(number) % step];
    const at = Math.floor(Number(number) / step);
    // One or none: a meaning may be `undefined`.
    return says.slice(at, at + 1).flatMap(one => terms.split(',').map((term): Meaning<T> => ({ term, says: one, language })));
  };
  return {
    german: languages.includes('de') || (languages.length === 0 && UMLAUT.test(shelves)),
    take: beginning => {
      const lists = between(shelfOf(beginning.slice(0, 1) || '*'), `\n${beginning}\t`, '\n');
      return lists?.split('\t').flatMap(meaningsOf);
    },
  };
}

/** What follows `start` in a text, up to `end` or its end; undefined where `start` does not stand. */
function between(text: string, start: string, end: string): string | undefined {
  const at = text.indexOf(start);
  if (at < 0) return undefined;
  const from = at + start.length;
  const to = text.indexOf(end, from);
  return text.slice(from, to < 0 ? undefined : to);
}
