/** Reads a snapshot file. */
import validate from '../generated/snapshot.validate.js';
import type { Snapshot } from './snapshot.js';
import { parseSnapshot, SnapshotUnusable } from './snapshot-text.js';

/**
 * @param text of the file
 * @param path for messages
 * @throws SnapshotUnusable
 */
export function loadSnapshot(text: string, path: string): Snapshot {
  const value: unknown = parseSnapshot(text, path);
  if (validate(value)) return value;
  throw new SnapshotUnusable('invalid', path, validate.errors?.[0]?.instancePath);
}
