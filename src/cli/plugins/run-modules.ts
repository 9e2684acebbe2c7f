/** Runs modules of the team's own. They see the language and what `purposelint` gives them: no files, no network, no clock, no settings of the process. */
import { SourceMap } from 'node:module';
import { createContext, Script } from 'node:vm';
import { isRecord } from '../../guards.js';
import { type Module, PACKAGE } from './module.js';

export interface Running {
  /**
   * What a module exports as its default.
   * @throws what the module throws, and when it asks for something that it may not have
   */
  readonly defaultOf: (path: string) => unknown;
  /** An error in words, with the line of the module where it came about. */
  readonly detailOf: (error: unknown) => string;
}

/** @param given what `import … from 'purposelint'` gives */
export function runModules(modules: readonly Module[], given: object): Running {
  const byPath = new Map(modules.map(module => [module.path, module]));
  // A context of its own has no `process`, `fetch` or `setTimeout`. It keeps honest code pure; it is no wall against code that wants to break out.
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const loaded = new Map<string, { exports: object }>();

  function load(path: string): object {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const module = byPath.get(path);
    if (module === undefined) throw new Error(`${path} holds types only, and cannot be run`);
    const own = { exports: {} };
    loaded.set(path, own);
    const run: unknown = new Script(`(function (exports, require, module) {${module.code}\n})`, { filename: path }).runInContext(context);
    try {
      if (typeof run === 'function') Reflect.apply(run, undefined, [own.exports, (name: unknown) => required(module, String(name)), own]);
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
    return own.exports;
  }

  function required(module: Module, name: string): object {
    if (name === PACKAGE) return given;
    const target = module.imports.get(name);
    if (target === undefined)
      throw new Error(`'${name}' cannot be imported: a rule imports '${PACKAGE}' and files of its repository, nothing else`);
    return load(target);
  }

  function detailOf(error: unknown): string {
    const message = isRecord(error) && typeof error.message === 'string' ? error.message : String(error);
    const place = isRecord(error) && typeof error.stack === 'string' ? placeIn(error.stack) : undefined;
    return place === undefined ? message : `${message} (${place})`;
  }

  /** The topmost line of a stack that is one of a module, as it is in its source. */
  function placeIn(stack: string): string | undefined {
    for (const [, path = '', line = '1', column = '1'] of stack.matchAll(/(?:\(|at )([^()\n]+?):(\d+):(\d+)\)?$/gmu)) {
      const module = byPath.get(path);
      if (module === undefined) continue;
      const entry = new SourceMap(JSON.parse(module.map)).findEntry(Number(line) - 1, Number(column) - 1);
      return 'originalLine' in entry ? `${path}:${entry.originalLine + 1}` : path;
    }
    return undefined;
  }

  return {
    defaultOf: path => {
      const exported = load(path);
      return 'default' in exported ? exported.default : undefined;
    },
    detailOf,
  };
}
