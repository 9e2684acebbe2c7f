/** Two fields that seem to hold the same fact about a person: by the declared kind of datum, or by their names. */
import type { ItemEntry } from '../../declarations/model.js';
import { sameFacts } from '../../generated/data.js';
import { comparableKey, formatIdentity } from '../../items.js';
import { asksConsent } from '../consent/texts.js';
import { type Field, fieldsOf, isBuiltInColumn } from '../declared/core-fields.js';
import { isSeen } from '../declared/undeclared.js';
import { categoriesOf } from '../forms/questions.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { runTogether } from '../tokens.js';
import { group } from '../use-index.js';

export interface Twins {
  /** The newer one. */
  readonly field: Field;
  readonly other: Field;
}

/** Kinds of datum of which a person has one value at a time. */
const SINGLE: ReadonlySet<string> = new Set(sameFacts.categories);
/** Names of facts, as they are compared → the fact. */
const FACTS: ReadonlyMap<string, string> = new Map(Object.entries(sameFacts.facts));
/** Names of which one letter may differ: so long that nine letters in ten are the same, and no longer than people write them by hand. */
const SHORTEST = 10;
const LONGEST = 40;

/**
 * Every field that holds what an older one of its kind holds, with the first such one. Fields are sorted by what they may share, so that none
 * is held against all others. Not what is declared as a variant, given up or planned, nor boxes for consent, which often read alike.
 */
export function twins(context: RuleContext): Twins[] {
  const untouched = context.indexes.untouchedCoreFields;
  const { carriesPolicy } = context.indexes.declaredUses;
  const first = new Map<string, Field>();
  const judged = fieldsOf(context).filter(
    field => context.kinds.has(field.kind) && !untouched.has(field) && isJudged(context, field) && !carriesPolicy(field),
  );
  const named = judged.map((field): Named => {
    const label = runTogether(nameOf(field));
    return { field, label, alike: alikeIn(field, label) };
  });
  const alikes = group(named, ({ alike }) => alike);
  return named.flatMap(({ field, label, alike }) => {
    const spellings = alikes.get(alike)?.length === 1 ? [] : spellingsNear(label);
    const others: Field[] = [];
    for (const sign of signsOf(field, label, context.policy.entryOf(field), spellings)) {
      const older = first.get(sign);
      if (older === undefined) first.set(sign, field);
      else if (older !== field) others.push(older);
    }
    const other = others.find(candidate => !isVariantOf(context, field, candidate) && !isVariantOf(context, candidate, field));
    return other === undefined ? [] : [{ field, other }];
  });
}

interface Named {
  readonly field: Field;
  /** Its name as it is compared. */
  readonly label: string;
  /** What is the same of fields whose names may differ by one letter. */
  readonly alike: string;
}

function isJudged({ policy }: RuleContext, field: Field): boolean {
  if (!isSeen(field) || isBuiltInColumn(field) || asksConsent(nameOf(field))) return false;
  const status = policy.entryOf(field)?.value.status;
  return status !== 'retired' && status !== 'planned' && policy.standing(field).state !== 'not-personal';
}

/** Fields whose names may differ by one letter: of one kind and type, with the same numbers in them. */
function alikeIn({ kind, type = '' }: Field, label: string): string {
  return `${kind} ${type} ${label.replace(/\D+/gu, ' ')}`;
}

/** What two fields share when they hold the same: kind of datum, name, fact; or nearly the same name. */
function signsOf(field: Field, label: string, entry: ItemEntry | undefined, spellings: readonly string[]): string[] {
  const categories = categoriesOf(entry) ?? [];
  const [category = ''] = categories.length === 1 ? categories : [];
  const alias = runTogether(field.key.replace(/^f_/u, ''));
  const names = (alias === label ? [label] : [label, alias]).filter(name => name !== '');
  const facts = new Set(names.flatMap(name => FACTS.get(name) ?? []));
  return [
    ...(SINGLE.has(category) ? [`${field.kind} category ${category}`] : []),
    ...names.map(name => `${field.kind} name ${name}`),
    ...[...facts].map(fact => `${field.kind} fact ${fact}`),
    ...spellings.map(spelling => `${field.kind} near ${field.type ?? ''} ${spelling}`),
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
