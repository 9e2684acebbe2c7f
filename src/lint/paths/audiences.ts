/** Who gets the messages that need a consent: segments in which not everybody has given it. */
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import type { Indexed } from '../forms/questions.js';
import { groupPlace, stepPlace } from './openings.js';
import type { Right } from './rights.js';

export interface OpenAudience {
  readonly email: ItemOf<'email'>;
  readonly segment: ItemOf<'segment'>;
  /** What sends it to the segment, and what puts people there past its filters. */
  readonly by: readonly Item[];
}

export interface Audience {
  readonly segment: string;
  /** The campaign that sends it, and at which step. */
  readonly campaign?: string;
  readonly step?: number;
}

/** Every live e-mail with the segments it goes to in which people can be who did not agree to it; each pair once. */
export function openAudiences(context: Indexed): readonly OpenAudience[] {
  const { snapshot, policy } = context;
  return snapshot.items('email').flatMap(email => {
    if (email.thin === true || !policy.isLive(email)) return [];
    const rights = rightsFor(email, context);
    const audiences = rights.length === 0 ? [] : audiencesOf(snapshot.reference(email), context);
    const found = new Map<string, OpenAudience>();
    for (const audience of audiences) {
      const right = rights.find(each => isOpen(audience, each));
      const segment = right === undefined ? undefined : snapshot.item(audience.segment);
      if (right === undefined || segment?.kind !== 'segment' || !policy.isLive(segment) || found.has(audience.segment)) continue;
      const by = [audience.campaign ?? '', ...pastFilters(audience.segment, right, context)].flatMap(name => snapshot.item(name) ?? []);
      found.set(audience.segment, { email, segment, by });
    }
    return [...found.values()];
  });
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

/** The segments that a list e-mail is sent to, and those of the campaigns that send it. */
export function audiencesOf(email: string, { snapshot, uses, policy }: Indexed): readonly Audience[] {
  const messages = uses.to(email, 'sends').filter(({ from }) => snapshot.item(from)?.kind === 'message');
  const sends = [email, ...messages.map(({ from }) => from)].flatMap(reference => uses.to(reference, 'sends'));
  const byCampaign = sends.flatMap(({ from, id, staff }) => {
    const campaign = staff === true ? undefined : snapshot.item(from);
    if (campaign?.kind !== 'campaign' || !policy.isLive(campaign)) return [];
    const segments = uses.from(from, 'targets').filter(({ to }) => to.startsWith('segment:'));
    return segments.map(({ to }) => ({ segment: to, campaign: from, ...(id === undefined ? {} : { step: id }) }));
  });
  return [...uses.from(email, 'targets').map(({ to }) => ({ segment: to })), ...byCampaign];
}

export function isOpen({ segment, campaign, step }: Audience, right: Right): boolean {
  if (right.state(segment) !== 'open') return false;
  return campaign === undefined || step === undefined || right.state(stepPlace(campaign, step)) === 'open';
}

/** Where the filters look for a yes, what puts people in all the same. */
function pastFilters(segment: string, right: Right, { indexes: { paths } }: Indexed): readonly string[] {
  const { groups, adders } = paths.structure.segments.get(segment) ?? { groups: new Map(), adders: [] };
  const filtered = groups.size > 0 && [...groups.keys()].every(group => right.state(groupPlace(segment, group)) !== 'open');
  return filtered ? [...new Set(adders.map(({ from }) => from))] : [];
}
