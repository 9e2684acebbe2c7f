/** Campaigns that wait for people to confirm: by a click, a visit, a form. */
import { group } from '../../collections.js';
import type { AnyUse, CampaignEvent } from '../../mautic/snapshot.js';
import type { CampaignParts, Structure } from './structure.js';

/** What people do on purpose, with what they were sent. That an e-mail was opened may be the work of a mail program. */
const ACTS: ReadonlySet<string> = new Set(['email.click', 'email.reply', 'page.pagehit', 'lead.pageHit', 'form.submit']);

/** Does a campaign that is declared to confirm wait for anything at all? One whose steps were not seen may. */
export function waits({ events }: CampaignParts): boolean {
  return events === undefined || events.some(waitsAt);
}

/** The steps that only people get to who did something on purpose: those on the "yes" branch of such a decision, and all behind them. */
export function stepsAfterAct({ events = [] }: CampaignParts): ReadonlySet<number> {
  const acts = actsIn(events);
  return behind(events, ({ parent, path }) => path === 'yes' && acts.has(parent));
}

/** The steps that only people get to who did not do it: those on the "no" branch, until a later decision has a "yes". */
function stepsWithoutAct(campaign: CampaignParts): ReadonlySet<number> {
  const { events = [] } = campaign;
  const [acts, after] = [actsIn(events), stepsAfterAct(campaign)];
  return new Set([...behind(events, ({ parent, path }) => path === 'no' && acts.has(parent))].filter(id => !after.has(id)));
}

/** Does a campaign do something for people who did not act as it waits for? */
export function isWithoutAct(use: AnyUse | undefined, { campaigns }: Structure): boolean {
  const campaign = use === undefined ? undefined : campaigns.get(use.from);
  return campaign !== undefined && use?.id !== undefined && stepsWithoutAct(campaign).has(use.id);
}

/**
 * The steps at which people have confirmed, in a campaign that is there for it: behind what they did on purpose; where nothing hangs on that,
 * behind what else it waits for. Undefined: its steps were not seen.
 */
export function stepsConfirmed(campaign: CampaignParts): ReadonlySet<number> | undefined {
  const { events } = campaign;
  if (events === undefined) return undefined;
  const after = stepsAfterAct(campaign);
  if (after.size > 0) return after;
  const others = new Map(events.flatMap(event => (waitsAt(event) && !ACTS.has(event.type) ? [[event.id, event.kind] as const] : [])));
  return behind(events, ({ parent, path }) => others.get(parent) === 'condition' || (others.has(parent) && path === 'yes'));
}

function waitsAt({ kind, type }: CampaignEvent): boolean {
  return kind !== 'action' && type !== 'email.open';
}

function actsIn(events: readonly CampaignEvent[]): ReadonlySet<number> {
  return new Set(events.flatMap(({ id, type }) => (ACTS.has(type) ? [id] : [])));
}

/** Some steps, and all that follow them. */
function behind(events: readonly CampaignEvent[], isFirst: (event: CampaignEvent) => boolean): ReadonlySet<number> {
  const next = group(events, ({ parent }) => parent);
  const found = new Set(events.filter(isFirst).map(({ id }) => id));
  // The set grows while it is gone through.
  for (const id of found) for (const event of next.get(id) ?? []) found.add(event.id);
  return found;
}

/** The steps that lead up to what a campaign waits for: what they send is what people react to. */
export function stepsBeforeAct({ events = [] }: CampaignParts): ReadonlySet<number> {
  const parents = new Map(events.map(({ id, parent }) => [id, parent]));
  const acts = events.filter(({ type }) => ACTS.has(type));
  const found = new Set((acts.length > 0 ? acts : events.filter(waitsAt)).map(({ parent }) => parent));
  for (const id of found) {
    const parent = parents.get(id);
    if (parent !== undefined) found.add(parent);
  }
  found.delete(0);
  return found;
}
