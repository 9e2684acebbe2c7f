/** Who gets the messages that need a consent: segments in which not everybody has given it, and forms where people may leave the box empty. */
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import type { FormItem, Indexed } from '../forms/questions.js';
import { groupPlace, stepPlace } from './openings.js';
import type { Right } from './rights.js';

type Message = ItemOf<'email'> | ItemOf<'text_message'>;

export interface OpenAudience {
  readonly message: Message;
  /** The segment, or the form that starts the campaign. */
  readonly audience: ItemOf<'segment'> | FormItem;
  /** What sends it to them, and what puts people into the segment past its filters. */
  readonly by: readonly Item[];
  /** It is for the customers of a soft opt-in and nobody else. */
  readonly isForCustomers: boolean;
  /** It hangs on a value that was not kept whether others are there, too. */
  readonly isUnclear: boolean;
}

export interface Audience {
  /** Reference of a segment or a form. */
  readonly source: string;
  /** The campaign that sends it, and at which step. */
  readonly campaign?: string;
  readonly step?: number;
}

/**
 * Every live e-mail and text message with the segments it goes to in which people can be who did not agree to it, and the forms by which they
 * get there although they left the box empty; each pair once. Forms without a box are told elsewhere.
 */
export function openAudiences(context: Indexed): readonly OpenAudience[] {
  const { snapshot, policy } = context;
  const messages: readonly Message[] = [...snapshot.items('email'), ...snapshot.items('text_message')];
  return messages.flatMap(message => (message.thin === true || !policy.isLive(message) ? [] : audiencesLeftOpen(message, context)));
}

function audiencesLeftOpen(message: Message, context: Indexed): readonly OpenAudience[] {
  const { rights, isForCustomers } = rightsFor(message, context);
  const reference = context.snapshot.reference(message);
  const audiences = rights.length === 0 ? [] : audiencesOf(reference, context);
  const found = new Map<string, OpenAudience>();
  // What is certain comes first, so that it is told as that.
  for (const grade of ['open', 'unclear'] as const) {
    for (const audience of audiences) {
      const right = found.has(audience.source) ? undefined : rights.find(each => gradeOf(audience, each, reference) === grade);
      const source = right === undefined ? undefined : reached(audience.source, right, context);
      if (right === undefined || source === undefined) continue;
      const past = pastFilters(audience.source, right, context);
      const by = [audience.campaign ?? '', ...past].flatMap(name => context.snapshot.item(name) ?? []);
      found.set(audience.source, { message, audience: source, by, isForCustomers, isUnclear: grade === 'unclear' });
    }
  }
  return [...found.values()];
}

/** A live segment, or a live form in which people may leave the box empty. */
function reached(reference: string, right: Right, context: Indexed): OpenAudience['audience'] | undefined {
  const item = context.snapshot.item(reference);
  if (!isAudience(item) || !context.policy.isLive(item)) return undefined;
  return item.kind === 'segment' || mayRefuse(item, right, context) ? item : undefined;
}

function isAudience(item: Item | undefined): item is OpenAudience['audience'] {
  return item?.kind === 'segment' || item?.kind === 'form';
}

/** Does the form ask by a box that may stay empty? */
function mayRefuse(form: FormItem, { purposes }: Right, { indexes: { paths } }: Indexed): boolean {
  return purposes.some(purpose => paths.asking.ask(form, purpose)?.by === 'box');
}

/** The consents that are held somewhere: of others nobody could say who has given them. */
function rightsFor(message: Message, { declarations, indexes: { paths } }: Indexed): { rights: readonly Right[]; isForCustomers: boolean } {
  const { consents, softOptIns } = paths.needs(message);
  const isForCustomers = consents.length === 0 && softOptIns.length > 0;
  const held = consents.filter(key => {
    const { field, tag, segment } = declarations.purposes.get(key)?.value.consent ?? {};
    return field !== undefined || tag !== undefined || segment !== undefined;
  });
  return { rights: isForCustomers ? [paths.right(softOptIns)] : held.map(key => paths.right([key, ...softOptIns])), isForCustomers };
}

/** The segments that a list e-mail is sent to, and the segments and forms of the campaigns that send a message. */
export function audiencesOf(message: string, { snapshot, uses, policy }: Indexed): readonly Audience[] {
  const messages = uses.to(message, 'sends').filter(({ from }) => snapshot.item(from)?.kind === 'message');
  const sends = [message, ...messages.map(({ from }) => from)].flatMap(reference => uses.to(reference, 'sends'));
  const byCampaign = sends.flatMap(({ from, id, staff }) => {
    const campaign = staff === true ? undefined : snapshot.item(from);
    if (campaign?.kind !== 'campaign' || !policy.isLive(campaign)) return [];
    return uses.from(from, 'targets').map(({ to }) => ({ source: to, campaign: from, ...(id === undefined ? {} : { step: id }) }));
  });
  return [...uses.from(message, 'targets').map(({ to }) => ({ source: to })), ...byCampaign];
}

/**
 * May people be among them who have not said yes? A form that asks is always looked at; behind a campaign, its step must be open as well.
 */
export function isOpen(audience: Audience, right: Right): boolean {
  return statesOf(audience, right).every(state => state === 'open');
}

/** Leaving the others out is as good as a filter. */
function gradeOf(audience: Audience, right: Right, message: string): 'open' | 'unclear' | 'shut' {
  const leftOut = right.leavesOutTheRest(message);
  const states = statesOf(audience, right);
  if (leftOut === 'yes' || states.includes('shut') || states.includes('unseen')) return 'shut';
  return leftOut === 'unseen' || states.includes('unclear') ? 'unclear' : 'open';
}

function statesOf({ source, campaign, step }: Audience, right: Right): readonly ReturnType<Right['state']>[] {
  return [
    ...(source.startsWith('form:') ? [] : [right.state(source)]),
    ...(campaign === undefined || step === undefined ? [] : [right.state(stepPlace(campaign, step))]),
  ];
}

/** Where the filters look for a yes, what puts people in all the same. */
function pastFilters(segment: string, right: Right, { indexes: { paths } }: Indexed): readonly string[] {
  const { groups, adders } = paths.structure.segments.get(segment) ?? { groups: new Map(), adders: [] };
  const filtered = groups.size > 0 && [...groups.keys()].every(group => right.state(groupPlace(segment, group)) !== 'open');
  return filtered ? [...new Set(adders.map(({ from }) => from))] : [];
}
