/** The declarations and the snapshot of a repository, read anew. */
import { buildDeclarations } from '../declarations/build.js';
import type { Declarations } from '../declarations/model.js';
import { loadSnapshot } from '../mautic/load.js';
import type { Snapshot } from '../mautic/snapshot.js';
import type { SourceText } from '../text/document.js';
import type { Configuration } from './configuration.js';
import { hasSnapshot, readSource, snapshotIn, snapshotSource, withDocuments } from './session.js';

/** Reads and merges declaration files, and looks whether the documents that they name are there. */
export function readDeclarations(config: Configuration, paths: readonly string[]): Declarations {
  return buildFrom(
    config,
    paths.map(path => readSource(config.root, path)),
  );
}

/** The same for texts that were read already. */
export function buildFrom(config: Configuration, sources: readonly SourceText[]): Declarations {
  return withDocuments(config, () => buildDeclarations(sources));
}

/** Reads the snapshot. */
export function readSnapshot(config: Configuration): Snapshot {
  return snapshotIn(snapshotSource(config), loadSnapshot);
}

/** The snapshot; null when there is none, or when it cannot be read: then it is to be replaced. */
export function earlierSnapshot(config: Configuration): Snapshot | null {
  try {
    return hasSnapshot(config) ? readSnapshot(config) : null;
  } catch {
    return null;
  }
}
