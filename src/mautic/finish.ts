/** What was collected, from files or from a live instance → the snapshot. */
import { assemble } from './assemble/assemble.js';
import type { Collected } from './collect.js';
import { coverageOf } from './coverage.js';
import type { Count, Made, Snapshot } from './snapshot.js';

export interface FinishOptions {
  /** UTC, to the second. */
  readonly takenAt: string;
  readonly source: Made['source'];
  /** What it means that nothing was seen of a kind. */
  readonly missing: 'not-in-files' | 'not-asked';
  readonly host?: string;
  /** Text of the `Mautic-Version` header. */
  readonly mautic?: string;
  readonly counts?: readonly Count[];
}

export interface Finished {
  readonly snapshot: Snapshot;
  /** Questions that were left out because their form was not seen. */
  readonly orphans: number;
}

/** @throws MauticConflict when answers contradict each other as two instances would */
export function finish(collected: Collected, options: FinishOptions): Finished {
  const { takenAt, source, missing, host, mautic, counts } = options;
  const made: Made = {
    taken_at: takenAt,
    source,
    ...(host === undefined ? {} : { host }),
    ...(mautic === undefined ? {} : { mautic }),
    series: collected.series,
  };
  const assembled = assemble(collected, takenAt, host);
  const snapshot: Snapshot = {
    format: 'purposelint-snapshot',
    version: 1,
    made,
    coverage: coverageOf(collected, assembled, { made, missing }),
    items: [...assembled.items],
    uses: [...assembled.uses],
    ...(counts === undefined ? {} : { counts: [...counts] }),
  };
  return { snapshot, orphans: assembled.orphans };
}
