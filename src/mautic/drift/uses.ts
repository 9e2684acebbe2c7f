/** Uses that one item makes, in two snapshots. */
import type { Item, Use } from '../snapshot.js';
import { entryKeys, listsOf } from './entries.js';
import type { ItemChange, UseChange } from './model.js';
import { queues } from './pairs.js';
import { isSeenOtherwise } from './properties.js';
import type { Tokens } from './tokens.js';

/** The uses of one item in one snapshot. */
export interface Made {
  readonly item: Item;
  readonly uses: readonly Use[];
  readonly tokens: Tokens;
  /** Whether a use can be missing because its part of the kind was not seen. */
  readonly isUnseen: (use: Use, item: Item) => boolean;
}

/** @param byId false: ids of actions and events say nothing, their types and names do */
export function useChanges(before: Made, after: Made, byId: boolean): Pick<ItemChange, 'uses' | 'filters'> {
  // Nothing is read out of a short form.
  if (isSeenOtherwise(before.item, after.item) || (before.uses.length === 0 && after.uses.length === 0)) return { uses: [] };
  const [keyBefore, keyAfter] = [keysOf(before, byId), keysOf(after, byId)];
  const waiting = queues(before.uses, keyBefore.exact);
  const left = new Set(before.uses);
  const same: (readonly [Use, Use])[] = [];
  const added: Use[] = [];
  for (const use of after.uses) {
    const partner = waiting.get(keyAfter.exact(use))?.shift();
    if (partner === undefined) added.push(use);
    else {
      left.delete(partner);
      same.push([partner, use]);
    }
  }
  const near = queues([...left], keyBefore.near);
  const uses: UseChange[] = added.map(use => {
    const partner = near.get(keyAfter.near(use))?.shift();
    if (partner === undefined) return { after: use, ...(before.isUnseen(use, before.item) ? { sight: 'more' } : {}) };
    left.delete(partner);
    return { before: partner, after: use };
  });
  uses.push(...[...left].map((use): UseChange => ({ before: use, ...(after.isUnseen(use, after.item) ? { sight: 'less' } : {}) })));
  return { uses, ...filters(same, uses.length === 0) };
}

interface Keys {
  /** All but the row and the group, which move when another row is put in front. */
  readonly exact: (use: Use) => string;
  /** What is used how and where: the rest is manner. */
  readonly near: (use: Use) => string;
}

function keysOf({ item, tokens }: Made, byId: boolean): Keys {
  const steps = new Map<unknown, string>();
  if (!byId) {
    for (const entries of listsOf(item).values()) {
      for (const [entry, key] of entryKeys(entries, byId)) if ('id' in entry) steps.set(entry.id, key);
    }
  }
  // The id of a message's channel is a row that Mautic makes anew, and nobody sees it.
  const step = ({ at, id }: Use): unknown => (at === 'message.channel' ? null : byId ? id : (steps.get(id) ?? null));
  const near = (use: Use): unknown[] => [use.how, tokens(use.to), use.at, step(use), use.part];
  return {
    near: use => JSON.stringify(near(use)),
    exact: use =>
      JSON.stringify([...near(use), use.type, use.in, use.param, use.as, use.op, use.value, use.values, use.url, use.delta, use.staff]),
  };
}

/** Rows are joined by AND inside of a group, and groups by OR: the same rows in other groups mean something else. */
function filters(same: readonly (readonly [Use, Use])[], isAll: boolean): Pick<ItemChange, 'filters'> {
  const groups = { of: new Map<string, string>(), by: new Map<string, string>() };
  let isMoved = false;
  for (const [before, after] of same) {
    isMoved ||= before.n !== after.n || before.group !== after.group;
    const [one, other] = [`${before.at} ${before.group}`, `${after.at} ${after.group}`];
    if ((groups.of.get(one) ?? other) !== other || (groups.by.get(other) ?? one) !== one) return { filters: 'regrouped' };
    groups.of.set(one, other);
    groups.by.set(other, one);
  }
  return isMoved && isAll ? { filters: 'reordered' } : {};
}
