/** Who gives a consent in people's place: hidden fields, and machines that write a yes or add what stands for one. */
import { group } from '../../collections.js';
import { comparableKey, parseIdentity } from '../../items.js';
import type { AnyUse, Item } from '../../mautic/snapshot.js';
import { type Indexed, type Known, liveForms, liveParts } from '../forms/questions.js';
import type { Shown } from '../paths/conditions.js';
import { isWithoutAct } from '../paths/confirming-steps.js';
import { isDate } from '../paths/stored-answers.js';
import { isEntryOf, isNamed } from '../policy.js';
import { type ConsentHolders, type HeldConsent, heldBy, heldIn } from './holders.js';

/** A writer, and the consent it gives. */
export interface ConsentWriter {
  readonly item: Item;
  readonly held: HeldConsent;
  /** Identity of what holds the consent. */
  readonly holder: string;
  /** unconfirmed: it is declared to confirm, and gives it to those who did not; unseen: what it writes is not known. */
  readonly doubt?: 'unconfirmed' | 'unseen';
}

/** The surest first. */
const DOUBTS: readonly ConsentWriter['doubt'][] = [undefined, 'unconfirmed', 'unseen'];

/** What can act on people by itself. */
const MACHINES: ReadonlySet<string> = new Set(['campaign', 'point_trigger', 'form']);

/**
 * Every live writer of a declared consent, once for each thing that holds one. The confirmation that a purpose declares is none, but for what
 * it gives to those who did not confirm; nor is a form where people gave that consent: by a box they had to tick, or by the button where the
 * declaration says so.
 */
export function consentWriters(context: Indexed): ConsentWriter[] {
  const { consentHolders: holders } = context.indexes;
  const forms = formsWithBox(context);
  const writers = [...hiddenFields(context, holders), ...machines(context, holders)].filter(
    ({ item, held, holder }) => !(item.kind === 'form' && isCollector(context, item, held, forms, holder)),
  );
  return [...group(writers, ({ item, holder }) => `${item.kind}#${item.id} ${holder}`).values()].flatMap(own => surest(own) ?? []);
}

/** Of what one writer gives by one holder; of equals the consent whose purposes come first by name. */
function surest(writers: readonly ConsentWriter[]): ConsentWriter | undefined {
  const rank = ({ doubt, held }: ConsentWriter): string => `${DOUBTS.indexOf(doubt)} ${held.purposes.join(' ')}`;
  return writers.reduce<ConsentWriter | undefined>((best, one) => (best === undefined || rank(one) < rank(best) ? one : best), undefined);
}

function hiddenFields(context: Indexed, holders: ConsentHolders): ConsentWriter[] {
  return liveParts(context).flatMap(part => {
    if (part.field.type !== 'hidden' || part.target === undefined) return [];
    const { field: item, target: holder } = part;
    return heldIn(part, holders).map(held => ({ item, held, holder }));
  });
}

function machines(context: Indexed, holders: ConsentHolders): ConsentWriter[] {
  const { snapshot, uses, policy, indexes } = context;
  return [...uses.how('writes'), ...uses.how('adds')].flatMap(use => {
    const [item, target] = [snapshot.item(use.from), snapshot.item(use.to)];
    if (item === undefined || !MACHINES.has(item.kind) || !policy.isLive(item)) return [];
    const yes = givesYes(use, target);
    if (yes === 'no') return [];
    const consents = target === undefined ? (holders.get(comparableKey(use.to)) ?? []) : heldBy(holders, target);
    return consents.flatMap((held): ConsentWriter[] => {
      const confirms = isConfirmation(context, item, held);
      // What a confirmation writes for the rest may be the no.
      if (confirms && (yes === 'unseen' || !isWithoutAct(use, indexes.paths.structure))) return [];
      const doubt = confirms ? 'unconfirmed' : yes === 'unseen' ? 'unseen' : undefined;
      return [{ item, held, holder: use.to, ...(doubt === undefined ? {} : { doubt }) }];
    });
  });
}

/** Does it give a yes? A tag or a segment is one by itself, and so is a date; of other fields only that something is written may be known. */
function givesYes({ how, value }: AnyUse, target: Item | undefined): Shown {
  if (how === 'adds' || value === 'yes') return 'yes';
  if (value === 'no') return 'no';
  return value === 'constant' && target !== undefined && isDate(target) ? 'yes' : 'unseen';
}

function isConfirmation({ declarations }: Known, item: Item, { purposes }: HeldConsent): boolean {
  const confirmed = purposes.flatMap(key => declarations.purposes.get(key)?.value.consent?.confirmed_by ?? []);
  return confirmed.some(reference => names(reference, item));
}

/** Form and holder of every declared box that people cannot leave out. */
function formsWithBox(context: Indexed): ReadonlySet<string> {
  const boxes = liveForms(context).flatMap(context.indexes.paths.asking.boxes);
  const forced = boxes.filter(({ certainty, field }) => certainty === 'declared' && field.required === true);
  return new Set(forced.flatMap(({ form, purposes }) => purposes.map(purpose => `${form.id} ${purpose}`)));
}

function isCollector({ declarations, policy }: Known, form: Item, held: HeldConsent, boxed: ReadonlySet<string>, holder: string): boolean {
  const entry = policy.entryOf(form);
  const bySubmit = entry !== undefined && isEntryOf(entry, 'form') && entry.value.consent === 'submit';
  return held.purposes.some(key => {
    const collectors = declarations.purposes.get(key)?.value.consent?.collected_by ?? [];
    if (!collectors.some(reference => names(reference, form))) return false;
    return bySubmit || (!holder.startsWith('contact_field:') && boxed.has(`${form.id} ${key}`));
  });
}

/** Does a reference of the declaration name an item? */
function names(reference: string, item: Item): boolean {
  const named = parseIdentity(comparableKey(reference));
  return named?.kind === item.kind && isNamed(item, named.key, named.id);
}
