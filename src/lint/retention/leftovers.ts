/** Where traces of a person stay when Mautic deletes the contact: the stores that can hold something, and those that nobody empties. */
import { policyFile } from '../../declarations/homes.js';
import type { FilePlace } from '../../finding.js';
import type { ErasureStores } from '../../generated/declaration.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import { toldBy, valueAt } from '../places.js';
import { isEntryOf } from '../policy.js';
import type { RuleContext } from '../rule.js';

type Store = keyof ErasureStores;
type Seen = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'indexes'>;

/** Can a store hold anything? Deleting a contact leaves all of these (seen live, Mautic 5.1.0 and 7.0.2). */
const STORES: readonly (readonly [Store, (seen: Seen) => boolean])[] = [
  ['form_results', keepsResults],
  ['email_stats', ({ snapshot }) => snapshot.items('email').some(email => email.sent === true)],
  ['page_hits', recordsHits],
  ['downloads', ({ snapshot }) => snapshot.items('asset').length > 0],
  // Mautic shows none of these, and all of them can be there.
  ['audit_log', () => true],
  ['imports', () => true],
  ['exports', () => true],
  ['backups', () => true],
];

export interface Leftovers {
  readonly stores: readonly Store[];
  readonly place: FilePlace;
}

/** The stores that nobody says are emptied; undefined when there are none, or when a plugin that deletes history is declared. */
export function leftovers(seen: Seen): Leftovers | undefined {
  const { instance, rights, files } = seen.declarations;
  const home = policyFile(files);
  if (home === undefined) return undefined;
  if (Object.values(instance.value.plugins ?? {}).some(plugin => plugin.does?.includes('erasure'))) return undefined;
  const erasure = rights.places.get('erasure');
  const covers = rights.value.erasure?.covers;
  const top: FilePlace = rights.place ?? { file: home.path, path: [], at: 'value' };
  const place = erasure === undefined ? top : covers === undefined ? erasure : valueAt(erasure, 'covers');
  const told = toldBy(seen.declarations);
  const isTold = (store: Store): boolean => erasure !== undefined && told.has(valueAt(erasure, 'covers'), store);
  const stores = STORES.filter(([store, holds]) => covers?.[store] === undefined && !isTold(store) && holds(seen)).map(([store]) => store);
  return stores.length === 0 ? undefined : { stores, place };
}

/** A form that keeps answers, and for which nobody says how long. */
function keepsResults({ snapshot, policy }: Seen): boolean {
  return snapshot.items('form').some(form => {
    const entry = policy.entryOf(form);
    if (entry !== undefined && isEntryOf(entry, 'form') && entry.value.results_retention !== undefined) return false;
    return snapshot.fieldsOf(form).some(field => field.saved === true && bringsAnswer(field));
  });
}

function recordsHits({ declarations, snapshot, indexes }: Seen): boolean {
  return (
    declarations.tracking.website !== undefined ||
    snapshot.items('page').some(page => page.visited === true) ||
    indexes.traces.has('website')
  );
}
