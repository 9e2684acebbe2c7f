/** References to items: each must be declared, or be in Mautic; and a key that fits two items of Mautic needs its id. */

import { append } from '../../collections.js';
import { globOf } from '../../declarations/globs.js';
import type { Declarations, ItemEntry, Problem } from '../../declarations/model.js';
import type { Reference } from '../../declarations/references.js';
import type { Related } from '../../finding.js';
import type { Waiver } from '../../generated/declaration.js';
import { comparableKey, formatIdentity, isKind, type Kind, parseIdentity } from '../../items.js';
import { later, laterBy } from '../../text/later.js';
import { type Near, nearOf } from '../../text/near.js';
import { entriesOf } from '../entry-lookup.js';
import { valueAt } from '../places.js';
import { waiverSubject } from '../waivers/waivers.js';
import type { ItemLookup } from './item-lookup.js';

/**
 * Problems with references to items and with the keys of entries, in their order, entries last. A reference to what is neither
 * declared nor seen gives none while the kind was seen only in part.
 */
export function itemReferenceProblems(declarations: Declarations, lookup: ItemLookup): Problem[] {
  const declared = later(() => declaredItems(declarations));
  const nearest = nearestItems(declarations, lookup);
  const references = declarations.references
    .filter(({ named }) => named.is === 'named')
    .flatMap(reference => referenceProblem(reference, lookup, declared, nearest) ?? []);
  const keys = Object.values(declarations.items)
    .flat()
    .filter(entry => hasTwo(entry, lookup))
    .map(entry => keyProblem(entry, lookup));
  const waived = declarations.waivers.flatMap(({ value, place }) => {
    const found = place === null ? undefined : twoFor(value, lookup);
    return found === undefined || place === null ? [] : [{ ...found, subject: waiverSubject(value), place: valueAt(place, 'item') }];
  });
  return [...references, ...keys, ...waived];
}

/** The problem of a waiver whose item fits two. One that fits none may be for what is gone. */
export function twoFor({ item }: Waiver, lookup: ItemLookup): Pick<Problem, 'code' | 'data' | 'related'> | undefined {
  const named = item === undefined || globOf(comparableKey(item)) !== null ? null : parseIdentity(comparableKey(item));
  if (named === null || !isKind(named.kind) || named.kind === 'tag' || named.id !== undefined) return undefined;
  return lookup.has(named.kind, named.key) === 'many' ? twoOfOneKey(named.kind, named.key, lookup) : undefined;
}

type Declared = (kind: Kind, key: string, id: number | undefined) => boolean;

function declaredItems(declarations: Declarations): Declared {
  const exact = new Set<string>();
  const globs = new Map<Kind, ItemEntry[]>();
  for (const entry of Object.values(declarations.items).flat()) {
    if (entry.glob !== undefined) append(globs, entry.kind, entry);
    else exact.add(entry.identity).add(formatIdentity(entry.kind, entry.key));
  }
  return (kind, key, id) =>
    exact.has(formatIdentity(kind, key, id)) ||
    exact.has(formatIdentity(kind, key)) ||
    (globs.get(kind)?.some(entry => entry.glob?.matches(key) ?? false) ?? false);
}

type Nearest = (kind: Kind, key: string) => Near | undefined;

/** Names that are known of a kind are gathered when the first mistake asks for them. */
function nearestItems(declarations: Declarations, lookup: ItemLookup): Nearest {
  const finderOf = laterBy((kind: Kind) => nearOf([...entriesOf(declarations, kind).map(entry => entry.key), ...lookup.keys(kind)]));
  return (kind, key) => finderOf(kind)(key);
}

function referenceProblem(reference: Reference, lookup: ItemLookup, declared: () => Declared, nearest: Nearest): Problem | undefined {
  const { subject, place, entry, named } = reference;
  if (named.is !== 'named') return undefined;
  const { key, id } = named;
  if (named.kind === 'question' && isQuestionOf(entry, key)) return undefined;
  const kind = named.kind === 'question' ? 'contact_field' : named.kind;
  if (!isKind(kind)) return undefined;
  const seen = lookup.has(kind, key, id);
  if (seen === 'many' && id === undefined && kind !== 'tag') return { ...twoOfOneKey(kind, key, lookup), subject, place };
  if (seen !== 'none' || declared()(kind, key, id) || !lookup.complete(kind)) return undefined;
  const near = nearest(kind, key);
  const written = id === undefined ? key : `${key}#${id}`;
  const data = { key: written, ...(near === undefined ? {} : { near: near.name }) };
  const problem = { subject, place, ...(near === undefined ? {} : { isOnlyNear: near.isOnly }) };
  return kind === 'contact_field' ? { ...problem, code: 'contact-field', data } : { ...problem, code: 'item', data: { ...data, kind } };
}

function isQuestionOf(entry: ItemEntry | undefined, key: string): boolean {
  return entry !== undefined && 'fields' in entry.value && Object.hasOwn(entry.value.fields ?? {}, key);
}

/** An entry speaks of one item: its key must not fit two. Questions of forms are told at their form; tags are told by their text alone. */
function hasTwo({ kind, key, id, glob }: ItemEntry, lookup: ItemLookup): boolean {
  return glob === undefined && id === undefined && kind !== 'form_field' && kind !== 'tag' && lookup.has(kind, key) === 'many';
}

function keyProblem({ kind, key, identity, place }: ItemEntry, lookup: ItemLookup): Problem {
  return { ...twoOfOneKey(kind, key, lookup), subject: identity, place };
}

function twoOfOneKey(kind: Kind, key: string, lookup: ItemLookup): Pick<Problem, 'code' | 'data' | 'related'> {
  const identities = lookup.references(kind, key);
  const [first = '', second = ''] = identities.map(identity => identity.slice(kind.length + 1));
  const related: Related[] = identities.map(item => ({ subject: item, place: { item } }));
  return { code: 'two-of-one-key', data: { kind, key, first, second }, related };
}
