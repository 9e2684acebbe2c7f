/** The files of a website looked at by their bytes: which can matter, by themselves or by what they import, and which cannot be read. */
import { setImmediate } from 'node:timers/promises';
import { UnreadableFile, type UnreadableReason } from '../../text/document.js';
import { decodeText } from '../../text/files/read.js';
import { type Imports, importersOf, importsOf } from '../../website/imports.js';
import type { FileNow } from '../../website/kept.js';
import { traceFinder } from '../../website/prefilter.js';
import type { SiteFile } from '../../website/site.js';
import { hashOf } from './code-host.js';
import { type FileBytes, openFolder } from './file-bytes.js';

export interface Looked {
  /** Files with a trace of Mautic, and those that import one. */
  readonly traced: readonly FileNow[];
  readonly unread: readonly SiteFile[];
}

/** So many files are looked at before the rest of the process has its turn, Ctrl-C for one. */
const AT_ONCE = 500;

/**
 * @param root of the repository
 * @param tell now and then, how many files were looked at
 */
export async function lookAt(
  root: string,
  paths: readonly string[],
  helpers: readonly string[],
  tell: (done: number) => void,
): Promise<Looked> {
  const hasTrace = traceFinder(helpers);
  const bytesOf = openFolder(root);
  const traced: FileNow[] = [];
  const unread: SiteFile[] = [];
  const others: Imports[] = [];
  const take = (path: string, found: FileBytes): void => {
    const now = 'reason' in found ? unreadable(path, found.reason) : textOf(path, found.bytes);
    if ('source' in now) traced.push(now);
    else unread.push(now);
  };
  for (const [index, path] of paths.entries()) {
    if (index % AT_ONCE === 0) {
      tell(index);
      await setImmediate();
    }
    const found = bytesOf(path);
    const bytes = 'reason' in found ? undefined : found.bytes.toString('latin1');
    if (bytes === undefined || hasTrace(withoutZeros(bytes))) take(path, found);
    else others.push(...importsOf(path, bytes));
  }
  const importers = importersOf(
    traced.map(({ source }) => source.path),
    others,
  );
  for (const path of importers) take(path, bytesOf(path));
  return { traced, unread };
}

/** Latin letters in UTF-16 have a zero beside them. */
function withoutZeros(bytes: string): string {
  return bytes.includes('\0') ? bytes.replaceAll('\0', '') : bytes;
}

function textOf(path: string, bytes: Buffer): FileNow | SiteFile {
  try {
    return { source: decodeText(bytes, path), hash: hashOf(bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return unreadable(path, error.reason);
  }
}

function unreadable(path: string, reason: UnreadableReason): SiteFile {
  return { path, sends: [], ignores: [], notes: [{ code: 'unreadable', detail: reason }] };
}
