/** Who gets the messages that need a consent: segments in which not everybody has given it, and forms where people may leave the box empty. */
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import type { FormItem, Indexed } from '../forms/questions.js';
import { groupPlace, stepPlace } from './openings.js';
import type { Right } from './rights.js';

export interface OpenAudience {
  readonly email: ItemOf<'email'>;
  /** The segment, or the form that starts the campaign. */
  readonly audience: ItemOf<'segment'> | FormItem;
  /** What sends it to them, and what puts people into the segment past its filters. */
  readonly by: readonly Item[];
}

export interface Audience {
  /** Reference of a segment or a form. */
  readonly source: string;
  /** The campaign that sends it, and at which step. */
  readonly campaign?: string;
  readonly step?: number;
}

/**
 * Every live e-mail with the segments it goes to in which people can be who did not agree to it, and the forms by which they get there although
 * they left the box empty; each pair once. Forms without a box are told elsewhere.
 */
export function openAudiences(context: Indexed): readonly OpenAudience[] {
  const { snapshot, policy } = context;
  return snapshot.items('email').flatMap(email => {
    if (email.thin === true || !policy.isLive(email)) return [];
    const rights = rightsFor(email, context);
    const audiences = rights.length === 0 ? [] : audiencesOf(snapshot.reference(email), context);
    const found = new Map<string, OpenAudience>();
    for (const audience of audiences) {
      const right = rights.find(each => isOpen(audience, each));
      const source = right === undefined ? undefined : snapshot.item(audience.source);
      if (right === undefined || !isAudience(source) || !policy.isLive(source) || found.has(audience.source)) continue;
      if (source.kind === 'form' && !mayRefuse(source, right, context)) continue;
      const by = [audience.campaign ?? '', ...pastFilters(audience.source, right, context)].flatMap(name => snapshot.item(name) ?? []);
      found.set(audience.source, { email, audience: source, by });
    }
    return [...found.values()];
  });
}

function isAudience(item: Item | undefined): item is OpenAudience['audience'] {
  return item?.kind === 'segment' || item?.kind === 'form';
}

/** Does the form ask by a box that may stay empty? */
function mayRefuse(form: FormItem, { purposes }: Right, { indexes: { paths } }: Indexed): boolean {
  return purposes.some(purpose => paths.asking.ask(form, purpose)?.by === 'box');
}

/** The consents that are held somewhere: of others nobody could say who has given them. Leaving the others out is as good as a filter. */
function rightsFor(email: ItemOf<'email'>, { declarations, snapshot, indexes: { paths } }: Indexed): readonly Right[] {
  const { consents, softOptIns } = paths.needs(email);
  const reference = snapshot.reference(email);
  return consents
    .filter(key => {
      const { field, tag, segment } = declarations.purposes.get(key)?.value.consent ?? {};
      return field !== undefined || tag !== undefined || segment !== undefined;
    })
    .map(key => paths.right([key, ...softOptIns]))
    .filter(right => !right.leavesOutTheRest(reference));
}

/** The segments that a list e-mail is sent to, and the segments and forms of the campaigns that send it. */
export function audiencesOf(email: string, { snapshot, uses, policy }: Indexed): readonly Audience[] {
  const messages = uses.to(email, 'sends').filter(({ from }) => snapshot.item(from)?.kind === 'message');
  const sends = [email, ...messages.map(({ from }) => from)].flatMap(reference => uses.to(reference, 'sends'));
  const byCampaign = sends.flatMap(({ from, id, staff }) => {
    const campaign = staff === true ? undefined : snapshot.item(from);
    if (campaign?.kind !== 'campaign' || !policy.isLive(campaign)) return [];
    return uses.from(from, 'targets').map(({ to }) => ({ source: to, campaign: from, ...(id === undefined ? {} : { step: id }) }));
  });
  return [...uses.from(email, 'targets').map(({ to }) => ({ source: to })), ...byCampaign];
}

export function isOpen({ source, campaign, step }: Audience, right: Right): boolean {
  if (!source.startsWith('form:') && right.state(source) !== 'open') return false;
  return campaign === undefined || step === undefined || right.state(stepPlace(campaign, step)) === 'open';
}

/** Where the filters look for a yes, what puts people in all the same. */
function pastFilters(segment: string, right: Right, { indexes: { paths } }: Indexed): readonly string[] {
  const { groups, adders } = paths.structure.segments.get(segment) ?? { groups: new Map(), adders: [] };
  const filtered = groups.size > 0 && [...groups.keys()].every(group => right.state(groupPlace(segment, group)) !== 'open');
  return filtered ? [...new Set(adders.map(({ from }) => from))] : [];
}
