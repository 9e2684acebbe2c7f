/** Reads a list page by page. Pages are told apart by the ids in them: a list may change, and a server may ignore paging. */
import type { Kind } from '../../items.js';
import { type AnswerFacts, countFacts } from '../answer-facts.js';
import { type Page, readAnswer } from './answers.js';
import type { Answer } from './client-answer.js';
import type { Ledger } from './ledger.js';
import { pageRequest } from './plan.js';

export type Ask = (path: string, accept?: string) => Promise<Answer>;

export interface List {
  /** Tells the list from others in the ledger. */
  readonly name: string;
  readonly kind: Kind;
  /** Rows of the first page. */
  readonly limit: number;
  readonly request: (start: number, limit: number) => string;
  readonly accept?: string;
  /** The server has its own page size. */
  readonly fixed?: true;
  /** A longer list shows more than the role may see: its rows are not read, its total is. */
  readonly atMost?: number;
}

/** Rows of a list that were seen, for the progress line. */
export type OnRows = (kind: Kind, rows: number, total: number | undefined) => void;

/** A page answers in about a second up to this size, and a server process stays small (measured). */
const TARGET_BYTES = 4_000_000;
const MAX_ROWS = 500;

/**
 * Reads a list to its end, from where it was when a pull was cut off. It ends when all rows of its total were seen, on a short page where
 * there is none, and when rows repeat; when the total moves, it is read once more.
 * @throws PullStopped
 */
export async function readList(ask: Ask, list: List, ledger: Ledger, onRows: OnRows): Promise<void> {
  const steady = (await fillHoles(ask, list, ledger)) && (await readOn(ask, list, ledger, onRows));
  if (!steady) {
    ledger.drop(list.name);
    const again = await readOn(ask, list, ledger, onRows);
    if (!again) ledger.note({ rows: [], list: [{ is: 'failure', kind: list.kind, reason: 'moved', api: 1 }] });
  }
  ledger.close(list.name);
}

/** Asks again for pages that were not kept; false: the list is not what it was. */
async function fillHoles(ask: Ask, list: List, ledger: Ledger): Promise<boolean> {
  for (const hole of ledger.holes(list.name)) {
    const path = list.request(hole.start, hole.count);
    const read = readAnswer(await ask(path, list.accept), path);
    if (read.is !== 'page' || read.page.total !== hole.total || read.page.ids.join() !== hole.ids.join()) return false;
    ledger.add({ ...hole, facts: read.page.facts }, false);
  }
  return true;
}

/** Whether the total stayed the same. */
async function readOn(ask: Ask, list: List, ledger: Ledger, onRows: OnRows): Promise<boolean> {
  const before = ledger.pages(list.name);
  const ids = new Set(before.flatMap(page => page.ids));
  let total = before[0]?.total;
  let start = before.reduce((rows, page) => rows + page.count, 0);
  let { limit } = list;
  if (before.some(page => page.total !== total)) return false;
  const ahead = lookAhead(ask, list);
  while (total === undefined || ids.size < total) {
    const asked = await ahead(start, limit, total);
    if ('failed' in asked) {
      ledger.note(asked.failed);
      return true;
    }
    const { page } = asked;
    const { count } = page;
    if (start > 0 && page.total !== total) return false;
    total = page.total;
    if (list.atMost !== undefined && total !== undefined && total > list.atMost) {
      ledger.note({ rows: [], list: countFacts(list.kind, total) });
      return true;
    }
    const known = ids.size;
    for (const id of page.ids) ids.add(id);
    const several = start > 0 || (total !== undefined && total > count);
    ledger.add({ list: list.name, start, count, ids: page.ids, ...(total === undefined ? {} : { total }), facts: page.facts }, several);
    onRows(list.kind, ids.size, total);
    if (ids.size === known || (total === undefined && count < asked.limit)) return true;
    limit = start === 0 && list.fixed !== true ? nextLimit(list.limit, page.bytes / count) : asked.limit;
    start += count;
  }
  return true;
}

type AskedPage = { readonly page: Page; readonly limit: number } | { readonly failed: AnswerFacts };

/** Asks for a page and, while that comes, for the one behind it: two requests at a time, also where there is but one list left. */
function lookAhead(ask: Ask, list: List): (start: number, limit: number, total: number | undefined) => Promise<AskedPage> {
  let next: { readonly start: number; readonly limit: number; readonly asked: Promise<AskedPage> } | undefined;
  return (start, limit, total) => {
    const asked = next?.start === start && next.limit === limit ? next.asked : readPage(ask, list, start, limit);
    const behind = start + limit;
    next = total === undefined || behind >= total ? undefined : { start: behind, limit, asked: readPage(ask, list, behind, limit) };
    // whoever waits for it hears of its failure; it may be that nobody does
    next?.asked.catch(() => undefined);
    return asked;
  };
}

/** Asks for a page; for half of it when the answer is too large. */
async function readPage(ask: Ask, list: List, start: number, limit: number): Promise<AskedPage> {
  const path = list.request(start, limit);
  const read = readAnswer(await ask(path, list.accept), path);
  if (read.is === 'page') return { page: read.page, limit };
  if (read.is === 'failed') return { failed: read.facts };
  return limit > 1 && list.fixed !== true ? readPage(ask, list, start, Math.floor(limit / 2)) : { failed: tooLarge(list.kind) };
}

function tooLarge(kind: Kind): AnswerFacts {
  return { rows: [], list: [{ is: 'failure', kind, reason: 'connection', api: 1 }] };
}

/** Never smaller than the first page. */
function nextLimit(first: number, bytesPerRow: number): number {
  return Math.max(first, Math.min(MAX_ROWS, Math.floor(TARGET_BYTES / Math.max(1, bytesPerRow))));
}

/** A list of API v1. */
export function listOf(kind: Kind, path: string, limit: number): List {
  return { name: kind, kind, limit, request: (start, rows) => pageRequest(path, start, rows) };
}
