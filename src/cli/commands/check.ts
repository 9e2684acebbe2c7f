/** `purposelint check`: declarations against the snapshot. */
import { rules } from '../../../rules/index.js';
import { isDay } from '../../declarations/days.js';
import { type Language, SEVERITIES } from '../../finding.js';
import { NO_STOPWATCH, stopwatch } from '../../lint/stopwatch.js';
import type { Snapshot } from '../../mautic/snapshot.js';
import { makeReport } from '../../output/report.js';
import { textOption } from '../arguments.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { type Wanted, wantedFormats, writeReport } from '../formats.js';
import { type Io, today } from '../io.js';
import { judge } from '../judge.js';
import { say } from '../messages.js';
import type { Arguments, Command } from '../options.js';
import { findDeclarations, hasSnapshot, languageFor, readDeclarations, readSnapshot } from '../session.js';
import { earlierSnapshot } from '../snapshot-file.js';
import { EXIT, Stop, speaking } from '../stop.js';
import { timesTable } from '../times-table.js';
import { verdictOf } from '../verdict.js';
import { VERSION } from '../version.js';

export const check: Command = async (args, io) => {
  const config = loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const wanted = wantedFormats(args);
    const now = dayOf(args, io);
    const failOn = SEVERITIES.find(severity => severity === textOption(args, 'fail-on')) ?? 'error';
    const globs = args.operands.length === 0 ? config.declarations : args.operands;
    const paths = await findDeclarations(config, args.operands);
    if (paths.length === 0) throw new Stop(EXIT.notChecked, 'no-declarations', { globs: globs.join(', ') });
    const wants = snapshotWanted(args);
    const watch = args.values.timing === true ? stopwatch(io.clock) : NO_STOPWATCH;
    const declarations = watch.measure('declarations', () => readDeclarations(config, paths));
    const snapshot = wants === 'live' ? await takeLive(args, io, config, language) : watch.measure('snapshot', () => saved(config, wants));
    const result = judge(config, { declarations, snapshot, now, watch });
    const report = makeReport(result, rules, { language, version: VERSION });
    const since = wants === 'live' && snapshot !== null ? await driftSince(snapshot, wanted, io, config, language) : '';
    await writeReport(report, wanted, config, io, since);
    if (config.unused.length > 0) io.stderr.write(`${say('unused-keys', language, { keys: config.unused.join(', ') })}\n`);
    if (args.values.timing === true) io.stderr.write(timesTable(watch.times, new Set(rules.map(({ id }) => id)), language));
    const { exit, reasons } = verdictOf(result, failOn, wants !== 'none', config.snapshot);
    for (const { code, data } of reasons) io.stderr.write(`${say(code, language, data)}\n`);
    return exit;
  });
};

type SnapshotWanted = 'saved' | 'live' | 'none';

function snapshotWanted(args: Arguments): SnapshotWanted {
  const none = args.values['no-snapshot'] === true;
  if (args.values.live !== true) return none ? 'none' : 'saved';
  if (none) throw new Stop(EXIT.usage, 'pull-options-apart', { one: 'live', other: 'no-snapshot' });
  return 'live';
}

function saved(config: Configuration, wants: SnapshotWanted): Snapshot | null {
  return wants === 'saved' && hasSnapshot(config) ? readSnapshot(config) : null;
}

async function takeLive(args: Arguments, io: Io, config: Configuration, language: Language): Promise<Snapshot> {
  const { openLive, takeSnapshot } = await import('../live.js');
  const { snapshot, summary } = await takeSnapshot(openLive(args, io, config, language), io, language);
  io.stderr.write(`${say('live-read', language, summary)}\n`);
  return snapshot;
}

/** What changed in Mautic since the committed snapshot, for a pull request. */
async function driftSince(
  snapshot: Snapshot,
  wanted: readonly Wanted[],
  io: Io,
  config: Configuration,
  language: Language,
): Promise<string> {
  const before = wanted.some(({ name }) => name === 'markdown') ? earlierSnapshot(config) : null;
  if (before === null) return '';
  const { driftReport } = await import('../drift-output.js');
  const wish = { format: 'markdown', language, ...(config.url === undefined ? {} : { url: config.url }) } as const;
  return `\n${await driftReport(before, snapshot, wish, io)}`;
}

function dayOf(args: Arguments, io: Io): string {
  const value = textOption(args, 'now');
  if (value === undefined) return today(io);
  if (!isDay(value)) throw new Stop(EXIT.usage, 'bad-date', { value });
  return value;
}
