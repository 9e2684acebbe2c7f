/** What changed in Mautic since the committed snapshot, in the format that was asked for. */
import type { Language } from '../finding.js';
import { driftOf } from '../mautic/drift/drift.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { driftJson } from '../output/drift/json.js';
import { driftMarkdown } from '../output/drift/markdown.js';
import { driftText } from '../output/drift/text.js';
import { paletteFor } from './formats.js';
import type { Io } from './io.js';

export const DRIFT_FORMATS = ['stylish', 'markdown', 'json'] as const;
export type DriftFormat = (typeof DRIFT_FORMATS)[number];

export interface DriftWish {
  readonly format: DriftFormat;
  readonly language: Language;
  /** Address of the instance, for links. */
  readonly url?: string;
}

/** The drift as text, for standard output. */
export async function driftReport(before: Snapshot, after: Snapshot, { format, ...options }: DriftWish, io: Io): Promise<string> {
  const drift = driftOf(before, after);
  if (format === 'json') return driftJson(drift);
  if (format === 'markdown') return driftMarkdown(drift, options);
  return driftText(drift, { ...options, colour: await paletteFor(io, io.stdout), columns: io.stdout.columns });
}
