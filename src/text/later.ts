/**
 * What is made when it is first asked for, and handed out from then on: indexes that a run may not need, and regular expressions, which the
 * engine reads when they are made; it looks `\p{…}` up in its tables of letters, which takes up to a millisecond for each.
 */
export function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same for what is made of a key. */
export function laterBy<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** A property that is made when it is first asked for gives way to what was made. */
export function made<T>(owner: object, name: string, value: T): T {
  Object.defineProperty(owner, name, { value, enumerable: true });
  return value;
}
