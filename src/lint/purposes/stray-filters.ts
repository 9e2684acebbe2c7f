/** Segments that sort people by data held for other purposes, or by behaviour without a purpose that is profiling. */
import type { Entry } from '../../declarations/model.js';
import type { FieldName, Language } from '../../finding.js';
import type { Purpose } from '../../generated/declaration.js';
import type { ItemOf } from '../../mautic/snapshot.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { TARGETS } from '../tracking/surfaces.js';
import { TRACKING_WORDS } from '../tracking/words.js';
import { definedPurposes, hasTrait, isProfiling, meet } from './item-purposes.js';
import { protecting } from './protecting.js';
import { filtersOf } from './segment-filters.js';

export interface StrayFilter {
  readonly segment: ItemOf<'segment'>;
  /** Reference of what it sorts by. */
  readonly target: string;
  readonly name: FieldName;
  /** What that is held for. */
  readonly purposes: readonly Entry<Purpose>[];
  /** The segment inside, where the filter stands. */
  readonly inside?: string;
  readonly isBehaviour: boolean;
}

/** What people do, of all that Mautic can filter by. That a message was sent to them is no doing of theirs. */
const BEHAVIOUR = [
  'page_hit',
  'session',
  'referrer',
  'device',
  'utm',
  'email_open',
  'email_click',
  'email_reply',
  'sms_click',
  'sms_reply',
];
const BEHAVIOUR_TARGETS: ReadonlySet<string> = new Set(BEHAVIOUR.map(what => `tracking:${what}`));
const POINTS = 'contact_field:points';

const PROFILING: Readonly<Record<Language, string>> = {
  en: 'and sorting by behaviour is profiling, which none of its purposes says (`profiling`)',
  it: 'e selezionare in base al comportamento è profilazione, che nessuna delle sue finalità dichiara (`profiling`)',
};

/** Words for what people do, by the reference that stands in place of an alias, and the sentence that goes with them (`behaviour`). */
export function behaviourWords(language: Language): Readonly<Record<string, string>> {
  const words = BEHAVIOUR.map(what => [`tracking:${what}`, TRACKING_WORDS[language][what] ?? what] as const);
  return { behaviour: PROFILING[language], ...Object.fromEntries(words) };
}

/**
 * One for each live segment and thing it sorts by, in the order of the snapshot. Unsubscribe flags, consents, objections and age gates
 * protect people and are always fine. Where nobody has said what the segment or the field is for, that is told elsewhere.
 */
export function strayFilters(context: RuleContext): StrayFilter[] {
  const { snapshot, policy, indexes } = context;
  const protects = protecting(context);
  const targets = new Map<string, Target | undefined>();
  const targetOf = (reference: string): Target | undefined => {
    if (!targets.has(reference)) targets.set(reference, protects(reference) ? undefined : lookUp(context, reference));
    return targets.get(reference);
  };
  return snapshot.items('segment').flatMap(segment => {
    const self = snapshot.reference(segment);
    const filters = policy.isLive(segment) ? filtersOf(self, indexes.steps, reference => !protects(reference)) : [];
    const own = filters.length === 0 ? [] : definedPurposes(context, segment);
    if (own.length === 0) return [];
    return filters.flatMap(({ step: { to: target }, segment: inside }) => {
      const found = targetOf(target);
      if (found === undefined || isFine(context, segment, own, found)) return [];
      return [{ segment, target, ...found, ...(inside === self ? {} : { inside }) }];
    });
  });
}

/** What can be sorted by, wherever that is done. */
type Target = Pick<StrayFilter, 'name' | 'purposes' | 'isBehaviour'>;
type Found = Pick<Target, 'name' | 'purposes'>;

/** Undefined where nothing says what it is held for. */
function lookUp(context: RuleContext, target: string): Target | undefined {
  const isBehaviour = BEHAVIOUR_TARGETS.has(target) || target === POINTS || target.startsWith('point_group:');
  const found = isBehaviour ? measured(context, target) : fieldOf(context, target);
  return found === undefined || found.purposes.length === 0 ? undefined : { ...found, isBehaviour };
}

function isFine(context: RuleContext, segment: ItemOf<'segment'>, own: readonly Entry<Purpose>[], target: Target): boolean {
  if (target.isBehaviour) return isProfile(context, segment, own);
  return meet(own, target.purposes) || hasTrait(target.purposes, 'segmentation');
}

/** Mautic passes over a filter on a field that is unpublished. */
function fieldOf({ snapshot, kinds, policy }: RuleContext, target: string): Found | undefined {
  const field = snapshot.item(target);
  if (field === undefined || (field.kind !== 'contact_field' && field.kind !== 'company_field')) return undefined;
  if (!kinds.has(field.kind) || field.published === false) return undefined;
  return { name: { label: nameOf(field), alias: field.key }, purposes: definedPurposes({ policy }, field) };
}

/** What behaviour is recorded for: the purposes of its surface; of points, those of what gives them. */
function measured(context: RuleContext, target: string): Found {
  const { snapshot, uses, policy, declarations } = context;
  const surface = TARGETS.get(target.replace(/^tracking:/u, ''));
  if (surface !== undefined) {
    const purposes = policy.purposes(declarations.tracking[surface]?.value.purposes ?? []);
    return { name: { label: target, alias: target }, purposes };
  }
  const item = snapshot.item(target);
  const givers = new Set(uses.to(target, 'writes').map(use => use.from));
  const given = [...givers].flatMap(giver => {
    const source = snapshot.item(giver);
    return source === undefined || !policy.isLive(source) ? [] : definedPurposes(context, source);
  });
  const name = item === undefined ? target : nameOf(item);
  return { name: { label: name, alias: item?.key ?? target }, purposes: [...new Set(given)] };
}

function isProfile({ policy }: RuleContext, segment: ItemOf<'segment'>, own: readonly Entry<Purpose>[]): boolean {
  const stated = policy.entryOf(segment)?.value.profiling;
  return stated === undefined ? own.some(isProfiling) : stated !== 'none';
}
