/** Reads texts of a repository, never from outside its root. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type SourceText, UnreadableFile } from '../document.js';
import { reasonFor } from './faults.js';

/**
 * Reads a text file of a repository.
 * @param path relative to the root; may be absolute when it lies inside
 * @throws UnreadableFile when it is missing, a directory, binary, not UTF-8, longer than `limitBytes`, not readable, or leads out of the root
 */
export function readText(root: string, path: string, limitBytes: number): SourceText {
  const name = pathInside(root, path);
  return decodeText(readBytes(root, name, limitBytes), name);
}

/**
 * The text in the bytes of a file.
 * @throws UnreadableFile when they are binary or not UTF-8
 */
export function decodeText(bytes: Buffer, path: string): SourceText {
  const { text, mark } = decode(bytes, path);
  return { path, text, ...(mark ? { mark } : {}) };
}

/** Path relative to the root, with forward slashes. */
function pathInside(root: string, path: string): string {
  const inside = relative(resolve(root), resolve(root, path));
  const name = inside.split(sep).join('/');
  if (leaves(inside)) throw new UnreadableFile(path, 'outside');
  return name === '' ? '.' : name;
}

function leaves(relativePath: string): boolean {
  return relativePath === '..' || relativePath.startsWith(`..${sep}`) || isAbsolute(relativePath);
}

function readBytes(root: string, name: string, limit: number): Buffer {
  let file: number | undefined;
  try {
    const real = realpathSync.native(join(root, name));
    if (leaves(relative(realpathSync.native(root), real))) throw new UnreadableFile(name, 'link');
    // Without O_NONBLOCK, opening a named pipe would wait for ever.
    file = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new UnreadableFile(name, stat.isDirectory() ? 'directory' : 'other');
    if (stat.size > limit) throw new UnreadableFile(name, 'too-large');
    return readWhole(file, stat.size, limit, name);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(name, reasonFor(error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads to the end, also when the file grows meanwhile or its size is not known beforehand. */
function readWhole(file: number, size: number, limit: number, name: string): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(size - total, 0) + 1);
    const read = readSync(file, chunk);
    if (read === 0) return Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, read));
    total += read;
    if (total > limit) throw new UnreadableFile(name, 'too-large');
  }
}

function decode(bytes: Buffer, name: string): { text: string; mark: boolean } {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) throw new UnreadableFile(name, 'not-utf8');
  if (bytes.includes(0)) throw new UnreadableFile(name, 'binary');
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd') && !isUtf8(bytes)) throw new UnreadableFile(name, 'not-utf8');
  const mark = text.startsWith('\ufeff');
  return { text: mark ? text.slice(1) : text, mark };
}

/** Bytes that are no UTF-8 are read as U+FFFD, which hardly anybody writes. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
