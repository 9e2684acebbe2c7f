/** The bytes of many files, fast: each folder is looked at once, and one buffer serves for all. Never outside the root. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UnreadableFile, type UnreadableReason } from '../../text/document.js';
import { readText } from '../../text/files/read.js';

/** Largest file that is read, in bytes. */
export const SITE_FILE_LIMIT = 4 * 1024 * 1024;

/** Bytes that hold until the next file is read, or why there are none. */
export type FileBytes = { readonly bytes: Buffer } | { readonly reason: UnreadableReason };

/** Neither links nor pipes: a link needs a closer look, and a pipe would wait for ever. */
const PLAIN_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * @param root of the repository; the paths of the files are relative to it
 */
export function openFolder(root: string): (path: string) => FileBytes {
  const top = realpathSync(root);
  const folders = new Map<string, boolean>();
  const buffer = Buffer.allocUnsafe(SITE_FILE_LIMIT + 1);

  function isInside(folder: string): boolean {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const inside = relative(top, realpathSync(join(root, folder)));
    const isIn = inside !== '..' && !inside.startsWith(`..${sep}`);
    folders.set(folder, isIn);
    return isIn;
  }

  return path => {
    let file: number | undefined;
    try {
      if (!isInside(dirname(path))) return thorough(root, path);
      file = openSync(join(root, path), PLAIN_ONLY);
      const stat = fstatSync(file);
      if (!stat.isFile()) return { reason: stat.isDirectory() ? 'directory' : 'other' };
      let length = 0;
      for (let read = -1; read !== 0 && length < buffer.length; length += read)
        read = readSync(file, buffer, length, buffer.length - length, null);
      return length > SITE_FILE_LIMIT ? { reason: 'too-large' } : { bytes: buffer.subarray(0, length) };
    } catch {
      return thorough(root, path);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
}

/** Follows links, and tells what is the matter. */
function thorough(root: string, path: string): FileBytes {
  try {
    const { text, mark } = readText(root, path, SITE_FILE_LIMIT);
    return { bytes: Buffer.from(`${mark === true ? '\ufeff' : ''}${text}`, 'utf8') };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { reason: error.reason };
  }
}
