/** Real git repositories in temporary folders, and the program run in them, apart from the settings of this machine. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Ran, runIn } from './workspace.js';

export interface GitFolder {
  readonly path: string;
  git(...args: string[]): string;
  /** Writes files, and commits all there is. */
  commit(files: Readonly<Record<string, string | Uint8Array>>): void;
  write(path: string, content: string | Uint8Array): void;
  run(...argv: string[]): Promise<Ran>;
  runWith(env: Readonly<Record<string, string>>, ...argv: string[]): Promise<Ran>;
  /** Another folder, in which the program and git run likewise. */
  at(path: string): GitFolder;
}

/** Nothing from this machine but where git is. */
const ENV = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

/** A new folder that is gone after the test. */
export function emptyFolder(): GitFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'purposelint-git-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return folderAt(path);
}

function folderAt(path: string): GitFolder {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
      cwd: path,
      env: ENV,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  return {
    path,
    git,
    write,
    commit: files => {
      for (const [name, content] of Object.entries(files)) write(name, content);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'A step');
    },
    run: (...argv) => runIn(path, argv, ENV),
    runWith: (env, ...argv) => runIn(path, argv, { ...ENV, ...env }),
    at: other => folderAt(join(path, other)),
  };
}

/** A repository whose branch `main` has these files, with a branch `work` checked out. */
export function branched(files: Readonly<Record<string, string | Uint8Array>>): GitFolder {
  const folder = emptyFolder();
  folder.git('init', '--quiet', '--initial-branch', 'main');
  folder.commit(files);
  folder.git('checkout', '--quiet', '-b', 'work');
  return folder;
}

const HEAD = 'version: 1\n';

/** A policy with one purpose, and e-mail addresses that serve it. */
export const FIELDS = `${HEAD}purposes:
  menu: {use: email-marketing, title: Monthly menu, legal_basis: consent, retention: {period: P24M, from: last-action}}
contact_fields:
  email: {purposes: [menu]}
`;

/** The same with one field more. */
export const MORE_FIELDS = `${FIELDS}  shoe_size: {purposes: [menu]}\n`;

/** What the text format says of that one field, in a line of its own. */
export const SHOE_SIZE = "  - Contact field 'shoe_size', for 'Monthly menu'\n";
