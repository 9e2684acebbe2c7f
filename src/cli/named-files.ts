/** Declaration files that a command line names: all files are judged, as a rule may need them for a word on one, and what belongs to the named ones is told. */
import { existsSync } from 'node:fs';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import type { LintResult } from '../lint/lint.js';
import { makeLocator } from '../output/locate.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';
import { findDeclarations, lookForDeclarations } from './session.js';

export interface NamedFiles {
  /** All declaration files: those of the configuration, and names with nothing behind them. */
  readonly paths: string[];
  /** Those that are meant; the same where none is named. */
  readonly named: string[];
  /** Named, and no declaration files. */
  readonly others: readonly string[];
  /** Near the declaration files, and none by the ending of their names. */
  readonly near: readonly string[];
}

/** @param globs of the command line; empty: all files are meant */
export async function filesNamed(globs: readonly string[], config: Configuration, io: Io): Promise<NamedFiles> {
  const { named: own, near } = await lookForDeclarations(config);
  if (globs.length === 0) return { paths: own, named: own, others: [], near };
  const found = await findDeclarations(config, globsFromRoot(globs, config.root, io.cwd));
  // A name with nothing behind it is told by whoever wants to read it.
  const others = found.filter(path => !own.includes(path) && existsSync(join(config.root, path)));
  const named = found.filter(path => !others.includes(path));
  return { paths: [...new Set([...own, ...named])].sort(), named, others, near };
}

/** Globs count from the folder where they are typed. One that leads out of the root stays as it is, to be refused by its name. */
export function globsFromRoot(globs: readonly string[], root: string, cwd: string): string[] {
  const below = relative(root, cwd).split(sep).join('/');
  return globs.map(glob => {
    const [mark, path] = glob.startsWith('!') ? ['!', glob.slice(1)] : ['', glob];
    const inside = isAbsolute(path) ? relative(root, path).split(sep).join('/') : posix.normalize(posix.join(below, path));
    return /^\.\.(?:\/|$)/u.test(inside) ? glob : mark + inside;
  });
}

/** What was found in the named files, and of what Mautic has that belongs there. */
export function toldOf(result: LintResult, { paths, named }: NamedFiles): LintResult {
  if (named.length === paths.length) return result;
  const files = new Set(named);
  const { locate } = makeLocator(result.context);
  return { ...result, findings: result.findings.filter(({ place }) => files.has(locate(place)?.file ?? '')) };
}
