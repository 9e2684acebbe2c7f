/** The program in parts: a part is a script, and loads when one of its chunks is asked for. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Which chunks are where. */
export interface Parts {
  /** By part, the names of its chunks (`./check-1A2B.js`) in one text: every run reads it, and makes nothing of it. */
  readonly named: Readonly<Record<string, string>>;
  /** The part of those that are not named. */
  readonly others: string;
}

/** What `import.meta` is inside of a part. */
class Meta {
  readonly filename: string;

  constructor(filename: string) {
    this.filename = filename;
  }

  get url(): string {
    return pathToFileURL(this.filename).href;
  }
}

/**
 * What `require` is inside of the program.
 * @param folder in which the parts are
 * @param fromNode gives what is in no part: modules of Node, and packages beside the parts
 * @param run gives the value of the script in a file: a function from `require` and `import.meta` to a table, which has for each chunk a
 * function that begins it and gives what it exports
 */
export function requireFrom(
  folder: string,
  { named, others }: Parts,
  fromNode: (name: string) => unknown,
  run: (filename: string) => unknown,
): (name: string) => unknown {
  const tables = new Map<string, unknown>();
  const chunks = new Map<string, unknown>();

  const partOf = (name: string): string => Object.keys(named).find(part => named[part]?.includes(name)) ?? others;

  function tableOf(part: string): unknown {
    const known = tables.get(part);
    if (known !== undefined) return known;
    const filename = join(folder, `${part}.cjs`);
    const table = called(run(filename), load, new Meta(filename));
    tables.set(part, table);
    return table;
  }

  function load(name: string): unknown {
    if (!name.startsWith('./')) return fromNode(name);
    if (!chunks.has(name)) chunks.set(name, called(Reflect.get(Object(tableOf(partOf(name))), name)));
    return chunks.get(name);
  }
  return load;
}

function called(value: unknown, ...values: readonly unknown[]): unknown {
  if (typeof value !== 'function') throw new Error('the program is not whole: install it again');
  const result: unknown = value(...values);
  return result;
}
