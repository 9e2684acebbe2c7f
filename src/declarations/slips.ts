/** Slips that neither the parser nor the schema tells by their name, and the text does: a blank that is missing, quotes inside of quotes. */

/** `key:value`; an address has a colon of its own. */
const LACKS_BLANK = /^([^\s"'{}[\],:]+):(?!\/\/)\S/u;

/** The key in a text whose colon has no blank behind it, so that it is no key. */
export function keyWithoutBlank(text: string): string | undefined {
  return LACKS_BLANK.exec(text)?.[1];
}

/** `key:{a: b}` is read as a text up to the colon inside. */
const OPENS_WITHOUT_BLANK = /^\s*[^\s"'{}[\],:]+:[{[]/u;
const KEY_REASONS: ReadonlySet<string> = new Set(['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR']);

/**
 * A code that says more than the one of the parser, or that one.
 * @param value what the parser complains about
 * @param before what stands in front of it in its line
 * @param rest of the line, from where it begins
 */
export function closerReason(reason: string, value: string, before: string, rest: string): string {
  // The value goes on in the next line, and there is the colon.
  if (reason === 'BLOCK_AS_IMPLICIT_KEY' && !/:(?:\s|$)/u.test(rest)) return 'NEXT_TOO_FAR';
  if (KEY_REASONS.has(reason) && keyWithoutBlank(value) !== undefined) return 'NO_BLANK';
  if (reason !== 'UNEXPECTED_TOKEN') return reason;
  if (OPENS_WITHOUT_BLANK.test(before) || (/["']$/u.test(before) && /^:\S/u.test(rest))) return 'NO_BLANK';
  const [, quote, blank] = /(["'])(\s*)$/u.exec(before) ?? [];
  if (quote === undefined || (blank !== '' && !value.endsWith(quote))) return reason;
  return quote === "'" ? 'APOSTROPHE_INSIDE' : 'QUOTE_INSIDE';
}
