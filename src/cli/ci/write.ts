/** `purposelint init --ci FORGE`: writes what is missing, leaves what is there, and says what is still to be done on the forge itself. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Language } from '../../finding.js';
import type { Configuration } from '../configuration.js';
import type { Io } from '../io.js';
import { type MessageCode, say } from '../messages.js';
import { writeOwn } from '../own-files.js';
import { repositoryAround } from '../report-paths.js';
import { type Forge, filesFor, GITLAB_MAIN, GITLAB_TEMPLATE } from './files.js';

/** @throws Stop (exit 2) when a file cannot be written */
export function writeCi(forge: Forge, config: Configuration, io: Io, language: Language): void {
  const tell = (code: MessageCode, path = ''): void => io.stderr.write(`${say(code, language, { path })}\n`);
  const root = repositoryAround(config.root) ?? config.root;
  const site = { folder: slashes(relative(root, config.root)) || '.', snapshot: config.snapshot };
  const files = [...filesFor(forge, site)].map(([path, text]) => ({ path, text }));
  const missing = files.filter(({ path }) => !existsSync(join(root, path)));
  writeOwn(root, missing);
  for (const { path: name, text } of files) {
    const target = join(root, name);
    const path = slashes(relative(io.cwd, target));
    const found = readFileSync(target, 'utf8');
    if (missing.some(file => file.path === name)) io.stdout.write(`${path}\n`);
    else if (found === text) tell('ci-same', path);
    else if (name !== GITLAB_MAIN) tell('ci-kept', path);
    else if (!found.includes(GITLAB_TEMPLATE)) {
      tell('ci-include', path);
      io.stderr.write(`\n${text}\n`);
    }
  }
  if (!isLocked(config.root)) tell('ci-install');
  if (config.url === undefined) tell('ci-no-url');
  tell(`ci-next-${forge}`);
}

const slashes = (path: string): string => path.replaceAll('\\', '/');

/** Whether the lock file of npm names this program: the jobs install what it names, and nothing else. */
function isLocked(folder: string): boolean {
  const lock = join(folder, 'package-lock.json');
  return existsSync(lock) && readFileSync(lock, 'utf8').includes('node_modules/purposelint"');
}
