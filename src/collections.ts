/** Maps that are filled value by value. */

/**
 * Groups entries by a key, keeping their order.
 * @returns the keys in the order in which they first came
 */
export function group<T, K>(entries: Iterable<T>, keyOf: (entry: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) append(groups, keyOf(entry), entry);
  return groups;
}

/** Adds a value to the list under a key; the first one makes the list. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The value under a key; where there is none, it is made and kept. */
export function getOrInsert<K, V extends object>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
