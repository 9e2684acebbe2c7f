/** `purposelint check`: declarations against the snapshot. */
import { resolve } from 'node:path';
import type { Declarations } from '../../declarations/model.js';
import { type Language, SEVERITIES } from '../../finding.js';
import type { Baseline } from '../../lint/baseline/baseline.js';
import type { LintInput, LintResult } from '../../lint/lint.js';
import { NO_STOPWATCH, type Stopwatch, stopwatch } from '../../lint/stopwatch.js';
import type { Snapshot } from '../../mautic/snapshot.js';
import { SHOW_FIXES } from '../../output/formats/index.js';
import { makeReport } from '../../output/report.js';
import { hasOption, textOption } from '../arguments.js';
import { isBaselineNamed } from '../baseline-file.js';
import type { Arguments, Command } from '../command.js';
import { ConfigFaults } from '../config-faults.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { dayOf } from '../day.js';
import { tellFailures } from '../failures.js';
import type { Fixing } from '../fix.js';
import { refuseOwnFiles, type Wanted, wantedFormats, writeReport } from '../formats.js';
import type { Io } from '../io.js';
import { judge } from '../judge.js';
import { type Memory, openMemory } from '../memory.js';
import { say } from '../messages.js';
import { filesNamed, type NamedFiles, toldOf } from '../named-files.js';
import { ownFiles } from '../output-files.js';
import { type Catalogue, openCatalogue } from '../plugins/catalogue.js';
import { readDeclarations, readSnapshot } from '../remembered.js';
import { hasSnapshot, languageFor } from '../session.js';
import { siteOf } from '../site.js';
import { EXIT, type ExitCode, Stop, speaking } from '../stop.js';
import { timesTable } from '../times-table.js';
import { verdictOf } from '../verdict.js';
import { VERSION } from '../version.js';

export const check: Command = async (args, io) => {
  const given = await configurationFor(args, io);
  const language = languageFor(args, given);
  return speaking(language, async () => {
    const wanted = wantedFormats(args, io.cwd);
    const fix = fixWanted(args);
    const now = dayOf(args, io);
    const files = await filesNamed(args.operands, given, io);
    const { paths, named } = files;
    const globs = args.operands.length === 0 ? given.declarations : args.operands;
    tellNotRead(files, language, io);
    if (named.length === 0) throw new Stop(EXIT.notChecked, 'no-declarations', { globs: globs.join(', ') });
    refuseOwnFiles(wanted, [...ownFiles(given, paths), ...(await siteFilesFor(wanted, given))], given.root, io.cwd);
    const catalogue = await openCatalogue(given, language, io);
    const { config } = catalogue;
    const wants = snapshotWanted(args);
    const watch = hasOption(args, 'timing') ? stopwatch(io.clock) : NO_STOPWATCH;
    const memory = openMemory(config.root, io.env);
    const read = await readDeclarations(config, paths, memory, watch);
    const snapshot = wants === 'live' ? await takeLive(args, io, config, language) : await saved(config, wants, memory, watch);
    memory.save();
    const baseline = hasOption(args, 'no-baseline') ? null : await baselineOf(config, snapshot);
    const site = hasOption(args, 'no-website') ? null : await siteOf(config, language, io);
    const input = { snapshot, now, baseline, site };
    const fixing = fix === undefined ? undefined : { wanted: fix, files, language, input, catalogue };
    if (fixing !== undefined && hasOption(args, 'dry-run')) return showFixes(fixing, io);
    const declarations = fixing === undefined ? read : await fixFiles(fixing, io);
    const judged = { ...input, declarations, ...(await comparedWith({ args, paths, config, language }, io)) };
    const result = toldOf(judge(config, { ...judged, rules: await catalogue.ready(judged), watch }), files);
    const since = wants === 'live' && snapshot !== null ? await driftSince(snapshot, wanted, io, config, language) : '';
    return conclude(result, { args, wanted, appendix: since, watch, language, wantsSnapshot: wants !== 'none', catalogue }, io);
  });
};

/** A pipeline looks for the faults of the settings where it looks for all others. */
async function configurationFor(args: Arguments, io: Io): Promise<Configuration> {
  try {
    return await loadConfiguration(io);
  } catch (error) {
    throw error instanceof ConfigFaults ? new ConfigFaults(error.file, error.problems, wantedFormats(args, io.cwd)) : error;
  }
}

/** Files that somebody may take for declaration files, and that no glob fits. */
function tellNotRead({ paths, named, others, near }: NamedFiles, language: Language, io: Io): void {
  const strays = named.length === paths.length ? near : [];
  if (strays.length > 0) io.stderr.write(`${say('not-in-globs', language, { paths: strays.join(', ') })}\n`);
  if (others.length > 0) io.stderr.write(`${say('no-declaration-files', language, { paths: others.join(', ') })}\n`);
}

interface Comparison {
  readonly args: Arguments;
  readonly paths: readonly string[];
  readonly config: Configuration;
  readonly language: Language;
}

/**
 * The policy where this branch began, when `--base` names the one it goes into. A branch that mends declarations is not held up by how
 * they were: then its changes are not judged, and that is said.
 */
async function comparedWith({ args, ...wish }: Comparison, io: Io): Promise<Pick<LintInput, 'base'>> {
  const asked = textOption(args, 'base');
  if (asked === undefined) return {};
  const { readBase } = await import('../base.js');
  try {
    return { base: await readBase({ ...wish, asked }, io) };
  } catch (error) {
    if (!(error instanceof Stop) || error.code !== 'base-declarations') throw error;
    io.stderr.write(`${say(error.code, wish.language, error.data)}\n`);
    return {};
  }
}

/** The files of the website, which no report may replace; looked for only when one goes to a file. */
async function siteFilesFor(wanted: readonly Wanted[], { root, website }: Configuration): Promise<readonly string[]> {
  if (website.include.length === 0 || wanted.every(({ file }) => file === undefined)) return [];
  const { findSiteFiles } = await import('../website/find-files.js');
  return (await findSiteFiles(root, website.include, website.ignore)).map(path => resolve(root, path));
}

interface Conclusion {
  readonly args: Arguments;
  readonly wanted: readonly Wanted[];
  readonly appendix: string;
  readonly watch: Stopwatch;
  readonly language: Language;
  readonly wantsSnapshot: boolean;
  readonly catalogue: Catalogue;
}

/** Writes the report, says what is to be said beside it, and judges the run. */
async function conclude(result: LintResult, conclusion: Conclusion, io: Io): Promise<ExitCode> {
  const { args, wanted, appendix, watch, language, wantsSnapshot, catalogue } = conclusion;
  const { config, rules } = catalogue;
  const failOn = SEVERITIES.find(severity => severity === textOption(args, 'fail-on')) ?? 'error';
  const showsFixes = wanted.some(({ name }) => SHOW_FIXES.has(name));
  const fixes = showsFixes ? { fixes: (await import('../../output/fixes.js')).makeFixReporter(result, language) } : {};
  await writeReport(makeReport(result, rules, { language, version: VERSION, ...fixes }), wanted, config, io, { failOn, appendix });
  if (io.stdout.isTTY && args.values.fix === undefined) offerFixes(result, language, io);
  if (hasOption(args, 'timing')) io.stderr.write(timesTable(watch.times, new Set(rules.map(({ id }) => id)), language));
  const { exit, reasons } = verdictOf(result, failOn, wantsSnapshot, config);
  for (const { code, data } of reasons) io.stderr.write(`${say(code, language, data)}\n`);
  return tellFailures(catalogue, result.failures, language, io) ? EXIT.usage : exit;
}

/** People at a terminal are told what can be mended for them; pipelines have no use for it. */
function offerFixes({ findings }: LintResult, language: Language, io: Io): void {
  const count = findings.filter(({ state, fixes = [] }) => state === 'open' && fixes.length > 0).length;
  if (count > 0) io.stderr.write(`${say('fix-offered', language, { count })}\n`);
}

/** Which fixes are asked for; what only is to be shown are the safe ones. */
function fixWanted(args: Arguments): 'safe' | 'unsafe' | undefined {
  const isDry = hasOption(args, 'dry-run');
  const fix = textOption(args, 'fix') ?? (isDry ? 'safe' : undefined);
  return fix === 'unsafe' || fix === 'safe' ? fix : undefined;
}

async function showFixes(fixing: Fixing, io: Io): Promise<ExitCode> {
  return (await import('../fix.js')).showFixes(fixing, io);
}

/** The declarations after the fix. */
async function fixFiles(fixing: Fixing, io: Io): Promise<Declarations> {
  await (await import('../fix.js')).fixFiles(fixing, io);
  return (await import('../reading.js')).readDeclarations(fixing.catalogue.config, fixing.files.paths);
}

type SnapshotWanted = 'saved' | 'live' | 'none';

function snapshotWanted(args: Arguments): SnapshotWanted {
  if (hasOption(args, 'live')) return 'live';
  return hasOption(args, 'no-snapshot') ? 'none' : 'saved';
}

async function saved(config: Configuration, wants: SnapshotWanted, memory: Memory, watch: Stopwatch): Promise<Snapshot | null> {
  return wants === 'saved' && hasSnapshot(config) ? readSnapshot(config, memory, watch) : null;
}

async function baselineOf(config: Configuration, snapshot: Snapshot | null): Promise<Baseline | null> {
  return isBaselineNamed(config) ? (await import('../baseline-reading.js')).loadBaseline(config, snapshot) : null;
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
  if (!wanted.some(({ name }) => name === 'markdown')) return '';
  const before = (await import('../reading.js')).earlierSnapshot(config);
  if (before === null) return '';
  const { driftReport } = await import('../drift-output.js');
  const wish = { format: 'markdown', language, ...(config.url === undefined ? {} : { url: config.url }) } as const;
  return `\n${await driftReport(before, snapshot, wish, io)}`;
}
