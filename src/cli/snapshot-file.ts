/** Where a pulled snapshot goes, what was there before, and what it does not show. */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../finding.js';
import { COVERAGE_WORDS } from '../lint/coverage-words.js';
import { uncheckedByCause } from '../lint/unchecked.js';
import { writeSnapshot } from '../mautic/canonical.js';
import type { Coverage, Snapshot } from '../mautic/snapshot.js';
import { writeWhole } from '../text/files.js';
import { textOption } from './arguments.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';
import type { Arguments } from './options.js';
import { notWritable } from './stop.js';

export interface Target {
  /** As people name it. */
  readonly path: string;
  /** Undefined: standard output. */
  readonly file: string | undefined;
}

/** `--output FILE` (`-`: standard output), else the snapshot of the configuration. */
export function targetOf(args: Arguments, io: Io, config: Configuration): Target {
  const output = textOption(args, 'output');
  if (output === '-') return { path: '-', file: undefined };
  return output === undefined
    ? { path: config.snapshot, file: join(config.root, config.snapshot) }
    : { path: output, file: resolve(io.cwd, output) };
}

/** @throws Stop when the file cannot be written; what was there is then untouched */
export function write({ path, file }: Target, snapshot: Snapshot, io: Io): void {
  if (file === undefined) {
    for (const line of writeSnapshot(snapshot)) io.stdout.write(line);
    return;
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, writeSnapshot(snapshot));
  } catch (error) {
    throw notWritable(path, error);
  }
}

/** What was not seen as a whole, one sentence for each cause; parts that this Mautic cannot show are for the rules to tell. */
export function notWhole(snapshot: Snapshot, language: Language): string[] {
  const words = COVERAGE_WORDS[language];
  return uncheckedByCause(cutKinds(snapshot).map(({ of, why }) => ({ rule: '', of, why: why ?? [] }))).map(({ reason, what }) =>
    (words[reason] ?? reason).replace('{what}', what.map(of => words[of] ?? of).join(', ')),
  );
}

/** Kinds that were not seen as a whole. */
export function cutKinds({ coverage }: Snapshot): Coverage[] {
  return coverage.filter(({ of, state }) => state !== 'complete' && !of.includes('.'));
}
