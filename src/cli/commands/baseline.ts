/** `purposelint baseline write|prune`: accept today's findings by identity, so that only what is new fails; afterwards only fewer. */
import { type Baseline, identified, isAcceptable } from '../../lint/baseline/baseline.js';
import type { LintResult } from '../../lint/lint.js';
import { isGap } from '../../lint/unchecked.js';
import type { Snapshot } from '../../mautic/snapshot.js';
import { escapeTerminal } from '../../output/escape.js';
import { didYouMean } from '../arguments.js';
import { hasBaseline, saveBaseline } from '../baseline-file.js';
import { homesIn } from '../baseline-home.js';
import { readBaselineFor } from '../baseline-reading.js';
import type { Arguments, Command } from '../command.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { dayOf } from '../day.js';
import { tellFailures } from '../failures.js';
import type { Io } from '../io.js';
import { judge } from '../judge.js';
import { type MessageCode, say } from '../messages.js';
import { globsFromRoot } from '../named-files.js';
import { type Catalogue, openCatalogue } from '../plugins/catalogue.js';
import { readDeclarations, readSnapshot } from '../reading.js';
import { findDeclarations, hasSnapshot, languageFor } from '../session.js';
import { siteOf } from '../site.js';
import { EXIT, Stop, speaking } from '../stop.js';
import { verdictOf } from '../verdict.js';

export const baseline: Command = async (args, io) => {
  const given = await loadConfiguration(io);
  const language = languageFor(args, given);
  const tell: Tell = (code, data) => {
    io.stderr.write(`${say(code, language, data)}\n`);
  };
  return speaking(language, async () => {
    const [what, ...globs] = args.operands;
    if (what !== 'write' && what !== 'prune')
      throw new Stop(EXIT.usage, 'baseline-what', { near: didYouMean(what ?? '', ['write', 'prune'], language) });
    const catalogue = await openCatalogue(given, language, io);
    // Without a rule of the team's own, what it would find is not accepted, and what it found would be taken out.
    if (tellFailures(catalogue, [], language, io)) return EXIT.usage;
    const wish = { catalogue, config: catalogue.config, globs, args, io, tell };
    if (what === 'write') await write(wish);
    else await prune(wish);
    return EXIT.ok;
  });
};

type Tell = (code: MessageCode, data: Readonly<Record<string, string | number>>) => void;

interface Wish {
  readonly catalogue: Catalogue;
  readonly config: Configuration;
  /** Empty: all declaration files. */
  readonly globs: readonly string[];
  readonly args: Arguments;
  readonly io: Io;
  readonly tell: Tell;
}

async function write(wish: Wish): Promise<void> {
  const { config, tell } = wish;
  const path = config.baseline;
  if (hasBaseline(config)) {
    readBaselineFor(config, null);
    throw new Stop(EXIT.usage, 'baseline-exists', { path });
  }
  const snapshot = snapshotOf(config);
  const { result, now, isMeant } = await look(wish, snapshot, null);
  const { settings } = result.context;
  const open = identified(result.findings).filter(({ finding, identity }) => finding.state === 'open' && isMeant(identity.subject));
  const accepted = open.map(({ identity }) => identity).filter(({ rule }) => isAcceptable(rule, settings));
  const { host } = snapshot.made;
  if (accepted.length > 0) saveBaseline(config, { ...(host === undefined ? {} : { host }), written: now, accepted });
  tell(accepted.length === 0 ? 'baseline-nothing' : 'baseline-written', { path, count: accepted.length });

  const tellRules = (code: MessageCode, found: readonly string[]): void => {
    if (found.length > 0) tell(code, { count: found.length, rules: [...new Set(found)].sort().join(', ') });
  };
  const refused = open.filter(({ finding }) => !isAcceptable(finding.rule, settings) && finding.severity !== 'info');
  tellRules(
    'baseline-dpo',
    accepted.map(({ rule }) => rule).filter(rule => settings.get(rule)?.waivable === 'dpo'),
  );
  tellRules(
    'baseline-never',
    refused.map(({ finding }) => finding.rule),
  );
  const notRun = new Set(result.notRun.filter(isGap).map(({ rule }) => rule)).size;
  if (notRun > 0) tell('baseline-not-run', { count: notRun });
}

async function prune(wish: Wish): Promise<void> {
  const { config, io, tell } = wish;
  const path = config.baseline;
  if (!hasBaseline(config)) throw new Stop(EXIT.usage, 'baseline-none', { path });
  const snapshot = snapshotOf(config);
  const old = readBaselineFor(config, snapshot);
  const { result, isMeant } = await look(wish, snapshot, old);
  const stale = new Set(result.context.stale.map(({ entry }) => entry).filter(({ subject }) => isMeant(subject)));
  const left = old.accepted.filter(entry => !stale.has(entry));
  if (stale.size > 0) saveBaseline(config, { ...old, accepted: left });
  for (const { rule, subject } of stale) io.stdout.write(`${escapeTerminal(`${rule} ${subject}`)}\n`);
  tell(stale.size > 0 ? 'baseline-pruned' : 'baseline-same', { path, count: stale.size, left: left.length });
  const kept = result.unsettled.filter(({ subject }) => isMeant(subject)).length;
  if (kept > 0) tell('baseline-unsettled', { count: kept });
  if (left.length === 0) tell('baseline-empty', {});
}

function snapshotOf(config: Configuration): Snapshot {
  if (!hasSnapshot(config)) throw new Stop(EXIT.notChecked, 'no-snapshot', { path: config.snapshot });
  return readSnapshot(config);
}

interface Looked {
  readonly result: LintResult;
  /** Day of the run. */
  readonly now: string;
  /** Whether something belongs to the files that were named. */
  readonly isMeant: (subject: string) => boolean;
}

/**
 * Judges the whole policy, also where only a part of it is meant: a rule may need to see all files for a word on one of them.
 * @throws RuleFailure when a rule fails: nobody knows what it would have found
 */
async function look({ catalogue, config, globs, args, io }: Wish, snapshot: Snapshot, old: Baseline | null): Promise<Looked> {
  const now = dayOf(args, io);
  const paths = await findDeclarations(config);
  if (paths.length === 0) throw new Stop(EXIT.notChecked, 'no-declarations', { globs: config.declarations.join(', ') });
  const named = globs.length === 0 ? paths : await findDeclarations(config, globsFromRoot(globs, config.root, io.cwd));
  const meant = new Set(named.filter(path => paths.includes(path)));
  if (meant.size === 0) throw new Stop(EXIT.usage, 'baseline-no-file', { globs: globs.join(', ') });
  const declarations = readDeclarations(config, paths);
  const broken = declarations.files.find(file => file.document.faults.length > 0)?.path ?? declarations.problems[0]?.place.file;
  if (broken !== undefined) throw new Stop(EXIT.usage, 'init-broken', { file: broken });
  const site = await siteOf(config, languageFor(args, config), io);
  const judged = { declarations, snapshot, now, baseline: old, site };
  const result = judge(config, { ...judged, rules: await catalogue.ready(judged) });
  for (const failure of result.failures) throw failure;
  const tooOld = verdictOf(result, 'error', true, config).reasons.find(({ code }) => code === 'old-snapshot');
  if (tooOld !== undefined) throw new Stop(EXIT.notChecked, tooOld.code, tooOld.data);
  const homeOf = homesIn(result.context);
  return { result, now, isMeant: subject => globs.length === 0 || meant.has(homeOf(subject) ?? '') };
}
