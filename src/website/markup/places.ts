/** Where in an attribute a send stands: the name where there is one, else the whole value. */
import type { TextRange } from '../../text/document.js';
import type { UnplacedSend } from '../addresses.js';

/** Nobody writes longer addresses by hand. */
const LONGEST = 4000;

/** @param raw the value as it stands in the file, from `at.start` on */
export function placeIn(raw: string, at: TextRange, send: UnplacedSend): TextRange {
  if (send.certainty !== 'literal' || send.key === '' || raw.length > LONGEST) return at;
  const offset = offsetOf(raw, send);
  return offset < 0 ? at : { start: at.start + offset, end: at.start + offset + send.key.length };
}

function offsetOf(raw: string, { what, key, inUrl }: UnplacedSend): number {
  if (what === 'form_field') return raw.trim() === key ? raw.indexOf(key) : raw.indexOf(`[${key}]`) + 1 || -1;
  if (what === 'slot') return raw.indexOf(key);
  if (inUrl !== true) return -1;
  if (what === 'tag' || what === 'tag_removed') return nextTag(raw, raw.search(/(?<=[?&;]tags(?:%5B%5D|\[\])?=)/iu), key);
  const sign = [`?${key}`, `&${key}`, `;${key}`].map(text => nextName(raw, text)).find(found => found >= 0);
  return sign === undefined ? -1 : sign + 1;
}

/** The parameter itself, not one whose name only begins like it. */
function nextName(raw: string, text: string): number {
  for (let at = raw.indexOf(text); at >= 0; at = raw.indexOf(text, at + 1)) {
    if (!/[\w.-]/u.test(raw.charAt(at + text.length))) return at;
  }
  return -1;
}

/** The tag itself, not one whose name only ends like it. */
function nextTag(raw: string, from: number, tag: string): number {
  for (let at = from < 0 ? -1 : raw.indexOf(tag, from); at >= 0; at = raw.indexOf(tag, at + 1)) {
    if (/(?:[=,+\s-]|%2[CDB]|%20)$/iu.test(raw.slice(Math.max(at - 3, 0), at))) return at;
  }
  return -1;
}
