/** Campaigns that wait for people to confirm: by a click, a visit, a form. */
import { group } from '../use-index.js';
import type { CampaignParts } from './structure.js';

/** What people do on purpose, with what they were sent. That an e-mail was opened may be the work of a mail program. */
const ACTS: ReadonlySet<string> = new Set(['email.click', 'email.reply', 'page.pagehit', 'lead.pageHit', 'form.submit']);

/** Does a campaign that is declared to confirm wait for anything at all? One whose steps were not seen may. */
export function waits({ events }: CampaignParts): boolean {
  return events === undefined || events.some(({ kind, type }) => kind !== 'action' && type !== 'email.open');
}

/** The steps that only people get to who did something on purpose: those on the "yes" branch of such a decision, and all behind them. */
export function stepsAfterAct({ events = [] }: CampaignParts): ReadonlySet<number> {
  const acts = new Set(events.flatMap(({ id, type }) => (ACTS.has(type) ? [id] : [])));
  const next = group(events, ({ parent }) => parent);
  const found = new Set(events.flatMap(({ id, parent, path }) => (path === 'yes' && acts.has(parent) ? [id] : [])));
  // The set grows while it is gone through.
  for (const id of found) for (const event of next.get(id) ?? []) found.add(event.id);
  return found;
}

/** The steps that lead up to such a decision: what they send is what people react to. */
export function stepsBeforeAct({ events = [] }: CampaignParts): ReadonlySet<number> {
  const parents = new Map(events.map(({ id, parent }) => [id, parent]));
  const found = new Set(events.flatMap(({ type, parent }) => (ACTS.has(type) ? [parent] : [])));
  for (const id of found) {
    const parent = parents.get(id);
    if (parent !== undefined) found.add(parent);
  }
  found.delete(0);
  return found;
}
