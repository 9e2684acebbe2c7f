/** Type guards for values that came from outside: JSON, YAML, HTTP. */

export type UnknownRecord = Readonly<Record<string, unknown>>;

/** True for an object that is no array and not null. */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A guard for the members of a closed list: `const isKind = oneOf(KINDS)`. */
export function oneOf<T extends string>(list: readonly T[]): (value: unknown) => value is T {
  const members: ReadonlySet<unknown> = new Set(list);
  return (value): value is T => members.has(value);
}

/** The code of an error of Node (`ENOENT`); empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
