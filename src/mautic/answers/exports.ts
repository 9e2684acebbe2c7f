/**
 * Entity exports of Mautic 7: rows that stand apart and point to each other by number are put together to the shape of the API, so that
 * the same readers read them (docs/snapshot-format.md, section 7.6). Rows keep their own spelling of keys.
 */
import { append, getOrInsert } from '../../collections.js';
import { isRecord, type UnknownRecord } from '../../guards.js';
import { refIds } from '../texts/values.js';
import { asId, keyOf, rowsOf } from '../texts.js';
import { EXPORT_KINDS, type RowKind } from './envelopes.js';

export interface ExportedRow {
  readonly kind: RowKind;
  readonly row: unknown;
}

/** @param part one object of the root list */
export function exportedRows(part: UnknownRecord): ExportedRow[] {
  const fields = groupBy(part.form_field, 'form');
  const actions = groupBy(part.form_action, 'form');
  const steps = groupBy(part.campaign_event, 'campaignId');
  const sources = campaignSources(part.dependencies);
  const join = (name: string, row: UnknownRecord): UnknownRecord => {
    const id = asId(row.id);
    if (id === undefined) return row;
    if (name === 'forms') return { ...row, fields: fields.get(id) ?? [], actions: actions.get(id) ?? [] };
    if (name !== 'campaign') return row;
    return { ...row, events: steps.get(id) ?? [], ...(sources.get(id) ?? {}) };
  };
  const rows = [...EXPORT_KINDS].flatMap(([name, kind]) =>
    rowsOf(part[name]).map(row => ({ kind, row: isRecord(row) ? join(name, row) : row })),
  );
  return [...rows, ...strayFields(part)];
}

/** Questions whose form is not in the same part: it may come in another file. */
function strayFields(part: UnknownRecord): ExportedRow[] {
  const forms = new Set(rowsOf(part.forms).map(form => asId(keyOf(form, 'id'))));
  return rowsOf(part.form_field)
    .filter(field => !forms.has(asId(keyOf(field, 'form'))))
    .map(row => ({ kind: 'form_field', row }));
}

function groupBy(rows: unknown, key: string): ReadonlyMap<number, readonly unknown[]> {
  const groups = new Map<number, unknown[]>();
  for (const row of rowsOf(rows)) {
    const id = asId(keyOf(row, key));
    if (id !== undefined) append(groups, id, row);
  }
  return groups;
}

type Sources = Readonly<Record<'lists' | 'forms', readonly { readonly id: number }[]>>;

/** Where contacts of a campaign come from: pairs of a campaign and a segment or form, without an event (those are what a step names). */
function campaignSources(dependencies: unknown): ReadonlyMap<number, Sources> {
  const pairs = rowsOf(dependencies)
    .flatMap(entry => rowsOf(entry).flatMap(rowsOf))
    .filter(isRecord);
  const found = new Map<number, { lists: Set<number>; forms: Set<number> }>();
  for (const pair of pairs) {
    const campaign = asId(pair.campaign);
    if (campaign === undefined || Object.hasOwn(pair, 'campaign_event')) continue;
    const entry = getOrInsert(found, campaign, () => ({ lists: new Set<number>(), forms: new Set<number>() }));
    for (const id of refIds(pair.lists)) entry.lists.add(id);
    for (const id of refIds(pair.forms)) entry.forms.add(id);
  }
  const rows = (ids: ReadonlySet<number>) => [...ids].sort((a, b) => a - b).map(id => ({ id }));
  return new Map([...found].map(([id, { lists, forms }]) => [id, { lists: rows(lists), forms: rows(forms) }]));
}
