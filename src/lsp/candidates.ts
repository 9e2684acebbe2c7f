/** The names that may stand at a place: those of Mautic, and those that the team has given. */
import { getOrInsert } from '../collections.js';
import type { Entry, ItemEntry } from '../declarations/model.js';
import type { Spot } from '../declarations/spots.js';
import { isKind, type Kind } from '../items.js';
import { isBuiltInColumn } from '../lint/declared/core-fields.js';
import { entryKey, fieldKey } from '../lint/declared/stubs.js';
import { entriesOf } from '../lint/entry-lookup.js';
import { nameOf, nameOfPurpose } from '../lint/policy.js';
import type { RuleContext } from '../lint/rule.js';
import { bringsAnswer } from '../mautic/question-types.js';
import type { Item } from '../mautic/snapshot.js';
import type { NamedKey, Reference } from './expected.js';

export interface Candidate {
  /** As it is written, without quotes. */
  readonly name: string;
  /** What it is, raw; empty: nothing that the name does not say. */
  readonly about: string;
  /** The most wanted have the lowest. */
  readonly rank: 0 | 1;
}

/** Keys for a section: what has no entry of its own, first what has none at all. */
export function keyCandidates({ kind, form }: NamedKey, context: RuleContext): Candidate[] {
  const { policy, snapshot, indexes } = context;
  const items = form === undefined ? snapshot.items(kind) : questionsOf(form, context);
  return items.flatMap(item => {
    const entry = policy.entryOf(item);
    if (entry !== undefined && entry.glob === undefined) return [];
    const needsNone = entry !== undefined || indexes.untouchedCoreFields.has(item) || isBuiltInColumn(item);
    const name = item.kind === 'form_field' ? fieldKey(context, item) : entryKey(context, item);
    return [{ name, about: about(item), rank: needsNone ? 1 : 0 }];
  });
}

/** The questions of the form that a key names. */
function questionsOf(key: string, { policy, snapshot }: RuleContext): readonly Item[] {
  const entry = policy.entryFor('form', key);
  const [declared] = entry === undefined ? [] : policy.itemsOf(entry);
  const form = declared ?? snapshot.item(`form:${key}`);
  return form?.kind === 'form' ? snapshot.fieldsOf(form).filter(bringsAnswer) : [];
}

/** What a value may refer to. */
export function referenceCandidates(reference: Reference, context: RuleContext): Candidate[] {
  switch (reference.to) {
    case 'purpose':
      return ownNames(context.declarations.purposes, nameOfPurpose);
    case 'rule':
      return [...context.settings].flatMap(([name, { waivable }]) => (waivable === false ? [] : [{ name, about: '', rank: 0 }]));
    case 'identity':
      return identities(context);
    case 'spot':
      return spotCandidates(reference.spot, context);
  }
}

/** What waivers can be about: the subjects of findings that take one. */
function identities({ judged, settings }: RuleContext): Candidate[] {
  const rules = new Map<string, Set<string>>();
  for (const { rule, subject, state } of judged) {
    if (state !== 'open' || settings.get(rule)?.waivable === false) continue;
    getOrInsert(rules, subject, () => new Set()).add(rule);
  }
  return [...rules].map(([name, found]) => ({ name, about: [...found].join(', '), rank: 0 }));
}

function spotCandidates({ bare, prefixes = [] }: Spot, context: RuleContext): Candidate[] {
  const plain = bare === undefined ? [] : namesOf(bare, context);
  return [...plain, ...prefixes.flatMap(prefix => namesOf(prefix, context).map(found => ({ ...found, name: `${prefix}:${found.name}` })))];
}

function namesOf(kind: string, context: RuleContext): Candidate[] {
  const { recipients, systems, notices, instance } = context.declarations;
  if (isKind(kind)) return itemNames(kind, context);
  switch (kind) {
    case 'recipient':
      return ownNames(recipients, ({ value }) => value.name);
    case 'system':
      return ownNames(systems, () => undefined);
    case 'recipient-or-system':
      return [...namesOf('recipient', context), ...namesOf('system', context)];
    case 'notice':
      return ownNames(notices, ({ value }) => value.url);
    case 'plugin':
      return Object.keys(instance.value.plugins ?? {}).map(name => ({ name, about: '', rank: 0 }));
    default:
      return [];
  }
}

/** What is declared goes first; what Mautic alone has follows; patterns name nothing. */
function itemNames(kind: Kind, context: RuleContext): Candidate[] {
  const { declarations, policy, snapshot } = context;
  const inMautic = snapshot.items(kind).map((item): [string, Candidate] => {
    const name = snapshot.reference(item).slice(kind.length + 1);
    return [name, { name, about: about(item), rank: policy.entryOf(item) === undefined ? 1 : 0 }];
  });
  const declared = entriesOf(declarations, kind).flatMap((entry): [string, Candidate][] => {
    if (entry.glob !== undefined || policy.itemsOf(entry).length > 0) return [];
    return [[keyOf(entry), { name: keyOf(entry), about: '', rank: 1 }]];
  });
  return [...new Map([...declared, ...inMautic]).values()];
}

function keyOf({ identity, kind }: ItemEntry): string {
  return identity.slice(kind.length + 1);
}

function ownNames<T>(entries: ReadonlyMap<string, Entry<T>>, title: (entry: Entry<T>) => string | undefined): Candidate[] {
  return [...entries.values()].map(entry => ({ name: entry.key, about: title(entry) ?? '', rank: entry.place === null ? 1 : 0 }));
}

/** Name on Mautic's screens and type. */
function about(item: Item): string {
  const title = nameOf(item) === item.key ? [] : [nameOf(item)];
  const type = 'type' in item && item.type !== undefined ? [`(${item.type})`] : [];
  return [...title, ...type].join(' ');
}
