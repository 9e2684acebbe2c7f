/** Consents for which nobody is asked: by no live form, on no page, and nowhere outside of Mautic. */
import { group } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { Purpose } from '../../generated/declaration.js';
import { comparableKey, parseIdentity } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { type FormItem, type Indexed, liveForms } from '../forms/questions.js';
import { toldBy, valueAt } from '../places.js';
import { isEntryOf } from '../policy.js';
import { restsOnConsent } from './needs.js';

export interface UncollectedConsent {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  /** What writes the yes by itself. */
  readonly writers: readonly Item[];
}

/** Every purpose that rests on a consent which nothing collects, or of which nobody has said what does. */
export function uncollectedConsents(context: Indexed): readonly UncollectedConsent[] {
  const told = toldBy(context.declarations);
  const isCollected = collecting(context);
  return [...context.declarations.purposes.values()].flatMap((purpose): UncollectedConsent[] => {
    const { value, place } = purpose;
    if (place === null || !restsOnConsent(purpose) || told.has(place, 'consent') || isAskedByBanner(purpose.key, context)) return [];
    if (value.consent === undefined) return [{ purpose, place: valueAt(place, 'legal_basis'), writers: [] }];
    const block = valueAt(place, 'consent');
    if (told.has(block, 'collected_by') || (value.consent.collected_by !== undefined && isCollected(purpose))) return [];
    return [{ purpose, place: block, writers: writersOf(purpose.key, context) }];
  });
}

/** The tool that asks on the website holds the tracking back by itself. */
function isAskedByBanner(purpose: string, { declarations: { tracking } }: Indexed): boolean {
  return tracking.website?.value.gate === 'consent-tool' && (tracking.website.value.purposes ?? []).includes(purpose);
}

function collecting(context: Indexed): (purpose: Entry<Purpose>) => boolean {
  const { snapshot, policy } = context;
  const asked = new Set(liveForms(context).flatMap(form => asksFor(form, context)));
  const named = new Map<string, readonly Item[]>([
    ['form', snapshot.items('form')],
    ['page', snapshot.items('page')],
  ]);
  const byKey = new Map([...named].map(([kind, items]) => [kind, group(items.filter(policy.isLive), item => comparableKey(item.key))]));
  const isCollector = (collector: string, purpose: string): boolean => {
    const { kind = '', key = '', id } = parseIdentity(comparableKey(collector)) ?? {};
    if (kind === 'offline' || kind === 'system' || (kind === 'form' && isElsewhere(key, id, context))) return true;
    const items = (byKey.get(kind)?.get(key) ?? []).filter(item => id === undefined || item.id === id);
    if (kind === 'page') return items.length > 0 || snapshot.coverage('page').state !== 'complete';
    return items.some(form => form.kind === 'form' && mayAsk(form, purpose, context));
  };
  return ({ key, value }) => asked.has(key) || (value.consent?.collected_by ?? []).some(collector => isCollector(collector, key));
}

/** Another system's form that is declared: whether it asks, Mautic does not show. */
function isElsewhere(key: string, id: number | undefined, { policy }: Indexed): boolean {
  const entry = policy.entryFor('form', key, id);
  return entry !== undefined && isEntryOf(entry, 'form') && entry.value.external === true;
}

/** The purposes for which a form has a box, or a button that says so. */
export function asksFor(form: FormItem, { policy, indexes: { paths } }: Indexed): readonly string[] {
  const boxes = paths.asking.boxes(form).flatMap(({ purposes }) => purposes);
  return [...boxes, ...policy.purposesOf(form).filter(purpose => paths.asking.ask(form, purpose) !== undefined)];
}

/** A form that signs people up and does nothing else, or has a box that nobody has declared: how it asks is told elsewhere. */
function mayAsk(form: FormItem, purpose: string, { policy, indexes: { paths } }: Indexed): boolean {
  const purposes = policy.purposes(policy.purposesOf(form));
  const signsUp = purposes.some(({ key }) => key === purpose) && purposes.every(restsOnConsent);
  return form.thin === true || signsUp || paths.asking.unclear(form, purpose).length > 0;
}

function writersOf(purpose: string, { snapshot, uses, indexes }: Indexed): readonly Item[] {
  const holders = [...indexes.consentHolders].filter(([, held]) =>
    held.some(({ of, purposes }) => of === 'purpose' && purposes.includes(purpose)),
  );
  const writing = holders.flatMap(([holder]) => [...uses.to(holder, 'writes'), ...uses.to(holder, 'adds')]);
  return [...new Set(writing.map(({ from }) => from))].flatMap(from => snapshot.item(from) ?? []);
}
