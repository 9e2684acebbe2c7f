/** Vue: what texts fill in between braces → holes of equal length; in code, braces are code. */
import { hole } from './blank.js';

/** Of the same length, so that places hold; what stands in `script` and `style` is left as it is. */
export function maskInterpolations(text: string): string {
  const opening = /<(script|style)\b|\{\{/giu;
  const pieces: string[] = [];
  let last = 0;
  let isEndless = false;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [found, code] = match;
    if (code === undefined && isEndless) continue;
    const close = text.indexOf(code === undefined ? '}}' : `</${code.toLowerCase()}`, opening.lastIndex);
    const end = close < 0 ? text.length : close + (code === undefined ? found.length : 0);
    isEndless = close < 0;
    if (code === undefined && isEndless) continue;
    const part = text.slice(match.index, end);
    pieces.push(text.slice(last, match.index), code === undefined ? hole(part) : part);
    last = end;
    opening.lastIndex = end;
  }
  return [...pieces, text.slice(last)].join('');
}
