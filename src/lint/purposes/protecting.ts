/** What protects people: where their yes is held, the proof of it, and their no. To sort or decide by it serves them, whatever it is held for. */
import { comparableKey } from '../../items.js';
import { laterBy } from '../../text/later.js';
import { heldBy } from '../consent/holders.js';
import type { Indexed } from '../forms/questions.js';
import { waysOf } from '../profiling/objections.js';

/** Tells the references of fields, tags and segments that protect people. */
export function protecting(context: Indexed): (reference: string) => boolean {
  const { snapshot, indexes } = context;
  const named = namedIn(context);
  return laterBy((reference: string) => {
    const item = snapshot.item(reference);
    if (item === undefined) return false;
    return heldBy(indexes.consentHolders, item).length > 0 || named.has(snapshot.reference(item));
  });
}

/** Proofs of consent, objections, and the fields that opt-outs fill. */
function namedIn({ declarations, snapshot, indexes }: Indexed): ReadonlySet<string> {
  const purposes = [...declarations.purposes.values()].map(({ value }) => value);
  const proofs = purposes.flatMap(({ consent: { proof } = {} }) =>
    proof === undefined || typeof proof === 'string' || Array.isArray(proof) ? [] : Object.values(proof),
  );
  const objections = [...purposes, ...Object.values(declarations.tracking).map(({ value }) => value)].flatMap(({ objection }) =>
    waysOf(objection),
  );
  const optOuts = new Set(purposes.flatMap(({ soft_opt_in }) => soft_opt_in?.opt_out_at_collection ?? []).map(comparableKey));
  const fills = indexes.questions.live.flatMap(({ entry, reference, target }) => {
    const isOptOut = entry?.value.role === 'opt-out' || optOuts.has(comparableKey(reference));
    return isOptOut && target !== undefined ? [target] : [];
  });
  return new Set(
    [...proofs, ...objections, ...fills].flatMap(name => {
      const item = snapshot.item(comparableKey(name));
      return item === undefined ? [] : [snapshot.reference(item)];
    }),
  );
}
