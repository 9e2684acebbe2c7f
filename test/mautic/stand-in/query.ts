/** A query as PHP reads it: `where[0][col]=id` is an array, the last of two equal names wins. */

export interface Query {
  /** A plain value; undefined when it is missing or an array. */
  readonly text: (name: string) => string | undefined;
  /** True for `name[]=x` or `name[0][col]=x`. */
  readonly isArray: (name: string) => boolean;
  /** Of `name[0][col]=id`: `0` and the inner names with their values; `name[0]=x` gives the inner name ''. */
  readonly groups: (name: string) => readonly ReadonlyMap<string, string>[];
  readonly has: (name: string) => boolean;
  readonly pairs: readonly (readonly [string, string])[];
}

const PARTS = /^([^[\]]+)((?:\[[^\]]*\])*)$/u;

export function parseQuery(raw: string): Query {
  const pairs = [...new URLSearchParams(raw)];
  const plain = new Map<string, string>();
  const arrays = new Map<string, Map<string, Map<string, string>>>();
  for (const [name, value] of pairs) {
    const [, top = name, rest = ''] = PARTS.exec(name) ?? [];
    if (rest === '') {
      plain.set(top, value);
      continue;
    }
    const groups = arrays.get(top) ?? new Map<string, Map<string, string>>();
    const [first = '', ...inner] = rest.slice(1, -1).split('][');
    const position = first === '' ? String(groups.size) : first;
    const group = groups.get(position) ?? new Map<string, string>();
    arrays.set(top, groups.set(position, group.set(inner.join('.'), value)));
  }
  return {
    text: name => plain.get(name),
    isArray: name => arrays.has(name),
    groups: name => [...(arrays.get(name)?.values() ?? [])],
    has: name => plain.has(name) || arrays.has(name),
    pairs,
  };
}

/** `(int) $value` of PHP. */
export function phpInteger(value: string): number {
  return Number(/^\s*[+-]?\d+/u.exec(value)?.[0] ?? 0);
}
