/** Files that call what others send: they import a file with a trace of Mautic, and may have none of their own. */
import { posix } from 'node:path';
import { group } from '../collections.js';

/** What a file takes from others, told without parsing it. */
export interface Imports {
  readonly path: string;
  /** As they are written: `./track`, `@/lib/track`. */
  readonly specifiers: readonly string[];
  /** It hands on what it takes: whoever imports it may call the same. */
  readonly handsOn: boolean;
}

const IMPORT = /\b(?:from|import|require)[\s(]*['"]([^'"\n]{1,200})['"]/gu;
const HANDS_ON = /\bexport\s*(?:\*|\{[^}]{0,2000}\})\s*(?:as\s+[\w$]+\s*)?from\b/u;

/** The imports of a file; none when it has none. `text` may be its bytes, one character for each. */
export function importsOf(path: string, text: string): Imports[] {
  const specifiers = [...text.matchAll(IMPORT)].map(([, specifier = '']) => specifier);
  return specifiers.length === 0 ? [] : [{ path, specifiers, handsOn: HANDS_ON.test(text) }];
}

/** The paths of files that import a file with a trace, also through files that only hand it on. */
export function importersOf(traced: readonly string[], others: readonly Imports[]): string[] {
  const found = new Set<string>();
  for (let targets = byName(traced); targets.size > 0; ) {
    const more = others.filter(
      ({ path, specifiers }) => !found.has(path) && specifiers.some(specifier => leadsTo(specifier, path, targets)),
    );
    for (const { path } of more) found.add(path);
    targets = byName(more.filter(({ handsOn }) => handsOn).map(({ path }) => path));
  }
  return [...found];
}

/** Without its ending; a folder stands for its index. */
function stemOf(path: string): string {
  return path.replace(/(?:\.d)?\.[cm]?[jt]sx?$|\.(?:vue|svelte|astro)$/u, '').replace(/(?:^|\/)index$/u, '');
}

function byName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return group(paths.map(stemOf), stem => posix.basename(stem));
}

/** What is not relative may stand for any folder: `@/lib/track`, `~lib/track`, `lib/track`. */
function leadsTo(specifier: string, from: string, targets: ReadonlyMap<string, readonly string[]>): boolean {
  const isRelative = /^\.{1,2}(?:\/|$)/u.test(specifier);
  const stem = stemOf(isRelative ? posix.join(posix.dirname(from), specifier) : specifier.replace(/^[@~#$]\/?/u, ''));
  const named = targets.get(posix.basename(stem)) ?? [];
  return named.some(target => (isRelative ? target === stem : target === stem || target.endsWith(`/${stem}`)));
}
