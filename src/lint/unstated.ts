/** Settings that no API of Mautic shows, and that nobody has stated: what a rule would find by them is not known. */
import type { InstanceSettings } from '../generated/declaration.js';
import type { NotRun, Rule, RuleContext } from './rule.js';

export type Setting = keyof InstanceSettings;
type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'indexes'>;

/** What a rule that runs cannot judge, for want of settings that matter to this team. */
export function unstatedFor({ id, settings }: Rule, known: Known): readonly NotRun[] {
  const wanted = settings?.(known) ?? [];
  const stated = known.declarations.instance.value.settings ?? {};
  return wanted.filter(key => stated[key] === undefined).map(key => ({ rule: id, of: `setting.${key}`, why: ['not-stated'] }));
}

/** Full addresses are kept with every form and every visit: that matters to whoever has a purpose for people's data. */
export function keepingAddresses({ declarations }: Pick<Known, 'declarations'>): readonly Setting[] {
  return [...declarations.purposes.values()].some(({ place }) => place !== null) ? ['anonymize_ip'] : [];
}

/** What a team that tracks its website may have switched on with it. */
export function trackingWebsite({ declarations: { tracking } }: Pick<Known, 'declarations'>, ...settings: Setting[]): readonly Setting[] {
  return tracking.website === undefined ? [] : settings;
}

/** Whether live e-mails record more than is declared of them. */
export function trackingMails({ declarations: { tracking }, snapshot, policy }: Known): readonly Setting[] {
  if (!snapshot.items('email').some(policy.isLive)) return [];
  return [
    ...(tracking.email_opens === undefined ? (['mailer_append_tracking_pixel'] as const) : []),
    ...(tracking.email_clicks === undefined ? (['disable_trackable_urls'] as const) : []),
  ];
}

/** The days of the cleanup command, where a period is said to be kept by it. */
export function cleaningUp({ indexes }: Pick<Known, 'indexes'>): readonly Setting[] {
  const isKeptByIt = indexes.retentions.some(({ whole }) => whole.enforced_by === 'cleanup-command' && whole.period !== undefined);
  return isKeptByIt ? ['gdpr_user_purge_threshold'] : [];
}
