/** Comments `purposelint-ignore RULE: reason` in the code of a website, in whatever way the language of the file writes comments. */
import { linesOf } from '../text/position.js';
import type { Ignore } from './site.js';

const WORD = 'purposelint-ignore';
/** The start of a comment, the word, the rule (whatever stands in its place), and the reason up to the end of the comment or line. */
const IGNORE =
  /(?:\/\/|\/\*+|<!--|\{#|\{\{!(?:--)?|<%#|#|\{%-?\s*comment\s*-?%\})[ \t]*purposelint-ignore(?![\w-])[ \t]*([^:\r\n]{0,200}?)[ \t]*(?::[ \t]*(.*?))?[ \t]*(?=\*\/|-->|#\}|(?:--)?\}\}|%>|\?>|\{%-?\s*endcomment|$)/gmu;

/** Every such comment of a text, in its order. */
export function ignoresIn(text: string): Ignore[] {
  if (!text.includes(WORD)) return [];
  const lines = linesOf(text);
  return [...text.matchAll(IGNORE)].map(match => {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const { line, column } = lines.position(start);
    // In front of a comment that stands alone may be what opens it inside other code: `{/* … */}`.
    const isAlone = /^[\s{]*$/u.test((lines.line(line) ?? '').slice(0, column - 1));
    return { rule: match[1] ?? '', reason: (match[2] ?? '').trim(), start, end, line: isAlone ? line + 1 : line };
  });
}
