/** `purposelint explain`: one rule in plain words, or the list of all. */
import { rules as builtIn } from '../../../rules/index.js';
import { explainRule } from '../../output/explain.js';
import { listRules, rulesAsJson } from '../../output/rule-list.js';
import { didYouMean, hasOption } from '../arguments.js';
import type { Command } from '../command.js';
import { loadConfiguration } from '../configuration.js';
import { tellFailures } from '../failures.js';
import { paletteFor } from '../formats.js';
import { openCatalogue } from '../plugins/catalogue.js';
import { languageFor } from '../session.js';
import { EXIT, Stop, speaking } from '../stop.js';

export const explain: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const [name] = args.operands;
    // Our own rules are explained whatever the state of others.
    const isOurs = builtIn.some(({ id }) => id === name);
    const catalogue = isOurs ? undefined : await openCatalogue(config, language, io);
    const rules = catalogue?.rules ?? builtIn;
    const rule = rules.find(({ id }) => id === name);
    const isWhole = catalogue === undefined || !tellFailures(catalogue, [], language, io);
    if (name !== undefined && rule === undefined) {
      throw new Stop(EXIT.usage, 'unknown-rule', {
        name,
        near: didYouMean(
          name,
          rules.map(({ id }) => id),
          language,
        ),
      });
    }
    const options = { language, columns: io.stdout.columns, palette: await paletteFor(io, io.stdout) };
    const shown = rule === undefined ? rules : [rule];
    if (hasOption(args, 'json')) io.stdout.write(rulesAsJson(shown, language));
    else if (rule === undefined) io.stdout.write(listRules(rules, options));
    else io.stdout.write(explainRule(rule, (await catalogue?.readyFor(rule)) ?? (() => rules), options));
    return isWhole ? EXIT.ok : EXIT.usage;
  });
};
