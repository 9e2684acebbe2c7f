/** Files and folders named on the command line → the answers in them, one at a time. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AnswerFile } from '../mautic/read-answers.js';
import { statOf } from '../text/files/faults.js';
import type { Io } from './io.js';
import { EXIT, Stop } from './stop.js';

/** The files below some paths, sorted, each once; hidden ones and node_modules are left out unless they are named. */
export function listFiles(io: Io, paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap(path => filesAt(resolve(io.cwd, path))))].sort();
}

function filesAt(path: string): string[] {
  const stat = statOf(path);
  if (stat === undefined) throw new Stop(EXIT.usage, 'unreadable-missing', { path });
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules' && (entry.isFile() || entry.isDirectory()))
    .flatMap(entry => (entry.isDirectory() ? filesAt(join(path, entry.name)) : [join(path, entry.name)]));
}

/** Reads one file after the other; `onRead` hears of each before it is handed on. Files are named as seen from the current folder. */
export async function* readAnswerFiles(io: Io, files: readonly string[], onRead: (count: number) => void): AsyncGenerator<AnswerFile> {
  for (const [index, file] of files.entries()) {
    onRead(index);
    // Between two files Ctrl-C is heard.
    await setImmediate();
    yield { path: relative(io.cwd, file) || file, bytes: readBytes(file), modified: statSync(file).mtime.toISOString() };
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Stop(EXIT.usage, 'unreadable-no-permission', { path: file });
  }
}
