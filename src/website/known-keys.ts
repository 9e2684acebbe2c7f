/** The keys that an object or array may have, as far as the code tells, in whatever language. */
export interface KnownKeys<K> {
  readonly keys: readonly K[];
  /** And others that cannot be known. */
  readonly isOpen: boolean;
}

/** The keys of several objects that become one. */
export function merged<K>(all: readonly KnownKeys<K>[]): KnownKeys<K> {
  return { keys: all.flatMap(({ keys }) => keys), isOpen: all.some(({ isOpen }) => isOpen) };
}
