/** `purposelint diff`: what a branch changes for people. It describes; `check --base` judges. */
import { rules } from '../../../rules/index.js';
import type { Language } from '../../finding.js';
import { changesBetween } from '../../lint/changes/changes.js';
import { sideOf } from '../../lint/changes/sides.js';
import { resolveRules } from '../../lint/settings.js';
import { changesJson } from '../../output/changes/json.js';
import { changesMarkdown } from '../../output/changes/markdown.js';
import type { Comparison } from '../../output/changes/sections.js';
import { changesText } from '../../output/changes/text.js';
import { textOption } from '../arguments.js';
import { cutFile, readBase, severitiesOf } from '../base.js';
import { loadBaseline } from '../baseline-reading.js';
import type { Arguments, Command } from '../command.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { dayOf } from '../day.js';
import { paletteFor } from '../formats.js';
import type { Io } from '../io.js';
import { readDeclarations, readSnapshot } from '../reading.js';
import { findDeclarations, hasSnapshot, languageFor } from '../session.js';
import { EXIT, Stop, speaking } from '../stop.js';

export const diff: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const comparison = await compare(args, config, language, io);
    io.stdout.write(await written(comparison, args, language, io));
    return EXIT.ok;
  });
};

async function compare(args: Arguments, config: Configuration, language: Language, io: Io): Promise<Comparison> {
  const now = dayOf(args, io);
  const paths = await findDeclarations(config);
  const declarations = readDeclarations(config, paths);
  const cut = cutFile(declarations);
  if (cut !== undefined) throw new Stop(EXIT.notChecked, 'diff-declarations', { file: cut });
  const snapshot = hasSnapshot(config) ? readSnapshot(config) : null;
  const baseline = loadBaseline(config, snapshot);
  const { name, commit, ...before } = await readBase({ config, asked: args.operands[0], paths, language }, io);
  if (paths.length === 0 && before.declarations.files.length === 0)
    throw new Stop(EXIT.notChecked, 'no-declarations', { globs: config.declarations.join(', ') });
  // Where nothing was declared, everything would be new, and nothing would be said by that.
  const isFirst = before.declarations.files.length === 0;
  const severities = severitiesOf(resolveRules(rules, config.preset, config.rules));
  const changes = isFirst ? [] : changesBetween(sideOf(before, now), sideOf({ declarations, snapshot, baseline, severities }, now));
  return { base: name, commit, isFirst, changes };
}

async function written(comparison: Comparison, args: Arguments, language: Language, io: Io): Promise<string> {
  const format = textOption(args, 'format');
  if (format === 'json') return changesJson(comparison);
  if (format === 'markdown') return changesMarkdown(comparison, language);
  return changesText(comparison, language, { colour: await paletteFor(io, io.stdout), columns: io.stdout.columns });
}
