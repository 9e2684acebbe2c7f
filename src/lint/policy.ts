/** Declarations and snapshot joined: which entry speaks of which item, and what it means with inheritance applied. */
import type { Declarations, DeclaredKind, Entry, ItemEntry } from '../declarations/model.js';
import type { Purpose } from '../generated/declaration.js';
import { comparableKey, formatIdentity, type Identity, isKind, parseIdentity } from '../items.js';
import type { Item } from '../mautic/snapshot.js';
import { type EntryLookup, lookUpEntries } from './entry-lookup.js';
import { type Observer, UNOBSERVED } from './observer.js';
import type { Seen } from './seen.js';

/** What is said of an item: by which entry it has purposes, that it is not personal, or nothing yet. */
export type Standing =
  | { readonly state: 'purposes'; readonly by: ItemEntry; readonly from: 'own' | 'inherited' }
  | { readonly state: 'not-personal' }
  | { readonly state: 'undecided' };

export interface Policy extends EntryLookup {
  /** What is said of an item of the snapshot, nearest first: its entry, then what it inherits from. */
  standing(item: Item): Standing;
  /** What is said by an entry alone, and by what it inherits from as far as Mautic shows it. */
  standingOf(entry: ItemEntry): Standing;
  /** Purpose keys of an item; none when it is undecided or not personal. */
  purposesOf(item: Item): readonly string[];
  /** The purposes behind keys; keys without a definition are left out. */
  purposes(keys: readonly string[]): readonly Entry<Purpose>[];
  /** Live at the day of the run: published (or not known to be unpublished), and inside its dates. A variant lives with its parent. */
  isLive(item: Item): boolean;
}

const UNDECIDED: Standing = { state: 'undecided' };

/**
 * Joins declarations and snapshot. `now` is the day of the run, `2026-11-25`.
 * @param watch is told of the work of the standings: most of what an entry says does not touch them
 */
export function joinPolicy(
  declarations: Declarations,
  { snapshot, uses }: Pick<Seen, 'snapshot' | 'uses'>,
  now: string,
  watch: Observer = UNOBSERVED,
): Policy {
  const lookup = lookUpEntries(declarations, snapshot);
  const joined = new Map<Item, Standing>();
  const declared = new Map<ItemEntry, Standing>();
  const lives = new Map<Item, boolean>();
  /** By the list itself, most are those of an entry; and by its keys: few lists differ. */
  const named = new Map<readonly string[] | string, readonly Entry<Purpose>[]>();

  function standing(item: Item): Standing {
    const before = joined.get(item);
    if (before !== undefined) return before;
    const said = own(lookup.entryOf(item));
    const found = said ?? inherited(item, new Set()) ?? UNDECIDED;
    joined.set(item, found);
    return found;
  }

  /**
   * Nearest first: parent of a variant; filled field, then form; category; campaigns that send it; segments it helps.
   * @param asked what was asked already: in a circle nobody is asked twice
   */
  function inherited(item: Item, asked: Set<string>): Standing | undefined {
    const entry = lookup.entryOf(item);
    for (const source of sources(item, entry)) {
      if (asked.has(source)) continue;
      asked.add(source);
      const found = standingAt(source, asked);
      if (found?.state === 'purposes') return asInherited(found);
      // An answer is about a person as far as what it fills is, whatever the form is for.
      if (found?.state === 'not-personal' && item.kind === 'form_field' && !source.startsWith('form:')) return found;
    }
    return entry?.kind === 'form_field' && entry.form !== undefined ? asInherited(own(entry.form)) : undefined;
  }

  /** What was not seen may have an entry all the same; what is gone hands nothing down. */
  function standingAt(reference: string, asked: Set<string>): Standing | undefined {
    const item = snapshot.item(reference);
    if (item !== undefined) return joined.get(item) ?? own(lookup.entryOf(item)) ?? inherited(item, asked);
    const { kind, key, id } = parseIdentity(reference) ?? {};
    if (!isKind(kind) || key === undefined || snapshot.coverage(kind).state === 'complete') return undefined;
    return own(lookup.entryFor(kind, key, id));
  }

  function* sources(item: Item, entry: ItemEntry | undefined): Generator<string> {
    if ('variant_of' in item || 'translation_of' in item) yield item.variant_of ?? item.translation_of ?? '';
    if (item.kind === 'form_field') {
      for (const use of uses.from(snapshot.reference(item), 'collects')) yield use.to;
      yield item.form ?? '';
    }
    if ('category' in item && item.category !== undefined) yield item.category;
    if (CONTENT.has(item.kind)) {
      const users = uses.to(snapshot.reference(item)).filter(use => SENDING.has(use.how) && SENDER.test(use.from));
      for (const use of users) yield use.from;
    }
    for (const { kind, key, id } of helped(entry)) {
      const segment = snapshot.items('segment').find(candidate => isNamed(candidate, key, id));
      yield segment === undefined ? formatIdentity(kind, key, id) : snapshot.reference(segment);
    }
  }

  function standingOf(entry: ItemEntry): Standing {
    const known = declared.get(entry);
    if (known !== undefined) return known;
    const found = standingBy(entry);
    declared.set(entry, found);
    return found;
  }

  function standingBy(entry: ItemEntry): Standing {
    const [item] = lookup.itemsOf(entry);
    if (item !== undefined) return standing(item);
    const said = own(entry) ?? (entry.form === undefined ? undefined : asInherited(own(entry.form))) ?? declaredTarget(entry);
    return (
      said ??
      helped(entry)
        .map(({ key, id }) => asInherited(own(lookup.entryFor('segment', key, id))))
        .find(isFound) ??
      UNDECIDED
    );
  }

  /** Without Mautic's word, a question fills the field that its entry names. */
  function declaredTarget(entry: ItemEntry): Standing | undefined {
    const target = entry.kind === 'form_field' && 'maps_to' in entry.value ? parseIdentity(entry.value.maps_to ?? '') : null;
    return target === null ? undefined : asInherited(own(lookup.entryFor(target.kind, target.key, target.id)));
  }

  function purposes(keys: readonly string[]): readonly Entry<Purpose>[] {
    const known = named.get(keys);
    if (known !== undefined) return known;
    const written = keys.join('\0');
    const found = named.get(written) ?? keys.flatMap(key => declarations.purposes.get(comparableKey(key)) ?? []);
    named.set(keys, found).set(written, found);
    return found;
  }

  function isLive(item: Item): boolean {
    const known = lives.get(item);
    if (known !== undefined) return known;
    // False while it is being worked out: variants of each other have no original that is published.
    if ('variant_of' in item) lives.set(item, false);
    const live = isPublished(item);
    lives.set(item, live);
    return live;
  }

  function isPublished(item: Item): boolean {
    const parent = 'variant_of' in item && item.variant_of !== undefined ? snapshot.item(item.variant_of) : undefined;
    const published = 'published' in item ? item.published : undefined;
    if (published === undefined && parent !== undefined) return isLive(parent);
    if (published === false) return false;
    const from = 'publish_up' in item ? (item.publish_up ?? '') : '';
    const until = 'publish_down' in item ? (item.publish_down ?? '') : '';
    return (from === '' || from <= now) && (until === '' || until >= now);
  }

  // Which entry tells the purposes is their work; what these are, that of whoever reads them.
  const standings = watch.share('standings', { standing, standingOf });
  return {
    ...lookup,
    ...standings,
    purposesOf: item => purposesIn(standings.standing(item)),
    isLive,
    purposes,
  };
}

/** Content inherits from the campaigns that bring it to people. */
const CONTENT: ReadonlySet<string> = new Set(['email', 'page', 'dynamic_content', 'focus_item', 'message', 'text_message']);
const SENDING: ReadonlySet<string> = new Set(['sends', 'shows']);
/** A marketing message goes by the channel that a person prefers: it stands between the campaign and what is sent. */
const SENDER = /^(?:campaign|message):/u;

/** Purpose keys of a standing; none unless it has purposes. */
export function purposesIn(standing: Standing): readonly string[] {
  if (standing.state !== 'purposes') return NO_PURPOSES;
  const value: { readonly purposes?: readonly string[] } = standing.by.value;
  return value.purposes ?? NO_PURPOSES;
}

const NO_PURPOSES: readonly string[] = [];

/** What an entry says itself; undefined when it says nothing. */
export function own(entry: ItemEntry | undefined): Standing | undefined {
  if (entry === undefined || entry.says === 'nothing') return undefined;
  return entry.says === 'purposes' ? { state: 'purposes', by: entry, from: 'own' } : { state: entry.says };
}

function asInherited(standing: Standing | undefined): Standing | undefined {
  return standing?.state === 'purposes' ? { ...standing, from: 'inherited' } : undefined;
}

function isFound(standing: Standing | undefined): standing is Standing {
  return standing !== undefined;
}

/** Segments that an entry is a helper for. */
export function helped(entry: ItemEntry | undefined): readonly Identity[] {
  if (entry === undefined || !isEntryOf(entry, 'segment')) return [];
  return (entry.value.helper_for ?? []).flatMap(key => parseIdentity(`segment:${key}`) ?? []);
}

/** Is an item the one of a key, and of an id where one is said? */
export function isNamed(item: Item, key: string, id: number | undefined): boolean {
  return comparableKey(item.key) === key && (id === undefined || item.id === id);
}

/** Narrows an entry to its kind. */
export function isEntryOf<K extends DeclaredKind>(entry: ItemEntry, kind: K): entry is ItemEntry<K> {
  return entry.kind === kind;
}

/** Name of an item as people read it on Mautic's screens. */
export function nameOf(item: Item): string {
  return 'title' in item && item.title !== undefined && item.title !== '' ? item.title : item.key;
}

/** A purpose as people read it. */
export function nameOfPurpose({ key, value }: Entry<Purpose>): string {
  return value.title ?? key;
}
