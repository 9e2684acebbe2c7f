/** The text of a snapshot file, as far as it can be judged without the schema. */
import { isRecord, type UnknownRecord } from '../guards.js';
import { parseJson } from '../text/json.js';
import { linesOf } from '../text/position.js';
import type { Snapshot } from './snapshot.js';

export type UnusableReason = 'not-json' | 'not-a-snapshot' | 'newer-version' | 'invalid' | 'too-large';

/** A file that cannot be used as a snapshot; `detail` is a place in it (`/items/3/key`, or a line) or a version, never a value. */
export class SnapshotUnusable extends Error {
  constructor(
    readonly reason: UnusableReason,
    readonly path: string,
    readonly detail?: string,
  ) {
    super(`${path}: ${reason}`);
    this.name = 'SnapshotUnusable';
  }
}

/** What a reader must accept (docs/snapshot-format.md, section 10). */
export const MAX_SNAPSHOT_BYTES = 64 * 1024 * 1024;

/**
 * @param text of the file
 * @param path for messages
 * @returns what says that it is a snapshot of a version that this program reads
 * @throws SnapshotUnusable
 */
export function parseSnapshot(text: string, path: string): UnknownRecord {
  if (text.length > MAX_SNAPSHOT_BYTES || Buffer.byteLength(text) > MAX_SNAPSHOT_BYTES) throw new SnapshotUnusable('too-large', path);
  const { value, fault } = parseJson(text);
  if (fault !== undefined) throw new SnapshotUnusable('not-json', path, String(linesOf(text).position(fault.range.start).line));
  if (!isRecord(value) || value.format !== 'purposelint-snapshot') throw new SnapshotUnusable('not-a-snapshot', path);
  const { version } = value;
  if (typeof version === 'number' && version > 1) throw new SnapshotUnusable('newer-version', path, String(version));
  return value;
}

/**
 * The snapshot in a text that an earlier run of this program found valid, to the letter.
 * @throws SnapshotUnusable
 */
export function knownSnapshot(text: string, path: string): Snapshot {
  const value = parseSnapshot(text, path);
  if (wasValid(value)) return value;
  throw new SnapshotUnusable('invalid', path);
}

function wasValid(value: UnknownRecord): value is UnknownRecord & Snapshot {
  return value.version === 1;
}
