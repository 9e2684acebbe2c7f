/** What both readers of YAML agree on: the meaning of unquoted words, and how much is too much. */

export const LIMITS = {
  /** Deepest nesting of maps and lists. */
  depth: 50,
  /** Most values that aliases may add (billion laughs). */
  aliased: 100_000,
} as const;

const WORDS: ReadonlyMap<string, null | boolean> = new Map([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;

/**
 * What an unquoted word means: the null, true and false of YAML 1.2, and plain numbers. What loses something as a number stays text: `00120`,
 * `0x1F`, `+390301`, `1e5`, digits beyond what a number holds; dates, yes, no, on and off are texts.
 */
export function plainValue(source: string): unknown {
  const word = WORDS.get(source);
  if (word !== undefined) return word;
  if (!NUMBER.test(source)) return source;
  // -0 is 0.
  const number = Number(source) + 0;
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : source;
}
