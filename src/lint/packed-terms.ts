/** Terms as the build put them on shelves (scripts/shelves.mjs): a run that looks at a few texts sorts none of them. */
import type { Meaning, Shelves } from './term-index.js';

/** Lists that are looked for together. A list has a number: it counts those of the first meaning by language, then those of the second. */
export interface PackedTerms<T> {
  /** What the terms of lists say. */
  readonly says: readonly T[];
  /** The languages of which there are lists; without any, terms count in all. */
  readonly languages: readonly string[];
  /** A line a beginning; behind it, between tabs, the number of a list and those of its terms that begin so. */
  readonly shelves: string;
}

const UMLAUT = /[äöü]/u;

/** Makes them ready to be looked for; a line is read when it is asked for. */
export function unpack<T>({ says, languages, shelves }: PackedTerms<T>): Shelves<T> {
  const lines = new Map(shelves.split('\n').map(line => [line.slice(0, line.indexOf('\t')), line]));
  const step = Math.max(languages.length, 1);
  const meaningsOf = (part: string): readonly Meaning<T>[] => {
    const [number = '', terms = ''] = part.split(':');
    const language = languages[Number(number) % step];
    const at = Math.floor(Number(number) / step);
    // One or none: a meaning may be `undefined`.
    return says.slice(at, at + 1).flatMap(one => terms.split(',').map((term): Meaning<T> => ({ term, says: one, language })));
  };
  return {
    german: languages.includes('de') || (languages.length === 0 && UMLAUT.test(shelves)),
    take: beginning => lines.get(beginning)?.split('\t').slice(1).flatMap(meaningsOf),
  };
}
