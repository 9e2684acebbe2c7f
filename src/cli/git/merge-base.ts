/** Where a branch began: the last commit that it shares with the branch it goes into. */
import type { Language } from '../../finding.js';
import { didYouMean } from '../arguments.js';
import { say } from '../messages.js';
import { EXIT, Stop } from '../stop.js';
import type { Repository } from './repository.js';
import { git, gitAnswer } from './run.js';

export interface MergeBase {
  /** As it was asked for or found: `origin/main`. */
  readonly name: string;
  /** The commit where this branch began, 40 or 64 hexadecimal digits. */
  readonly commit: string;
}

/** Variables in which a CI system names the branch that a pull request goes into, and whose they are. */
const FROM_CI = ['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] as const;

/**
 * Finds the commit to compare with.
 * @param asked a branch, tag or commit; undefined: that of the pull request in CI, else the main branch of `origin`
 * @throws Stop: exit 2 for a name that is none or is not there, exit 3 when the history that is here does not tell
 */
export function findMergeBase(repository: Repository, asked: string | undefined, language: Language): MergeBase {
  const name = asked ?? usualBase(repository);
  if (name === undefined) throw new Stop(EXIT.usage, 'git-no-base');
  const commit = commitOf(repository, name);
  if (commit === undefined) throw unknown(repository, name, language);
  if (commitOf(repository, 'HEAD') === undefined) throw new Stop(EXIT.notChecked, 'git-no-commit');
  const { status, stdout, said } = git(repository, ['merge-base', commit, 'HEAD']);
  if (status === 0) return { name, commit: stdout.toString('utf8').trim() };
  if (status !== 1) throw new Stop(EXIT.usage, 'git-failed', { command: 'git merge-base', detail: said });
  if (repository.isShallow) throw new Stop(EXIT.notChecked, 'git-shallow', { base: name, fetch: `git fetch --unshallow${from(name)}` });
  throw new Stop(EXIT.notChecked, 'git-unrelated', { base: name });
}

/** A CI system fetches the target branch as that of `origin` only. */
function usualBase(repository: Repository): string | undefined {
  const [branch] = FROM_CI.flatMap(variable => repository.env[variable] || []);
  if (branch === undefined) return gitAnswer(repository, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  const remote = `origin/${branch}`;
  return commitOf(repository, remote) === undefined && commitOf(repository, branch) !== undefined ? branch : remote;
}

/** Undefined when there is no such commit. A name that git would take for an option is none. */
function commitOf(repository: Repository, name: string): string | undefined {
  if (name === '' || name.startsWith('-') || name.includes('\0')) return undefined;
  return gitAnswer(repository, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
}

function unknown(repository: Repository, base: string, language: Language): Stop {
  if (base === '' || base.startsWith('-') || base.includes('\0')) return new Stop(EXIT.usage, 'git-bad-base', { base });
  if (repository.isShallow) {
    const then = isCommit(base) || base.startsWith('origin/') ? '' : say('git-then', language, { name: `origin/${base}` });
    return new Stop(EXIT.notChecked, 'git-shallow-base', { base, fetch: `git fetch --unshallow${from(base, true)}`, then });
  }
  const remote = `origin/${base}`;
  const isRemote = commitOf(repository, remote) !== undefined;
  const near = isRemote ? say('did-you-mean', language, { near: remote }) : didYouMean(base, namesIn(repository), language);
  return new Stop(EXIT.usage, 'git-unknown-base', { base, branch: branchIn(base), near });
}

function namesIn(repository: Repository): string[] {
  const refs = gitAnswer(repository, ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags']) ?? '';
  return refs.split('\n').filter(name => name !== '');
}

/** What a fetch must name: the branch, and where it goes when it is not here yet; for a commit the whole history is enough. */
function from(base: string, isNew = false): string {
  if (isCommit(base)) return '';
  const branch = branchIn(base);
  return isNew ? ` origin +refs/heads/${branch}:refs/remotes/origin/${branch}` : ` origin ${branch}`;
}

function isCommit(base: string): boolean {
  return /^[0-9a-f]{7,64}$/u.test(base);
}

/** The branch as the remote calls it, for a command to type; a name that a shell would read in another way is not put into one. */
function branchIn(base: string): string {
  const branch = base.replace(/^origin\//u, '');
  return /^\w[\w./-]*$/u.test(branch) ? branch : 'BRANCH';
}
