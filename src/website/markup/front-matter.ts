/** What stands in front of a template: YAML or TOML of site builders, code of Astro. */
import type { TextRange } from '../../text/document.js';
import { blank } from './blank.js';

/** Front matter between lines of dashes or plus signs at the start of a file; its inner range. */
export function frontMatter(text: string): TextRange | undefined {
  const fence = /^\s*(---|\+\+\+)[ \t]*\r?\n/u.exec(text);
  if (fence === null) return undefined;
  const start = fence[0].length;
  const end = text.indexOf(`\n${fence[1] ?? ''}`, start - 1);
  return end < 0 ? undefined : { start, end: end + 1 };
}

/** A text without its front matter, at equal length. */
export function withoutFrontMatter(text: string): string {
  const front = frontMatter(text);
  return front === undefined ? text : blank(text.slice(0, front.end + 3)) + text.slice(front.end + 3);
}
