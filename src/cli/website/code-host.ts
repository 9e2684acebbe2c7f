/** The files around the scripts of a website: text of the repository, never from outside of it and never of what is installed. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { UnreadableFile } from '../../text/document.js';
import { readText } from '../../text/files/read.js';
import type { CodeHost } from '../../website/code/index.js';
import { isFile } from '../session.js';
import { SITE_FILE_LIMIT } from './file-bytes.js';

export interface WatchedHost extends CodeHost {
  /** Marks of the files that were asked for, by their paths. */
  readonly asked: ReadonlyMap<string, string | null>;
  /** Marks the content of a file; null when there is none. */
  readonly markOf: (path: string) => string | null;
}

/** What was installed differs from machine to machine, and the answer must not. */
const INSTALLED = /(?:^|\/)node_modules(?:\/|$)/u;

/** @param root of the repository */
export function watchedHost(root: string): WatchedHost {
  const asked = new Map<string, string | null>();
  const texts = new Map<string, string | undefined>();

  function text(path: string): string | undefined {
    if (!texts.has(path)) texts.set(path, textOf(root, path));
    return texts.get(path);
  }

  function markOf(path: string): string | null {
    const found = text(path);
    if (found !== undefined) return hashOf(found);
    return isFile(root, path) ? 'unreadable' : null;
  }

  /** Asks, and remembers that it was asked. */
  function ask(raw: string): string | undefined {
    const path = posix.normalize(raw);
    if (INSTALLED.test(path)) return undefined;
    if (!asked.has(path)) asked.set(path, markOf(path));
    return path;
  }

  return {
    asked,
    markOf,
    readText: raw => {
      const path = ask(raw);
      return path === undefined ? undefined : text(path);
    },
    exists: raw => {
      const path = ask(raw);
      return path !== undefined && asked.get(path) !== null;
    },
  };
}

/** Short enough to keep many, long enough that no two are alike. */
export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url');
}

function textOf(root: string, path: string): string | undefined {
  try {
    return readText(root, path, SITE_FILE_LIMIT).text;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return undefined;
  }
}
