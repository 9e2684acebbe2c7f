/** Addresses that were bought, rented, swapped or scraped: declared to come from somebody else, or named so. */
import type { Place } from '../../finding.js';
import { boughtWords as words } from '../../generated/data.js';
import type { Item } from '../../mautic/snapshot.js';
import { placeOf } from '../forms/questions.js';
import { languagesOf } from '../languages.js';
import { nameOfEntry, toldBy } from '../places.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { type Terms, termsOf, tokensOf } from '../words.js';

export interface BoughtList {
  readonly subject: string;
  readonly place: Place;
  readonly item: string;
  readonly kind: string;
  /** declared: the source says so; name: only the name does. */
  readonly by: 'declared' | 'name';
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'indexes' | 'kinds'>;

/** Those that are declared, then those that are only named so. */
export function boughtLists(context: Known): BoughtList[] {
  return [...declaredOnes(context), ...namedOnes(context)];
}

/** From somebody else, and nobody says how each person agreed. A proof that is begun is for `schema-valid`. */
function declaredOnes({ declarations, policy, indexes }: Known): BoughtList[] {
  const told = toldBy(declarations);
  return [...indexes.indirectSources].flatMap(([entry, sources]) => {
    const bought = sources.find(({ from }) => from === 'third-party');
    if (bought === undefined || entry.value.seller !== undefined || told.has(entry.place, 'seller')) return [];
    return [{ subject: entry.identity, place: bought.place, item: nameOfEntry(entry, policy), kind: entry.kind, by: 'declared' as const }];
  });
}

const NEED = termsOf(() => ({ en: words().need }));
const VETO = termsOf(() => ({ en: words().veto }));

/** Live segments, tags and campaigns by their name. Whom a form puts there came by themselves; a source or a proof answers the question. */
function namedOnes(context: Known): BoughtList[] {
  const { snapshot, uses, policy, kinds } = context;
  const languages = languagesOf(context.declarations);
  const strong = spoken(words().strong, languages);
  const weak = spoken(words().weak, languages);
  const lists = [...snapshot.items('segment'), ...snapshot.items('tag'), ...snapshot.items('campaign')];
  return lists.flatMap(item => {
    if (!kinds.has(item.kind) || !policy.isLive(item)) return [];
    const { source = [], seller } = policy.entryOf(item)?.value ?? {};
    const isAnswered = source.length > 0 || seller !== undefined || policy.standing(item).state === 'not-personal';
    if (isAnswered || !isNamedSo(item, strong, weak)) return [];
    const subject = snapshot.reference(item);
    if (uses.to(subject, 'adds').some(({ from }) => from.startsWith('form:'))) return [];
    return [{ subject, place: placeOf(context, item), item: nameOf(item), kind: item.kind, by: 'name' as const }];
  });
}

function isNamedSo(item: Item, strong: Terms, weak: Terms): boolean {
  const names = [item.key, nameOf(item)].map(tokensOf);
  if (names.some(strong.in)) return true;
  return names.some(weak.in) && names.some(NEED.in) && !names.some(VETO.in);
}

function spoken(lists: Readonly<Record<string, readonly string[]>>, languages: ReadonlySet<string>): Terms {
  return termsOf(() => Object.fromEntries(Object.entries(lists).filter(([language]) => languages.has(language))));
}
