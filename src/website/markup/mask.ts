/** Templates → markup of equal length: what is filled in becomes holes, what steers becomes spaces, ends of lines stay. */
import { blank, hole } from './blank.js';
import { COMMENT_BLOCK, COMMENT_END, DELIMITERS } from './delimiters.js';
import { phpSection, prints } from './php-sections.js';

interface Part {
  readonly end: number;
  readonly fills: boolean;
}

/** Where a template part may begin. */
const OPENING = /\{\{|\{%|\{#|\{!!|<%|<\?/gu;

/** A text with all parts of template languages replaced. PHP that prints counts as filled in. */
export function maskTemplates(text: string): string {
  const finder = new PartFinder(text);
  const opening = new RegExp(OPENING);
  const pieces: string[] = [];
  let last = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const part = finder.at(match.index);
    if (part === undefined) continue;
    const inner = text.slice(match.index, part.end);
    pieces.push(text.slice(last, match.index), part.fills ? hole(inner) : blank(inner));
    last = part.end;
    opening.lastIndex = part.end;
  }
  pieces.push(text.slice(last));
  return pieces.join('');
}

/** Finds the ends of parts; what has no end further on is not looked for again. */
class PartFinder {
  readonly #endless = new Set<string>();

  constructor(readonly text: string) {}

  at(start: number): Part | undefined {
    if (this.text.startsWith('<?', start)) return this.#php(start);
    const comment = this.#commentBlock(start);
    if (comment !== undefined) return comment;
    for (const { open, close, fills } of DELIMITERS) {
      if (!this.text.startsWith(open, start)) continue;
      const end = this.#find(close, start + open.length);
      if (end === undefined) continue;
      return { end: end + close.length, fills: fills(this.text.slice(start + open.length, end)) === 'output' };
    }
    return undefined;
  }

  #php(start: number): Part | undefined {
    const section = this.#endless.has('<?') ? undefined : phpSection(this.text, start);
    if (section === undefined) return undefined;
    // What never ends is PHP only where it says so.
    if (!section.isClosed && section.opening !== '<?php') {
      this.#endless.add('<?');
      return undefined;
    }
    return { end: section.end, fills: prints(this.text.slice(start, section.end)) };
  }

  #commentBlock(start: number): Part | undefined {
    COMMENT_BLOCK.lastIndex = start;
    if (this.#endless.has('comment') || !COMMENT_BLOCK.test(this.text)) return undefined;
    COMMENT_END.lastIndex = start;
    const end = COMMENT_END.exec(this.text);
    if (end !== null) return { end: end.index + end[0].length, fills: false };
    this.#endless.add('comment');
    return undefined;
  }

  #find(close: string, from: number): number | undefined {
    if (this.#endless.has(close)) return undefined;
    const end = this.text.indexOf(close, from);
    if (end >= 0) return end;
    this.#endless.add(close);
    return undefined;
  }
}
