/** `purposelint where`: every use of an item, or the items that nothing uses. */
import { buildDeclarations } from '../../declarations/build.js';
import type { Language } from '../../finding.js';
import { joinPolicy } from '../../lint/policy.js';
import { viewSnapshot } from '../../lint/snapshot-view.js';
import { type Found, type Resolution, resolveItem } from '../../lint/usage/resolve.js';
import { indexSteps } from '../../lint/usage/steps.js';
import { unusedItems } from '../../lint/usage/unused.js';
import { whereaboutsOf } from '../../lint/usage/whereabouts.js';
import { indexUses } from '../../lint/use-index.js';
import { unusedJson, whereJson } from '../../output/where/json.js';
import type { Telling } from '../../output/where/names.js';
import { whereText } from '../../output/where/text.js';
import { unusedText } from '../../output/where/unused-text.js';
import { whereWordsOf } from '../../output/where/words.js';
import { wordsOf } from '../../output/words.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { paletteFor } from '../formats.js';
import { type Io, today } from '../io.js';
import { say } from '../messages.js';
import type { Command } from '../options.js';
import { hasSnapshot, languageFor, readSnapshot } from '../session.js';
import { EXIT, Stop, speaking } from '../stop.js';

export const where: Command = async (args, io) => {
  const config = loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const [wanted, ...others] = args.operands;
    const wantsUnused = args.values.unused === true;
    if (others.length > 0 || (wanted === undefined) !== wantsUnused) throw new Stop(EXIT.usage, 'where-needs-item');
    const telling = readTelling(config, language, io);
    const screen = { columns: io.stdout.columns, palette: await paletteFor(io, io.stdout) };
    const asJson = args.values.json === true;
    if (wanted === undefined) {
      const unused = unusedItems(telling.snapshot, telling.index);
      io.stdout.write(asJson ? unusedJson(unused, telling) : unusedText(unused, telling, screen));
      return EXIT.ok;
    }
    const subject = meant(wanted, resolveItem(wanted, telling.snapshot, telling.index), language);
    const whereabouts = whereaboutsOf(subject, telling.snapshot, telling.index);
    io.stdout.write(asJson ? whereJson(whereabouts, telling) : whereText(whereabouts, telling, screen));
    return EXIT.ok;
  });
};

function readTelling(config: Configuration, language: Language, io: Io): Telling {
  if (!hasSnapshot(config)) throw new Stop(EXIT.notChecked, 'where-no-snapshot', { path: config.snapshot });
  const file = readSnapshot(config);
  const snapshot = viewSnapshot(file, config.url);
  // What is live does not depend on declarations.
  const { isLive } = joinPolicy(buildDeclarations([]), snapshot, indexUses(file.uses), today(io));
  return { words: wordsOf(language), where: whereWordsOf(language), snapshot, index: indexSteps(snapshot, file.uses), isLive };
}

function meant(wanted: string, resolution: Resolution, language: Language): Found {
  if (resolution.is === 'found') return resolution;
  const { is, references } = resolution;
  const [open, close] = wordsOf(language).quotes;
  const list = references.map(reference => `${open}${reference}${close}`).join(', ');
  const near = references.length === 0 ? '' : say('where-near', language, { list });
  throw new Stop(EXIT.usage, `where-${is}`, { item: wanted, list, near });
}
