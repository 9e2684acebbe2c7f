/** `purposelint config`: every resolved value and where it comes from. */
import { resolveRules } from '../../lint/settings.js';
import { escapeTerminal } from '../../output/escape.js';
import { hasOption } from '../arguments.js';
import type { Command } from '../command.js';
import { loadConfiguration } from '../configuration.js';
import { tellFailures } from '../failures.js';
import { type Catalogue, openCatalogue } from '../plugins/catalogue.js';
import { languageFor } from '../session.js';
import { EXIT, speaking } from '../stop.js';

interface Value {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

export const config: Command = async (args, io) => {
  const given = await loadConfiguration(io);
  const language = languageFor(args, given);
  return speaking(language, async () => {
    const catalogue = await openCatalogue(given, language, io);
    const values = valuesOf(catalogue);
    io.stdout.write(hasOption(args, 'json') ? `${JSON.stringify(values, null, 2)}\n` : asText(values));
    return tellFailures(catalogue, [], language, io) ? EXIT.usage : EXIT.ok;
  });
};

function valuesOf({ config: configuration, rules }: Pick<Catalogue, 'config' | 'rules'>): Value[] {
  const { root, file, preset, origins } = configuration;
  const from = (key: string) => origins.get(key) ?? 'default';
  const settings = resolveRules(rules, preset, configuration.rules);
  return [
    { key: 'root', value: root, from: file ?? 'current folder' },
    { key: 'extends', value: preset, from: from('extends') },
    { key: 'declarations', value: configuration.declarations, from: from('declarations') },
    { key: 'snapshot', value: configuration.snapshot, from: from('snapshot') },
    { key: 'baseline', value: configuration.baseline, from: from('baseline') },
    { key: 'language', value: configuration.language, from: from('language') },
    { key: 'plugins', value: configuration.plugins.map(({ path }) => path), from: from('plugins') },
    { key: 'mautic.url', value: configuration.url ?? null, from: from('mautic') },
    ...Object.entries(configuration.website).map(([key, value]) => ({ key: `website.${key}`, value, from: from(`website.${key}`) })),
    ...[...settings].map(([id, { severity, options }]) => ({
      key: `rules.${id}`,
      value: Object.keys(options).length === 0 ? severity : { severity, ...options },
      from: origins.get(`rules.${id}`) ?? `preset ${preset}`,
    })),
  ];
}

function asText(values: readonly Value[]): string {
  const rows = values.map(({ key, value, from }) => [key, typeof value === 'string' ? value : JSON.stringify(value), from] as const);
  const width = Math.max(...rows.map(([key]) => key.length));
  return rows.map(([key, value, from]) => `${key.padEnd(width)}  ${escapeTerminal(value)}  (${escapeTerminal(from)})\n`).join('');
}
