/** Variants and translations: Mautic sends them wherever their original is sent. */
import { append } from '../../collections.js';
import type { Item } from '../../mautic/snapshot.js';
import type { SnapshotView } from '../snapshot-view.js';

type Known = Pick<SnapshotView, 'item' | 'items' | 'reference'>;

/** What an item is a variant or translation of, nearest first. */
export function originalsOf(snapshot: Known, item: Item): readonly string[] {
  const found = new Set<string>();
  for (let version: Item | undefined = item; version !== undefined; ) {
    const original: string | undefined =
      'variant_of' in version || 'translation_of' in version ? (version.variant_of ?? version.translation_of) : undefined;
    // Versions of each other have no original.
    if (original === undefined || found.has(original)) break;
    found.add(original);
    version = snapshot.item(original);
  }
  return [...found];
}

/** By the reference of an original, its variants and translations, and theirs. */
export function versionsByOriginal(snapshot: Known): ReadonlyMap<string, readonly Item[]> {
  const versions = new Map<string, Item[]>();
  for (const item of [...snapshot.items('email'), ...snapshot.items('page')])
    for (const original of originalsOf(snapshot, item)) append(versions, original, item);
  return versions;
}
