/** Leaves faulty parts out of a value, or puts what was meant in their place, so that only valid values are looked at further. */
import type { DocumentPath } from '../finding.js';
import { isRecord } from '../guards.js';

export interface Correction {
  readonly path: DocumentPath;
  /** Put in the place, also where nothing is yet; without it, the part is taken away. */
  readonly instead?: unknown;
}

interface Node {
  readonly below: Map<string | number, Node>;
  here?: Correction;
}

/** A copy with the corrections made; parts without any are shared with the original. An entry that is taken out of a list closes up. */
export function corrected(value: unknown, corrections: readonly Correction[]): unknown {
  const root: Node = { below: new Map() };
  for (const correction of corrections) {
    let node = root;
    for (const step of correction.path) {
      const next: Node = node.below.get(step) ?? { below: new Map() };
      node.below.set(step, next);
      node = next;
    }
    node.here ??= correction;
  }
  return copy(value, root);
}

function copy(value: unknown, node: Node): unknown {
  if (node.here !== undefined) return node.here.instead ?? null;
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => {
      const child = node.below.get(index);
      return child === undefined ? [entry] : isTakenOut(child) ? [] : [copy(entry, child)];
    });
  }
  if (!isRecord(value)) return value;
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of Object.entries(value)) {
    const child = node.below.get(key);
    if (child === undefined) map[key] = entry;
    else if (!isTakenOut(child)) map[key] = copy(entry, child);
  }
  for (const [key, { here }] of node.below) if (here?.instead !== undefined && !(key in map)) map[key] = here.instead;
  return map;
}

function isTakenOut({ here }: Node): boolean {
  return here !== undefined && here.instead === undefined;
}
