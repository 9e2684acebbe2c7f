/** The `tsconfig.json` or `jsconfig.json` above a file: which names of imports stand for which files. */
import { posix } from 'node:path';
import ts from 'typescript';
import { isRecord } from '../../guards.js';
import type { CodeHost } from './index.js';

/** Where imports lead, as `compilerOptions.paths` says; all folders are relative to the root of the repository. */
export interface Aliases {
  /** Folder in which names of imports are looked for; undefined: none. */
  readonly base: string | undefined;
  /** A name with at most one `*`, and the paths that it may stand for. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

const NAMES = ['tsconfig.json', 'jsconfig.json'];
const LONGEST_CHAIN = 5;
const NONE: Aliases = { base: undefined, paths: new Map() };

/**
 * What the nearest configuration above a folder says; nothing when there is none, or it can't be read.
 * @param read tells what stands in a file, and notes that it was asked for
 */
export function aliasesAbove(folder: string, read: CodeHost['readText']): Aliases {
  for (let at = folder; ; at = posix.dirname(at)) {
    for (const name of NAMES) {
      const found = aliasesIn(posix.join(at, name), read, LONGEST_CHAIN);
      if (found !== undefined) return found;
    }
    if (at === '.' || at === '/' || at === '') return NONE;
  }
}

function aliasesIn(path: string, read: CodeHost['readText'], left: number): Aliases | undefined {
  const text = path.startsWith('..') ? undefined : read(path);
  if (text === undefined) return undefined;
  const config: unknown = ts.parseConfigFileTextToJson(path, text).config;
  if (!isRecord(config)) return NONE;
  const options = isRecord(config.compilerOptions) ? config.compilerOptions : {};
  const folder = posix.dirname(path);
  const above = left > 0 ? extended(config.extends, folder, read, left) : NONE;
  const base = typeof options.baseUrl === 'string' ? posix.join(folder, options.baseUrl) : above.base;
  return { base, paths: isRecord(options.paths) ? pathsIn(options.paths, base ?? folder) : above.paths };
}

/** Only files of the repository itself: a configuration out of a package says nothing about its folders. */
function extended(names: unknown, folder: string, read: CodeHost['readText'], left: number): Aliases {
  const list: unknown[] = Array.isArray(names) ? names : [names];
  const found = list.map(name => {
    if (typeof name !== 'string' || !name.startsWith('.')) return undefined;
    const path = posix.join(folder, name);
    return aliasesIn(path.endsWith('.json') ? path : `${path}.json`, read, left - 1);
  });
  return found.findLast(aliases => aliases !== undefined) ?? NONE;
}

function pathsIn(paths: Readonly<Record<string, unknown>>, base: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(paths).map(([name, targets]) => [
      name,
      (Array.isArray(targets) ? targets : []).filter(target => typeof target === 'string').map(target => posix.join(base, target)),
    ]),
  );
}
