/** Two fields that seem to hold the same fact about a person: by the declared kind of datum, or by their names. */
import { group } from '../../collections.js';
import type { ItemEntry } from '../../declarations/model.js';
import { sameFacts } from '../../generated/data.js';
import { comparableKey, formatIdentity } from '../../items.js';
import { later, laterBy } from '../../text/later.js';
import { asksConsent } from '../consent/texts.js';
import { type Field, fieldsOf, isBuiltInColumn } from '../declared/core-fields.js';
import { isSeen } from '../declared/undeclared.js';
import { categoriesOf } from '../forms/questions.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { runTogether } from '../tokens.js';

export interface Twins {
  /** The newer one. */
  readonly field: Field;
  readonly other: Field;
}

/** Kinds of datum of which a person has one value at a time. */
const SINGLE = later((): ReadonlySet<string> => new Set(sameFacts().categories));
/** Names of facts, as they are compared → the fact. */
const FACTS = later((): Readonly<Record<string, string>> => sameFacts().facts);
/** Names of which one letter may differ: so long that nine letters in ten are the same, and no longer than people write them by hand. */
const SHORTEST = 10;
const LONGEST = 40;

/**
 * Every field that holds what an older one of its kind holds, with the first such one. Fields are sorted by what they may share, so that none
 * is held against all others. Not what is declared as a variant, given up or planned, nor boxes for consent, which often read alike.
 */
export function twins(context: RuleContext): Twins[] {
  const first = new Map<string, Field>();
  return sharing(context).flatMap(({ field, signs }) => {
    const others = signs.flatMap(sign => first.get(sign) ?? []);
    for (const sign of signs) if (!first.has(sign)) first.set(sign, field);
    const other = others.find(candidate => !isVariantOf(context, field, candidate) && !isVariantOf(context, candidate, field));
    return other === undefined ? [] : [{ field, other }];
  });
}

interface Named {
  readonly field: Field;
  /** What it may share with others: its name and its alias as they are compared, facts that these are, its kind of datum. */
  readonly names: readonly string[];
  readonly facts: readonly string[];
  readonly categories: readonly string[];
  /** What is the same of fields whose names may differ by one letter. */
  readonly alike: string;
}

interface Sharing {
  readonly field: Field;
  /** What it shares, with what that is. */
  readonly signs: readonly string[];
}

/** The fields that share something with another one. Few do, so that only of these is asked what else they are. */
function sharing(context: RuleContext): Sharing[] {
  const isJudged = judging(context);
  const named = fieldsOf(context)
    .filter(({ kind }) => context.kinds.has(kind))
    .map(field => namedBy(field, context.policy.entryOf(field)));
  const alikes = group(named, ({ alike }) => alike);
  const hasAlike = ({ field, alike }: Named, is: (other: Field) => boolean): boolean =>
    alikes.get(alike)?.some(other => other.field !== field && is(other.field)) === true;
  const near = new Map<Named, readonly string[]>();
  const numbers = new Map<string, number>();
  for (const one of named) {
    if (hasAlike(one, () => true)) near.set(one, spellingsNear(one.names[0] ?? ''));
    for (const text of textsOf(one, near.get(one))) numbers.set(text, (numbers.get(text) ?? 0) + 1);
  }
  return named
    .filter(one => textsOf(one, near.get(one)).some(text => numbers.get(text) !== 1) && isJudged(one.field))
    .map(one => ({ field: one.field, signs: signsOf(one, hasAlike(one, isJudged) ? near.get(one) : undefined) }));
}

/** All that a field may share, whatever it is. */
function textsOf({ names, facts, categories }: Named, spellings: readonly string[] = []): readonly string[] {
  return facts.length + categories.length + spellings.length === 0 ? names : [...names, ...facts, ...categories, ...spellings];
}

/** Tells which fields are compared. */
function judging(context: RuleContext): (field: Field) => boolean {
  const { policy, indexes } = context;
  return laterBy((field: Field): boolean => {
    if (indexes.untouchedCoreFields.has(field) || !isSeen(field) || isBuiltInColumn(field) || asksConsent(nameOf(field))) return false;
    const status = policy.entryOf(field)?.value.status;
    if (status === 'retired' || status === 'planned' || policy.standing(field).state === 'not-personal') return false;
    return !indexes.declaredUses.carriesPolicy(field);
  });
}

/** Fields whose names may differ by one letter: of one kind and type, with the same numbers in them. */
function alikeIn({ kind, type = '' }: Field, label: string): string {
  return `${kind} ${type} ${label.replace(/\D+/gu, ' ')}`;
}

function namedBy(field: Field, entry: ItemEntry | undefined): Named {
  const [label, alias] = [runTogether(nameOf(field)), runTogether(field.key.replace(/^f_/u, ''))];
  const names = alias === label ? [label] : [label, alias];
  const facts = names.flatMap(name => (Object.hasOwn(FACTS(), name) ? (FACTS()[name] ?? []) : []));
  const stated = categoriesOf(entry) ?? [];
  const categories = stated.length === 1 ? stated.filter(category => SINGLE().has(category)) : [];
  return { field, names, facts, categories, alike: alikeIn(field, label) };
}

/** What two fields share when they hold the same: kind of datum, name, fact; or nearly the same name. */
function signsOf({ field: { kind, type = '' }, names, facts, categories }: Named, spellings: readonly string[] = []): string[] {
  return [
    ...categories.map(category => `${kind} category ${category}`),
    ...names.filter(name => name !== '').map(name => `${kind} name ${name}`),
    ...facts.map(fact => `${kind} fact ${fact}`),
    ...spellings.map(spelling => `${kind} near ${type} ${spelling}`),
  ];
}

/** A name with one letter left open, wherever that is: two names that share a spelling differ by one letter at most. Numbers must be the same. */
function spellingsNear(name: string): string[] {
  if (name.length < SHORTEST || name.length > LONGEST) return [];
  const spellings: string[] = [];
  for (let at = 0; at <= name.length; at++) {
    const before = `${name.slice(0, at)}*`;
    spellings.push(before + name.slice(at));
    if (at < name.length && !/\d/u.test(name.charAt(at))) spellings.push(before + name.slice(at + 1));
  }
  return spellings;
}

/** Does one declare that it is, on purpose, another value of the same kind as the other? */
function isVariantOf({ policy }: RuleContext, field: Field, other: Field): boolean {
  const entry = policy.entryOf(field);
  const named = entry !== undefined && 'variant_of' in entry.value ? comparableKey(entry.value.variant_of ?? '') : '';
  return [undefined, other.id].some(id => named === formatIdentity(other.kind, comparableKey(other.key), id));
}
