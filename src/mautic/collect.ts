/** Everything that was seen so far: items under way and, for each kind, what the answers said about its lists. Answers are added one by one. */
import { createHash } from 'node:crypto';
import { isRecord, type UnknownRecord } from '../guards.js';
import { KINDS, type Kind } from '../items.js';
import type { RowKind } from './answers/envelopes.js';
import { exportedRows } from './answers/exports.js';
import type { Rows } from './answers/recognise.js';
import type { Request } from './answers/request.js';
import type { Source } from './draft.js';
import { addDraft, emptyItem, type MergedItem } from './merge.js';
import { reduceRow, type Sink } from './reduce.js';
import { later, type Series, seriesOf } from './series.js';
import type { ReasonCode } from './snapshot.js';
import { asId } from './texts.js';

/** What answers about a kind said about the kind as a whole. */
export interface KindSeen {
  /** Some answer was about this kind, even if it had no rows. */
  answered: boolean;
  /** Largest total of a plain list of v1, of v2, and of lists with a condition (which up to 6.x lifts the own-only view). */
  plain: number | undefined;
  v2: number | undefined;
  where: number | undefined;
  /** What went wrong with requests that are known. */
  readonly failures: Set<ReasonCode>;
  readonly badRows: Set<string>;
  readonly badIds: Set<number>;
  /** Lists of ids by the `start` they were asked with: the same list twice is a server that ignores paging. */
  readonly pages: Map<string, Set<number>>;
  /** Ids in lists asked with `published=1`. */
  readonly published: Set<number>;
  publishedTotal: number | undefined;
}

export interface Collected {
  readonly items: ReadonlyMap<Kind, Map<number, MergedItem>>;
  readonly seen: ReadonlyMap<Kind, KindSeen>;
  /** Keys that rows of API v2 have, by kind: it leaves nulls out. */
  readonly carried: ReadonlyMap<Kind, Set<string>>;
  /** Campaign steps in v2: deleted or not, undefined where the row does not say. */
  readonly steps: Map<number, boolean | undefined>;
  /** Contact and company fields together, as v2 counts them. */
  fieldTotal: number | undefined;
  readonly hosts: Set<string>;
  readonly sources: Set<'api' | 'export'>;
  series: Series;
}

export function emptyCollection(): Collected {
  const seen = (): KindSeen => ({
    answered: false,
    plain: undefined,
    v2: undefined,
    where: undefined,
    failures: new Set(),
    badRows: new Set(),
    badIds: new Set(),
    pages: new Map(),
    published: new Set(),
    publishedTotal: undefined,
  });
  return {
    items: new Map(KINDS.map(kind => [kind, new Map<number, MergedItem>()])),
    seen: new Map(KINDS.map(kind => [kind, seen()])),
    carried: new Map(KINDS.map(kind => [kind, new Set<string>()])),
    steps: new Map(),
    fieldTotal: undefined,
    hosts: new Set(),
    sources: new Set(),
    series: '2',
  };
}

/** Adds the rows of an answer of API v1 or v2; the request is given where it is known. */
export function addRows(collected: Collected, answer: Rows, request?: Request): void {
  collected.sources.add('api');
  if (answer.source === 'v2') collected.series = '7.0';
  if (answer.kind === 'event') addSteps(collected, answer.rows);
  else addItems(collected, answer, answer.kind, request);
}

function addItems(collected: Collected, answer: Rows, listed: RowKind, request: Request | undefined): void {
  const kind = kindOfList(listed, answer.rows, request);
  const sink = sinkInto(collected);
  for (const row of answer.rows) {
    const rowKind = kindOfRow(listed, row, request);
    if (rowKind !== undefined) reduceRow(rowKind, row, answer.source, sink);
  }
  if (listed === 'field' && answer.source === 'v2') collected.fieldTotal = greater(collected.fieldTotal, answer.total);
  else if (kind !== undefined) addList(seenOf(collected, kind), answer, request);
}

/** Adds a part of an entity export. */
export function addExport(collected: Collected, part: UnknownRecord): void {
  collected.sources.add('export');
  collected.series = '7.0';
  const sink = sinkInto(collected);
  for (const { kind, row } of exportedRows(part)) {
    const rowKind = kindOfRow(kind, row);
    if (rowKind !== undefined) reduceRow(rowKind, row, 'export', sink);
  }
}

/** The total of a list of v2 whose rows are not read. */
export function addCount(collected: Collected, kind: Kind, total: number): void {
  collected.series = '7.0';
  const seen = seenOf(collected, kind);
  seen.v2 = greater(seen.v2, total);
}

/** A request about a kind that was answered with an error. */
export function addFailure(collected: Collected, kind: Kind, reason: ReasonCode): void {
  seenOf(collected, kind).failures.add(reason);
}

function addList(seen: KindSeen, answer: Rows, request: Request | undefined): void {
  seen.answered = true;
  if (answer.source === 'v1-single' || request?.single === true) return;
  if (answer.source === 'v2') seen.v2 = greater(seen.v2, answer.total);
  else if (request?.where === true) seen.where = greater(seen.where, answer.total);
  else if (request?.filtered !== true) seen.plain = greater(seen.plain, answer.total);
  if (request === undefined || answer.source !== 'v1-list') return;
  const ids = answer.rows.flatMap(row => (isRecord(row) ? (asId(row.id) ?? []) : []));
  if (request.published) {
    for (const id of ids) seen.published.add(id);
    seen.publishedTotal = greater(seen.publishedTotal, answer.total);
  }
  if (ids.length > 0 && !request.filtered && !request.where) {
    const page = ids.sort((a, b) => a - b).join();
    seen.pages.set(page, (seen.pages.get(page) ?? new Set()).add(request.start));
  }
}

function addSteps(collected: Collected, rows: readonly unknown[]): void {
  for (const row of rows) {
    const id = isRecord(row) ? asId(row.id) : undefined;
    if (!isRecord(row) || id === undefined) continue;
    const { deleted } = row;
    const mark = Object.hasOwn(row, 'deleted') ? deleted !== null && deleted !== false : undefined;
    const known = collected.steps.get(id);
    collected.steps.set(id, known === true || mark === undefined ? known : mark);
  }
}

function sinkInto(collected: Collected): Sink {
  return {
    draft: draft => {
      const items = collected.items.get(draft.kind);
      const item = items?.get(draft.id) ?? emptyItem(draft.kind, draft.id);
      items?.set(draft.id, item);
      addDraft(item, draft);
    },
    bad: (kind, id, row) => {
      const seen = seenOf(collected, kind);
      if (id !== undefined) seen.badIds.add(id);
      else
        seen.badRows.add(
          createHash('sha256')
            .update(JSON.stringify(row) ?? '')
            .digest('base64'),
        );
    },
    row: (kind, row, source) => noteRow(collected, kind, row, source),
  };
}

function noteRow(collected: Collected, kind: Kind, row: UnknownRecord, source: Source): void {
  if (collected.series !== '7.0') collected.series = later(collected.series, seriesOf(kind, row, source));
  if (source === 'v2') {
    const carried = collected.carried.get(kind);
    for (const key of Object.keys(row)) carried?.add(key);
  }
  // the one address of Mautic itself in an answer: where its files are fetched
  if (kind === 'asset' && typeof row.downloadUrl === 'string' && URL.canParse(row.downloadUrl)) {
    collected.hosts.add(new URL(row.downloadUrl).host.toLowerCase());
  }
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

export function seenOf(collected: Collected, kind: Kind): KindSeen {
  const seen = collected.seen.get(kind);
  if (seen === undefined) throw new RangeError(kind);
  return seen;
}

function greater(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
