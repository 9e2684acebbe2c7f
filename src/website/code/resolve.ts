/** Names of imports → files of the repository. Never packages, never outside of the root. */
import { posix } from 'node:path';
import { type Aliases, aliasesAbove } from './config.js';
import type { CodeHost } from './index.js';

const ENDINGS = ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs'] as const;
/** What an import of compiled code may stand for in the sources. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

export type Resolve = (name: string, from: string) => string | undefined;

/** Makes the function that tells which file an import in a file means; undefined: none that may be read. */
export function resolver(host: CodeHost): Resolve {
  const configurations = new Map<string, Aliases>();
  const aliasesFor = (folder: string): Aliases => {
    const known = configurations.get(folder) ?? aliasesAbove(folder, host.readText);
    configurations.set(folder, known);
    return known;
  };
  return (name, from) => {
    const folder = posix.dirname(from);
    const targets = /^\.{1,2}(?:\/|$)/u.test(name)
      ? [posix.join(folder, name)]
      : [...aliased(name, aliasesFor(folder)), ...customary(name, folder)];
    return targets.flatMap(candidates).find(path => isInside(path) && host.exists(path));
  };
}

function isInside(path: string): boolean {
  return path !== '..' && !path.startsWith('../') && !path.startsWith('/') && !/(?:^|\/)node_modules\//u.test(path);
}

function aliased(name: string, { base, paths }: Aliases): string[] {
  const found = [...paths].flatMap(([pattern, targets]) => {
    const star = matched(pattern, name);
    return star === undefined ? [] : [{ length: pattern.length, paths: targets.map(target => target.replace('*', () => star)) }];
  });
  const best = found.sort((a, b) => b.length - a.length).flatMap(one => one.paths);
  return base === undefined ? best : [...best, posix.join(base, name)];
}

/** What bundlers know without a `tsconfig.json` saying so: `@/x` and `~/x` are in the sources of the project, `$lib` is SvelteKit's. */
const CUSTOMARY = /^(?:[@~]\/|\$(?=lib\/))/u;

/** In each folder above, the nearest first. */
function customary(name: string, folder: string): string[] {
  if (!CUSTOMARY.test(name)) return [];
  const rest = name.replace(CUSTOMARY, '');
  const above = folder.split('/').map((_, index, parts) => parts.slice(0, parts.length - index).join('/'));
  return [...above, ''].flatMap(root => [posix.join(root, 'src', rest), posix.join(root, rest)]);
}

/** What the `*` of a pattern stands for in a name; undefined: it does not fit. */
function matched(pattern: string, name: string): string | undefined {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === name ? '' : undefined;
  const fits = name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return fits ? name.slice(before.length, name.length - after.length) : undefined;
}

function candidates(path: string): string[] {
  const ending = posix.extname(path);
  const stem = path.slice(0, path.length - ending.length);
  return [
    ...(ENDINGS.some(known => path.endsWith(known)) ? [path] : []),
    ...(Object.hasOwn(SOURCES, ending) ? (SOURCES[ending] ?? []).map(source => stem + source) : []),
    ...ENDINGS.map(known => path + known),
    ...ENDINGS.map(known => posix.join(path, `index${known}`)),
  ];
}
