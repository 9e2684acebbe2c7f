/** Which files may hold rules of the team's own: only files of the repository itself. */
import { realpathSync } from 'node:fs';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import { statOf } from '../../text/files/faults.js';
import type { Configuration, Plugin } from '../configuration.js';
import { EXIT, Stop } from '../stop.js';

const RULE_FILE = /(?<!\.d)\.m?[jt]s$/u;

/** Paths of the files with rules, relative to the root, each once. @throws Stop (exit 2), as `ruleFile` does */
export function pluginFiles({ root, plugins }: Pick<Configuration, 'root' | 'plugins'>): readonly string[] {
  return [...new Set(plugins.map(plugin => ruleFile(root, plugin)))];
}

/**
 * Holds a path of `plugins` against what may be run.
 * @returns the path relative to the root, with forward slashes
 * @throws Stop (exit 2) when it leads out of the repository, into packages, is no TypeScript or JavaScript module, or is not there
 */
function ruleFile(root: string, { path, from }: Plugin): string {
  const data = { from, path };
  const name = posix.normalize(path);
  if (isAbsolute(path) || /^[a-z]:|^\\|^~/iu.test(path) || path.split(/[\\/]/u).includes('..'))
    throw new Stop(EXIT.usage, 'plugin-outside', data);
  if (isInPackages(name)) throw new Stop(EXIT.usage, 'plugin-package', data);
  if (!RULE_FILE.test(name)) throw new Stop(EXIT.usage, 'plugin-no-module', data);
  if (statOf(join(root, name))?.isFile() !== true) throw new Stop(EXIT.usage, 'plugin-missing', data);
  if (!isOwnFile(root, join(root, name))) throw new Stop(EXIT.usage, 'plugin-link', data);
  return name;
}

/** Whether a file that is there lies in the repository, wherever links lead, and not in a package. */
export function isOwnFile(root: string, file: string): boolean {
  const inside = relative(realpathSync(root), realpathSync(file)).split(sep).join('/');
  return !isAbsolute(inside) && inside !== '..' && !inside.startsWith('../') && !isInPackages(inside);
}

function isInPackages(path: string): boolean {
  return path.split('/').includes('node_modules');
}
