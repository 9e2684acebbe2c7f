/** `purposelint config`: every resolved value and where it comes from. */
import { rules } from '../../../rules/index.js';
import { resolveRules } from '../../lint/settings.js';
import { escapeTerminal } from '../../output/escape.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import type { Command } from '../options.js';
import { EXIT } from '../stop.js';

interface Value {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

export const config: Command = async (args, io) => {
  const values = valuesOf(loadConfiguration(io));
  io.stdout.write(args.values.json === true ? `${JSON.stringify(values, null, 2)}\n` : asText(values));
  return EXIT.ok;
};

function valuesOf(configuration: Configuration): Value[] {
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
    { key: 'mautic.url', value: configuration.url ?? null, from: from('mautic') },
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
