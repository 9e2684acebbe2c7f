/** Where data come from that people did not give themselves (Art. 14 GDPR): another system, somebody else, a public place. */
import type { ItemEntry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { valueAt } from '../places.js';
import type { Policy } from '../policy.js';

export interface IndirectSource {
  readonly from: 'system' | 'third-party' | 'public';
  readonly place: FilePlace;
}

const INDIRECT = /^(system|third-party|public):/u;

/** The entries with sources that are not the person; not what says nothing about people, or is no longer there. */
export function indirectSources(policy: Policy): ReadonlyMap<ItemEntry, readonly IndirectSource[]> {
  const found = new Map<ItemEntry, readonly IndirectSource[]>();
  for (const entry of policy.entries) {
    const { source, status } = entry.value;
    if (source === undefined || !source.some(text => INDIRECT.test(text)) || status === 'retired' || !isAboutPeople(entry, policy))
      continue;
    found.set(entry, sourcesOf(entry, source));
  }
  return found;
}

function sourcesOf(entry: ItemEntry, source: readonly string[]): IndirectSource[] {
  return source.flatMap((text, index) => {
    const from = INDIRECT.exec(text)?.[1];
    return isIndirect(from) ? [{ from, place: valueAt(entry.place, 'source', index) }] : [];
  });
}

/** A company's data say nothing about a person unless they have a purpose. */
function isAboutPeople(entry: ItemEntry, policy: Policy): boolean {
  const standing = policy.standingOf(entry);
  return entry.kind === 'company_field' ? standing.state === 'purposes' : standing.state !== 'not-personal';
}

function isIndirect(from: string | undefined): from is IndirectSource['from'] {
  return from === 'system' || from === 'third-party' || from === 'public';
}
