/** Reads a list page by page. Pages are told apart by the ids in them: a list may change, and a server may ignore paging. */
import type { Kind } from '../../items.js';
import { type AnswerFacts, countFacts } from '../answer-facts.js';
import type { ReasonCode } from '../snapshot.js';
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
    if (!again) ledger.note(failed(list.kind, 'moved'));
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

/** How far a list was read. */
interface Progress {
  readonly ids: Set<number>;
  total: number | undefined;
  start: number;
  /** Rows to ask for next, and at most. */
  limit: number;
  full: number;
}

/** Whether the total stayed the same. */
async function readOn(ask: Ask, list: List, ledger: Ledger, onRows: OnRows): Promise<boolean> {
  const progress = progressOf(list, ledger);
  if (progress === undefined) return false;
  const ahead = lookAhead(ask, list);
  while (progress.total === undefined || progress.start < progress.total) {
    const asked = await ahead(progress.start, progress.limit, progress.total);
    if ('failed' in asked) {
      ledger.note(asked.failed);
      return true;
    }
    if (asked.bad !== true) {
      if (progress.start > 0 && asked.page.total !== progress.total) return false;
      progress.total = asked.page.total;
    }
    const { total } = progress;
    if (list.atMost !== undefined && total !== undefined && total > list.atMost) {
      ledger.note({ rows: [], list: countFacts(list.kind, total) });
      return true;
    }
    const fresh = keep(asked.page, list, progress, ledger);
    onRows(list.kind, progress.ids.size, total);
    if (asked.bad !== true && (fresh === 0 || (total === undefined && asked.page.count < asked.limit))) return true;
    goOn(progress, asked, list);
  }
  return true;
}

/** Undefined: what was kept is of a list that has changed. */
function progressOf({ name, limit }: List, ledger: Ledger): Progress | undefined {
  const before = ledger.pages(name);
  const total = before[0]?.total;
  if (before.some(page => page.total !== total)) return undefined;
  const start = before.reduce((rows, page) => rows + page.count, 0);
  return { ids: new Set(before.flatMap(page => page.ids)), total, start, limit, full: limit };
}

/** How many of the rows are new. */
function keep({ ids, count, facts }: Page, { name }: List, { start, total, ids: known }: Progress, ledger: Ledger): number {
  const before = known.size;
  for (const id of ids) known.add(id);
  const several = start > 0 || (total !== undefined && total > count);
  ledger.add({ list: name, start, count, ids, ...(total === undefined ? {} : { total }), facts }, several);
  return known.size - before;
}

/** A page that had to be made smaller is followed by larger ones again. */
function goOn(progress: Progress, { page, limit }: { readonly page: Page; readonly limit: number }, list: List): void {
  if (progress.start === 0 && list.fixed !== true && page.bytes > 0) progress.full = nextLimit(list.limit, page.bytes / page.count);
  progress.limit = Math.min(progress.full, limit === progress.limit ? progress.full : 2 * limit);
  progress.start += page.count;
}

type AskedPage =
  | {
      readonly page: Page;
      /** Rows that were asked for in the end. */
      readonly limit: number;
      /** The page is one row that the server cannot show. */
      readonly bad?: true;
    }
  | { readonly failed: AnswerFacts };

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

/** Asks for a page; for half of it when the answer is too large, or when one of its rows makes the server fail. */
async function readPage(ask: Ask, list: List, start: number, limit: number): Promise<AskedPage> {
  const path = list.request(start, limit);
  const read = readAnswer(await ask(path, list.accept), path);
  if (read.is === 'page') return { page: read.page, limit };
  const isFailure = read.is === 'failed' && !(await hasBadRow(ask, list, read.status));
  if (isFailure) return { failed: read.facts };
  if (limit > 1 && list.fixed !== true) return readPage(ask, list, start, Math.floor(limit / 2));
  return read.is === 'failed' ? { page: badRow(list.kind, start), limit, bad: true } : { failed: failed(list.kind, 'connection') };
}

/** Whether a list that fails (500) is shown where there are no rows: then it is a row that fails, and not the right to see the list. */
async function hasBadRow(ask: Ask, list: List, status: number | undefined): Promise<boolean> {
  if (status !== 500 || list.fixed === true) return false;
  const beyond = list.request(999_999, 1);
  return readAnswer(await ask(beyond, list.accept), beyond).is === 'page';
}

function badRow(kind: Kind, position: number): Page {
  const facts: AnswerFacts = { rows: [], list: [{ is: 'bad-row', kind, row: `at ${position}` }] };
  return { facts, count: 1, ids: [], total: undefined, bytes: 0 };
}

/** What is said of a list that was not seen as a whole. */
export function failed(kind: Kind, reason: ReasonCode): AnswerFacts {
  return { rows: [], list: [{ is: 'failure', kind, reason, api: 1 }] };
}

/** Never smaller than the first page. */
function nextLimit(first: number, bytesPerRow: number): number {
  return Math.max(first, Math.min(MAX_ROWS, Math.floor(TARGET_BYTES / Math.max(1, bytesPerRow))));
}

/** A list of API v1. */
export function listOf(kind: Kind, path: string, limit: number): List {
  return { name: kind, kind, limit, request: (start, rows) => pageRequest(path, start, rows) };
}
