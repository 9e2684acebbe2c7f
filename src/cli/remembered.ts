/** The declarations and the snapshot of a repository, with the help of what earlier runs read: for commands that run often. */
import { mergeFiles } from '../declarations/merge.js';
import type { Content, Declarations, ReadFile } from '../declarations/model.js';
import { isRecord } from '../guards.js';
import type { Stopwatch } from '../lint/stopwatch.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { knownSnapshot } from '../mautic/snapshot-text.js';
import type { SourceText } from '../text/document.js';
import { keptDocument } from '../text/kept-texts.js';
import type { Configuration } from './configuration.js';
import type { Memory } from './memory.js';
import { readSource, snapshotIn, snapshotSource, withDocuments } from './session.js';

/** Reads declarations. What reads texts that are new, and what looks closely at those that need it, only loads for such texts. */
export async function readDeclarations(
  config: Configuration,
  paths: readonly string[],
  memory: Memory,
  watch: Stopwatch,
): Promise<Declarations> {
  const measured = <T>(work: () => T): T => watch.measure('declarations', work);
  const sources = measured(() => paths.map(path => readSource(config.root, path)));
  const known = measured(() => sources.map(source => recall(source, memory)));
  const { readRightFile } = known.includes(undefined) ? await import('../declarations/right-file.js') : NO_READER;
  const right = measured(() => sources.map((source, index) => known[index] ?? learn(readRightFile(source), memory)));
  const { readClosely } = right.includes(undefined) ? await import('../declarations/read-file.js') : NO_READER;
  const read = (): ReadFile[] => sources.flatMap((source, index) => right[index] ?? readClosely(source) ?? []);
  return measured(() => withDocuments(config, () => mergeFiles(read())));
}

/** For files that are known. */
const NO_READER = { readRightFile: () => undefined, readClosely: () => undefined } as const;

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

function learn(read: ReadFile | undefined, memory: Memory): ReadFile | undefined {
  if (read !== undefined) memory.learn(read.file, read.file.document);
  return read;
}

/** Reads the snapshot, and looks whether it is valid where that is not known. */
export async function readSnapshot(config: Configuration, memory: Memory, watch: Stopwatch): Promise<Snapshot> {
  const source = snapshotSource(config);
  if (memory.recall(source) !== undefined) return watch.measure('snapshot', () => snapshotIn(source, knownSnapshot));
  const { loadSnapshot } = await import('../mautic/load.js');
  const snapshot = watch.measure('snapshot', () => snapshotIn(source, loadSnapshot));
  memory.learn(source);
  return snapshot;
}
