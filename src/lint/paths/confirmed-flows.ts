/** How the address of those who agree to a purpose is confirmed in Mautic: by which campaigns, what they give, which forms lead there. */
import type { AnyUse, Item } from '../../mautic/snapshot.js';
import { heldBy } from '../consent/holders.js';
import { type FormItem, type Indexed, partsOf } from '../forms/questions.js';
import { own, purposesIn } from '../policy.js';
import { hasTrait } from '../purposes/item-purposes.js';
import { referencesBack } from '../usage/walk.js';
import { isLiveIn, walkBack } from './backwards.js';
import { hasConfirmationLink } from './confirmations.js';
import { stepsAfterAct, stepsBeforeAct, stepsConfirmed } from './confirming-steps.js';
import type { Move } from './moves.js';
import type { Right } from './rights.js';
import type { CampaignParts } from './structure.js';

export interface Flow {
  /** References of what people have only after they confirmed. */
  readonly given: ReadonlySet<string>;
  /** What the campaigns do for people who confirmed, whoever else does the same. */
  readonly deeds: ReadonlySet<AnyUse>;
  /** Forms from which people get to it. */
  readonly forms: ReadonlySet<Item>;
  /** The e-mails that ask for the click. */
  readonly emails: readonly Item[];
  /** Is it one of these that a step of a campaign sends? */
  asksAt(campaign: string, step: number): boolean;
}

/**
 * @param campaigns those that confirm
 * @param signUps the forms that sign people up: what they give themselves, nobody has to confirm
 */
export function flowOf(campaigns: readonly CampaignParts[], signUps: readonly FormItem[], context: Indexed): Flow {
  const { snapshot, uses, indexes } = context;
  const atOnce = new Set(signUps.flatMap(form => givenByForm(form, context)));
  const deeds = campaigns.flatMap(campaign => deedsOf(campaign, context));
  const reached = walkBack(
    campaigns.map(({ reference }) => reference),
    indexes.paths.moves,
    isLiveIn(context),
  );
  const before = new Map(campaigns.map(campaign => [campaign.reference, stepsBeforeAct(campaign)]));
  const asksAt: Flow['asksAt'] = (campaign, step) => before.get(campaign)?.has(step) ?? false;
  const emails = [...before.keys()].flatMap(campaign =>
    uses.from(campaign, 'sends').filter(({ id, staff }) => staff !== true && asksAt(campaign, id ?? 0)),
  );
  return {
    given: new Set(deeds.map(({ to }) => to).filter(reference => !atOnce.has(reference))),
    deeds: new Set(deeds),
    forms: new Set(reached.flatMap(({ reference }) => snapshot.item(reference) ?? [])),
    emails: emails.flatMap(({ to }) => snapshot.item(to) ?? []),
    asksAt,
  };
}

/** What a campaign gives only to those who confirmed; where its steps were not seen, whatever it gives. */
function deedsOf(campaign: CampaignParts, { uses }: Indexed): readonly AnyUse[] {
  const confirmed = stepsConfirmed(campaign);
  const deeds = [...uses.from(campaign.reference, 'adds'), ...uses.from(campaign.reference, 'writes')].filter(
    ({ value }) => value !== 'no',
  );
  const isConfirmed = ({ id }: AnyUse): boolean => confirmed === undefined || confirmed.has(id ?? 0);
  const others = new Set(deeds.filter(deed => !isConfirmed(deed)).map(({ to }) => to));
  return deeds.filter(({ to }) => !others.has(to));
}

/** What a form adds people to, and the fields that its questions fill. */
function givenByForm(form: FormItem, context: Indexed): readonly string[] {
  const added = context.uses.from(context.snapshot.reference(form), 'adds').map(({ to }) => to);
  return [...added, ...partsOf(context, form).flatMap(({ target = [] }) => target)];
}

/** The campaigns that look like a confirmation of a purpose: people do something, and get then what stands for the yes, or the list. */
export function likelyConfirmations(purpose: string, { snapshot, uses, policy, indexes: { paths } }: Indexed): readonly CampaignParts[] {
  const right = paths.right([purpose]);
  const isGoal = (use: AnyUse): boolean => {
    const item = snapshot.item(use.to);
    return right.isYes(use, 'is') !== 'no' || (item?.kind === 'segment' && paths.needs(item).consents.includes(purpose));
  };
  return [...paths.structure.campaigns.values()].filter(campaign => {
    if (!policy.isLive(campaign.item)) return false;
    const after = stepsAfterAct(campaign);
    const deeds = after.size === 0 ? [] : [...uses.from(campaign.reference, 'adds'), ...uses.from(campaign.reference, 'writes')];
    return deeds.some(use => after.has(use.id ?? 0) && isGoal(use));
  });
}

/** What people show who confirmed: where it is open, there can be others. Those of a segment that is declared for members only count as asked. */
export function rightOfConfirmed(purpose: string, { given }: Flow, { indexes: { paths } }: Indexed): Right {
  const declared = paths.right([purpose]);
  return paths.rightBy({
    purposes: [],
    isYes: ({ to, value }) => (given.has(to) && value !== 'no' ? 'yes' : 'no'),
    trust: reference => {
      if (given.has(reference) && /^(?:tag|segment):/u.test(reference)) return 'holder';
      // What a campaign confirms is given by it; that it is named says nothing of who else is in it.
      return declared.trust(reference) === 'members' ? 'members' : undefined;
    },
    areCustomers: () => false,
    everybodyAgrees: () => false,
  });
}

/**
 * Ways past the confirmation into lists of people who said yes: by what is added, or by a field that holds the yes. A list in which others are
 * too is told elsewhere.
 * @param confirmed what people show who did confirm
 * @returns for each form, and all that lies between, the list it leads to
 */
export function waysPast(
  lists: Iterable<string>,
  purpose: string,
  { given, deeds }: Flow,
  confirmed: Right,
  { snapshot, policy, indexes: { paths, consentHolders } }: Indexed,
): ReadonlyMap<string, string> {
  const declared = paths.right([purpose]);
  const isLive = isLiveIn({ snapshot, policy });
  const holdsYes = (reference: string): boolean => {
    const item = snapshot.item(reference);
    return item !== undefined && heldBy(consentHolders, item).some(({ purposes }) => purposes.includes(purpose));
  };
  const passes = (move: Move): boolean =>
    isLive(move) &&
    !given.has(move.start) &&
    (move.step.use === undefined || !deeds.has(move.step.use)) &&
    (!move.start.startsWith('contact_field:') || holdsYes(move.start)) &&
    paths.gate(move, confirmed) === undefined;
  const asked = [...lists].filter(list => declared.state(list) !== 'open');
  return new Map(walkBack(asked, paths.moves, passes).map(visit => [visit.reference, referencesBack(visit).at(-1) ?? visit.reference]));
}

/** Does a form itself send an e-mail with a link that confirms: a plugin's, or one to a page that gives something to who comes there? */
export function sendsLink(form: FormItem, { snapshot, uses }: Indexed): boolean {
  const mayConfirm = (target: string): boolean =>
    uses.from(target, 'adds').length > 0 || (target.startsWith('page:') && snapshot.coverage('page').state !== 'complete');
  return uses.from(snapshot.reference(form), 'sends').some(({ to, staff }) => {
    const email = staff === true ? undefined : snapshot.item(to);
    return email !== undefined && (hasConfirmationLink(email) || uses.from(to, 'links').some(link => mayConfirm(link.to)));
  });
}

/** An e-mail that is declared for other advertising than the one that it confirms. */
export function carriesOffers(email: Item, purpose: string, { policy }: Indexed): boolean {
  const said = own(policy.entryOf(email));
  const purposes = said === undefined ? [] : policy.purposes(purposesIn(said));
  return purposes.some(other => other.key !== purpose && hasTrait([other], 'marketing'));
}
