/** `purposelint rules new|test`: rules of the team's own, written and tried. */

import type { Language } from '../../finding.js';
import { didYouMean } from '../arguments.js';
import type { Command } from '../command.js';
import { CONFIG_NAME, type Configuration, loadConfiguration } from '../configuration.js';
import { tellFailures } from '../failures.js';
import type { Io } from '../io.js';
import { say } from '../messages.js';
import { languageFor } from '../session.js';
import { EXIT, type ExitCode, Stop, speaking } from '../stop.js';

const ACTIONS = ['new', 'test'] as const;

export const rules: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const [what, ...names] = args.operands;
    const [name] = names;
    if (what === 'new' && name !== undefined && names.length === 1) return create(config, name, language, io);
    if (what === 'test') return test(config, names, language, io);
    const near = what === 'new' ? '' : didYouMean(what ?? '', ACTIONS, language);
    throw new Stop(EXIT.usage, 'rules-what', { near });
  });
};

async function create(config: Configuration, name: string, language: Language, io: Io): Promise<ExitCode> {
  const { writeNewRule } = await import('../plugins/new-rule.js');
  const { path, done } = writeNewRule(config, name);
  io.stdout.write(`${path}\n`);
  io.stderr.write(`${say(done.code, language, done.data)}\n`);
  return EXIT.ok;
}

/** Those files that are named, else all of the configuration. */
async function test(config: Configuration, named: readonly string[], language: Language, io: Io): Promise<ExitCode> {
  const { pluginFiles } = await import('../plugins/plugin-files.js');
  const plugins = named.length === 0 ? config.plugins : named.map(path => ({ path, from: 'rules test' }));
  const files = pluginFiles({ root: config.root, plugins });
  if (files.length === 0) throw new Stop(EXIT.usage, 'rules-none', { config: CONFIG_NAME });
  const [{ loadRules }, { tryExamples }] = await Promise.all([import('../plugins/load.js'), import('../plugins/try-examples.js')]);
  const loaded = await loadRules(config.root, files, language, io);
  const { lines, failures, all, differing } = await tryExamples(loaded, language);
  for (const line of lines) io.stdout.write(`${line}\n`);
  const isBroken = tellFailures(loaded, [], language, io) || failures.length > 0;
  for (const failure of failures) io.stderr.write(`${failure}\n`);
  if (all > 0)
    io.stderr.write(
      `${differing === 0 ? say('rules-passed', language, { count: all }) : say('rules-differ', language, { count: differing, all })}\n`,
    );
  if (isBroken) return EXIT.usage;
  return differing === 0 ? EXIT.ok : EXIT.findings;
}
