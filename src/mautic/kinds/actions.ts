/** Submit actions of forms and events of point triggers: their ids, types and names, in the order in which Mautic runs them. */
import { isRecord, type UnknownRecord } from '../../guards.js';
import type { Action } from '../snapshot.js';
import { asId, clean, keyOf, openWord, rowsOf } from '../texts.js';
import { asWhole } from './columns.js';

export interface Actions {
  readonly actions: readonly Action[];
  readonly masked: boolean;
}

/** `order` repeats after changes over the API, so the id decides (seen live, 5.1.0). */
export function actionList(rows: unknown): Actions {
  const named = rowsOf(rows).flatMap(row => {
    const id = isRecord(row) ? asId(row.id) : undefined;
    return id === undefined || !isRecord(row) ? [] : [{ id, order: orderOf(row), row, name: clean(keyOf(row, 'name'), 80) }];
  });
  named.sort((a, b) => a.order - b.order || a.id - b.id);
  return {
    actions: named.map(({ id, row, name }) => ({ id, type: openWord(keyOf(row, 'type')), name: name.text })),
    masked: named.some(entry => entry.name.masked),
  };
}

/** Place in the container, under any of the names that API and exports have for it. */
export function orderOf(row: UnknownRecord): number {
  return asWhole(keyOf(row, 'order', 'actionOrder', 'fieldOrder')) ?? 0;
}
