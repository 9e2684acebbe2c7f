/** Svelte and Astro: expressions in braces inside tags → texts or holes of equal length; those that handle events are told, too. */
import type { TextRange } from '../../text/document.js';
import { hole } from './blank.js';
import { literalText } from './literals.js';

interface MaskedComponent {
  readonly text: string;
  /** Code that runs on an event. */
  readonly handlers: readonly TextRange[];
}

const START = /<!--|<(script|style)\b|<[a-z]/giu;
const IN_TAG = /[>"'{]/gu;
/** The name of the attribute that an expression is the value of. */
const OWNER = /([^\s=<>"'{}]+)\s*=\s*$/u;
const HANDLER = /^on(?::\w|[a-z])/iu;

/** @param quoted whether braces count inside quotes, too (Svelte) */
export function maskComponent(text: string, quoted: boolean): MaskedComponent {
  return new ComponentMask(text, quoted).read();
}

class ComponentMask {
  readonly #pieces: string[] = [];
  readonly #handlers: TextRange[] = [];
  #last = 0;
  /** No brace closes any more from here on: none is looked for again. */
  #endless = false;

  constructor(
    readonly text: string,
    readonly quoted: boolean,
  ) {}

  read(): MaskedComponent {
    START.lastIndex = 0;
    for (let match = START.exec(this.text); match !== null; match = START.exec(this.text)) {
      const [found, code] = match;
      const from = match.index + found.length;
      const end = found === '<!--' ? this.#after('-->', from) : this.#tag(from);
      START.lastIndex = code === undefined ? end : this.#after(`</${code.toLowerCase()}`, end);
    }
    return { text: [...this.#pieces, this.text.slice(this.#last)].join(''), handlers: this.#handlers };
  }

  #after(close: string, from: number): number {
    const at = this.text.indexOf(close, from);
    return at < 0 ? this.text.length : at;
  }

  /** Goes through one tag; returns where it ends. */
  #tag(from: number): number {
    IN_TAG.lastIndex = from;
    for (let match = IN_TAG.exec(this.text); match !== null; match = IN_TAG.exec(this.text)) {
      const at = match.index;
      if (match[0] === '>') return at + 1;
      IN_TAG.lastIndex = match[0] === '{' ? this.#expression(at) : this.#quotedValue(at, match[0]);
    }
    return this.text.length;
  }

  #quotedValue(start: number, quote: string): number {
    const end = this.text.indexOf(quote, start + 1);
    if (end < 0) return this.text.length;
    if (this.quoted) {
      const value = this.text.slice(start, end);
      if (value.includes('{')) this.#replace(start, end, value.replace(/\{[^{}]*\}/gu, hole));
    }
    return end + 1;
  }

  #expression(start: number): number {
    const end = this.#endless ? undefined : braceEnd(this.text, start);
    if (end === undefined) {
      this.#endless = true;
      return start + 1;
    }
    const inner = this.text.slice(start + 1, end - 1);
    const owner = OWNER.exec(this.text.slice(Math.max(start - 100, 0), start))?.[1];
    if (owner !== undefined && HANDLER.test(owner)) this.#handlers.push({ start: start + 1, end: end - 1 });
    const text = owner === undefined ? undefined : literalText(inner);
    this.#replace(start, end, text === undefined ? hole(`{${inner}}`) : ` ${text} `);
    return end;
  }

  #replace(start: number, end: number, by: string): void {
    this.#pieces.push(this.text.slice(this.#last, start), by);
    this.#last = end;
  }
}

/** `{ok && <p/>}`, `{ok ? (<p/>) : <b/>}` */
const CONDITION = /\{[^{}<]{1,300}(?:&&|\|\||\?\?|\?)\s*\(?\s*<[a-z]/giu;

/** Expressions in which elements stand behind a condition. */
export function conditionalExpressions(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  const condition = new RegExp(CONDITION);
  for (let match = condition.exec(text); match !== null; match = condition.exec(text)) {
    const end = braceEnd(text, match.index);
    if (end === undefined) break;
    ranges.push({ start: match.index, end });
    condition.lastIndex = end;
  }
  return ranges;
}

const IN_BRACES = /[{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|(?<!:)\/\/[^\n]*/gsu;

/** Where the expression that opens with a brace ends; undefined: never. */
function braceEnd(text: string, start: number): number | undefined {
  IN_BRACES.lastIndex = start;
  let depth = 0;
  for (let match = IN_BRACES.exec(text); match !== null; match = IN_BRACES.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index + match[0].length;
  }
  return undefined;
}
