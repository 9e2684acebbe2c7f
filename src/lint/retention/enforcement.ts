/** Promised periods that nothing keeps: what `enforced_by` names, held against Mautic and the rest of the declaration. */
import { daysBetween } from '../../declarations/days.js';
import { daysOf } from '../../declarations/periods.js';
import type { FilePlace, FindingData } from '../../finding.js';
import { comparableKey } from '../../items.js';
import { valueAt } from '../places.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { deletesContacts, goesByDate, waitOf } from './deletions.js';
import { campaignFinder, type FindCampaign } from './named-campaigns.js';
import type { StatedRetention } from './retentions.js';

export interface Unkept {
  readonly stated: StatedRetention;
  readonly period: string;
  readonly place: FilePlace;
  readonly fault: Fault;
}

type Fault = Pick<FindingData, 'reason' | 'detail' | 'item' | 'system' | 'limit' | 'date'>;
type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'indexes' | 'kinds' | 'now'>;

/**
 * Periods of purposes, and others that name what deletes, which nothing keeps. Data of unknown visitors are left out: Mautic deletes them by
 * another command. So is what is only looked at again when the time is over.
 */
export function unkeptRetentions(context: Known): Unkept[] {
  const find = campaignFinder(context.snapshot);
  return context.indexes.retentions.flatMap(stated => {
    const { period, enforced_by, end } = stated.whole;
    const days = period === undefined ? undefined : daysOf(period);
    const isPromise = stated.key !== 'visitor_retention' && end !== 'review' && (stated.kind === 'purpose' || enforced_by !== undefined);
    if (period === undefined || days === undefined || !isPromise) return [];
    const fault = enforced_by === undefined ? { reason: 'nothing' } : faultOf(context, stated, enforced_by, days, find);
    if (fault === undefined) return [];
    const place = valueAt(stated.entry, stated.key, ...(enforced_by === undefined ? [] : ['enforced_by']));
    return [{ stated, period, place, fault }];
  });
}

/** What is not there at all is told by other rules: a campaign that is gone, a plugin or system without an entry. */
function faultOf(context: Known, { whole }: StatedRetention, deleter: string, days: number, find: FindCampaign): Fault | undefined {
  if (deleter === 'cleanup-command') return cleanupFault(context, days);
  const name = deleter.slice(deleter.indexOf(':') + 1);
  if (deleter.startsWith('campaign:')) return campaignFault(context, deleter, whole.end === 'anonymise', days, find);
  if (deleter.startsWith('system:')) return systemFault(name, whole.last_run, days, context.now);
  const plugins = Object.entries(context.declarations.instance.value.plugins ?? {});
  const plugin = plugins.find(([key]) => deleter.startsWith('plugin:') && comparableKey(key) === comparableKey(name))?.[1];
  return plugin === undefined || (plugin.does ?? []).includes('erasure') ? undefined : { reason: 'not-erasing', item: name };
}

/** A system that has not run for the whole period has kept no promise since. */
function systemFault(system: string, lastRun: string | undefined, days: number, now: string): Fault | undefined {
  if (lastRun === undefined) return { reason: 'no-last-run', system };
  return daysBetween(lastRun, now) > days ? { reason: 'old-last-run', system, date: lastRun } : undefined;
}

/** The command goes by the setting, in days; what nobody stated is not known. */
function cleanupFault({ declarations }: Known, days: number): Fault | undefined {
  const threshold = declarations.instance.value.settings?.gdpr_user_purge_threshold;
  if (threshold === undefined) return undefined;
  const limit = `P${threshold}D`;
  if (threshold > days + tolerance(days)) return { detail: 'later', limit };
  return threshold < days - Math.max(1, days * SHORT_MONTHS) ? { detail: 'sooner', limit } : undefined;
}

function campaignFault(context: Known, reference: string, changesOnly: boolean, days: number, find: FindCampaign): Fault | undefined {
  const campaign = context.kinds.has('campaign') ? find(reference) : undefined;
  if (campaign === undefined || campaign.thin === true) return undefined;
  const item = nameOf(campaign);
  if (!context.policy.isLive(campaign)) return { reason: 'unpublished', item };
  if (changesOnly) return undefined;
  if (!deletesContacts(context, campaign)) return { reason: 'no-deletion', item };
  if (!context.kinds.has('segment')) return undefined;
  if (!goesByDate(context, campaign)) return { reason: 'no-date', item };
  const limit = waitOf(context, campaign);
  return limit !== undefined && (daysOf(limit) ?? 0) > days + tolerance(days) ? { reason: 'too-late', item, limit } : undefined;
}

/** Who counts a month as 30 days has a year of 360. */
const SHORT_MONTHS = 5 / 365;

/** Two years are 730 days or 731. */
function tolerance(days: number): number {
  return Math.max(1, days / 365);
}
