/** Where code of PHP begins and ends in a template, without its grammar: what broken code would hide is still seen. */
import type { TextRange } from '../../text/document.js';

/** What ends a section, or hides its end: texts, comments, here documents. */
const SIGN = /\?>|['"`]|\/\*|\/\/|#(?!\[)|<<<[ \t]*(["']?)([A-Za-z_]\w{0,80})\1\r?\n/gu;
const OPENING = /<\?(?:php(?![\w-])|=|xml\b|(?=\s))/uy;

/** A section of PHP; one that never ends goes on to the end of the file. */
interface PhpSection extends TextRange {
  readonly opening: string;
  readonly isClosed: boolean;
}

/** The section of PHP that opens at a place; undefined: none does. */
export function phpSection(text: string, start: number): PhpSection | undefined {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const end = endOf(text, start + opening.length);
  return { start, end: end ?? text.length, opening, isClosed: end !== undefined };
}

function endOf(text: string, from: number): number | undefined {
  SIGN.lastIndex = from;
  for (let match = SIGN.exec(text); match !== null; match = SIGN.exec(text)) {
    if (match[0] === '?>') return match.index + 2;
    const next = skipped(text, match);
    if (next === undefined) return undefined;
    SIGN.lastIndex = next;
  }
  return undefined;
}

/** Where a text, comment or here document ends; undefined: it does not. */
function skipped(text: string, match: RegExpExecArray): number | undefined {
  const [sign, , label] = match;
  const from = match.index + sign.length;
  if (label !== undefined) return afterMatch(new RegExp(`\\n[ \\t]*${label}\\b`, 'gu'), text, from - 1);
  if (sign === '/*') return afterMatch(/\*\//gu, text, from);
  // A comment of one line ends before the end of the section.
  if (sign === '//' || sign === '#') return afterMatch(/\n|(?=\?>)/gu, text, from);
  return textEnd(text, sign, from);
}

function afterMatch(ends: RegExp, text: string, from: number): number | undefined {
  ends.lastIndex = from;
  const match = ends.exec(text);
  return match === null ? undefined : match.index + match[0].length;
}

function textEnd(text: string, quote: string, from: number): number | undefined {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    let first = at;
    while (first > from && text.charAt(first - 1) === '\\') first -= 1;
    if ((at - first) % 2 === 0) return at + 1;
  }
  return undefined;
}

const PRINTS =
  /^<\?=|\b(?:echo|print|printf|vprintf|_e|_ex|esc_\w+_e|bloginfo|the_\w+|do_action|settings_fields|wp_nonce_field|json_encode|readfile)\b/u;

/** Whether a section prints something; else it only steers. */
export function prints(section: string): boolean {
  return PRINTS.test(section);
}
