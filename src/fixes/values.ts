/** What the values of a file are to be after changes. Held against what they are, it shows whether an edit changed anything else. */
import { group } from '../collections.js';
import { isRecord } from '../guards.js';
import { parseYaml } from '../text/yaml.js';
import type { PlacedChange } from './changes.js';

/** Do the values of a text differ from those of before by the changes and nothing else? What is empty may be nothing as well. */
export function holdsAfter(before: unknown, changes: readonly PlacedChange[], after: unknown): boolean {
  return isSame(changed(before, 0, changes), after);
}

/** A value after the changes at it and in it; the first `depth` steps of their paths lead to it. */
function changed(value: unknown, depth: number, changes: readonly PlacedChange[]): unknown {
  const here = changes.filter(({ place }) => place.path.length === depth);
  const replaced = here.find(({ place, ...change }) => change.do === 'replace' && place.at === 'value');
  if (replaced?.do === 'replace') return replaced.by;
  const inside = group(
    changes.filter(({ place }) => place.path.length > depth),
    ({ place }) => place.path[depth] ?? '',
  );
  const appended = here.flatMap(change => (change.do === 'append' ? itemsIn(change.items) : []));
  if (Array.isArray(value) || appended.length > 0) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const kept = list.flatMap((entry, index) => partsOf(entry, index, depth + 1, inside.get(index)).map(([, part]) => part));
    return [...kept, ...appended];
  }
  const map = isRecord(value) ? value : {};
  const made = [...inside.keys()].filter(step => !Object.hasOwn(map, step)).map(step => [String(step), undefined] as const);
  const added = here.flatMap(change => (change.do === 'add' ? pairsIn(change.lines) : []));
  if (!isRecord(value) && made.length + added.length === 0) return value;
  const pairs = [...Object.entries(map), ...made].flatMap(([key, entry]) => partsOf(entry, key, depth + 1, inside.get(key)));
  return new Map([...pairs, ...added]);
}

/** An entry under its key, which may be another one now; none when it is taken out. */
function partsOf(
  entry: unknown,
  step: string | number,
  depth: number,
  changes: readonly PlacedChange[] = [],
): readonly (readonly [key: string | number, value: unknown])[] {
  if (changes.length === 0) return [[step, entry]];
  const own = changes.filter(({ place }) => place.path.length === depth);
  if (own.some(change => change.do === 'remove')) return [];
  const renamed = own.find(change => change.do === 'replace' && change.place.at === 'key');
  return [[renamed?.do === 'replace' ? String(renamed.by) : step, changed(entry, depth, changes)]];
}

function pairsIn(lines: string): [string, unknown][] {
  const { value } = parseYaml(lines);
  return isRecord(value) ? Object.entries(value) : [];
}

function itemsIn(items: readonly string[]): readonly unknown[] {
  const { value } = parseYaml(items.join('\n'));
  return Array.isArray(value) ? value : [];
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other) || (isEmpty(one) && isEmpty(other))) return true;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((entry, at) => isSame(entry, other[at]));
  const [first, second] = [pairsOf(one), pairsOf(other)];
  if (first === undefined || second === undefined || first.size !== second.size) return false;
  return [...first].every(([key, entry]) => second.has(key) && isSame(entry, second.get(key)));
}

function pairsOf(value: unknown): ReadonlyMap<unknown, unknown> | undefined {
  if (value instanceof Map) return value;
  return isRecord(value) ? new Map(Object.entries(value)) : undefined;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return pairsOf(value)?.size === 0;
}
