/** Where a pulled snapshot goes, what was there before, and what it does not show. */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../finding.js';
import { coverageWords } from '../lint/coverage-words.js';
import { uncheckedByCause } from '../lint/unchecked.js';
import { writeSnapshot } from '../mautic/canonical.js';
import type { Coverage, Snapshot } from '../mautic/snapshot.js';
import { writeWhole } from '../text/files/write.js';
import { textOption } from './arguments.js';
import type { Arguments } from './command.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';
import { ownFiles, refuseLinkOut, refuseOwn } from './output-files.js';
import { findDeclarations } from './session.js';
import { notWritable } from './stop.js';

export interface Target {
  /** As people name it. */
  readonly path: string;
  /** Undefined: standard output. */
  readonly file: string | undefined;
}

/**
 * `--output FILE` (`-`: standard output), else the snapshot of the configuration.
 * @throws Stop (exit 2) for a file of the team that is no snapshot
 */
export async function targetOf(args: Arguments, io: Io, config: Configuration): Promise<Target> {
  const output = textOption(args, 'output');
  if (output === '-') return { path: '-', file: undefined };
  const own = join(config.root, config.snapshot);
  const file = output === undefined ? own : resolve(io.cwd, output);
  refuseLinkOut(config.root, file, output ?? config.snapshot);
  if (output === undefined) return { path: config.snapshot, file };
  const others = ownFiles(config, await findDeclarations(config)).filter(path => path !== own);
  refuseOwn(file, output, others);
  return { path: output, file };
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
  const words = coverageWords(language);
  return uncheckedByCause(cutKinds(snapshot).map(({ of, why }) => ({ rule: '', of, why: why ?? [] }))).map(({ reason, what }) =>
    (words[reason] ?? reason).replace('{what}', what.map(of => words[of] ?? of).join(', ')),
  );
}

/** Kinds that were not seen as a whole. */
export function cutKinds({ coverage }: Snapshot): Coverage[] {
  return coverage.filter(({ of, state }) => state !== 'complete' && !of.includes('.'));
}
