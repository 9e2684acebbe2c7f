/** Which files of a website are read, and how. All others, configuration among them (`.env`, JSON, YAML), are not looked at. */
import { extname } from 'node:path';
import type { Script } from './site.js';

const CODE: Readonly<Record<string, Script['dialect']>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
  '.js': 'jsx',
  '.jsx': 'jsx',
  '.mjs': 'js',
  '.cjs': 'js',
};

/** HTML, components, and the templates of PHP, Twig, Liquid (Jekyll, Shopify), Hugo, Handlebars and Ruby. */
const MARKUP: ReadonlySet<string> = new Set([
  '.html',
  '.htm',
  '.xhtml',
  '.vue',
  '.svelte',
  '.astro',
  '.php',
  '.phtml',
  '.twig',
  '.liquid',
  '.hbs',
  '.handlebars',
  '.mustache',
  '.erb',
  '.njk',
]);

/** The endings of the files that are read, without their dots. */
export const SITE_ENDINGS: readonly string[] = [...Object.keys(CODE), ...MARKUP].map(ending => ending.slice(1));

export type FileKind = { readonly is: 'code'; readonly dialect: Script['dialect'] } | { readonly is: 'markup' };

/** How a file is read, by its ending; undefined: it is not. */
export function fileKind(path: string): FileKind | undefined {
  const ending = extname(path).toLowerCase();
  const dialect = Object.hasOwn(CODE, ending) ? CODE[ending] : undefined;
  if (dialect !== undefined) return { is: 'code', dialect };
  return MARKUP.has(ending) ? { is: 'markup' } : undefined;
}
