/** Names that are put on people: tags, segments, stages, campaigns, and the categories that people choose. */
import type { People } from '../../finding.js';
import type { ItemOf } from '../../mautic/snapshot.js';
import { isSeen, peopleIn } from '../declared/undeclared.js';
import type { Indexed } from '../forms/questions.js';
import type { Category } from '../lexicon/lexicon.js';
import { nameOf } from '../policy.js';
import { type Spoken, spokenOf } from './answers.js';

const KINDS = ['tag', 'segment', 'stage', 'category', 'campaign'] as const;
type NameItem = ItemOf<(typeof KINDS)[number]>;

export interface SensitiveName extends Spoken {
  readonly item: NameItem;
  readonly reference: string;
  /** What the name tells for sure. */
  readonly categories: readonly Category[];
  /** The name that tells it by itself, if one does, else that of Mautic's screens. */
  nameFor(category: Category): string;
  /** How many carry it, for the message. */
  readonly people: { readonly people?: People };
}

/** The names that tell something. */
export function sensitiveNames(context: Indexed): readonly SensitiveName[] {
  const { snapshot, policy, indexes } = context;
  return KINDS.flatMap(kind => snapshot.items(kind)).flatMap((item: NameItem) => {
    if (!isSeen(item) || !isOnPeople(context, item)) return [];
    const toldBy = (...texts: string[]): Category[] =>
      indexes.lexicon
        .judge({ as: 'label', texts: texts.map(text => ({ text, weight: 1 })) })
        .flatMap(({ category, strength }) => (strength === 'strong' ? [category] : []));
    const categories = toldBy(...textsOf(item));
    if (categories.length === 0) return [];
    const reference = snapshot.reference(item);
    const people = peopleIn(snapshot.count(reference, 'people'));
    const nameFor = (category: Category) => namesOf(item).find(name => toldBy(name).includes(category)) ?? nameOf(item);
    return [{ ...spokenOf(item, policy), reference, categories, nameFor, people }];
  });
}

/** Live, or still on somebody. Of categories only the global ones are chosen by people; the others are folders. */
function isOnPeople({ snapshot, policy, uses }: Indexed, item: NameItem): boolean {
  const reference = snapshot.reference(item);
  const people = snapshot.count(reference, 'people');
  if (item.kind === 'tag') {
    const adding = () => uses.to(reference, 'adds').flatMap(use => snapshot.item(use.from) ?? []);
    return people !== 0 || adding().some(policy.isLive);
  }
  if (item.kind === 'category' && item.bundle !== 'global') return false;
  return policy.isLive(item) || (people !== undefined && people !== 0);
}

/** Every name that people read, that of the screens first. */
function namesOf(item: NameItem): string[] {
  return [nameOf(item), item.key, ...(item.kind === 'segment' ? [item.public_name ?? ''] : [])];
}

/** Key and name are one name: the key is made of it. */
function textsOf(item: NameItem): string[] {
  const key = item.kind === 'category' ? item.key.slice(item.key.indexOf('/') + 1) : item.key;
  const name = nameOf(item);
  return [name === item.key ? key : `${key}; ${name}`, ...(item.kind === 'segment' ? [item.public_name ?? ''] : [])];
}
