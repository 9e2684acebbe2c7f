/** What it takes to reach people for a purpose, and who is reached without it. */

import { group } from '../../collections.js';
import type { ItemOf } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import type { FormItem, Indexed } from '../forms/questions.js';
import { isEntryOf, type Policy } from '../policy.js';
import type { FindCampaign } from '../retention/named-campaigns.js';
import type { Asking } from './asking.js';
import { anyShown, type Condition, type IsYes, isNegative, otherwiseProvesYes, provesYes, type Shown } from './conditions.js';
import { customersOf } from './customers.js';
import type { Openings } from './openings.js';
import { type HeldAt, yesTo } from './recorded-yes.js';
import type { Structure } from './structure.js';

/** What is the same for all purposes. */
export interface Ground {
  readonly context: Indexed;
  readonly structure: Structure;
  readonly asking: Asking;
  readonly held: HeldAt;
  readonly campaignNamed: FindCampaign;
  readonly openings: Openings;
}

/** Why everybody in a place has said yes: it stands for the yes, it is declared to hold nobody else, or it confirms the yes. */
export type Trust = 'holder' | 'members' | 'confirmation';

/** What shows that a person gave a yes. */
export interface Signs {
  /** The purposes it is for; it may be one of several. */
  readonly purposes: readonly string[];
  readonly isYes: IsYes;
  /** Are all who fulfil such conditions together customers, so that no yes is needed? */
  areCustomers(conditions: readonly Condition[]): boolean;
  trust(reference: string): Trust | undefined;
  /** Has everybody who sent the form said yes? */
  everybodyAgrees(form: FormItem): boolean;
}

export interface Right extends Signs {
  /** Is everybody who did not say yes in the segment, so that leaving it out leaves them out? */
  holdsTheRest(segment: string): Shown;
  /** Does an e-mail leave such a segment out? */
  leavesOutTheRest(email: string): Shown;
  /**
   * Can people without a yes be in a segment, in a group of its filters, in a campaign or at one of its steps? unclear: a value that was not kept
   * decides; unseen: the place, or what leads there, was not seen.
   */
  state(place: string): 'open' | 'unclear' | 'unseen' | 'shut';
}

/** The signs of a yes to one of these purposes, as they are declared. */
export function signsOf(purposes: readonly string[], { context, structure, asking, held, campaignNamed }: Ground): Signs {
  const { declarations, snapshot } = context;
  const confirming = new Set(
    purposes.flatMap(key => {
      const campaign = campaignNamed(declarations.purposes.get(key)?.value.consent?.confirmed_by ?? '');
      return campaign === undefined ? [] : [snapshot.reference(campaign)];
    }),
  );
  const customers = customersOf(purposes, context, structure, held);
  return {
    purposes,
    isYes: yesTo(purposes, held, asking, context),
    areCustomers: customers.fulfil,
    trust: reference => {
      if (confirming.has(reference)) return 'confirmation';
      const isSegment = reference.startsWith('segment:');
      if ((isSegment || reference.startsWith('tag:')) && purposes.some(purpose => held(reference).has(purpose))) return 'holder';
      return isSegment && isForMembers(reference, purposes, context) ? 'members' : undefined;
    },
    everybodyAgrees: form =>
      customers.fillIn(form) || purposes.some(purpose => ['button', 'only-box'].includes(asking.ask(form, purpose)?.by ?? '')),
  };
}

/** Works out where people without these signs can be, when that is first asked for. */
export function rightBy(signs: Signs, { structure, openings, context }: Ground): Right {
  const holdsTheRest = (segment: string): Shown =>
    anyShown(
      [...(structure.segments.get(segment)?.groups.values() ?? [])].map(([only, other]) =>
        only === undefined || other !== undefined ? 'no' : otherwiseProvesYes(only, signs.isYes),
      ),
    );
  const leavingOut = group(context.uses.how('excludes'), ({ from }) => from);
  let known: Right['state'] | undefined;
  return {
    ...signs,
    holdsTheRest,
    leavesOutTheRest: laterBy(email => anyShown((leavingOut.get(email) ?? []).map(({ to }) => holdsTheRest(to)))),
    state: place => {
      known ??= statesOf(signs, holdsTheRest, openings);
      return known(place);
    },
  };
}

/** What was not seen is taken for shut, so that "open" is certain; and then for open, so that "shut" is. */
function statesOf(
  { trust, isYes, areCustomers, everybodyAgrees }: Signs,
  holdsTheRest: Right['holdsTheRest'],
  openings: Openings,
): Right['state'] {
  const trusted = laterBy((reference: string) => trust(reference) ?? 'not');
  const isTrusted = (reference: string) => trusted(reference) !== 'not';
  // What is said of a list is said of those who are put there by hand; whom Mautic puts there can be seen.
  const isKept = (reference: string) => isTrusted(reference) && trusted(reference) !== 'members';
  const keptBy = (condition: Condition): Shown =>
    isNegative(condition.op) ? anyShown(condition.uses.map(({ to }) => holdsTheRest(to))) : provesYes(condition, isYes);
  const shut = openings.all.map(({ of, conditions = [], branch, form, forms }): Shown => {
    if (isKept(of) || (form !== undefined && everybodyAgrees(form)) || forms?.every(everybodyAgrees) === true) return 'yes';
    if (areCustomers(branch?.path === 'yes' ? [branch.condition] : conditions)) return 'yes';
    const shown = conditions.map(keptBy);
    if (branch !== undefined) shown.push(branch.path === 'yes' ? keptBy(branch.condition) : otherwiseProvesYes(branch.condition, isYes));
    return anyShown(shown);
  });
  const opened = openings.opened.filter(place => !isTrusted(place));
  const unseen = openings.unseen.flatMap(([place, of]) => (isTrusted(of) ? [] : [place]));
  const isShut = (entrance: number): boolean => shut[entrance] === 'yes';
  const isOpen = openings.network.open(opened, entrance => shut[entrance] !== 'no');
  const isUnclear = shut.includes('unseen') ? openings.network.open(opened, isShut) : isOpen;
  const maybeOpen = unseen.length === 0 ? isUnclear : openings.network.open([...opened, ...unseen], isShut);
  return place => {
    if (isOpen(place)) return 'open';
    if (isTrusted(place)) return 'shut';
    if (isUnclear(place)) return 'unclear';
    return maybeOpen(place) || !openings.seen.has(place) ? 'unseen' : 'shut';
  };
}

/** Does the declaration say that only people who said yes are in it? */
export function isSaidForMembers(segment: ItemOf<'segment'>, policy: Policy): boolean {
  const entry = policy.entryOf(segment);
  return entry !== undefined && isEntryOf(entry, 'segment') && entry.value.membership === 'consent-only';
}

/** A list that is declared to hold only people who said yes to one of these purposes. */
function isForMembers(reference: string, purposes: readonly string[], { snapshot, policy }: Indexed): boolean {
  const item = snapshot.item(reference);
  if (item?.kind !== 'segment' || !isSaidForMembers(item, policy)) return false;
  const own = policy.purposesOf(item);
  return own.length === 0 || own.some(key => purposes.includes(key));
}
