/** Marks that `--fix` adds to what people have declared, so that a later change of Mautic is noticed: of the words agreed to, and of names that were looked at. */
import type { Declarations, ItemEntry } from '../declarations/model.js';
import type { FilePlace, Fix } from '../finding.js';
import { KINDS } from '../items.js';
import { unmarkedWordings } from './consent/wordings.js';
import { entriesOf } from './entry-lookup.js';
import type { Indexed } from './forms/questions.js';
import { valueAt } from './places.js';
import { markOf } from './special/answers.js';

/** A mark to add, and what it is about. */
export interface Unmarked {
  /** The rule that reads the mark. */
  readonly rule: string;
  readonly subject: string;
  readonly fix: Fix;
}

/** Every mark that is not there yet and can be known: they state what Mautic has, and decide nothing. */
export function unmarked(context: Indexed): Unmarked[] {
  const wordings = unmarkedWordings(context).map(({ purpose, place, mark }) => ({
    rule: 'consent-text-drift',
    subject: `purpose:${purpose}`,
    fix: adding('write-hash', place, `hash: ${JSON.stringify(mark)}`),
  }));
  return [...wordings, ...names(context.declarations).flatMap(entry => seenMark(entry, context))];
}

function names(declarations: Declarations): readonly ItemEntry[] {
  return KINDS.flatMap(kind => entriesOf(declarations, kind));
}

/** An entry for several items has no mark: each of them has its own. */
function seenMark(entry: ItemEntry, { policy }: Indexed): Unmarked[] {
  const { not_special } = entry.value;
  const [item, ...others] = policy.itemsOf(entry);
  if (typeof not_special !== 'object' || not_special.seen !== undefined) return [];
  if (item === undefined || others.length > 0 || entry.glob !== undefined) return [];
  const lines = `seen: ${JSON.stringify(markOf(item))}`;
  return [{ rule: 'special-field', subject: entry.identity, fix: adding('write-seen', valueAt(entry.place, 'not_special'), lines) }];
}

function adding(id: 'write-hash' | 'write-seen', place: FilePlace, lines: string): Fix {
  return { id, safe: true, changes: [{ do: 'add', place, lines }] };
}
