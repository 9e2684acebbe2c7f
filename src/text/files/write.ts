/** Writes files whole or not at all. */
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { statOf } from './faults.js';

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, flushed to the disk, then renamed over the old one. What
 * is no file (a pipe, `/dev/null`) is written into: renaming would put a file in its place.
 * @param text the text, or its pieces when it is too long for one
 * @throws the error of the file system; the old file is then untouched
 */
export function writeWhole(path: string, text: string | Iterable<string>): void {
  // A link is kept, and what it leads to is replaced.
  const target = existsSync(path) ? realpathSync(path) : path;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const old = statOf(target);
  if (old !== undefined && !old.isFile() && !old.isDirectory()) {
    writeInto(target, text);
    return;
  }
  const mode = old === undefined ? 0o666 : old.mode & 0o777;
  rmSync(temporary, { force: true });
  const file = openSync(temporary, 'wx', mode);
  try {
    try {
      writePieces(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeInto(target: string, text: string | Iterable<string>): void {
  const file = openSync(target, 'w');
  try {
    writePieces(file, text);
  } finally {
    closeSync(file);
  }
}

function writePieces(file: number, text: string | Iterable<string>): void {
  for (const piece of typeof text === 'string' ? [text] : inBlocks(text)) writeText(file, piece);
}

const BLOCK = 256 * 1024;

/** Fewer and longer pieces: each is a call of the system. */
function* inBlocks(pieces: Iterable<string>): Iterable<string> {
  let block: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    block.push(piece);
    length += piece.length;
    if (length < BLOCK) continue;
    yield block.join('');
    block = [];
    length = 0;
  }
  yield block.join('');
}

/** The system may take a part only. */
function writeText(file: number, text: string): void {
  let written = writeSync(file, text);
  if (written === Buffer.byteLength(text)) return;
  for (const bytes = Buffer.from(text); written < bytes.length; ) written += writeSync(file, bytes, written);
}
