/** The files of a repository as they are now: what is open in the editor goes before what is on disk; nothing is read twice. */
import type { ReadFile } from '../declarations/model.js';
import { readFile } from '../declarations/read-file.js';
import type { SourceText } from '../text/document.js';
import type { World } from './world.js';

export interface Files {
  /** Text of a file, or of its editor. Throws when it cannot be read. */
  source(path: string): SourceText;
  /** Reads a declaration; a text that was read before is not read again. Throws UnknownVersion. */
  read(source: SourceText): ReadFile;
  /** Has it changed on disk since this was last asked? */
  hasChanged(path: string): boolean;
}

export interface Editing {
  /** Text of the editor for a path of the repository; undefined when it is not open. */
  readonly opened: (path: string) => SourceText | undefined;
  /** What is open may change at any moment. */
  readonly watched: (file: ReadFile) => ReadFile;
}

/** A file on disk is read again only when its stamp differs, and one that is read again is parsed again only when its text does. */
export function filesOf(root: string, world: World, { opened, watched }: Editing): Files {
  const onDisk = new Map<string, { readonly stamp: string | undefined; readonly source: SourceText }>();
  const known = new Map<string, { readonly source: SourceText; readonly file: ReadFile }>();
  const stamps = new Map<string, string | undefined>();

  function fromDisk(path: string): SourceText {
    const stamp = world.stamp(root, path);
    const before = onDisk.get(path);
    if (before !== undefined && before.stamp === stamp) return before.source;
    const source = world.read(root, path);
    onDisk.set(path, { stamp, source });
    return source;
  }

  return {
    source: path => opened(path) ?? fromDisk(path),
    read: source => {
      const before = known.get(source.path);
      if (before !== undefined && before.source.text === source.text) return before.file;
      const read = readFile(source);
      const file = opened(source.path) === undefined ? read : watched(read);
      known.set(source.path, { source, file });
      return file;
    },
    hasChanged: path => {
      const stamp = world.stamp(root, path);
      const isNew = stamps.has(path) && stamps.get(path) !== stamp;
      stamps.set(path, stamp);
      return isNew;
    },
  };
}
