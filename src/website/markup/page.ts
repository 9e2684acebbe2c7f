/** One piece of markup → its sends and the code in it. */
import type { TextRange } from '../../text/document.js';
import { type Element, type ElementSend, sendsOfComponent, sendsOfElement } from '../elements.js';
import type { Send } from '../site.js';
import { handlersOf, withBindings } from './bindings.js';
import { handlerCode } from './entities.js';
import { formSends, inputSends, type OpenForm, openForm, placed } from './forms.js';
import { placeIn } from './places.js';
import { type CodeHabits, scriptKind } from './script-types.js';
import type { Scripts } from './scripts.js';
import { shortCodesIn } from './short-codes.js';
import { type Attribute, readTags, type Tag } from './tags.js';

export interface PageWish {
  readonly habits: CodeHabits;
  /** Components that send to Mautic, as `spelling` writes them. */
  readonly helpers: ReadonlySet<string>;
  /** Code of events that is worth reading. */
  readonly matters: (code: string) => boolean;
}

const INPUTS: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button']);

/** A name of a component, however it is written: `MauticInput`, `mautic-input`. */
export function spelling(name: string): string {
  return name.toLowerCase().replaceAll('-', '');
}

/**
 * Reads markup whose template parts are replaced.
 * @param from where it stands in the file: added to all places
 * @param scripts gets the code
 */
export function readPage(markup: string, from: number, wish: PageWish, scripts: Scripts): Send[] {
  return new PageReader(markup, from, wish, scripts).read();
}

class PageReader {
  readonly #sends: Send[] = [];
  #form: OpenForm | undefined;
  /** Of the `script` that is open: what its code is. */
  #code: ReturnType<typeof scriptKind>;

  constructor(
    readonly markup: string,
    readonly from: number,
    readonly wish: PageWish,
    readonly scripts: Scripts,
  ) {}

  read(): Send[] {
    readTags(this.markup, this.from, this.wish.habits.selfCloses, {
      open: tag => this.#open(tag),
      close: name => {
        if (name === 'form') this.#endForm();
      },
      text: (at, inside) => this.#text(at, inside),
    });
    this.#endForm();
    return this.#sends;
  }

  #open({ name, attributes: written, ...tag }: Tag): void {
    const bound = withBindings(written);
    const attributes = new Map([...bound].map(([key, { value }]) => [key, value]));
    if (name === 'script') this.#code = attributes.get('src') ? undefined : scriptKind(attributes, this.wish.habits);
    this.#handlers(written);
    const place = (send: ElementSend): TextRange => this.#place(send, bound, tag);
    const element: Element = { name, attributes };
    if (this.wish.helpers.has(spelling(name))) this.#input({ element, read: sendsOfComponent, place });
    else if (INPUTS.has(name)) this.#input({ element, read: sendsOfElement, place });
    else {
      const sends = placed(sendsOfElement(element), place);
      if (name === 'form') this.#beginForm(attributes, sends);
      else this.#add(sends);
    }
  }

  #add(sends: readonly Send[]): void {
    for (const send of sends) this.#sends.push(send);
  }

  #beginForm(attributes: Element['attributes'], own: readonly Send[]): void {
    this.#endForm();
    this.#form = openForm(attributes, own);
  }

  #endForm(): void {
    if (this.#form !== undefined) this.#add(formSends(this.#form));
    this.#form = undefined;
  }

  #input(input: OpenForm['inputs'][number]): void {
    if (this.#form === undefined) this.#add(inputSends(input));
    else this.#form.inputs.push(input);
  }

  #place(send: ElementSend, attributes: ReadonlyMap<string, Attribute>, tag: TextRange): TextRange {
    const at = send.attribute === undefined ? undefined : attributes.get(send.attribute)?.at;
    return at === undefined || at.start === at.end ? tag : placeIn(this.#slice(at), at, send);
  }

  #slice({ start, end }: TextRange): string {
    return this.markup.slice(start - this.from, end - this.from);
  }

  #handlers(attributes: ReadonlyMap<string, Attribute>): void {
    for (const { at } of handlersOf(attributes)) {
      const code = handlerCode(this.#slice(at));
      if (this.wish.matters(code)) this.scripts.add({ dialect: this.wish.habits.dialect, scope: 'handler' }, at, code);
    }
  }

  #text(at: TextRange, inside: string): void {
    if (inside === '') this.#add(shortCodesIn(this.#slice(at), at.start));
    else if (inside === 'script' && this.#code !== undefined) this.scripts.add(this.#code, at, this.#slice(at));
  }
}
