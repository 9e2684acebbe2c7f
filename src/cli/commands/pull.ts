/** `purposelint pull`: a live Mautic, saved answers or an entity export → the snapshot. */
import type { Language } from '../../finding.js';
import { canBeMended } from '../../lint/unchecked.js';
import { sameContent } from '../../mautic/canonical.js';
import type { ReasonCode, Snapshot } from '../../mautic/snapshot.js';
import { hasOption, listOption, optionsApart, textOption } from '../arguments.js';
import type { Arguments, Command } from '../command.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import type { Io } from '../io.js';
import { type MessageCode, say } from '../messages.js';
import { snapshotFromFiles } from '../pull-files.js';
import { earlierSnapshot } from '../reading.js';
import { languageFor } from '../session.js';
import { cutKinds, notWhole, targetOf, write } from '../snapshot-file.js';
import { EXIT, type ExitCode, Stop, speaking } from '../stop.js';

/** A snapshot, and the sentence that ends the pull. */
export interface Pulled {
  readonly snapshot: Snapshot;
  readonly sentences: Readonly<Record<'written' | 'same' | 'read', MessageCode>>;
  readonly data: Readonly<Record<string, string | number>>;
}

export const pull: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const paths = [...listOption(args, 'from'), ...args.operands];
    const isLive = paths.length === 0;
    checkSource(args, isLive);
    const target = await targetOf(args, io, config);
    const before = earlierSnapshot(config);
    const pulled = isLive
      ? await (await import('../pull-live.js')).snapshotFromLive(args, io, config, target, language)
      : await snapshotFromFiles(args, io, config, paths, target, language);
    if (hasOption(args, 'diff')) await showDrift(args, io, config, before, pulled.snapshot, language);
    const dry = hasOption(args, 'dry-run');
    if (!dry) write(target, pulled.snapshot, io);
    const same = before !== null && target.path === config.snapshot && sameContent(before, pulled.snapshot);
    if (target.file !== undefined) tell(pulled, dry ? 'read' : same ? 'same' : 'written', target.path, io, language);
    return isLive ? exitOf(pulled.snapshot, io, language) : EXIT.ok;
  });
};

/** Options that only one of the two sources has. */
const LIVE_OPTIONS = ['url', 'counts', 'full'];
const FILE_OPTIONS = ['taken-at', 'host'];

function checkSource(args: Arguments, isLive: boolean): void {
  const given = (name: string): boolean => args.values[name] !== undefined;
  const stray = (isLive ? FILE_OPTIONS : LIVE_OPTIONS).find(given);
  if (stray !== undefined)
    throw isLive ? new Stop(EXIT.usage, 'needs-option', { option: stray, needs: 'from' }) : optionsApart('from', stray);
  if (given('diff') && textOption(args, 'output') === '-') throw optionsApart('diff', 'output -');
}

async function showDrift(
  args: Arguments,
  io: Io,
  config: Configuration,
  before: Snapshot | null,
  after: Snapshot,
  language: Language,
): Promise<void> {
  if (before === null) {
    io.stderr.write(`${say('pull-no-before', language, { path: config.snapshot })}\n`);
    return;
  }
  const { DRIFT_FORMATS, driftReport } = await import('../drift-output.js');
  const format = DRIFT_FORMATS.find(name => name === textOption(args, 'format')) ?? 'stylish';
  io.stdout.write(await driftReport(before, after, { format, language, ...(config.url === undefined ? {} : { url: config.url }) }, io));
}

function tell({ snapshot, sentences, data }: Pulled, end: keyof Pulled['sentences'], path: string, io: Io, language: Language): void {
  const numbers = { path, items: snapshot.items.length, uses: snapshot.uses.length, ...data };
  io.stderr.write(`${say(sentences[end], language, numbers)}\n`);
  for (const sentence of notWhole(snapshot, language)) io.stderr.write(`${say('pull-coverage', language, { sentence })}\n`);
}

/** Reasons that a permission ends. */
const REFUSALS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['refused', 'own-only', 'error-500']);

/** A live Mautic that did not show everything is no success, if somebody can do something about it. */
function exitOf(snapshot: Snapshot, io: Io, language: Language): ExitCode {
  const reasons = cutKinds(snapshot).flatMap(({ why = [] }) => (canBeMended(why) ? [why] : []));
  if (reasons.length === 0) return EXIT.ok;
  const isRefused = reasons.flat().some(reason => REFUSALS.has(reason));
  io.stderr.write(`${say(isRefused ? 'live-refused' : 'live-not-whole', language)}\n`);
  return EXIT.notChecked;
}
