/** Files of the repository that a command writes: none, unless all can be written as far as that can be known before. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../guards.js';
import type { SourceText } from '../text/document.js';
import { statOf } from '../text/files/faults.js';
import { writeWhole } from '../text/files/write.js';
import { refuseLinkOut, refuseUnwritable } from './output-files.js';
import { EXIT, notWritable, Stop } from './stop.js';

/**
 * Writes each file whole or not at all, and makes the folders that it takes.
 * @param files with paths relative to the root
 * @throws Stop (exit 2) that says what was written before
 */
export function writeOwn(root: string, files: readonly SourceText[]): void {
  for (const { path } of files) {
    const target = join(root, path);
    refuseLinkOut(root, target, path);
    refuseUnwritable(target, path, 'folders');
    if (statOf(target) !== undefined) attempt(path, [], () => accessSync(target, constants.W_OK));
  }
  for (const [count, { path, text, mark }] of files.entries()) {
    const before = files.slice(0, count).map(file => file.path);
    attempt(path, before, () => {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      writeWhole(target, mark === true ? `\ufeff${text}` : text);
    });
  }
}

function attempt(path: string, before: readonly string[], work: () => void): void {
  try {
    work();
  } catch (error) {
    if (before.length === 0) throw notWritable(path, error);
    throw new Stop(EXIT.usage, 'not-all-written', { path, detail: errorCode(error), written: before.join(', ') });
  }
}
