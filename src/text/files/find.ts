/** The files of a repository that globs choose. */
import { type Dirent, readdirSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { UnreadableFile } from '../document.js';
import { type Choice, choicesOf, isPattern, refuseOutside } from '../globs.js';
import { reasonFor, statOf } from './faults.js';

/**
 * The files that globs name, sorted, each once, with forward slashes. A path without wildcards is given back as it is, so that reading it
 * tells when it is missing or a folder; `!` in front leaves out. Linked folders are not followed.
 * @throws UnreadableFile for a pattern that leaves the root (`outside`), or a folder that cannot be looked into
 */
export async function expandGlobs(root: string, globs: readonly string[]): Promise<string[]> {
  return (await lookFor(root, globs, () => undefined)).named;
}

export interface Look {
  readonly named: string[];
  /** Files that the wildcards would choose if they were called as `otherName` says, sorted, each once. */
  readonly near: string[];
}

/**
 * The same, and in the same walk the files whose names come near.
 * @param otherName how a file could be called as well; undefined: its name comes near nothing
 * @throws UnreadableFile as `expandGlobs`
 */
export async function lookFor(root: string, globs: readonly string[], otherName: (path: string) => string | undefined): Promise<Look> {
  refuseOutside(globs);
  const plain = globs.filter(glob => !isPattern(glob)).map(glob => normalize(glob).split(sep).join('/'));
  const choices = await choicesOf(globs.filter(isPattern));
  const wide = choices.map((choice): Choice => {
    const matchesOther = (other: string | undefined): boolean => other !== undefined && choice.matches(other);
    return { ...choice, matches: name => choice.matches(name) || matchesOther(otherName(name)) };
  });
  const bases = [...new Set(choices.map(choice => choice.base))];
  const found = bases.flatMap(base =>
    walk(
      root,
      base,
      wide.filter(choice => choice.base === base),
    ),
  );
  const named = new Set([...plain, ...found.filter(path => choices.some(({ matches }) => matches(path)))]);
  return { named: [...named].sort(), near: [...new Set(found)].filter(path => !named.has(path)).sort() };
}

/** What the choices choose in a folder of the root and below. */
function walk(root: string, folder: string, choices: readonly Choice[]): string[] {
  return entriesOf(root, folder).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      const inside = choices.filter(choice => choice.enters(path));
      return inside.length > 0 ? walk(root, path, inside) : [];
    }
    if (!choices.some(choice => choice.matches(path))) return [];
    return entry.isFile() || (entry.isSymbolicLink() && leadsToFile(join(root, path))) ? [path] : [];
  });
}

function entriesOf(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const reason = reasonFor(error);
    if (reason === 'missing') return [];
    throw new UnreadableFile(folder === '' ? '.' : folder, reason);
  }
}

/** Or nowhere: then reading it tells so. */
function leadsToFile(path: string): boolean {
  return statOf(path)?.isFile() ?? true;
}
