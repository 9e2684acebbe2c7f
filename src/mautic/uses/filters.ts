/** Rows of segment filters, of dynamic content and of campaign conditions on a field (docs/snapshot-format.md, sections 4.3 and 4.4). */
import { isRecord, type UnknownRecord } from '../../guards.js';
import type { Kind } from '../../items.js';
import type { DraftUse, Target } from '../draft.js';
import { refId, refIds, rowsOf, textOf, textsOf } from '../texts/values.js';
import { filterValue, keptValue, opOf, pageAddress } from './conditions.js';
import { type Place, use } from './draft-uses.js';

export interface FilterUses {
  readonly uses: readonly DraftUse[];
  /** Number of rows, blank ones included. */
  readonly rows: number;
  /** Rows without a field. */
  readonly blank: number;
}

/** Filters on membership: the values are ids. */
const MEMBERSHIPS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['leadlist', 'segment'],
  ['tags', 'tag'],
  ['campaign', 'campaign'],
  ['stage', 'stage'],
  ['globalcategory', 'category'],
  ['lead_asset_download', 'asset'],
]);

interface Behaviour {
  readonly target: string;
  /** Kind of the items in its value, where that can hold ids. */
  readonly kind?: Kind;
  /** The value is a page address. */
  readonly address?: true;
}

const behaviours = (target: string, names: readonly string[], more: Omit<Behaviour, 'target'> = {}): [string, Behaviour][] =>
  names.map(name => [name, { target, ...more }]);

/** What Mautic itself observes; before 4.2 these names stood under `lead`. */
const BEHAVIOURS: ReadonlyMap<string, Behaviour> = new Map([
  ...behaviours('tracking:page_hit', ['hit_url'], { address: true }),
  ...behaviours('tracking:page_hit', ['hit_url_date', 'hit_url_count', 'url_title']),
  ...behaviours('tracking:page_hit', ['page_id'], { kind: 'page' }),
  ...behaviours('tracking:session', ['sessions']),
  ...behaviours('tracking:referrer', ['referer', 'source', 'source_id']),
  ...behaviours('tracking:device', ['device_type', 'device_brand', 'device_os', 'device_model']),
  ...behaviours('tracking:utm', ['utm_campaign', 'utm_content', 'utm_medium', 'utm_source', 'utm_term']),
  ...behaviours('tracking:email_sent', ['lead_email_sent', 'lead_email_received'], { kind: 'email' }),
  ...behaviours('tracking:email_sent', ['lead_email_sent_date']),
  ...behaviours('tracking:email_open', ['lead_email_read_date', 'lead_email_read_count']),
  ...behaviours('tracking:email_click', ['email_id'], { kind: 'email' }),
  ...behaviours('tracking:email_click', ['email_clicked_link_date', 'redirect_id']),
  ...behaviours('tracking:sms_click', ['sms_clicked_link', 'sms_clicked_link_date']),
  ...behaviours('tracking:download', ['lead_asset_download']),
  ...behaviours('tracking:notification', ['notification']),
]);

/** Columns of contacts that are no fields. */
const RECORDS: ReadonlyMap<string, string> = new Map([
  ['owner_id', 'record:owner'],
  ['date_added', 'record:dates'],
  ['date_identified', 'record:dates'],
  ['date_modified', 'record:dates'],
  ['generated_email_domain', 'record:email_domain'],
  ['integration_campaigns', 'record:integration'],
]);
const UNSUBSCRIBED = /^dnc_(?:bounced|unsubscribed|manual)(?:_|$)/u;
const GROUP_POINTS = /^group_points_(\d{1,15})$/u;

/**
 * The uses of a list of filter rows. The first row's glue is meaningless; each `or` starts a new group.
 * @param at place code
 */
export function segmentFilterUses(filters: unknown, at: 'segment.filter' | 'content.filter'): FilterUses {
  const rows = rowsOf(filters).filter(isRecord);
  let group = 1;
  const uses = rows.flatMap((row, index) => {
    if (index > 0 && row.glue === 'or') group += 1;
    return isBlank(row) ? [] : filterRow(row, 'filters', { at, n: index + 1, group });
  });
  return { uses, rows: rows.length, blank: rows.filter(isBlank).length };
}

/** A row without a field: left behind by the editor, or its filler. */
export function isBlank(row: UnknownRecord): boolean {
  return textOf(row.field).trim() === '';
}

/** The uses of one row: `field`, `object`, `operator`, and the value where `filterValue` finds it. */
export function filterRow(row: UnknownRecord, how: 'filters' | 'decides', place: Place): DraftUse[] {
  const field = textOf(row.field);
  const value = filterValue(row);
  const op = opOf(row.operator);
  if (row.object === 'company') return [use(place, how, { field, object: 'company' }, { op, ...keptValue(value) })];
  const kind = MEMBERSHIPS.get(field);
  const members = kind === undefined ? [] : memberUses(kind, value, how, place, op);
  const behaviour = BEHAVIOURS.get(field);
  const observed = behaviour === undefined ? [] : behaviourUses(behaviour, row, value, how, place, op);
  if (kind !== undefined || behaviour !== undefined) return [...members, ...observed];
  const record = UNSUBSCRIBED.test(field) ? 'record:dnc' : RECORDS.get(field);
  if (record !== undefined) return [use(place, how, { pseudo: record }, { op, ...keptValue(value), candidates: undefined })];
  const group = GROUP_POINTS.exec(field)?.[1];
  if (group !== undefined) return [use(place, how, { kind: 'point_group', id: Number(group) }, { op })];
  // a plugin's behaviour; a field that happens to have its name is not meant
  if (row.object === 'behaviors') return [];
  return [use(place, how, fieldTarget(field, row.object), { op, ...keptValue(value) })];
}

function fieldTarget(field: string, object: unknown): Target {
  return object === 'lead' || object === 'contact' ? { field, object: 'contact' } : { field };
}

function memberUses(kind: Kind, value: unknown, how: DraftUse['how'], place: Place, op: DraftUse['op']): DraftUse[] {
  const named = op === 'set' || op === 'unset' ? [] : textsOf(value);
  const targets = named.flatMap((text): Target[] => {
    const id = refId(text);
    return id !== undefined ? [{ kind, id }] : kind === 'tag' ? [{ kind, key: text }] : [];
  });
  const any: Target = { kind, any: true };
  return (targets.length === 0 ? [any] : targets).map(to => use(place, how, to, { op }));
}

function behaviourUses(
  behaviour: Behaviour,
  row: UnknownRecord,
  value: unknown,
  how: DraftUse['how'],
  place: Place,
  op: DraftUse['op'],
): DraftUse[] {
  const url = behaviour.address === true ? pageAddress(value, row.operator) : undefined;
  const { value: date } = keptValue(value);
  const { kind } = behaviour;
  // "has clicked any link" is a yes or no, not an id
  const ids = kind === undefined || row.type === 'boolean' ? [] : refIds(value);
  return [
    use(place, how, { pseudo: behaviour.target }, { op, url, value: date }),
    ...ids.flatMap(id => (kind === undefined ? [] : [use(place, how, { kind, id }, { op })])),
  ];
}
