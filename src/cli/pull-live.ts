/** `pull` without files: a snapshot of a live Mautic, with a journal beside it. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language } from '../finding.js';
import { forgetJournal, type Opened, openJournal } from '../mautic/client/journal.js';
import { hasOption, listOption } from './arguments.js';
import type { Arguments } from './command.js';
import type { Pulled } from './commands/pull.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';
import { instanceOf, type Live, openLive, takeSnapshot } from './live.js';
import { say } from './messages.js';
import type { Target } from './snapshot-file.js';
import { notWritable } from './stop.js';
import { VERSION } from './version.js';

/** @throws Stop when Mautic cannot be read, or its address or login is missing */
export async function snapshotFromLive(
  args: Arguments,
  io: Io,
  config: Configuration,
  target: Target,
  language: Language,
): Promise<Pulled> {
  const live = openLive(args, io, config, language);
  const counts = hasOption(args, 'counts') ? listOption(args, 'older') : undefined;
  const journal = keepsJournal(args) ? open(args, live, target, io) : undefined;
  if (journal?.resumed === true) io.stderr.write(`${say('live-resumed', language)}\n`);
  const { snapshot, summary } = await takeSnapshot(live, io, language, { ...(journal === undefined ? {} : { journal }), counts });
  return { snapshot, sentences: { written: 'live-done', same: 'live-same', read: 'live-read' }, data: summary };
}

function keepsJournal({ values }: Arguments): boolean {
  return values['dry-run'] !== true && values.output !== '-';
}

/**
 * The journal; undefined where it cannot be kept: it only saves time.
 * @throws Stop when the snapshot could not be written in the end
 */
function open(args: Arguments, live: Live, { path, file = '' }: Target, io: Io): Opened | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw notWritable(path, error);
  }
  try {
    if (hasOption(args, 'full')) forgetJournal(file);
    return openJournal({ snapshot: file, instance: instanceOf(live), version: VERSION, now: io.now() });
  } catch {
    return undefined;
  }
}
