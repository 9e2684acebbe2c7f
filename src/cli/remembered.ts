/** The declarations and the snapshot of a repository, with the help of what earlier runs read: for commands that run often. */
import { mergeFiles } from '../declarations/merge.js';
import type { Content, Declarations, ReadFile } from '../declarations/model.js';
import { isRecord } from '../guards.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { knownSnapshot } from '../mautic/snapshot-text.js';
import type { SourceText } from '../text/document.js';
import { keptDocument } from '../text/kept-texts.js';
import type { Configuration } from './configuration.js';
import type { Memory } from './memory.js';
import { readSource, snapshotIn, snapshotSource, withDocuments } from './session.js';

/**
 * Opens declaration files.
 * @returns what reads and merges them; the reader itself is only loaded for texts that are new
 */
export async function openDeclarations(config: Configuration, paths: readonly string[], memory: Memory): Promise<() => Declarations> {
  const sources = paths.map(path => readSource(config.root, path));
  const known = sources.map(source => recall(source, memory));
  const { readFile } = known.includes(undefined) ? await import('../declarations/read-file.js') : { readFile: undefined };
  const readAnew = (source: SourceText): ReadFile[] => (readFile === undefined ? [] : [learn(readFile(source), memory)]);
  return () => withDocuments(config, () => mergeFiles(sources.flatMap((source, index) => known[index] ?? readAnew(source))));
}

function recall(source: SourceText, memory: Memory): ReadFile | undefined {
  const kept = memory.recall(source);
  const document = kept === undefined ? undefined : keptDocument(kept);
  if (document === undefined || !wasValid(document.value)) return undefined;
  return { file: { ...source, document }, content: document.value, problems: [] };
}

/** Only files that had no fault are learnt. */
function wasValid(value: unknown): value is Content {
  return isRecord(value);
}

function learn(read: ReadFile, memory: Memory): ReadFile {
  const { file, content, problems } = read;
  const isRight = problems.length === 0 && content !== null && content === file.document.value;
  if (isRight && file.document.places !== undefined) memory.learn(file, file.document);
  return read;
}

/**
 * Opens the snapshot.
 * @returns what reads it
 */
export async function openSnapshot(config: Configuration, memory: Memory): Promise<() => Snapshot> {
  const source = snapshotSource(config);
  if (memory.recall(source) !== undefined) return () => snapshotIn(source, knownSnapshot);
  const { loadSnapshot } = await import('../mautic/load.js');
  return () => {
    const snapshot = snapshotIn(source, loadSnapshot);
    memory.learn(source);
    return snapshot;
  };
}
