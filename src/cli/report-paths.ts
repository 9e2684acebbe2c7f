/** The paths of a report as the readers of each format need them. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FormatName } from '../output/formats/index.js';
import type { Report, ReportedFinding } from '../output/report.js';
import type { Io } from './io.js';

export interface Renamer {
  /** A path from the root of the configuration → as it is shown. */
  readonly shown: (path: string) => string;
  /** And back. */
  readonly original: (path: string) => string;
  /** Both are the same. */
  readonly isSame: boolean;
}

/**
 * From where a format counts its paths. A terminal: the current folder; people who read files: where purposelint.yaml is; what a runner looks
 * up: its checkout; what is kept with a repository: that.
 */
const BASES: Readonly<Record<FormatName, 'folder' | 'configuration' | 'checkout' | 'repository'>> = {
  stylish: 'folder',
  json: 'configuration',
  sarif: 'repository',
  github: 'checkout',
  gitlab: 'checkout',
  junit: 'checkout',
  checkstyle: 'checkout',
  rdjson: 'repository',
  markdown: 'configuration',
};

/** Where CI systems say that the checkout is: GitHub (and Forgejo), GitLab, Azure Pipelines, Bitbucket, Jenkins. */
const CHECKOUTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY', 'BITBUCKET_CLONE_DIR', 'WORKSPACE'] as const;

/** How a format names files. */
export function renamer(name: FormatName, root: string, io: Io): Renamer {
  const bases = {
    folder: () => io.cwd,
    configuration: () => root,
    checkout: () => checkoutOf(root, io),
    repository: () => repositoryOf(root, io),
  };
  const base = bases[BASES[name]]();
  return {
    shown: path => relative(base, resolve(root, path)).split(sep).join('/'),
    original: path => relative(root, resolve(base, path)).split(sep).join('/'),
    isSame: relative(base, root) === '',
  };
}

/** The checkout around the configuration; else the nearest folder with a `.git`; else the folder of the configuration. */
function checkoutOf(root: string, { env }: Io): string {
  const checkout = CHECKOUTS.map(name => env[name]).find(folder => folder !== undefined && folder !== '' && isAround(folder, root));
  return checkout ?? repositoryAround(root) ?? root;
}

/** A job with several repositories has each in a folder of its checkout. Submodules and worktrees have a file `.git`, no folder. */
function repositoryOf(root: string, io: Io): string {
  const checkout = checkoutOf(root, io);
  const nearest = nearestAround(root, folder => statSync(join(folder, '.git'), { throwIfNoEntry: false })?.isDirectory() === true);
  return nearest !== undefined && isAround(checkout, nearest) ? nearest : checkout;
}

function isAround(folder: string, inner: string): boolean {
  const path = relative(resolve(folder), resolve(inner));
  return path !== '..' && !path.startsWith(`..${sep}`);
}

/** The root of the git repository around a folder. */
export function repositoryAround(root: string): string | undefined {
  return nearestAround(root, folder => existsSync(join(folder, '.git')));
}

function nearestAround(root: string, isMeant: (folder: string) => boolean): string | undefined {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    if (isMeant(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A report whose files are named so. */
export function withPaths(report: Report, { shown, original, isSame }: Renamer): Report {
  if (isSame) return report;
  return {
    ...report,
    findings: report.findings.map(finding => renamed(finding, shown)),
    lineOf: (file, line) => report.lineOf(original(file), line),
  };
}

function renamed(finding: ReportedFinding, shown: Renamer['shown']): ReportedFinding {
  const at = <T extends { readonly place?: { readonly file: string } }>(holder: T): T =>
    holder.place === undefined ? holder : { ...holder, place: { ...holder.place, file: shown(holder.place.file) } };
  const fixes = finding.fixes.map(fix => ({ ...fix, files: fix.files.map(entry => ({ ...entry, file: shown(entry.file) })) }));
  return { ...at(finding), related: finding.related.map(at), fixes };
}
