/** Rows of an answer → facts. The rows are not kept. */
import { createHash } from 'node:crypto';
import { isRecord, type UnknownRecord } from '../guards.js';
import type { Kind } from '../items.js';
import type { RowKind } from './answers/envelopes.js';
import { exportedRows } from './answers/exports.js';
import type { Rows } from './answers/recognise.js';
import type { Request } from './answers/request.js';
import type { DraftUse, Source } from './draft.js';
import type { Fact, ListSeen } from './facts.js';
import { maskedCount } from './masked-count.js';
import { reduceRow, type Sink } from './reduce.js';
import { seriesOf } from './series.js';
import type { ReasonCode } from './snapshot.js';
import { asId } from './texts.js';

/** What one row showed, under the id of the row. */
export interface RowFacts {
  readonly id: number | undefined;
  readonly facts: readonly Fact[];
}

export interface AnswerFacts {
  readonly rows: readonly RowFacts[];
  /** What the answer says as a whole. */
  readonly list: readonly Fact[];
}

/** Facts of an answer of API v1 or v2; the request is given where it is known. */
export function rowsFacts(answer: Rows, request?: Request): AnswerFacts {
  const { kind, source, rows } = answer;
  const common: Fact[] = [{ is: 'source', source: 'api' }, ...(source === 'v2' ? [SERIES_7] : [])];
  if (kind === 'event') return { rows: rows.map(stepFacts), list: common };
  const shared = nothingShared();
  return {
    rows: rows.map(row => ({
      id: isRecord(row) ? asId(row.id) : undefined,
      facts: rowFacts(kindOfRow(kind, row, request), row, source, shared),
    })),
    list: [...common, ...listFacts(answer, kind, request)],
  };
}

/** What the rows of an answer have in common, by its JSON. */
interface Shared {
  readonly uses: Map<string, DraftUse>;
  readonly facts: Map<string, Fact>;
  /** Facts of rows within rows. */
  readonly nested: Map<string, readonly Fact[]>;
}

function nothingShared(): Shared {
  return { uses: new Map(), facts: new Map(), nested: new Map() };
}

const SERIES_7: Fact = { is: 'series', series: '7.0' };

/** Facts of a part of an entity export. */
export function exportFacts(part: UnknownRecord): Fact[] {
  const shared = nothingShared();
  const rows = exportedRows(part).flatMap(({ kind, row }) => rowFacts(kindOfRow(kind, row), row, 'export', shared));
  return [{ is: 'source', source: 'export' }, SERIES_7, ...rows];
}

/** The total of a list of v2 whose rows are not read. */
export function countFacts(kind: Kind, total: number): Fact[] {
  return [SERIES_7, { is: 'count', kind, total }];
}

const REASONS: ReadonlyMap<number | undefined, ReasonCode> = new Map<number | undefined, ReasonCode>([
  [401, 'refused'],
  [403, 'refused'],
  [500, 'error-500'],
]);

/** A request about a kind that was answered with an error; an item opened by its number says nothing about its kind. */
export function failureFacts(request: Request | undefined, status: number | undefined): Fact[] {
  if (request?.kind === undefined || request.single) return [];
  return [{ is: 'failure', kind: request.kind, reason: reasonOf(request, status), api: request.version }];
}

function reasonOf({ kind, version, steps }: Request, status: number | undefined): ReasonCode {
  if (version === 2 && status === 401) return 'v2-login';
  if (status === 404) return version === 2 || kind === 'point_group' ? 'not-in-version' : 'plugin-off';
  const reason = REASONS.get(status) ?? 'connection';
  return steps && reason === 'error-500' ? 'own-only' : reason;
}

function stepFacts(row: unknown): RowFacts {
  const id = isRecord(row) ? asId(row.id) : undefined;
  if (!isRecord(row) || id === undefined) return { id, facts: [] };
  const { deleted } = row;
  return { id, facts: [{ is: 'step', id, ...(Object.hasOwn(row, 'deleted') ? { deleted: deleted !== null && deleted !== false } : {}) }] };
}

/** API v2 sends an empty list for each answer that a form has got: a number, and nobody. */
function answersOf(kind: Kind | undefined, row: unknown, source: Source): Fact[] {
  const id = isRecord(row) ? asId(row.id) : undefined;
  if (kind !== 'form' || source !== 'v2' || id === undefined || !isRecord(row) || !Array.isArray(row.submissions)) return [];
  return [{ is: 'answers', form: id, n: maskedCount(row.submissions.length) }];
}

function rowFacts(kind: Kind | undefined, row: unknown, source: Source, shared: Shared): Fact[] {
  const facts: Fact[] = [];
  /** What every row repeats (the segments of an e-mail, signs of the version) is there once. */
  const repeated = (fact: Fact): void => {
    const text = JSON.stringify(fact);
    const known = shared.facts.get(text) ?? fact;
    shared.facts.set(text, known);
    facts.push(known);
  };
  const sink: Sink = {
    uses: shared.uses,
    draft: draft => void (draft.thin ? repeated({ is: 'draft', draft }) : facts.push({ is: 'draft', draft })),
    bad: (badKind, id, badRow) => void facts.push({ is: 'bad-row', kind: badKind, row: id ?? digestOf(badRow) }),
    once: (text, read) => {
      const known = shared.nested.get(text);
      const from = facts.length;
      if (known === undefined) read();
      else facts.push(...known);
      shared.nested.set(text, known ?? facts.slice(from));
    },
    row: (rowKind, known, rowSource) => factsOfKeys(rowKind, known, rowSource).forEach(repeated),
  };
  if (kind !== undefined) reduceRow(kind, row, source, sink);
  return [...facts, ...answersOf(kind, row, source)];
}

function digestOf(row: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(row) ?? '')
    .digest('base64');
}

function factsOfKeys(kind: Kind, row: UnknownRecord, source: Source): Fact[] {
  const series = seriesOf(kind, row, source);
  // the one address of Mautic itself in an answer: where its files are fetched
  const { downloadUrl } = row;
  const address = kind === 'asset' && typeof downloadUrl === 'string' && URL.canParse(downloadUrl) ? new URL(downloadUrl) : undefined;
  return [
    ...(series === '2' ? [] : [{ is: 'series', series } as const]),
    ...(source === 'v2' ? [{ is: 'keys', kind, keys: Object.keys(row) } as const] : []),
    ...(address === undefined ? [] : [{ is: 'host', host: address.host.toLowerCase() } as const]),
  ];
}

function listFacts(answer: Rows, listed: RowKind, request: Request | undefined): Fact[] {
  const { total } = answer;
  if (listed === 'field' && answer.source === 'v2') return total === undefined ? [] : [{ is: 'count', kind: 'field', total }];
  const kind = kindOfList(listed, answer.rows, request);
  if (kind === undefined) return [];
  return [listSeen(kind, answer, request), ...(hasSeveralMakers(answer.rows) ? [{ is: 'several-makers', kind } as const] : [])];
}

/** Who made them is looked at here and not kept. */
function hasSeveralMakers(rows: readonly unknown[]): boolean {
  return new Set(rows.flatMap(row => (isRecord(row) && Object.hasOwn(row, 'createdBy') ? [row.createdBy] : []))).size > 1;
}

function listSeen(kind: Kind, answer: Rows, request: Request | undefined): ListSeen {
  const { total, source } = answer;
  if (source === 'v1-single' || request?.single === true) return { is: 'list', kind, as: 'none' };
  const seen = { is: 'list', kind, as: totalOf(answer, request), ...(total === undefined ? {} : { total }) } as const;
  if (request === undefined || source !== 'v1-list') return seen;
  const ids = answer.rows.flatMap(row => (isRecord(row) ? (asId(row.id) ?? []) : [])).sort((a, b) => a - b);
  const whole = ids.length > 0 && !request.filtered && !request.where;
  return {
    ...seen,
    ...(request.published ? { published: ids } : {}),
    ...(whole ? { page: { ids, start: request.start } } : {}),
  };
}

function totalOf({ source }: Rows, request: Request | undefined): ListSeen['as'] {
  if (source === 'v2') return 'v2';
  if (request?.where === true) return 'where';
  return request?.filtered === true ? 'none' : 'plain';
}

function kindOfRow(kind: RowKind, row: unknown, request?: Request): Kind | undefined {
  if (kind !== 'field') return kind;
  const object = isRecord(row) ? row.object : undefined;
  if (object === 'company') return 'company_field';
  if (object === 'lead' || object === 'contact') return 'contact_field';
  // fields of plugins' own objects are not ours; very old series have no object at all
  return object === undefined || object === null ? (request?.kind ?? 'contact_field') : undefined;
}

/** The kind that a list is about; an empty list of fields is about neither, unless the request tells. */
function kindOfList(kind: RowKind, rows: readonly unknown[], request: Request | undefined): Kind | undefined {
  if (kind !== 'field') return kind;
  const [first] = rows;
  return first === undefined ? request?.kind : kindOfRow(kind, first, request);
}
