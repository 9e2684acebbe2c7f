/** The program in parts: a part is a script whose value is a table of modules, in the form of CommonJS. It loads when one of them is asked for. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** By name of a module (`./check.js`), the part that has it; those that are not named are in the part of this name. */
export interface Parts {
  readonly of: Readonly<Record<string, string>>;
  readonly others: string;
}

/**
 * What `require` is inside of the program.
 * @param folder in which the parts are
 * @param run gives the value of the script in a file
 */
export function requireFrom(folder: string, { of, others }: Parts, run: (filename: string) => unknown): (name: string) => unknown {
  const fromNode = createRequire(join(folder, `${others}.cjs`));
  const tables = new Map<string, unknown>();
  const modules = new Map<string, { exports: unknown }>();

  /** Begins a module; one that asks for itself in a circle gets what there is of it. */
  function begin(name: string): { exports: unknown } {
    const part = of[name] ?? others;
    const filename = join(folder, `${part}.cjs`);
    const table = tables.get(part) ?? run(filename);
    tables.set(part, table);
    const module = { exports: {} };
    modules.set(name, module);
    const define: unknown = Reflect.get(Object(table), name);
    if (typeof define !== 'function') throw new Error(`${part}.cjs has no ${name}`);
    define(module.exports, load, module, pathToFileURL(filename).href);
    return module;
  }

  function load(name: string): unknown {
    return name.startsWith('./') ? (modules.get(name) ?? begin(name)).exports : fromNode(name);
  }
  return load;
}
