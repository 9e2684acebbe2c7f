/** The paths of a report as the readers of each format need them. */
import { existsSync } from 'node:fs';
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

/** From where a format counts its paths. A terminal: the current folder; people who read files: where purposelint.yaml is. */
const BASES: Readonly<Record<FormatName, 'folder' | 'configuration' | 'repository'>> = {
  stylish: 'folder',
  json: 'configuration',
  sarif: 'repository',
  github: 'repository',
  gitlab: 'repository',
  junit: 'repository',
  checkstyle: 'repository',
  rdjson: 'repository',
  markdown: 'configuration',
};

/** Where CI systems say that the checkout is: GitHub (and Forgejo), GitLab, Azure Pipelines, Bitbucket, Jenkins. */
const CHECKOUTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY', 'BITBUCKET_CLONE_DIR', 'WORKSPACE'] as const;

/** How a format names files. */
export function renamer(name: FormatName, root: string, io: Io): Renamer {
  const base = { folder: () => io.cwd, configuration: () => root, repository: () => repositoryOf(root, io) }[BASES[name]]();
  return {
    shown: path => relative(base, resolve(root, path)).split(sep).join('/'),
    original: path => relative(root, resolve(base, path)).split(sep).join('/'),
    isSame: relative(base, root) === '',
  };
}

/** The checkout around the configuration; else the nearest folder with a `.git`; else the folder of the configuration. */
function repositoryOf(root: string, { env }: Io): string {
  const checkout = CHECKOUTS.map(name => env[name]).find(folder => folder !== undefined && folder !== '' && isAround(folder, root));
  return checkout ?? repositoryAround(root) ?? root;
}

function isAround(folder: string, inner: string): boolean {
  const path = relative(resolve(folder), resolve(inner));
  return path !== '..' && !path.startsWith(`..${sep}`);
}

/** The root of the git repository around a folder. */
export function repositoryAround(root: string): string | undefined {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
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
