/** Which `script` elements hold code, in what language, and when it runs. */
import { isHeld } from '../consent-tools.js';
import { HOLE, type Script } from '../site.js';
import type { ScriptKind } from './scripts.js';

type Attributes = ReadonlyMap<string, string>;

const DIALECTS: Readonly<Record<string, Script['dialect']>> = {
  '': 'js',
  module: 'js',
  'text/javascript': 'js',
  'application/javascript': 'js',
  'application/x-javascript': 'js',
  'text/ecmascript': 'js',
  'application/ecmascript': 'js',
  js: 'js',
  'text/partytown': 'js',
  'text/x-rocketlazyloadscript': 'js',
  rocketlazyloadscript: 'js',
  'text/babel': 'jsx',
  'text/jsx': 'jsx',
  jsx: 'jsx',
  ts: 'ts',
  typescript: 'ts',
  'text/typescript': 'ts',
  'application/typescript': 'ts',
  tsx: 'tsx',
};

/** How files of an ending hold code. A component's code runs when it is put on a page. */
export interface CodeHabits {
  readonly dialect: 'js' | 'ts';
  readonly isComponent: boolean;
  /** `<iframe />` has no content. */
  readonly selfCloses: boolean;
}

/** What the code of a `script` element is; undefined: data or a template. */
export function scriptKind(attributes: Attributes, { dialect: usual, isComponent }: CodeHabits): ScriptKind | undefined {
  const held = isHeld(attributes);
  // Cloudflare puts a number in front of the type.
  const type = (attributes.get('lang') ?? attributes.get('type') ?? '')
    .trim()
    .toLowerCase()
    .replace(/^[\da-f]{20,}-/u, '');
  const dialect = held || type.includes(HOLE) ? usual : own(DIALECTS, type);
  if (dialect === undefined) return undefined;
  const scope = isComponent || type === 'module' ? 'module' : 'page';
  const runs = held ? { held: true as const } : isComponent ? {} : { inline: true as const };
  return { dialect: dialect === 'js' ? usual : dialect, scope, ...runs };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
