/** The policy as it was where a branch began: its configuration, declarations, snapshot and baseline, out of git. */

import { rules } from '../../rules/index.js';
import { buildDeclarations, UnknownVersion } from '../declarations/build.js';
import type { Declarations } from '../declarations/model.js';
import type { Language, SeveritySetting } from '../finding.js';
import type { Baseline } from '../lint/baseline/baseline.js';
import { BaselineUnusable, readBaseline } from '../lint/baseline/read.js';
import type { SideInput } from '../lint/changes/sides.js';
import type { RuleSetting } from '../lint/rule.js';
import { resolveRules } from '../lint/settings.js';
import { loadSnapshot } from '../mautic/load.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { MAX_SNAPSHOT_BYTES, SnapshotUnusable } from '../mautic/snapshot-text.js';
import { type SourceText, UnreadableFile } from '../text/document.js';
import { matchNames } from '../text/glob-names.js';
import { ConfigFaults } from './config-faults.js';
import { readConfigText } from './config-file.js';
import { CONFIG_NAME, type Configuration, DEFAULT_PATHS, PRESET_KEYS, pathsIn, resolvePresets } from './configuration.js';
import { findMergeBase, type MergeBase } from './git/merge-base.js';
import { openRepository } from './git/repository.js';
import { type Tree, treeAt } from './git/tree.js';
import type { Io } from './io.js';
import { say } from './messages.js';
import { configuredRules } from './rule-settings.js';
import { DECLARATION_LIMIT } from './session.js';
import { EXIT, Stop } from './stop.js';

export interface Base extends SideInput, MergeBase {}

interface Wish {
  readonly config: Configuration;
  /** A branch, tag or commit; undefined: the usual one. */
  readonly asked: string | undefined;
  /** Declaration files of now. */
  readonly paths: readonly string[];
  readonly language: Language;
}

/**
 * Reads the policy at the merge base. What cannot be read of it but its declarations is said on standard error and left out.
 * @throws Stop: exit 2 for trouble with git, exit 3 when it cannot be compared
 */
export async function readBase({ config, asked, paths, language }: Wish, io: Io): Promise<Base> {
  const repository = openRepository({ folder: config.root, env: io.env });
  const base = findMergeBase(repository, asked, language);
  const tree = treeAt(repository, base.commit);
  const inside = paths.map(path => tree.submodules.find(submodule => path.startsWith(`${submodule}/`))).find(path => path !== undefined);
  if (inside !== undefined) throw new Stop(EXIT.notChecked, 'base-submodule', { path: inside });
  const tell = (file: string): null => {
    const code = file === CONFIG_NAME ? 'base-config' : 'base-unusable';
    io.stderr.write(`${say(code, language, { file, base: base.name })}\n`);
    return null;
  };
  const then = await pathsThen(tree, config, tell);
  const names = await matchNames(tree.names, then.declarations);
  return {
    ...base,
    declarations: declarationsOf(tree, names, base.name),
    snapshot: await one(tree, then.snapshot, MAX_SNAPSHOT_BYTES, ({ text, path }): Snapshot => loadSnapshot(text, path), tell),
    baseline: await one(tree, then.baseline, MAX_SNAPSHOT_BYTES, (source): Baseline => readBaseline(source), tell),
    severities: await severitiesThen(tree, language),
  };
}

type Paths = Pick<Configuration, 'declarations' | 'snapshot' | 'baseline'>;

/** Where the files were, by the configuration of then; by that of now where that cannot be read. */
async function pathsThen(tree: Tree, config: Configuration, tell: (file: string) => null): Promise<Paths> {
  const read = async (source: SourceText): Promise<Paths> => pathsIn(await readConfigText(source));
  return (await one(tree, CONFIG_NAME, DECLARATION_LIMIT, read, tell, DEFAULT_PATHS)) ?? config;
}

/** How heavy each rule of today weighed; none when the configuration of then cannot be used, which is told with its paths. */
async function severitiesThen(tree: Tree, language: Language): Promise<ReadonlyMap<string, SeveritySetting>> {
  const read = async (source: SourceText): Promise<ReadonlyMap<string, SeveritySetting>> => {
    const { preset, layers } = await resolvePresets(await readConfigText(source), async path => {
      const [text] = tree.read([path], DECLARATION_LIMIT);
      if (text === undefined) throw new UnreadableFile(path, 'missing');
      return readConfigText(text, PRESET_KEYS);
    });
    return severitiesOf(resolveRules(rules, preset, configuredRules(layers, rules, language)));
  };
  const unchanged = severitiesOf(resolveRules(rules, 'recommended', new Map()));
  return (await one(tree, CONFIG_NAME, DECLARATION_LIMIT, read, () => null, unchanged)) ?? new Map();
}

/** How heavy rules weigh, without their options. */
export function severitiesOf(settings: ReadonlyMap<string, RuleSetting>): ReadonlyMap<string, SeveritySetting> {
  return new Map([...settings].map(([id, { severity }]) => [id, severity]));
}

/** One file as it was. Without it, `missing`; when it cannot be used, null, and that is told. */
async function one<T>(
  tree: Tree,
  path: string,
  limit: number,
  read: (source: SourceText) => T | Promise<T>,
  tell: (file: string) => null,
  missing: T | null = null,
): Promise<T | null> {
  if (!tree.names.includes(path)) return missing;
  try {
    const [source] = tree.read([path], limit);
    return source === undefined ? missing : await read(source);
  } catch (error) {
    if (isUnusable(error)) return tell(path);
    throw error;
  }
}

function isUnusable(error: unknown): boolean {
  return [UnreadableFile, SnapshotUnusable, BaselineUnusable, ConfigFaults, Stop].some(kind => error instanceof kind);
}

function declarationsOf(tree: Tree, names: readonly string[], base: string): Declarations {
  const unusable = (file: string): Stop => new Stop(EXIT.notChecked, 'base-declarations', { file, base });
  try {
    const declarations = buildDeclarations(tree.read(names, DECLARATION_LIMIT));
    const cut = cutFile(declarations);
    if (cut !== undefined) throw unusable(cut);
    return declarations;
  } catch (error) {
    const file = error instanceof UnreadableFile ? error.path : error instanceof UnknownVersion ? error.file : undefined;
    throw file === undefined ? error : unusable(file);
  }
}

/** A file that does not read as YAML, a merge mark in it perhaps: what is lost of it would be told as taken back, or as new. */
export function cutFile({ files }: Declarations): string | undefined {
  return files.find(({ document }) => document.faults.length > 0)?.path;
}
