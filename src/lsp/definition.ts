/** Where a name is declared. */
import type { Declarations } from '../declarations/model.js';
import type { FilePlace } from '../finding.js';
import type { EntryLookup } from '../lint/entry-lookup.js';
import type { Meant } from './spot-at.js';

interface Known {
  readonly declarations: Declarations;
  readonly policy: Pick<EntryLookup, 'entryFor'>;
}

/** The place of the entry; undefined when there is none in the files. */
export function declaredAt({ kind, key, id }: Meant, { declarations, policy }: Known): FilePlace | undefined {
  const { purposes, recipients, systems, notices, instance } = declarations;
  switch (kind) {
    case 'purpose':
      return purposes.get(key)?.place ?? undefined;
    case 'recipient':
      return recipients.get(key)?.place ?? undefined;
    case 'system':
      return systems.get(key)?.place ?? undefined;
    case 'recipient-or-system':
      return recipients.get(key)?.place ?? systems.get(key)?.place ?? undefined;
    case 'notice':
      return notices.get(key)?.place ?? undefined;
    case 'plugin': {
      const place = instance.places.get('plugins');
      return place === undefined ? undefined : { ...place, path: [...place.path, key] };
    }
    default:
      return policy.entryFor(kind, key, id)?.place;
  }
}
