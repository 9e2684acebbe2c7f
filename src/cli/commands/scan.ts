/** `purposelint scan`: what the code of the website sends to Mautic. It tells; `check` judges. */
import { viewSnapshot } from '../../lint/snapshot-view.js';
import { scanJson } from '../../output/scan/json.js';
import { scanText } from '../../output/scan/text.js';
import { unreadIn } from '../../website/unread.js';
import { hasOption } from '../arguments.js';
import type { Command } from '../command.js';
import { loadConfiguration } from '../configuration.js';
import { paletteFor } from '../formats.js';
import { say } from '../messages.js';
import { readSnapshot } from '../reading.js';
import { renamer } from '../report-paths.js';
import { hasSnapshot, languageFor } from '../session.js';
import { EXIT, speaking } from '../stop.js';
import { scanWebsite } from '../website/scan.js';

export const scan: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const site = await scanWebsite(config, language, io, args.operands);
    const snapshot = viewSnapshot(hasSnapshot(config) ? readSnapshot(config) : null, config.url);
    const { shown } = renamer('stylish', config.root, io);
    const look = { columns: io.stdout.columns, colour: await paletteFor(io, io.stdout), shown };
    io.stdout.write(hasOption(args, 'json') ? scanJson({ site, snapshot }) : scanText({ site, snapshot }, language, look));
    const unread = config.website.required ? unreadIn(site).length : 0;
    if (unread === 0) return EXIT.ok;
    io.stderr.write(`${say('site-required', language, { count: unread })}\n`);
    return EXIT.notChecked;
  });
};
