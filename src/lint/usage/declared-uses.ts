/** Uses of an item that Mautic does not show: what the declarations say. */
import type { ItemEntry } from '../../declarations/model.js';
import type { Reference } from '../../declarations/references.js';
import { comparableKey, formatIdentity } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import type { RuleContext } from '../rule.js';
import { questionsFor } from './data-uses.js';

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'indexes'>;

export interface DeclaredUses {
  /** Does somebody outside Mautic need it: named in its `used_by`, or a system or recipient that gets it? */
  isNeeded(item: Item): boolean;
  /** Does the policy itself rest on it: a consent, an objection, a proof, the date a clock is read from? */
  carriesPolicy(item: Item): boolean;
}

/** Where an item is named because somebody gets it, and where because the policy reads it. */
const GETS = /^gets\.\*$/u;
const POLICY = /(?:^|\.)(?:field|tag|segment|category|from_field|consent\.proof\.\*)$/u;

/** Goes through all references of the declarations once. */
export function declaredUses(context: Known): DeclaredUses {
  const references = context.declarations.references.filter(({ named }) => named.is === 'named');
  const gotten = itemsNamed(references, GETS);
  const policy = itemsNamed(references, POLICY);
  const boxes = new Set(context.indexes.consentBoxes.flatMap(({ target }) => target ?? []));
  /** The entry of an item, and those of the questions that fill it. */
  const anyEntry = (item: Item, is: (entry: ItemEntry) => boolean): boolean => {
    const own = context.policy.entryOf(item);
    if (own !== undefined && is(own)) return true;
    return questionsFor(context, context.snapshot.reference(item)).some(reference => {
      const question = context.snapshot.item(reference);
      const entry = question === undefined ? undefined : context.policy.entryOf(question);
      return entry !== undefined && is(entry);
    });
  };
  return {
    isNeeded: item => isIn(gotten, item) || anyEntry(item, namesUser),
    carriesPolicy: item => isIn(policy, item) || boxes.has(context.snapshot.reference(item)) || anyEntry(item, hasRole),
  };
}

/** People who look at it on the screen count only where somebody answers for that (`owner`). */
export function namesUser({ value, defaults }: ItemEntry): boolean {
  const owner = value.owner ?? defaults?.owner;
  const users = 'used_by' in value ? (value.used_by ?? []) : [];
  return users.some(user => owner !== undefined || !user.startsWith('people:'));
}

function hasRole({ value }: ItemEntry): boolean {
  return 'role' in value && value.role !== undefined;
}

function itemsNamed(references: readonly Reference[], where: RegExp): ReadonlySet<string> {
  const there = references.filter(({ at }) => where.test(at));
  return new Set(there.flatMap(({ named }) => (named.is === 'named' ? [formatIdentity(named.kind, named.key, named.id)] : [])));
}

function isIn(named: ReadonlySet<string>, { kind, key, id }: Item): boolean {
  if (named.size === 0) return false;
  const comparable = comparableKey(key);
  return named.has(formatIdentity(kind, comparable)) || named.has(formatIdentity(kind, comparable, id));
}
