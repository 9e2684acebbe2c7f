/** The form and the order of uses in a file (docs/snapshot-format.md, sections 4 and 5). */
import type { AnyUse, Use } from '../snapshot.js';
import { compareBytes } from '../texts/values.js';

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

/** A use with its properties in the order of the file, without those that are undefined. */
export function ordered(use: Pick<Use, 'from' | 'how' | 'to' | 'at'> & Partial<Loose<Use>>): Use {
  const { from, how, to, at, id, type, n, group, part, param, as, op, value, values, url, delta, staff } = use;
  // assigned one by one: there may be hundreds of thousands
  const line: Use = { from, how, to, at };
  if (id !== undefined) line.id = id;
  if (type !== undefined) line.type = type;
  if (n !== undefined) line.n = n;
  if (group !== undefined) line.group = group;
  if (part !== undefined) line.part = part;
  if (use.in !== undefined) line.in = use.in;
  if (param !== undefined) line.param = param;
  if (as !== undefined) line.as = as;
  if (op !== undefined) line.op = op;
  if (value !== undefined) line.value = value;
  if (values !== undefined) line.values = values;
  if (url !== undefined) line.url = url;
  if (delta !== undefined) line.delta = delta;
  if (staff !== undefined) line.staff = staff;
  return line;
}

/** Order of two uses of one item: place, id, group, row (absent first), part, how, target. What is the same so far goes by its whole line. */
export function compareUses(a: AnyUse, b: AnyUse): number {
  return (
    compareBytes(a.at, b.at) ||
    (a.id ?? -1) - (b.id ?? -1) ||
    (a.group ?? -1) - (b.group ?? -1) ||
    (a.n ?? -1) - (b.n ?? -1) ||
    compareBytes(a.part ?? '', b.part ?? '') ||
    compareBytes(a.how, b.how) ||
    compareBytes(a.to, b.to)
  );
}
