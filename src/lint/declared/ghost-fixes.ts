/** Fixes of entries of what Mautic has no longer. */
import type { ItemEntry } from '../../declarations/model.js';
import type { Fix } from '../../finding.js';
import type { Kind } from '../../items.js';
import { entriesOf } from '../entry-lookup.js';
import { isEntryOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import type { Ghost } from './ghosts.js';
import { entryKey } from './stubs.js';

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'snapshot'>;

/** What says nothing that would be lost: what it was for, and who looks after it. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(['purposes', 'owner', 'reviewed']);

/** Where more entries than these are gone at once, and most of their kind, the snapshot may be that of another Mautic. */
const MANY = 10;

/** Tells the fixes of each ghost of a kind: the name that Mautic has now, where that is clear, then to take the entry out. */
export function ghostFixer(context: Known): (kind: Kind, ghosts: readonly Ghost[]) => ReadonlyMap<Ghost, Fix[]> {
  let named: ReadonlySet<string> | undefined;
  return (kind, ghosts) => {
    const areMost = ghosts.length > MANY && ghosts.length * 2 > entriesOf(context.declarations, kind).length;
    return new Map(
      ghosts.map(ghost => {
        named ??= namedIn(context);
        // Who refers to it would refer to nothing.
        const isNamed = named.has(`${ghost.entry.kind}:${ghost.entry.key}`);
        return [ghost, isNamed ? [] : fixesOf(context, ghost, !areMost)];
      }),
    );
  };
}

function fixesOf(context: Known, { entry, near, isSure = false }: Ghost, mayBeSafe: boolean): Fix[] {
  const name = near === undefined ? undefined : freeName(context, near);
  const renamed: Fix[] =
    name === undefined ? [] : [{ id: 'rename-ghost', safe: isSure, changes: [{ do: 'replace', place: entry.place, by: name }] }];
  const safe = mayBeSafe && near === undefined && saysLittle(entry);
  return [...renamed, { id: 'remove-ghost', safe, changes: [{ do: 'remove', place: entry.place }] }];
}

/** Every item that the declarations refer to, as `kind:key`. */
function namedIn({ declarations }: Known): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { named } of declarations.references) {
    if (named.is === 'named') names.add(`${named.kind === 'question' ? 'contact_field' : named.kind}:${named.key}`);
  }
  return names;
}

/** The key for an item that has no entry yet. */
function freeName(context: Known, reference: string): string | undefined {
  const item = context.snapshot.item(reference);
  if (item === undefined || item.kind === 'form_field' || context.policy.entryOf(item) !== undefined) return undefined;
  return entryKey(context, item);
}

/** Answers of a form may outlive it, and a pattern may be for what is to come: that is for a person to say. */
function saysLittle(entry: ItemEntry): boolean {
  return entry.glob === undefined && !isEntryOf(entry, 'form') && Object.keys(entry.value).every(key => SAYS_LITTLE.has(key));
}
