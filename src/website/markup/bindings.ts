/** Attributes as templates of components write them: bound ones become ordinary ones, and those that handle events are told. */
import { HOLE } from '../site.js';
import { literalText } from './literals.js';
import type { Attribute } from './tags.js';

/** `:name`, `v-bind:name` of Vue, `x-bind:name` of Alpine, `[name]`, `[attr.name]` of Angular. */
const BOUND = /^(?::|v-bind:|x-bind:|\[(?:attr\.)?)([\w-]+)(?:\.[\w.]+)?\]?$/u;
/** `onclick`; `@click`, `v-on:click` of Vue; `x-on:click` of Alpine; `on:click` of Svelte; `(click)` of Angular. */
const HANDLER = /^(?:on[a-z]+|@[a-z][\w:.-]*|(?:v-on|x-on|on):[a-z].*|\([a-z][\w.]*\))$/u;

type Attributes = ReadonlyMap<string, Attribute>;

/** Attributes by the names that HTML has for them. */
export function withBindings(attributes: Attributes): Attributes {
  const read = new Map<string, Attribute>();
  for (const [name, attribute] of attributes) {
    const bound = BOUND.exec(name)?.[1];
    if (bound === undefined) read.set(name, attribute);
    else if (!read.has(bound)) read.set(bound, { ...attribute, value: boundValue(attribute.value) });
  }
  return read;
}

function boundValue(expression: string): string {
  return literalText(expression)?.trim().slice(1, -1) ?? HOLE.repeat(Math.max(expression.length, 1));
}

/** `javascript:mt(…)` of a link or button: as code, the word in front is a label, and does nothing. */
const CODE_ADDRESS = /^\s*javascript:/iu;

/** The attributes whose values are code that runs on an event. */
export function handlersOf(attributes: Attributes): Attribute[] {
  return [...attributes]
    .filter(([name, { value }]) => (HANDLER.test(name) ? value !== '' : CODE_ADDRESS.test(value)))
    .map(([, attribute]) => attribute);
}
