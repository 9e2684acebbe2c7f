// Which purposelint runs: the version asked for, else the one that is installed, else the one that package-lock.json names, else the version of
// this action. What is not installed comes from the npm registry into a folder of its own, without running its scripts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const VERSION = /^[\w^~][\w.+-]{0,63}$/u;

/**
 * @param folder where to look for an installed one
 * @param asked a version, or the empty text
 * @param scratch an empty folder to install into
 * @returns the path of the program, or the problem in a sentence
 */
export function findProgram(folder, asked, scratch) {
  if (!existsSync(folder)) return { problem: `The working directory ${folder} does not exist.` };
  if (asked !== '' && !VERSION.test(asked)) return { problem: `'${asked}' is no version. Write it like 1.0.0.` };
  return (asked === '' ? installedIn(folder) : undefined) ?? install(asked || lockedIn(folder) || ownVersion(), scratch);
}

function installedIn(folder) {
  try {
    return programOf(createRequire(join(folder, 'package.json')).resolve('purposelint/package.json'));
  } catch {
    return undefined;
  }
}

function programOf(manifest) {
  return { program: join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.purposelint) };
}

function lockedIn(folder) {
  try {
    const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
    const { version } = packages['node_modules/purposelint'];
    return VERSION.test(version) ? version : undefined;
  } catch {
    return undefined;
  }
}

const ownVersion = () => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

function install(version, scratch) {
  const place = join(scratch, 'program');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{"private": true}\n');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `purposelint@${version}`];
  // On Windows npm is a batch file, which takes a shell; the version holds nothing that a shell would read, but for ^ in front.
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', shell ? args.map(arg => `"${arg}"`) : args, { cwd: place, shell, stdio: ['ignore', 2, 2] });
  if (status !== 0) return { problem: `purposelint@${version} could not be installed from the npm registry. The log says why.` };
  return programOf(join(place, 'node_modules/purposelint/package.json'));
}
