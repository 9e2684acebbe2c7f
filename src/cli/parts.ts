/** The program in parts: a part is a script, and loads when one of its chunks is asked for. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** By name of a chunk (`./check-1A2B.js`), the part that has it; those that are not named are in the part of this name. */
export interface Parts {
  readonly of: Readonly<Record<string, string>>;
  readonly others: string;
}

/**
 * What `require` is inside of the program.
 * @param folder in which the parts are
 * @param fromNode gives what is in no part: modules of Node, and packages beside the parts
 * @param run gives the value of the script in a file: a function from `require` and the address of the file to a table, which has for each
 * chunk a function that begins it and gives what it exports
 */
export function requireFrom(
  folder: string,
  { of, others }: Parts,
  fromNode: (name: string) => unknown,
  run: (filename: string) => unknown,
): (name: string) => unknown {
  const tables = new Map<string, unknown>();
  const chunks = new Map<string, unknown>();

  function tableOf(part: string): unknown {
    const known = tables.get(part);
    if (known !== undefined) return known;
    const filename = join(folder, `${part}.cjs`);
    const table = called(run(filename), load, pathToFileURL(filename).href);
    tables.set(part, table);
    return table;
  }

  function load(name: string): unknown {
    if (!name.startsWith('./')) return fromNode(name);
    if (!chunks.has(name)) chunks.set(name, called(Reflect.get(Object(tableOf(of[name] ?? others)), name)));
    return chunks.get(name);
  }
  return load;
}

function called(value: unknown, ...values: readonly unknown[]): unknown {
  if (typeof value !== 'function') throw new Error('the program is not whole: install it again');
  const result: unknown = value(...values);
  return result;
}
