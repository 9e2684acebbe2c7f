/** What an item was called before a second one took its name, or after that went: its identity changes, and it stays the same item. */
import { group } from '../../collections.js';
import { formatIdentity, type Kind } from '../../items.js';
import { aliasOf, type Item } from '../../mautic/snapshot.js';
import type { SnapshotView } from '../snapshot-view.js';

/**
 * A function that gives the other identities of an item, without those that name another item: a bare key that two items share means
 * the older one, since Mautic counts its ids up.
 */
export function formerNames(snapshot: SnapshotView): (subject: string) => readonly string[] {
  const twins = new Map<Kind, ReadonlyMap<string, readonly Item[]>>();

  function isOldest({ kind, key, id }: Item): boolean {
    const byKey = twins.get(kind) ?? group<Item, string>(snapshot.items(kind), item => item.key);
    twins.set(kind, byKey);
    return (byKey.get(key) ?? []).every(other => other.id >= id);
  }

  function others(subject: string): readonly string[] {
    const item = snapshot.item(subject);
    if (item === undefined) return [];
    if (item.kind === 'form_field') return others(item.form ?? '').map(form => `form_field:${form.slice('form:'.length)}/${aliasOf(item)}`);
    const plain = formatIdentity(item.kind, item.key);
    const full = formatIdentity(item.kind, item.key, item.id);
    if (subject === plain) return [full];
    return isOldest(item) ? [plain] : [];
  }

  return others;
}
