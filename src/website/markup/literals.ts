/** Expressions in attributes of components → the text they are, as far as they are written out. */
import { hole } from './blank.js';

const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/gsu;
const JOINT = /^\s*\+(?:.*\+)?\s*$/su;
const LONGEST = 2000;

/**
 * An expression of texts joined by `+`, or a template literal, at equal length: in quotes, with holes for what is not written out.
 * @returns undefined when it is anything else
 */
export function literalText(expression: string): string | undefined {
  if (expression.length > LONGEST) return undefined;
  let read = '';
  let at = 0;
  for (const { 0: quoted, index } of expression.matchAll(TEXT)) {
    const gap = expression.slice(at, index);
    if (at === 0 ? gap.trim() !== '' : !JOINT.test(gap)) return undefined;
    // The quotes around a gap are part of what is not written out.
    read = at === 0 ? `${gap}"` : read.slice(0, -1) + hole(`+${gap}+`);
    read += `${innerText(quoted)}"`;
    at = index + quoted.length;
  }
  const rest = expression.slice(at);
  return at === 0 || rest.trim() !== '' ? undefined : read + rest;
}

function innerText(quoted: string): string {
  const inner = quoted.slice(1, -1).replaceAll('"', ' ');
  return quoted.startsWith('`') ? inner.replace(/\$\{[^{}]*\}/gu, hole) : inner;
}
