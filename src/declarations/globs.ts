/** Globs in keys of item maps and in waivers: `*` any run of characters, `?` one, `\*` a star. */

/** Fewest literal characters that a glob may have. */
export const LEAST_LITERALS = 3;

export interface Glob {
  /** Characters that are no wildcard: the more, the more specific. */
  readonly literals: number;
  readonly matches: (key: string) => boolean;
}

/** Reads a key as a glob; null when it has no wildcard. Matching takes time linear in the key. */
export function globOf(key: string): Glob | null {
  if (!key.includes('*') && !key.includes('?')) return null;
  const parts = [...key.matchAll(/\\(.)|([*?])|([^\\*?]+|\\$)/gsu)];
  if (!parts.some(([, , wildcard]) => wildcard !== undefined)) return null;
  const steps = parts.flatMap(([, escaped, wildcard, literal]): Step[] =>
    wildcard === undefined ? [...(escaped ?? literal ?? '')] : [wildcard === '*' ? ANY : ONE],
  );
  const literals = steps.filter(step => typeof step === 'string').length;
  return { literals, matches: candidate => matches(steps, [...candidate]) };
}

/** Is it a glob with too few literal characters? It would match almost anything. */
export function isTooWide(key: string): boolean {
  const glob = globOf(key);
  return glob !== null && glob.literals < LEAST_LITERALS;
}

/** A key in which `\*` stands for a star, as it is written in Mautic. */
export function unescapeKey(key: string): string {
  return key.includes('\\') ? key.replace(/\\([*?\\])/gu, '$1') : key;
}

const ANY = Symbol('any run of characters');
const ONE = Symbol('one character');
type Step = string | typeof ANY | typeof ONE;

/** The usual two-pointer match: on a mismatch, go back to the last star only, so that no pattern takes more than length × length. */
function matches(steps: readonly Step[], text: readonly string[]): boolean {
  let step = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    if (steps[step] === ANY) {
      star = step++;
      starAt = at;
    } else if (step < steps.length && (steps[step] === ONE || steps[step] === text[at])) {
      step++;
      at++;
    } else if (star >= 0) {
      step = star + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  while (steps[step] === ANY) step++;
  return step === steps.length;
}
