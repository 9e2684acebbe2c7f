/** The ways into segments, into campaigns and through their steps, with what on each of them may look for a yes. */
import type { AnyUse, CampaignEvent } from '../../mautic/snapshot.js';
import type { FormItem, Known } from '../forms/questions.js';
import { type Condition, isNegative } from './conditions.js';
import { type Entrance, type Network, networkOf } from './entrances.js';
import type { CampaignParts, SegmentParts, Structure } from './structure.js';

/** A group of a segment's filters, as a place that people can be in. */
export function groupPlace(segment: string, group: number): string {
  return `${segment}\nfilters ${group}`;
}

/** A step of a campaign, as a place that people can be in. */
export function stepPlace(campaign: string, step: number): string {
  return `${campaign}\nstep ${step}`;
}

/** A way in, with what decides whether it is shut for people without a yes. */
export interface Opening extends Entrance {
  /** The segment or campaign that it leads into, or on in. */
  readonly of: string;
  /** All of these must hold. */
  readonly conditions?: readonly Condition[];
  /** The condition of a campaign whose branch it is. */
  readonly branch?: { readonly condition: Condition; readonly path: 'yes' | 'no' };
  /** The form that hands people over. */
  readonly form?: FormItem;
  /** Any of these forms, by whose answer a campaign decides. */
  readonly forms?: readonly FormItem[];
}

export interface Openings {
  readonly all: readonly Opening[];
  readonly network: Network;
  /** Filled by hand, by imports or by other programs. */
  readonly opened: readonly string[];
  /** Named somewhere, and nobody knows who is there; with the segment or campaign it is part of. */
  readonly unseen: readonly (readonly [place: string, of: string])[];
  /** Places whose ways in were all seen. */
  readonly seen: ReadonlySet<string>;
}

/** Works them out for all purposes. Linear in segments, campaigns and their uses. */
export function openingsOf({ segments, campaigns }: Structure, snapshot: Known['snapshot']): Openings {
  const into = (to: string, uses: readonly AnyUse[]): Opening[] => uses.map(use => ({ to, of: to, ...handedOver(use, snapshot) }));
  const all = [
    ...[...segments.values()].flatMap(segment => [...filterOpenings(segment), ...into(segment.reference, segment.adders)]),
    ...[...campaigns.values()].flatMap(campaign => [
      ...into(campaign.reference, [...campaign.sources, ...campaign.adders]),
      ...stepOpenings(campaign, snapshot),
    ]),
  ];
  const opened = [
    ...[...segments.values()].filter(({ seen, groups, adders }) => seen && groups.size === 0 && adders.length === 0),
    ...[...campaigns.values()].filter(({ sources, adders }) => sources.length === 0 && adders.length === 0),
  ].map(({ reference }) => reference);
  const seen = new Set([...all.map(({ to }) => to), ...opened, ...campaigns.keys()]);
  for (const segment of segments.values()) {
    if (segment.seen) seen.add(segment.reference);
    else seen.delete(segment.reference);
  }
  const named = new Set(all.flatMap(({ barriers }) => barriers.flat()));
  const unseen = [...named].filter(place => !seen.has(place)).map(place => [place, place.replace(/\n.*$/u, '')] as const);
  return { all, network: networkOf(all), opened, unseen, seen };
}

/** Where people come from whom a form, a campaign, a trigger or a segment hands over. */
function handedOver({ from, to, how, id }: AnyUse, snapshot: Known['snapshot']): Pick<Opening, 'barriers' | 'form'> {
  const origin = how === 'adds' ? from : to;
  const item = snapshot.item(origin);
  if (item?.kind === 'form') return { barriers: [], form: item };
  if (origin.startsWith('campaign:')) return { barriers: [[id === undefined ? origin : stepPlace(origin, id)]] };
  return { barriers: origin.startsWith('segment:') ? [[origin]] : [] };
}

function filterOpenings({ reference, groups }: SegmentParts): Opening[] {
  return [...groups].flatMap(([number, conditions]) => {
    const place = groupPlace(reference, number);
    return [
      { to: place, of: reference, barriers: conditions.flatMap(barriersOf), conditions },
      { to: reference, of: reference, barriers: [[place]] },
    ];
  });
}

/** What being in other segments and campaigns keeps out: those who are not let in there. What else people have says nothing. */
function barriersOf({ op, uses }: Condition): Entrance['barriers'] {
  const places = uses.map(({ to }) => to);
  if (isNegative(op) || !places.every(isPlace)) return [];
  return op === 'all-of' ? places.map(place => [place]) : [places];
}

function isPlace(reference: string): boolean {
  return /^(?:segment|campaign):(?!\*$)/u.test(reference);
}

/** A step follows its parent by one of its branches, or another step that jumps to it. */
function stepOpenings({ reference, events = [], conditions }: CampaignParts, snapshot: Known['snapshot']): Opening[] {
  const place = (id: number): string => (id === 0 ? reference : stepPlace(reference, id));
  return events.flatMap((event): Opening[] => {
    const step = { to: place(event.id), of: reference, ...branchOf(event, place(event.parent), conditions.get(event.parent), snapshot) };
    const { jump_to } = event;
    return jump_to === undefined ? [step] : [step, { to: place(jump_to), of: reference, barriers: [[step.to]] }];
  });
}

function branchOf(
  { path }: CampaignEvent,
  parent: string,
  condition: Condition | undefined,
  snapshot: Known['snapshot'],
): Pick<Opening, 'barriers' | 'branch' | 'forms'> {
  if (condition === undefined || path === '') return { barriers: [[parent]] };
  const branch = { condition, path };
  if (path === 'no') return { barriers: [[parent]], branch };
  const forms = condition.uses.flatMap(({ to }) => snapshot.item(to) ?? []).filter(item => item.kind === 'form');
  return {
    barriers: [[parent], ...barriersOf(condition)],
    branch,
    ...(forms.length === condition.uses.length ? { forms } : {}),
  };
}
