/** Files that a command is asked to write: refused early when they cannot be written, and written whole. */
import { accessSync, constants, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { statOf } from '../text/files/faults.js';
import { writeWhole } from '../text/files/write.js';
import type { Configuration } from './configuration.js';
import { EXIT, notWritable, Stop } from './stop.js';

/**
 * Looks whether a file could be written, before work is done for it.
 * @param name what the user calls it
 * @param makes whether the folders around it are made where they are not there
 * @throws Stop (exit 2)
 */
export function refuseUnwritable(target: string, name: string, makes: 'folders' | 'file' = 'file'): void {
  told(name, () => {
    const old = statOf(target);
    if (old?.isDirectory() === true) throw Object.assign(new Error(name), { code: 'EISDIR' });
    // A file is replaced, which its folder must allow; what is none (a pipe) is written into.
    const folder = makes === 'folders' ? nearest(dirname(target)) : dirname(target);
    accessSync(old === undefined || old.isFile() ? folder + sep : target, constants.W_OK);
  });
}

/** The folder itself, or the first around it that is there. */
function nearest(folder: string): string {
  return statOf(folder) !== undefined || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

/**
 * Looks whether a file that is named inside of the root lies there: what a link leads out to would be refused when it is read.
 * @param name what the user calls it
 * @throws Stop (exit 2)
 */
export function refuseLinkOut(root: string, target: string, name: string): void {
  if (isInside(root, target) && !isInside(realPath(root), realPath(target))) throw new Stop(EXIT.usage, 'unreadable-link', { path: name });
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The files that a team writes or keeps: its policy, settings, snapshot and baseline. */
export function ownFiles({ root, layers, plugins, snapshot, baseline }: Configuration, declarations: readonly string[]): string[] {
  const others = [...layers.map(({ file }) => file), ...plugins.map(({ path }) => path), snapshot, baseline];
  return [...declarations, ...others].map(path => resolve(root, path));
}

/**
 * Looks whether a file is one of the team's own, which no output may replace.
 * @param name what the user calls it
 * @throws Stop (exit 2)
 */
export function refuseOwn(target: string, name: string, own: readonly string[]): void {
  const place = realPath(target);
  if (own.some(file => realPath(file) === place)) throw new Stop(EXIT.usage, 'own-file', { path: name });
}

/**
 * Writes a file whole or not at all.
 * @throws Stop (exit 2)
 */
export function save(target: string, name: string, text: string): void {
  told(name, () => writeWhole(target, text));
}

function told(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw notWritable(path, error);
  }
}

/** A path without links, as far as it exists: the same file has the same. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}
