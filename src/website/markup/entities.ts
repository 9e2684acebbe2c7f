/** Escaped code → code of equal length, so that places stay: `&quot;send&quot;`, `\'send\'`. */

const ENTITIES = /(?:&(?:quot|apos|amp|lt|gt|#0?39|#x27|#34);)+/giu;
const SIGNS: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  amp: '&',
  lt: '<',
  gt: '>',
};

/** The code of an attribute that handles an event. */
export function handlerCode(raw: string): string {
  if (!raw.includes('&')) return raw;
  return padded(raw, ENTITIES, run => [...run.matchAll(/&([^;]+);/gu)].map(([, name = '']) => SIGNS[name.toLowerCase()] ?? ' ').join(''));
}

/** The text of a quoted text of PHP, whose quotes are escaped. */
export function unescaped(raw: string): string {
  return raw.includes('\\') ? padded(raw, /\\["'$\\/]/gu, sign => sign.slice(1)) : raw;
}

/** A quote that opens gets the spaces in front of it, all else behind it: texts keep what is in them. */
function padded(raw: string, find: RegExp, decode: (escaped: string) => string): string {
  const open = new Set<string>();
  return raw.replace(find, escaped => {
    const text = decode(escaped);
    const opens = /^["']$/u.test(text) && !open.has(text);
    if (opens) open.add(text);
    else open.delete(text);
    return opens ? text.padStart(escaped.length) : text.padEnd(escaped.length);
  });
}
