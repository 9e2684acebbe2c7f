/** purposelint.yaml → the resolved configuration, with where each value comes from. */
import { existsSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import type { Language } from '../finding.js';
import type { ConfigFile } from '../generated/config.js';
import type { Preset } from '../lint/rule.js';
import type { ConfiguredRule } from '../lint/settings.js';
import type { Layer } from './config-file.js';
import type { Io } from './io.js';
import { configuredRules } from './rule-settings.js';
import { EXIT, Stop } from './stop.js';

export const CONFIG_NAME = 'purposelint.yaml';

export interface Configuration {
  /** Folder of purposelint.yaml; without one, the current folder. All paths are relative to it. */
  readonly root: string;
  /** `purposelint.yaml`, or null when there is none. */
  readonly file: string | null;
  readonly preset: Preset;
  readonly declarations: readonly string[];
  readonly snapshot: string;
  /** Where the accepted findings are, if there is such a file. */
  readonly baseline: string;
  readonly language: Language;
  /** Where there are rules of the team's own, without what is set of those: only they know their ids. */
  readonly rules: ReadonlyMap<string, ConfiguredRule>;
  /** The team's own rules, as purposelint.yaml names them; presets name none. */
  readonly plugins: readonly Plugin[];
  /** The files that it comes from, the base first. */
  readonly layers: readonly Layer[];
  /** Address of the instance, for links. */
  readonly url?: string;
  /** Where the code of the website is. */
  readonly website: WebsiteSettings;
  /** Where a value comes from (`purposelint.yaml:3`), by key (`snapshot`, `rules.unused-datum`); what is missing is a default. */
  readonly origins: ReadonlyMap<string, string>;
}

export interface WebsiteSettings {
  /** Globs; none: nothing is scanned. */
  readonly include: readonly string[];
  readonly ignore: readonly string[];
  /** Names of the team's own functions and components that send to Mautic. */
  readonly helpers: readonly string[];
  /** A file that cannot be read ends the run: could not check. */
  readonly required: boolean;
}

/** Nothing is scanned. */
export const NO_WEBSITE: WebsiteSettings = { include: [], ignore: [], helpers: [], required: false };

export interface Plugin {
  /** As it is written. */
  readonly path: string;
  /** `purposelint.yaml:7`. */
  readonly from: string;
}

export const DEFAULT_PATHS = {
  declarations: ['privacy/**/*.yaml'],
  snapshot: 'privacy/mautic.snapshot.json',
  baseline: 'privacy/baseline.json',
} as const;

/**
 * Finds and reads the configuration, from the current folder up to the root of the git repository.
 * @throws Stop (exit 2) when it is broken, extends itself, or leads out of the repository
 */
export async function loadConfiguration(io: Io): Promise<Configuration> {
  const root = findRoot(io.cwd);
  if (root === null)
    return {
      root: io.cwd,
      file: null,
      preset: 'recommended',
      ...DEFAULT_PATHS,
      language: 'en',
      rules: new Map(),
      plugins: [],
      layers: [],
      website: NO_WEBSITE,
      origins: new Map(),
    };
  const { readConfigFile } = await import('./config-file.js');
  const layer = await readConfigFile(root, CONFIG_NAME);
  const { value } = layer;
  const { preset, layers } = await resolvePresets(layer, async (path, from) => {
    if (!existsSync(join(root, path))) throw new Stop(EXIT.usage, 'preset-missing', { from, path });
    return readConfigFile(root, path, PRESET_KEYS);
  });
  return {
    root,
    file: CONFIG_NAME,
    preset,
    ...pathsIn(layer),
    language: value.language ?? 'en',
    rules: configuredRules(layers, rules, value.language ?? 'en'),
    plugins: (value.plugins ?? []).map((path, index) => ({ path, from: layer.origin(['plugins', index]) })),
    layers,
    ...instanceUrl(layer),
    website: websiteIn(value),
    origins: originsOf(layer, layers),
  };
}

/**
 * Where the files of the policy are, by purposelint.yaml; what it does not say is the default.
 * @throws Stop (exit 2) when a path leads out of the repository
 */
export function pathsIn({ value, origin }: Layer): Pick<Configuration, 'declarations' | 'snapshot' | 'baseline'> {
  return {
    declarations: value.declarations ?? DEFAULT_PATHS.declarations,
    snapshot: inside(origin(['snapshot']), value.snapshot ?? DEFAULT_PATHS.snapshot),
    baseline: inside(origin(['baseline']), value.baseline ?? DEFAULT_PATHS.baseline),
  };
}

function websiteIn({ website = {} }: ConfigFile): WebsiteSettings {
  const { include = [], ignore = [], helpers = [], required = false } = website;
  return { include, ignore, helpers, required };
}

/** The address of the instance: a web address without credentials, which belong into the environment. */
function instanceUrl({ value, origin }: Layer): { url?: string } {
  const url = value.mautic?.url;
  if (url === undefined) return {};
  const from = origin(['mautic', 'url']);
  if (!URL.canParse(url) || !/^https?:/iu.test(url)) throw new Stop(EXIT.usage, 'bad-url', { from, url });
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '') throw new Stop(EXIT.usage, 'secret-in-config', { from, key: 'mautic.url' });
  return { url };
}

function originsOf(own: Layer, layers: readonly Layer[]): ReadonlyMap<string, string> {
  const keys = Object.keys(own.value).map(key => [key, own.origin([key])] as const);
  const ids = layers.flatMap(layer =>
    Object.keys(layer.value.rules ?? {}).map(id => [`rules.${id}`, layer.origin(['rules', id])] as const),
  );
  const website = Object.keys(own.value.website ?? {}).map(key => [`website.${key}`, own.origin(['website', key])] as const);
  return new Map([...keys, ...website, ...ids]);
}

/** The nearest folder with a purposelint.yaml; the search ends at the root of the git repository. */
export function findRoot(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG_NAME))) return folder;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return null;
  }
}

interface Chain {
  readonly preset: Preset;
  /** The file itself last: what comes later goes before. */
  readonly layers: readonly Layer[];
}

/**
 * What a configuration extends, to the preset at its end.
 * @param read one more file of the chain, by its path, and where it is named
 * @throws Stop (exit 2) when it extends itself or nothing that there is, or leads out of the repository
 */
export async function resolvePresets(
  layer: Layer,
  read: (path: string, from: string) => Promise<Layer>,
  seen: readonly string[] = [layer.file],
): Promise<Chain> {
  const { extends: base = 'recommended' } = layer.value;
  if (base === 'recommended' || base === 'strict') return { preset: base, layers: [layer] };
  const from = layer.origin(['extends']);
  if (/^[\w-]+$/u.test(base)) throw new Stop(EXIT.usage, 'unknown-preset', { from, name: base });
  const path = inside(from, posix.join(posix.dirname(layer.file), base));
  if (seen.includes(path)) throw new Stop(EXIT.usage, 'preset-circle', { from, chain: [...seen, path].join(' → ') });
  const { preset, layers } = await resolvePresets(await read(path, from), read, [...seen, path]);
  return { preset, layers: [...layers, layer] };
}

/** A preset of one's own holds these keys only. */
export const PRESET_KEYS = ['version', 'extends', 'rules'] as const;

function inside(from: string, path: string): string {
  const normal = posix.normalize(path);
  if (normal.startsWith('../') || normal === '..' || posix.isAbsolute(normal)) throw new Stop(EXIT.usage, 'outside-root', { from, path });
  return normal;
}
