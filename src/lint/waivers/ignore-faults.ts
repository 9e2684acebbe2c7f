/** What is wrong with comments in the code of the website that say that something is fine. */
import type { Finding } from '../../finding.js';
import { catalogue } from '../../generated/data.js';
import { later } from '../../text/later.js';
import { nearOf } from '../../text/near.js';
import type { Ignore, SiteFile } from '../../website/site.js';
import type { RuleContext } from '../rule.js';
import type { WaiverFault } from './faults.js';
import { codePlaces } from './ignores.js';
import { REASON_LENGTH } from './waivers.js';

type Known = Pick<RuleContext, 'site' | 'settings' | 'judged' | 'notRun'>;
type Fault = Pick<WaiverFault, 'reason' | 'limit' | 'near'>;

const CATALOGUE = later((): ReadonlySet<string> => new Set(Object.values(catalogue().rules).flat()));

/** Every fault of every such comment, in the order of files and texts. */
export function ignoreFaults(context: Known): WaiverFault[] {
  const { site } = context;
  if (site === null || site.files.every(({ ignores }) => ignores.length === 0)) return [];
  const near = nearOf([...context.settings.keys(), ...CATALOGUE()]);
  const isUsed = usedLines(site, context.judged);
  return site.files.flatMap(file =>
    file.ignores.flatMap(ignore => {
      const fault = faultOf(ignore, context, near) ?? (isUsed(ignore, file) || !isJudged(ignore, file, context) ? undefined : UNUSED);
      return fault === undefined ? [] : [faultAt(ignore, file, fault)];
    }),
  );
}

const UNUSED: Fault = { reason: 'comment-unused' };

function faultAt({ rule, start, end }: Ignore, { path }: SiteFile, fault: Fault): WaiverFault {
  const place = { file: path, path: [], at: 'value', range: [start, end] } as const;
  return { subject: `waiver:${rule}/file:${path}`, place, rules: [rule], detail: 'comment', ...fault };
}

function faultOf({ rule, reason }: Ignore, { settings }: Known, near: ReturnType<typeof nearOf>): Fault | undefined {
  if (!/^[\w-]+$/u.test(rule)) return { reason: 'comment-shape' };
  const setting = settings.get(rule);
  if (setting === undefined && !CATALOGUE().has(rule)) {
    const meant = near(rule)?.name;
    return { reason: 'comment-unknown', ...(meant === undefined ? {} : { near: meant }) };
  }
  if (setting?.waivable === false) return { reason: 'never' };
  if (setting?.waivable === 'dpo') return { reason: 'comment-dpo' };
  if (reason === '') return { reason: 'no-reason' };
  return reason.length < REASON_LENGTH ? { reason: 'short-reason', limit: REASON_LENGTH } : undefined;
}

/** Lines with something that a rule finds, covered or not. */
function usedLines(site: NonNullable<Known['site']>, judged: readonly Finding[]): (ignore: Ignore, file: SiteFile) => boolean {
  const placesOf = codePlaces(site);
  const used = new Set(
    judged.flatMap(finding => placesOf(finding).map(({ place, line }) => JSON.stringify([finding.rule, place.file, line]))),
  );
  return ({ rule, line }, { path }) => used.has(JSON.stringify([rule, path, line]));
}

/** Whether the rule ran in full, over the whole file. */
function isJudged({ rule }: Ignore, { notes }: SiteFile, { settings, notRun }: Known): boolean {
  const { severity = 'off' } = settings.get(rule) ?? {};
  return severity !== 'off' && notes.length === 0 && !notRun.some(entry => entry.rule === rule);
}
