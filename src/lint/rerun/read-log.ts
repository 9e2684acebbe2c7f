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

  /** The same guard for the same thing: some are looked up by what they are. */
  const guards = new WeakMap<object, object>();

  function guarded(name: string, value: unknown): unknown {
    if (!holdsWork(value)) return value;
    const guard =
      guards.get(value) ?? (typeof value === 'function' ? asWork(name, (...given) => value(...given)) : new Proxy(value, guardOf(name)));
    guards.set(value, guard);
    return guard;
  }

  /** A function of something shared: it does the work of that, whoever calls it, and so does what it hands out. */
  function asWork(name: string, call: (...given: readonly unknown[]) => unknown): (...given: readonly unknown[]) => unknown {
    const reader = readerOf(name);
    return (...given) => {
      current?.touched.add(name);
      return guarded(
        name,
        within(reader, () => call(...given)),
      );
    };
  }

  function guardOf(name: string): ProxyHandler<object> {
    return {
      get: (target, key) => within(readerOf(name), () => guarded(name, Reflect.get(target, key))),
      apply: (target, _, given) => {
        const work = guarded(name, target);
        return typeof work === 'function' ? work(...given) : undefined;
      },
    };
  }

  return {
    note: part => current?.parts.add(part),
    touch: name => current?.touched.add(name),
    measure: (name, work) => within(readerOf(name), work),
    share: (name, shared) => (typeof shared === 'function' || isPlain(shared) ? new Proxy<typeof shared>(shared, guardOf(name)) : shared),
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

/** A function, or a plain object that has some. Items, entries and other data have none; nothing that is shared has getters. */
function holdsWork(value: unknown): value is object {
  return typeof value === 'function' || (isPlain(value) && Object.values(value).some(own => typeof own === 'function'));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
