/** Every reference in the declarations, with what it names and where it stands. */
import type { DocumentPath, FilePlace } from '../finding.js';
import { isRecord } from '../guards.js';
import { comparableKey, parseIdentity } from '../items.js';
import type { Declarations, Entry, ItemEntry } from './model.js';
import { PREFIXES, SPOTS, type Spot, type Spots } from './spots.js';

export type DeclaredThings = Omit<Declarations, 'problems' | 'references'>;

export interface Reference {
  /** As written. */
  readonly text: string;
  readonly spot: Spot;
  readonly subject: string;
  readonly place: FilePlace;
  /** The item entry in which it stands. */
  readonly entry?: ItemEntry | undefined;
  readonly named: Named;
  /** The path of its spot inside of the entry, `consent.proof.*`. */
  readonly at: string;
}

/** What a reference names; `words`: nothing; `unclear`: it lacks a prefix; `wrong-kind`: it has one that does not fit here. */
export type Named =
  | { readonly is: 'named'; readonly kind: string; readonly key: string; readonly id?: number }
  | { readonly is: 'words' }
  | { readonly is: 'unclear' }
  | { readonly is: 'wrong-kind'; readonly kind: string };

/**
 * Every reference, in the order purposes, items, tracking, recipients, systems, notices, plugins, rights.
 * @param known those of entries that were looked through before
 */
export function referencesIn(declarations: DeclaredThings, known?: WeakMap<ItemEntry, readonly Reference[]>): Reference[] {
  const { purposes, items, tracking, recipients, systems, notices, instance, rights } = declarations;
  const found: Reference[] = [];
  const insideAll = (kind: string, entries: Iterable<Entry<object>>, spots: Spots) => {
    for (const { key, value, place } of entries)
      if (place !== null) inside(value, { subject: `${kind}:${key}`, place }, indexOf(spots), found);
  };
  insideAll('purpose', purposes.values(), SPOTS.purposes);
  const itemSpots = indexOf(SPOTS.items);
  for (const entries of Object.values(items)) {
    for (const entry of entries) {
      const before = known?.get(entry);
      if (before !== undefined) found.push(...before);
      else {
        const first = found.length;
        inside(entry.value, { subject: entry.identity, place: entry.place, entry }, itemSpots, found);
        known?.set(entry, found.slice(first));
      }
    }
  }
  insideAll('tracking', Object.values(tracking), SPOTS.items);
  insideAll('recipient', recipients.values(), SPOTS.recipients);
  insideAll('system', systems.values(), SPOTS.systems);
  insideAll('notice', notices.values(), SPOTS.notices);
  insideAll('plugin', pluginsIn(instance), SPOTS.plugins);
  for (const [key, place] of rights.places) {
    // Each key of the block may stand in a file of its own.
    const spots = SPOTS.rights.filter(([path]) => path === key || path.startsWith(`${key}.`));
    inside(rights.value, { subject: 'rights', place: { ...place, path: place.path.slice(0, -1) } }, indexOf(spots), found);
  }
  return found;
}

function pluginsIn({ value, places }: DeclaredThings['instance']): Entry<object>[] {
  const place = places.get('plugins');
  if (place === undefined) return [];
  return Object.entries(value.plugins ?? {}).map(([key, plugin]) => ({
    key,
    value: plugin,
    place: { ...place, path: [...place.path, key] },
  }));
}

/** First key → the rest of the path and the spot. */
type SpotIndex = ReadonlyMap<string, readonly { readonly at: string; readonly rest: readonly string[]; readonly spot: Spot }[]>;

function indexOf(spots: Spots): SpotIndex {
  const split = spots.map(([at, spot]) => {
    const [first = '', ...rest] = at.split('.');
    return { first, at, rest, spot };
  });
  return new Map(split.map(({ first }) => [first, split.filter(other => other.first === first)]));
}

/** Where references are looked for: what they are about, and the place of the entry. */
type Within = Pick<Reference, 'subject' | 'place' | 'entry'>;

function inside(value: object, within: Within, index: SpotIndex, found: Reference[]): void {
  if (!isRecord(value)) return;
  const { subject, entry } = within;
  const { file, path: above } = within.place;
  for (const key of Object.keys(value)) {
    const spots = index.get(key);
    if (spots === undefined) continue;
    for (const { at, rest, spot } of spots) {
      textsAt(value[key], rest, [key], (text, path) => {
        found.push({ subject, entry, text, spot, at, place: { file, path: [...above, ...path], at: 'value' }, named: nameIn(text, spot) });
      });
    }
  }
}

/**
 * The texts at the end of the steps; `*` is any key or index.
 * @param trail way to the value: it changes, whoever is told copies it
 */
function textsAt(
  value: unknown,
  steps: readonly string[],
  trail: (string | number)[],
  tell: (text: string, trail: DocumentPath) => void,
): void {
  const step = steps[trail.length - 1];
  const into = (key: string | number, inner: unknown): void => {
    trail.push(key);
    textsAt(inner, steps, trail, tell);
    trail.pop();
  };
  if (step === undefined) {
    if (typeof value === 'string') tell(value, trail);
  } else if (Array.isArray(value)) {
    if (step === '*') for (const [index, entry] of value.entries()) into(index, entry);
  } else if (isRecord(value)) {
    if (step === '*') for (const key of Object.keys(value)) into(key, value[key]);
    else if (Object.hasOwn(value, step)) into(step, value[step]);
  }
}

/** Reads a reference by what its spot allows. */
export function nameIn(text: string, spot: Spot): Named {
  const { bare, prefixes = [], words = [], fixed = [], url } = spot;
  const prefix = text.includes(':') ? /^([a-z_-]+):/u.exec(text)?.[1] : undefined;
  if (fixed.includes(text)) return { is: 'words' };
  if (prefix !== undefined && words.includes(prefix)) return { is: 'words' };
  if (prefix !== undefined && (prefixes.includes(prefix) || prefix === bare)) return named(prefix, text.slice(prefix.length + 1));
  if (url === true && /^https?:\/\//u.test(text)) return { is: 'words' };
  if (bare === 'text') return { is: 'words' };
  // The text of a tag may look like an identity.
  if (prefix !== undefined && PREFIXES.has(prefix) && bare !== 'tag') return { is: 'wrong-kind', kind: prefix };
  return bare === undefined ? { is: 'unclear' } : named(bare, text);
}

/** The key in the form in which keys are compared, and the id behind `#`. A notice has a section there, a tag nothing but its text. */
function named(kind: string, written: string): Named {
  const key = comparableKey(written);
  if (kind === 'notice') return { is: 'named', kind, key: key.replace(/#.*$/su, '') };
  const parsed = kind === 'tag' ? null : parseIdentity(`${kind}:${key}`);
  return parsed?.id === undefined ? { is: 'named', kind, key } : { is: 'named', kind, key: parsed.key, id: parsed.id };
}
