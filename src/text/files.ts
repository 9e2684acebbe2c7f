/** The files of a repository: reading texts, writing whole files, globs. Reading never leaves the root. */
import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { errorCode } from '../guards.js';
import { type SourceText, UnreadableFile, type UnreadableReason } from './document.js';
import { type Choice, choicesOf, isPattern, refuseOutside } from './globs.js';

const REASONS: ReadonlyMap<string, UnreadableReason> = new Map([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['ENAMETOOLONG', 'missing'],
  ['EISDIR', 'directory'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
]);

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

/** What the file system says of a path; undefined when there is nothing, or it cannot be: a part of it is a file, a link leads in circles. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
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
    throw new UnreadableFile(name, REASONS.get(errorCode(error)) ?? 'other');
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
    const reason = REASONS.get(errorCode(error)) ?? 'other';
    if (reason === 'missing') return [];
    throw new UnreadableFile(folder === '' ? '.' : folder, reason);
  }
}

function leadsToFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}
