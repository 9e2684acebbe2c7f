/** `purposelint where`: every use of an item, the items that nothing uses, or the ways from one item to another. */
import type { Language } from '../../finding.js';
import { waysBetween } from '../../lint/paths/ways.js';
import { unusedItems } from '../../lint/usage/unused.js';
import { whereaboutsOf } from '../../lint/usage/whereabouts.js';
import { unusedJson, whereJson } from '../../output/where/json.js';
import { pathJson } from '../../output/where/path-json.js';
import { pathText } from '../../output/where/path-text.js';
import { whereText } from '../../output/where/text.js';
import { unusedText } from '../../output/where/unused-text.js';
import { hasOption } from '../arguments.js';
import type { Arguments, Command } from '../command.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { paletteFor } from '../formats.js';
import type { Io } from '../io.js';
import { readDeclarations } from '../reading.js';
import { findDeclarations, languageFor } from '../session.js';
import { EXIT, Stop, speaking } from '../stop.js';
import { itemMeant, lookAt } from '../where-subject.js';

export const where: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    io.stdout.write(await answer(args, config, language, io));
    return EXIT.ok;
  });
};

async function answer(args: Arguments, config: Configuration, language: Language, io: Io): Promise<string> {
  const { operands } = args;
  const [first, second, ...others] = operands;
  const wantsUnused = hasOption(args, 'unused');
  const asJson = hasOption(args, 'json');
  const screen = { columns: io.stdout.columns, palette: await paletteFor(io, io.stdout) };
  if (hasOption(args, 'path')) {
    if (first === undefined || second === undefined || others.length > 0 || wantsUnused) throw new Stop(EXIT.usage, 'where-needs-two');
    const files = await findDeclarations(config);
    const { telling, context } = await lookAt(config, language, io, readDeclarations(config, files));
    const [from, to] = [itemMeant(first, telling), itemMeant(second, telling)];
    const ways = waysBetween(from.reference, to.reference, context, files.length > 0);
    return asJson ? pathJson(ways, telling) : pathText(ways, telling, screen);
  }
  if (second !== undefined && !wantsUnused) throw new Stop(EXIT.usage, 'where-quotes', { name: operands.join(' ') });
  if (second !== undefined || (first === undefined) !== wantsUnused) throw new Stop(EXIT.usage, 'where-needs-item');
  if (first === undefined) {
    const { telling, context } = await lookAt(config, language, io, readDeclarations(config, await findDeclarations(config)));
    const { isNeeded, carriesPolicy } = context.indexes.declaredUses;
    const unused = unusedItems(telling.snapshot, telling.index, item => isNeeded(item) || carriesPolicy(item));
    return asJson ? unusedJson(unused, telling) : unusedText(unused, telling, screen);
  }
  const { telling } = await lookAt(config, language, io);
  const whereabouts = whereaboutsOf(itemMeant(first, telling), telling.snapshot, telling.index);
  return asJson ? whereJson(whereabouts, telling) : whereText(whereabouts, telling, screen);
}
