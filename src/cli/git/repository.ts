/** The repository around a folder, as git sees it. */
import { EXIT, Stop } from '../stop.js';
import { type Git, git } from './run.js';

export interface Repository extends Git {
  /** Path of the folder below the top of the checkout: `` or `sites/shop/`. */
  readonly prefix: string;
  /** Only part of the history is there. */
  readonly isShallow: boolean;
}

/**
 * Looks at the repository around a folder: a checkout, a worktree, a submodule, a folder of a monorepo.
 * @throws Stop (exit 2) when there is no git, no repository, none that git trusts, or none with files
 */
export function openRepository(where: Git): Repository {
  const { status, stdout, said } = git(where, ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-prefix']);
  if (status !== 0) throw whyNot(said, where.folder);
  // A folder's name may hold line ends: what comes last is the rest.
  const match = /^(true|false)\n(true|false)\n(.*)\n$/su.exec(stdout.toString('utf8'));
  if (match?.[1] !== 'true') throw new Stop(EXIT.usage, 'git-bare', { folder: where.folder });
  return { ...where, isShallow: match[2] === 'true', prefix: match[3] ?? '' };
}

function whyNot(said: string, folder: string): Stop {
  if (said.includes('dubious ownership')) {
    const path = /at '(.*)'/su.exec(said)?.[1] ?? folder;
    return new Stop(EXIT.usage, 'git-dubious', { path });
  }
  if (said.startsWith('not a git repository')) return new Stop(EXIT.usage, 'git-no-repository', { folder });
  return new Stop(EXIT.usage, 'git-failed', { command: 'git rev-parse', detail: said });
}
