/** `purposelint explain`: one rule in plain words, or the list of all. */
import { rules } from '../../../rules/index.js';
import { explainRule } from '../../output/explain.js';
import { listRules, rulesAsJson } from '../../output/rule-list.js';
import { didYouMean } from '../arguments.js';
import { loadConfiguration } from '../configuration.js';
import { paletteFor } from '../formats.js';
import type { Command } from '../options.js';
import { languageFor } from '../session.js';
import { EXIT, Stop, speaking } from '../stop.js';

export const explain: Command = async (args, io) => {
  const language = languageFor(args, loadConfiguration(io));
  return speaking(language, async () => {
    const [name] = args.operands;
    const rule = rules.find(({ id }) => id === name);
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
    if (args.values.json === true) io.stdout.write(rulesAsJson(shown, language));
    else io.stdout.write(rule === undefined ? listRules(rules, options) : explainRule(rule, rules, options));
    return EXIT.ok;
  });
};
