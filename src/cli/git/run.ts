/** Runs plain git: without a shell, a pager, a question or a lock, and in English, so that its words can be told apart. */
import { spawnSync } from 'node:child_process';
import { EXIT, Stop } from '../stop.js';

export interface Git {
  /** Folder in which git runs. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly status: number;
  readonly stdout: Buffer;
  /** The first line, without `fatal: `. */
  readonly said: string;
}

/** What a hook sets for its own repository and folder (`git rev-parse --local-env-vars`): git looks for itself. */
const OF_HOOKS: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
]);

const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
const FIRST = ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false'];

/** Longest answer, in bytes: a list of some millions of files. */
const MOST = 512 * 1024 * 1024;

/**
 * Runs one command of git.
 * @param input for its standard input
 * @throws Stop (exit 2) when there is no git, or when it cannot be run
 */
export function git({ folder, env }: Git, args: readonly string[], input = ''): Answer {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_HOOKS.has(name)));
  const ran = spawnSync('git', [...FIRST, ...args], { cwd: folder, env: { ...own, ...QUIET }, input, maxBuffer: MOST, windowsHide: true });
  if (ran.error !== undefined) {
    const detail = 'code' in ran.error ? String(ran.error.code) : ran.error.message;
    if (detail === 'ENOENT') throw new Stop(EXIT.usage, 'git-missing');
    throw new Stop(EXIT.usage, 'git-failed', { command: `git ${args[0] ?? ''}`, detail });
  }
  const [said = ''] = ran.stderr.toString('utf8').split('\n', 1);
  return { status: ran.status ?? 1, stdout: ran.stdout, said: said.replace(/^fatal: /u, '') };
}

/** The output of a command, or undefined when git has no answer to it. */
export function gitAnswer(where: Git, args: readonly string[]): string | undefined {
  const { status, stdout } = git(where, args);
  return status === 0 ? withoutLineEnd(stdout.toString('utf8')) : undefined;
}

function withoutLineEnd(text: string): string {
  return text.replace(/\n$/u, '');
}
