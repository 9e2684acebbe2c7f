/** What an answer is, told by its shape alone (names of files say nothing): which rows of which kind, or why it is not read. */
import { isRecord, type UnknownRecord } from '../../guards.js';
import type { Kind } from '../../items.js';
import type { Source } from '../draft.js';
import { asId, keyOf, rowsOf } from '../texts.js';
import { EXPORTED, LISTS, PEOPLE, PEOPLE_ROW, type RowKind, SHAPES, SINGLES, UNREAD, V2_COUNTED, V2_PEOPLE, V2_READ } from './envelopes.js';
import { isRequest } from './request.js';

/** Why something is not read; `what` is a word of a closed list, never a value. */
export type Refusal =
  | { readonly is: 'people'; readonly what: string }
  | { readonly is: 'unread'; readonly what: string }
  | { readonly is: 'error'; readonly status?: number }
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown' };

export interface Rows {
  readonly is: 'rows';
  readonly kind: RowKind | 'event';
  readonly source: Exclude<Source, 'export'>;
  readonly rows: readonly unknown[];
  readonly total?: number;
  /** There is a total, but it is no number. */
  readonly oddTotal?: true;
}

export type Answer =
  | Rows
  | Refusal
  /** Rows that are not read, but counted. */
  | { readonly is: 'count'; readonly kind: Kind; readonly total: number }
  | { readonly is: 'export'; readonly parts: readonly UnknownRecord[] }
  | { readonly is: 'bundle'; readonly answers: readonly (readonly [request: string, value: unknown])[] };

/** Lists are exports or rows of API v2, maps are told by their keys; what fits nothing is `unknown`, never guessed. */
export function recognise(value: unknown): Answer {
  if (Array.isArray(value)) return recogniseArray(value);
  if (!isRecord(value)) return { is: 'unknown' };
  const keys = Object.keys(value);
  if (keys.length === 0) return { is: 'nothing' };
  if (keys.every(isRequest)) return { is: 'bundle', answers: Object.entries(value) };
  if (keys.some(key => key.startsWith('mautic.'))) return { is: 'people', what: 'webhook' };
  return recogniseError(value) ?? recogniseV2(value) ?? recogniseEnvelope(value) ?? recogniseBare(value);
}

/** Entity exports and plain JSON of API v2 are bare lists. */
function recogniseArray(rows: readonly unknown[]): Answer {
  const records = rows.filter(isRecord);
  const [first] = records;
  if (first === undefined) return rows.length === 0 ? { is: 'nothing' } : { is: 'unknown' };
  if (records.every(isExportPart)) return { is: 'export', parts: records };
  return ofShape(first, rows, 'v2');
}

function isExportPart(part: UnknownRecord): boolean {
  const entries = Object.entries(part);
  return entries.length > 0 && entries.every(([key, value]) => EXPORTED.has(key) && Array.isArray(value));
}

const V2_KINDS: ReadonlySet<RowKind | 'event'> = new Set(V2_READ.values());

/** Rows without an envelope; all of them are of the kind of the first. */
function ofShape(sample: UnknownRecord, rows: readonly unknown[], source: Rows['source']): Answer {
  const person = wordFor(sample, PEOPLE_ROW);
  if (person !== undefined) return { is: 'people', what: person };
  const shape = SHAPES.find(([, keys]) => keys.every(key => Object.hasOwn(sample, key)));
  if (shape === undefined) return { is: 'unknown' };
  return source === 'v2' && !V2_KINDS.has(shape[0]) ? { is: 'unread', what: 'v2' } : { is: 'rows', kind: shape[0], source, rows };
}

function wordFor(value: UnknownRecord, words: ReadonlyMap<string, string>): string | undefined {
  const key = Object.keys(value).find(name => words.has(name));
  return key === undefined ? undefined : words.get(key);
}

/** `{"errors":[{"code":404}]}`, `{"error":{…}}` (2.x), problem+json and `{"message":"Invalid credentials."}` (v2). */
function recogniseError(value: UnknownRecord): Refusal | undefined {
  const [first] = rowsOf(value.errors);
  const error = isRecord(first) ? first : isRecord(value.error) ? value.error : undefined;
  if (error !== undefined) return errorOf(error.code);
  if (Array.isArray(value.errors) || typeof value.error === 'string') return { is: 'error' };
  if (value['@type'] === 'Error' || value['@type'] === 'hydra:Error') return errorOf(value.status);
  const keys = Object.keys(value);
  return typeof value.message === 'string' && keys.every(key => key === 'message' || key === 'code')
    ? errorOf(value.code ?? 401)
    : undefined;
}

function errorOf(code: unknown): Refusal {
  const status = asId(code);
  return { is: 'error', ...(status === undefined ? {} : { status }) };
}

function recogniseV2(value: UnknownRecord): Answer | undefined {
  if (Array.isArray(value.data) && isRecord(value.links)) return { is: 'unread', what: 'json-api' };
  const members = keyOf(value, 'member', 'hydra:member');
  const context = typeof value['@context'] === 'string' ? value['@context'] : undefined;
  if (context === undefined && !Array.isArray(members)) return undefined;
  const name = contextName(value, context, members);
  if (name === undefined) return Array.isArray(members) && members.length === 0 ? { is: 'nothing' } : { is: 'unread', what: 'v2' };
  const person = V2_PEOPLE.get(name);
  if (person !== undefined) return { is: 'people', what: person };
  const total = asId(keyOf(value, 'totalItems', 'hydra:totalItems'));
  const kind = V2_READ.get(name);
  if (kind !== undefined) {
    const rows = Array.isArray(members) ? members : [value];
    return { is: 'rows', kind, source: 'v2', rows, ...(total === undefined ? {} : { total }) };
  }
  const counted = V2_COUNTED.get(name);
  return counted === undefined || total === undefined ? { is: 'unread', what: 'v2' } : { is: 'count', kind: counted, total };
}

/** `/api/v2/contexts/LeadField` → `LeadField`; else the type of the first member. */
function contextName(value: UnknownRecord, context: string | undefined, members: unknown): string | undefined {
  const name = /\/contexts\/(\w+)$/u.exec(context ?? '')?.[1];
  if (name !== undefined) return name;
  const sample = Array.isArray(members) ? members.find(isRecord) : value;
  const type = isRecord(sample) ? sample['@type'] : undefined;
  return typeof type === 'string' ? type : undefined;
}

/** API v1: `{"total": 3, "tags": …}`, `{"tag": {…}}`. */
function recogniseEnvelope(value: UnknownRecord): Answer | undefined {
  for (const [key, kind] of LISTS) {
    if (!Object.hasOwn(value, key)) continue;
    const answer = recogniseList(value, key, kind);
    if (answer !== undefined) return answer;
  }
  for (const [key, kind] of SINGLES) {
    const row = value[key];
    if (isRecord(row) && !Object.hasOwn(value, 'id')) return { is: 'rows', kind, source: 'v1-single', rows: [row] };
  }
  if (Object.hasOwn(value, 'id')) return undefined;
  const person = wordFor(value, PEOPLE);
  if (person !== undefined) return isCount(value) ? { is: 'unread', what: 'count' } : { is: 'people', what: person };
  const unread = wordFor(value, UNREAD);
  if (unread === undefined) return undefined;
  return activity(value) ? { is: 'people', what: 'stats' } : { is: 'unread', what: unread };
}

function recogniseList(value: UnknownRecord, key: string, kind: RowKind): Answer | undefined {
  const total = Object.hasOwn(value, 'total') ? value.total : undefined;
  // very old series swapped the two (mautic/mautic#246)
  const swapped = asId(value[key]) !== undefined && typeof total === 'object' && total !== null;
  const [list, number] = swapped ? [total, value[key]] : [value[key], total];
  if (typeof list !== 'object' || list === null) return undefined;
  // a row that has this key among its own, or `focus`, which is both the list and the single item
  if (total === undefined && (Object.hasOwn(value, 'id') || (isRecord(list) && Object.hasOwn(list, 'id')))) return undefined;
  const rows = rowsOf(list);
  if (kind === 'point_trigger' && rows.length > 0 && rows.every(isWordOfVocabulary)) return { is: 'unread', what: 'vocabulary' };
  const count = asId(number);
  return {
    is: 'rows',
    kind,
    source: 'v1-list',
    rows,
    ...(count === undefined ? {} : { total: count }),
    ...(count === undefined && number !== undefined ? { oddTotal: true } : {}),
  };
}

/** `/api/hooks/triggers` answers with `triggers`, too, but these have labels and no ids. */
function isWordOfVocabulary(row: unknown): boolean {
  return isRecord(row) && Object.hasOwn(row, 'label') && !Object.hasOwn(row, 'id');
}

/** `{"total":"25","contacts":{}}`: how many people, and nobody. */
function isCount(value: UnknownRecord): boolean {
  return (
    Object.hasOwn(value, 'total') && ['contacts', 'companies'].some(key => Object.hasOwn(value, key) && rowsOf(value[key]).length === 0)
  );
}

/** What a contact did also comes as `events`. */
function activity(value: UnknownRecord): boolean {
  return rowsOf(value.events).some(row => isRecord(row) && (Object.hasOwn(row, 'timestamp') || Object.hasOwn(row, 'contactId')));
}

/** A row alone, or rows keyed by id without an envelope. */
function recogniseBare(value: UnknownRecord): Answer {
  if (isExportPart(value) && Object.keys(value).some(key => key.includes('_'))) return { is: 'export', parts: [value] };
  const unread = Object.hasOwn(value, 'widgets') ? UNREAD.get('widgets') : undefined;
  if (unread !== undefined) return { is: 'unread', what: unread };
  const keyed = Object.entries(value).every(([key, row]) => /^\d+$/u.test(key) && isRecord(row));
  // rows of v1 name their authors, rows of v2 never do
  if (!keyed) return ofShape(value, [value], Object.hasOwn(value, 'createdByUser') ? 'v1-single' : 'v2');
  const rows = Object.values(value);
  const sample = rows.find(isRecord);
  if (sample === undefined) return { is: 'unknown' };
  const answer = ofShape(sample, rows, 'v1-list');
  // `/contacts/list/fields` and `/contacts/list/segments`: short rows, published ones only
  if (answer.is === 'unknown' && Object.hasOwn(sample, 'alias')) return { is: 'unread', what: 'contacts-list' };
  return answer;
}
