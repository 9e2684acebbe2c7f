/**
 * A list that was read whole before: a short form of it tells what came, went or changed since, and only that is asked for. The short form
 * is asked in the order of ids: an order by time would hide what was deleted, and what was never changed has no time.
 */
import type { Kind } from '../../items.js';
import type { AnswerFacts, RowFacts } from '../answer-facts.js';
import type { Draft } from '../draft.js';
import { readAnswer } from './answers.js';
import { draftOf } from './journal-facts.js';
import type { Ledger } from './ledger.js';
import type { Ask, OnRows } from './pages.js';
import { HARMLESS_WHERE, JSON_LD, type ListPlan, pageRequest, totalRequest, v2Request } from './plan.js';

/** Short rows are light. */
const SHORT_ROWS = 500;

/**
 * Reads the changes of a list and adds the rows that did not change from before.
 * @param has7 whether this is Mautic 7 or later
 * @returns false when that is not possible, or no less work than reading it all: nothing was added then
 * @throws PullStopped
 */
export async function readChanges(ask: Ask, plan: ListPlan, ledger: Ledger, onRows: OnRows, has7: boolean): Promise<boolean> {
  const { kind, limit } = plan;
  const known = ledger.journal.known(kind);
  if (plan.minimal !== true || known === undefined || known.size <= limit || ledger.pages(kind).length > 0) return false;
  const stamps = await readStamps(ask, plan);
  if (stamps === undefined) return false;
  const changed = [...stamps].flatMap(([id, stamp]) => (isSame(known.get(id), kind, id, stamp) ? [] : [id]));
  if (changed.length + Math.ceil(stamps.size / SHORT_ROWS) >= Math.ceil(stamps.size / limit)) return false;
  const fresh = await readSingles(ask, plan, changed);
  if (fresh === undefined) return false;
  const renewed = new Set(changed);
  const kept = [...stamps.keys()].flatMap(id => (renewed.has(id) ? [] : (known.get(id) ?? [])));
  const rows = [...kept, ...fresh.flatMap(facts => facts.rows)];
  if (kind === 'email' && !(await holdAllVariants(ask, plan, rows, stamps.size, has7))) return false;
  const ids = [...stamps.keys()];
  const list: AnswerFacts['list'] = [
    { is: 'source', source: 'api' },
    { is: 'list', kind, as: 'plain', total: ids.length },
  ];
  ledger.add({ list: kind, start: 0, count: ids.length, ids, total: ids.length, facts: { rows, list } }, true);
  ledger.close(kind);
  onRows(kind, ids.length, ids.length);
  return true;
}

/** When each row was changed last, by id; undefined when the list cannot be read in one go. */
async function readStamps(ask: Ask, { path }: ListPlan): Promise<ReadonlyMap<number, string> | undefined> {
  const stamps = new Map<number, string>();
  for (let total = Number.POSITIVE_INFINITY, start = 0; start < total; ) {
    const request = pageRequest(path, start, SHORT_ROWS, '&minimal=1');
    const read = readAnswer(await ask(request), request);
    if (read.is !== 'page' || read.page.total === undefined) return undefined;
    const { count, facts } = read.page;
    if (start > 0 && read.page.total !== total) return undefined;
    total = read.page.total;
    for (const row of facts.rows) {
      const draft = draftOf(row);
      if (draft !== undefined) stamps.set(draft.id, draft.stamp);
    }
    start += count;
    if (count === 0 || stamps.size !== start) return stamps.size === total ? stamps : undefined;
  }
  return stamps;
}

/** A variant is changed without its parent: a row with variants is never taken from before. */
function isSame(row: RowFacts | undefined, kind: Kind, id: number, stamp: string): boolean {
  const drafts = draftsOf(row, kind);
  return drafts.length === 1 && drafts[0]?.id === id && drafts[0].stamp === stamp;
}

function draftsOf(row: RowFacts | undefined, kind: Kind): Draft[] {
  return (row?.facts ?? []).flatMap(fact => (fact.is === 'draft' && fact.draft.kind === kind && !fact.draft.thin ? [fact.draft] : []));
}

async function readSingles(ask: Ask, { path }: ListPlan, ids: readonly number[]): Promise<AnswerFacts[] | undefined> {
  const singles: AnswerFacts[] = [];
  for (const id of ids) {
    const request = `/api/${path}/${id}`;
    const read = readAnswer(await ask(request), request);
    if (read.is !== 'page') return undefined;
    singles.push(read.page.facts);
  }
  return singles;
}

/** Lists of e-mails leave A/B variants out; a total that counts them shows whether one came. */
async function holdAllVariants(
  ask: Ask,
  { path, v2 = '' }: ListPlan,
  rows: readonly RowFacts[],
  listed: number,
  has7: boolean,
): Promise<boolean> {
  const request = has7 ? v2Request(v2, 1) : totalRequest(path, HARMLESS_WHERE);
  const read = readAnswer(await ask(request, has7 ? JSON_LD : undefined), request);
  if (read.is !== 'page') return false;
  const all = new Set(rows.flatMap(row => draftsOf(row, 'email').map(draft => draft.id)));
  return all.size >= listed && read.page.total === all.size;
}
