/** Shapes that values of the team's own rules must have, with what does not fit and where. */
import { isRecord } from '../../guards.js';

/** What should stand there; `one-of` has a list. */
export type Expected =
  | 'text'
  | 'number'
  | 'boolean'
  | 'list'
  | 'object'
  | 'function'
  | 'nothing'
  | 'one-of'
  | 'id'
  | 'file'
  | 'placeholders'
  | 'rule';

export interface Misfit {
  /** Such as `text.it.message`; empty: the whole. */
  readonly at: string;
  readonly expected: Expected;
  readonly list?: string;
}

export type Shape = (value: unknown, at: string) => readonly Misfit[];

const kindOf =
  (expected: Expected, fits: (value: unknown) => boolean): Shape =>
  (value, at) =>
    fits(value) ? [] : [{ at, expected }];

export const text = kindOf('text', value => typeof value === 'string');
export const someText = kindOf('text', value => typeof value === 'string' && value.trim() !== '');
export const number = kindOf('number', value => typeof value === 'number' && Number.isFinite(value));
export const boolean = kindOf('boolean', value => typeof value === 'boolean');
export const object = kindOf('object', isRecord);
export const nothing = kindOf('nothing', value => value === undefined);

/** One of a closed list. */
export function oneOf(list: readonly unknown[]): Shape {
  return (value, at) => (list.includes(value) ? [] : [{ at, expected: 'one-of', list: list.map(String).join(', ') }]);
}

/** A list, each of whose entries has the shape; misfits are told as `at[0]`. */
export function listOf(entry: Shape): Shape {
  return (value, at) =>
    Array.isArray(value) ? value.flatMap((inner, index) => entry(inner, `${at}[${index}]`)) : [{ at, expected: 'list' }];
}

/** A map whose values have one shape. */
export function mapOf(entry: Shape): Shape {
  return (value, at) =>
    isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => entry(inner, below(at, key))) : [{ at, expected: 'object' }];
}

/** An object with these keys; others are of no matter. */
export function record(keys: Readonly<Record<string, Shape>>): Shape {
  return (value, at) =>
    isRecord(value) ? Object.entries(keys).flatMap(([key, shape]) => shape(value[key], below(at, key))) : [{ at, expected: 'object' }];
}

/** What may be left out; null is not left out. */
export function optional(shape: Shape): Shape {
  return (value, at) => (value === undefined ? [] : shape(value, at));
}

/** The first shape that fits; what the last one says, if none does. */
export function either(...shapes: readonly Shape[]): Shape {
  return (value, at) => {
    const said = shapes.map(shape => shape(value, at));
    return said.find(misfits => misfits.length === 0) ?? said.at(-1) ?? [];
  };
}

/** The path of a key inside of a value: `text.en`; at the top the key alone. */
export function below(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
