/** Positions of signs that a piece of markup may matter: of a token, or of an address in a style, plain or as a character reference. */

/** The first position of a sign from a position on; -1: there is none. */
type Find = (markup: string, from: number) => number;

const plain =
  (sign: string): Find =>
  (markup, from) =>
    markup.indexOf(sign, from);

/** Where a character stands that an expression accepts together with what is around it. */
const around =
  (character: string, back: number, accept: RegExp): Find =>
  (markup, from) => {
    for (let at = markup.indexOf(character, from); at >= 0; at = markup.indexOf(character, at + 1)) {
      accept.lastIndex = at - back;
      if (at >= back && accept.test(markup)) return at;
    }
    return -1;
  };

/** References to visible characters of ASCII, and to those with a name that tokens, styles and addresses need. */
const REFERENCE = /&(?:#0*(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)|#x0*[2-7][0-9a-f](?![0-9a-f])|lbrace|lcub|percnt|lpar|commat|sol)/iy;

const SIGNS: readonly Find[] = [plain('{'), plain('%7'), around('(', 3, /url\(/iy), around('@', 0, /@import/iy), around('&', 0, REFERENCE)];

/** Signs of one markup, asked for from its start to its end. */
export class Signs {
  readonly #markup: string;
  readonly #next: number[] = SIGNS.map(() => -1);
  #nearest = -1;

  constructor(markup: string) {
    this.#markup = markup;
  }

  /** The first sign at this position or behind it; the length of the markup when there is none. Positions must not go back. */
  next(from: number): number {
    if (this.#nearest < from) this.#nearest = this.#look(from);
    return this.#nearest;
  }

  #look(from: number): number {
    let nearest = this.#markup.length;
    SIGNS.forEach((find, index) => {
      let next = this.#next[index] ?? -1;
      if (next < from) {
        const found = find(this.#markup, from);
        next = found < 0 ? this.#markup.length : found;
        this.#next[index] = next;
      }
      if (next < nearest) nearest = next;
    });
    return nearest;
  }
}
