/** Declaration files → Declarations. */
import type { SourceText } from '../text/document.js';
import { type MadeBefore, mergeFiles } from './merge.js';
import type { Declarations, ReadFile } from './model.js';
import { readFile } from './read-file.js';

export { UnknownVersion } from './unknown-version.js';

/**
 * Reads and merges declaration files; their order does not matter.
 * @param readOne reads one file; who keeps what was read hands in a reader that remembers
 * @param made what was made of the files before
 * @throws UnknownVersion when a file is in a format that this program does not read
 */
export function buildDeclarations(
  sources: readonly SourceText[],
  readOne: (source: SourceText) => ReadFile = readFile,
  made?: MadeBefore,
): Declarations {
  return mergeFiles(
    sources.map(source => readOne(source)),
    made,
  );
}
