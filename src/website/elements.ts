/** Elements of HTML or JSX → what they send to Mautic. */
import type { UnplacedSend } from './addresses.js';

/** An element, the way both readers hand it over. */
export interface Element {
  /** In lower case. */
  readonly name: string;
  /** By their names in lower case, as HTML has them; what is not known of a value are runs of `HOLE`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The form around it: its id or its name in the HTML; undefined outside of forms, and when it is not known. */
  readonly form?: string;
}

/** A send, and which attribute says so. */
export type ElementSend = UnplacedSend & { readonly attribute?: string };

/** What one element sends: scripts, images, frames, forms and their inputs, slots. */
export function sendsOfElement(_element: Element): ElementSend[] {
  return [];
}

/** Id or name of the form of Mautic that a `form` element posts to, by its address, id or name; undefined: it is none, or not known which. */
export function formOf(_attributes: ReadonlyMap<string, string>): string | undefined {
  return undefined;
}
