/** Notes which parts of the declarations are read in a run, and in whose work: that of a rule, or of what rules share. */
import type { Observer } from '../observer.js';

/** One who reads: a rule or something shared. */
interface Reader {
  readonly parts: Set<string>;
  /** What it has asked for that others may share. */
  readonly touched: Set<string>;
}

export interface ReadLog extends Observer {
  /** Somebody reads a part: `contact_fields.why`, `#references`. Outside of any work nobody does. */
  note(part: string): void;
  /** Of all who have read by now: those in whose work one of the parts was read, or who asked for something of which that is true. */
  readersOf(parts: ReadonlySet<string>): ReadonlySet<string>;
}

/** A log in which nothing stands. Nothing is forgotten: somebody may still hold what was worked out from it. */
export function readLog(): ReadLog {
  const readers = new Map<string, Reader>();
  let current: Reader | undefined;

  function readerOf(name: string): Reader {
    const reader = readers.get(name) ?? { parts: new Set(), touched: new Set() };
    readers.set(name, reader);
    return reader;
  }

  function within<T>(reader: Reader, work: () => T): T {
    const outer = current;
    current = reader;
    try {
      return work();
    } finally {
      current = outer;
    }
  }

  /** A function of something shared, as work of what is shared. */
  function asWork<F extends object>(name: string, work: F): F {
    return new Proxy(work, {
      apply: (target, self, given) =>
        within(readerOf(name), (): unknown => (typeof target === 'function' ? Reflect.apply(target, self, given) : undefined)),
    });
  }

  return {
    note: part => current?.parts.add(part),
    touch: name => current?.touched.add(name),
    measure: (name, work) => within(readerOf(name), work),
    share: (name, shared) => {
      if (typeof shared === 'function') return asWork(name, shared);
      if (typeof shared !== 'object' || shared === null || Object.getPrototypeOf(shared) !== Object.prototype) return shared;
      const members = new Map<PropertyKey, unknown>();
      return new Proxy(shared, {
        get: (target, key) => {
          const member: unknown = members.get(key) ?? Reflect.get(target, key);
          if (typeof member !== 'function') return member;
          const work = members.get(key) ?? asWork(name, member);
          members.set(key, work);
          return work;
        },
      });
    },
    readersOf: parts => {
      const found = new Set([...readers].flatMap(([name, reader]) => ([...reader.parts].some(part => parts.has(part)) ? [name] : [])));
      for (let before = -1; before !== found.size; ) {
        before = found.size;
        for (const [name, { touched }] of readers) if ([...touched].some(other => found.has(other))) found.add(name);
      }
      return found;
    },
  };
}
