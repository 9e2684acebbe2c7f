/** What `init --ci` writes for a forge: the files of examples/ci, with the folder and the snapshot of this repository in them. Pure. */
import { ciFiles } from '../../generated/ci.js';
import { valueText } from '../../text/scalars.js';

export const FORGES = ['github', 'gitlab'] as const;
export type Forge = (typeof FORGES)[number];

/** Where things are, in the words of the repository. */
export interface Site {
  /** Folder of purposelint.yaml, from the root of the repository: `.`, or `sites/aurora`. */
  readonly folder: string;
  /** The snapshot, from that folder. */
  readonly snapshot: string;
}

/** What the files of examples/ci say. */
const USUAL: Site = { folder: '.', snapshot: 'privacy/mautic.snapshot.json' };

/** The file that a GitLab project has but one of, and the one that it includes. */
export const GITLAB_MAIN = '.gitlab-ci.yml';
export const GITLAB_TEMPLATE = 'purposelint.gitlab-ci.yml';

const differing = (site: Site) => (['folder', 'snapshot'] as const).filter(key => site[key] !== USUAL[key]);

/** Texts by path from the root of the repository. */
export function filesFor(forge: Forge, site: Site): ReadonlyMap<string, string> {
  const adapt = forge === 'github' ? inWorkflow : inInclude;
  return new Map(Object.entries(ciFiles[forge]).map(([path, text]) => [path, adapt(text, site, path)]));
}

/** Where a workflow says them. */
const WORKFLOW_KEYS = { folder: 'working-directory', snapshot: 'SNAPSHOT' } as const;

function inWorkflow(text: string, site: Site): string {
  return differing(site).reduce((adapted, key) => {
    const name = WORKFLOW_KEYS[key];
    return adapted.replace(`${name}: ${USUAL[key]}`, () => `${name}: ${valueText(site[key])}`);
  }, text);
}

/** The template has inputs for what differs. */
function inInclude(text: string, site: Site, path: string): string {
  const keys = differing(site);
  if (path !== GITLAB_MAIN || keys.length === 0) return text;
  return `${text}    inputs:\n${keys.map(key => `      ${key}: ${valueText(site[key])}\n`).join('')}`;
}
