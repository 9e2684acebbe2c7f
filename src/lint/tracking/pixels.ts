/** Tags of tracking companies: switched on in Mautic, pasted into contents, called by campaigns; and what must be declared of each. */
import { getOrInsert } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { Place } from '../../finding.js';
import type { Purpose, Recipient } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import type { AnyUse, Item } from '../../mautic/snapshot.js';
import { placeOf } from '../forms/questions.js';
import { type Told, toldBy, valueAt } from '../places.js';
import { purposesIn } from '../policy.js';
import { basesOf } from '../purposes/legal-bases.js';
import type { RuleContext } from '../rule.js';
import { TRACKERS, type Tracker, trackerOfHost, trackerOfService } from '../sharing/trackers.js';
import { placedSends, type SendFault } from '../website/told.js';

export interface Pixel {
  /** The declared recipient, else the service. */
  readonly subject: string;
  readonly tracker: Tracker;
  /** The declared entry of the company. */
  readonly recipient?: Entry<Recipient>;
  /** Codes of what it is passed. */
  readonly what: readonly What[];
  /** Codes of what must be declared and is not; none: it is told for information. */
  readonly missing: readonly ('recipient' | 'consent' | 'contract' | 'transfer')[];
  /** The setting, else the first item. */
  readonly place: Place;
  /** The live items that have the tag, but for the one in `place`. */
  readonly others: readonly Item[];
}

/**
 * profile, contact_id: what Mautic itself adds for a known contact, by its settings for Meta and for Google Analytics (code, Mautic 5.1.0);
 * visits: pages with a pasted tag; events: a campaign step.
 */
type What = 'profile' | 'contact_id' | 'visits' | 'events';
type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'kinds' | 'indexes'>;

/**
 * One for each company whose tag is seen and of which something is not declared; of what Mautic itself adds for a known contact also when
 * all is declared, since few people know of it.
 */
export function pixels(context: Known): Pixel[] {
  const { declarations, indexes } = context;
  const lookup = indexes.recipients;
  const told = toldBy(declarations);
  const tags = tagsByTracker(context);
  return TRACKERS.flatMap(tracker => {
    const setting = settingOf(tracker, context);
    const items = [...(tags.get(tracker) ?? [])];
    const [first] = items;
    const place = setting?.place ?? (first === undefined ? undefined : placeOf(context, first[0]));
    if (place === undefined) return [];
    const recipient = lookup.ofTracker(tracker);
    const missing = missingOf(tracker, recipient, context, told);
    if (missing.length === 0 && setting === undefined) return [];
    const subject = `recipient:${recipient?.key ?? `service/${tracker.services[0]}`}`;
    const what = new Set([...(setting === undefined ? [] : [setting.what]), ...items.flatMap(([, seen]) => [...seen])]);
    const others = items.slice(setting === undefined ? 1 : 0).map(([item]) => item);
    return [{ subject, tracker, what: [...what], missing, place, others, ...(recipient === undefined ? {} : { recipient }) }];
  });
}

/**
 * Every tag in the code of the website of which something is not declared. Of one that starts as the page loads, nothing in the code shows that
 * it waits for the yes: a warning, where that is all.
 */
export function sitePixels(context: Known & Pick<RuleContext, 'site'>): SendFault[] {
  const told = toldBy(context.declarations);
  return placedSends(context.site).flatMap(({ send, place }): SendFault[] => {
    const tracker = send.what === 'service' ? (trackerOfService(send.key) ?? trackerOfHost(send.key)) : undefined;
    if (tracker === undefined) return [];
    const recipient = context.indexes.recipients.ofTracker(tracker);
    const missing = missingOf(tracker, recipient, context, told);
    const isAllDeclared = missing.length === 0;
    if (isAllDeclared && send.gate !== 'none') return [];
    const name = recipient?.value.name ?? tracker.name;
    return [
      {
        subject: `recipient:${recipient?.key ?? `service/${tracker.services[0]}`}`,
        place,
        key: isAllDeclared ? `${tracker.name} gate` : tracker.name,
        data: { detail: 'in-code', recipient: name, missing: isAllDeclared ? ['gate'] : missing },
        ...(isAllDeclared ? { severity: 'warn' } : {}),
      },
    ];
  });
}

/** Undefined when it is off, or when nobody has said. */
function settingOf(
  { setting }: Tracker,
  { declarations: { instance } }: Known,
): { readonly what: What; readonly place: Place } | undefined {
  const place = instance.places.get('settings');
  const value = setting === undefined ? undefined : instance.value.settings?.[setting];
  if (setting === undefined || place === undefined || (value !== true && value !== 'on')) return undefined;
  return { what: setting === 'facebook_pixel' ? 'profile' : 'contact_id', place: valueAt(place, setting) };
}

function tagsByTracker({ snapshot, uses, policy, kinds }: Known): ReadonlyMap<Tracker, ReadonlyMap<Item, ReadonlySet<What>>> {
  const found = new Map<Tracker, Map<Item, Set<What>>>();
  for (const use of uses.how('shares')) {
    const what = whatIn(use);
    const tracker = what === undefined ? undefined : trackerIn(use);
    const item = tracker === undefined ? undefined : snapshot.item(use.from);
    if (what === undefined || tracker === undefined || item === undefined || !kinds.has(item.kind) || !policy.isLive(item)) continue;
    const items = getOrInsert(found, tracker, () => new Map<Item, Set<What>>());
    getOrInsert(items, item, () => new Set()).add(what);
  }
  return found;
}

function whatIn({ at, as, type }: AnyUse): What | undefined {
  if (at === 'content') return as === 'script' || as === 'inline' ? 'visits' : undefined;
  return at === 'campaign.event' && type === 'tracking.pixel.send' ? 'events' : undefined;
}

function trackerIn({ to }: AnyUse): Tracker | undefined {
  const name = to.slice('recipient:'.length);
  return name.startsWith('service/') ? trackerOfService(name.slice('service/'.length)) : trackerOfHost(name);
}

function missingOf(tracker: Tracker, recipient: Entry<Recipient> | undefined, known: Known, told: Told): Pixel['missing'] {
  const { key = '', place = null, value } = recipient ?? {};
  const isThere = (name: 'contract' | 'transfer'): boolean => value?.[name] !== undefined || (place !== null && told.has(place, name));
  const state: readonly (readonly [Pixel['missing'][number], boolean])[] = [
    ['recipient', recipient !== undefined],
    ['consent', isAgreed(key, known)],
    ['contract', isThere('contract')],
    ['transfer', !tracker.abroad || isThere('transfer')],
  ];
  return state.flatMap(([code, isSettled]) => (isSettled ? [] : [code]));
}

/** Does a purpose, or an item with recipients of its own, name it and rest on consent? */
function isAgreed(recipient: string, { declarations, policy }: Known): boolean {
  const names = (recipients: readonly string[] = []) => recipients.map(comparableKey).includes(recipient);
  const rests = (basis: Purpose['legal_basis']) => basesOf(basis).includes('consent');
  const purposes = [...declarations.purposes.values()];
  if (purposes.some(({ value }) => names(value.recipients) && rests(value.legal_basis))) return true;
  return policy.entries.some(entry => {
    const { recipients, legal_basis } = entry.value;
    if (!names(recipients)) return false;
    if (legal_basis !== undefined) return rests(legal_basis);
    return policy.purposes(purposesIn(policy.standingOf(entry))).some(({ value }) => rests(value.legal_basis));
  });
}
