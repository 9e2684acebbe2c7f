/** Reads a live Mautic: every list, what the lists do not show, and whether they are whole. Two requests at a time. */
import type { Kind } from '../../items.js';
import { countFacts } from '../answer-facts.js';
import { type Collected, seenOf } from '../collect.js';
import { isOwnOnly } from '../coverage.js';
import { fullCells } from '../merge.js';
import { seesOwn } from '../rights.js';
import { PullStopped, readAnswer } from './answers.js';
import { readChanges } from './changes.js';
import type { Client } from './client.js';
import { type Fault, type FaultCode, isFatal } from './faults.js';
import { type Journal, type Ledger, NO_JOURNAL, openLedger } from './ledger.js';
import { type Ask, failed, type List, listOf, type OnRows, readList } from './pages.js';
import { HARMLESS_WHERE, JSON_LD, LIST_PLANS, type ListPlan, pageRequest, STEPS_PATH, totalRequest, V2_ROWS, v2Request } from './plan.js';

export interface LiveOptions {
  readonly journal?: Journal;
  readonly onRows?: OnRows;
}

export interface LiveReading {
  readonly collected: Collected;
  /** Text of the `Mautic-Version` header, when an answer had it. */
  readonly version: string | undefined;
  /** What went wrong with single requests, also where that was mended. */
  readonly faults: readonly Fault[];
}

type Task = () => Promise<void>;

/** @throws PullStopped when it cannot go on */
export async function pullLive(client: Client, { journal = NO_JOURNAL, onRows = () => undefined }: LiveOptions = {}): Promise<LiveReading> {
  const ledger = openLedger(journal);
  let version: string | undefined;
  let first = true;
  const faults: Fault[] = [];
  const ask: Ask = async (path, accept) => {
    const answer = await client.get(path, accept);
    // where nothing came before, every fault is the end
    if (answer.is === 'fault' && (first || endsAll(answer.fault.code))) throw new PullStopped(answer.fault);
    first = false;
    if (answer.is === 'fault') faults.push(answer.fault);
    else version ??= answer.version;
    return answer;
  };
  const read = (plan: ListPlan): Task => {
    const list = listOf(plan.kind, plan.path, plan.limit);
    return async () => {
      const has7 = isFrom7(version, ledger.collected);
      if (!(await readChanges(ask, plan, ledger, onRows, has7))) await readList(ask, list, ledger, onRows);
    };
  };
  const [opening, ...others] = LIST_PLANS.map(read);
  // alone: it tells whether the login works, and the version
  await opening?.();
  await inTwos(others);
  const has7 = isFrom7(version, ledger.collected);
  await inTwos([...hidden(ask, ledger, has7), ...(has7 ? fromV2(ask, ledger, onRows) : wholeness(ask, ledger))]);
  await inTwos(grown(ask, ledger));
  journal.finish();
  client.rest();
  return { collected: ledger.collected, version, faults };
}

/** A limit of calls is a matter of all lists: going on would wait for each of them in turn. */
function endsAll(code: FaultCode): boolean {
  return isFatal(code) || code === 'rate-limit';
}

function isFrom7(version: string | undefined, { series }: Collected): boolean {
  return version === undefined ? series === '7.0' : Number.parseInt(version, 10) >= 7;
}

/** What v1 hides from its lists: the published flag of some kinds, and answers that a question copies from a field. */
function hidden(ask: Ask, ledger: Ledger, has7: boolean): Task[] {
  const published = LIST_PLANS.filter(plan => plan.published === 'always' || (plan.published === 'from-7' && has7));
  return [
    ...published.map(
      ({ kind, path, limit }) =>
        () =>
          readList(ask, publishedList(kind, path, limit), ledger, () => undefined),
    ),
    ...formsWithCopies(ledger.collected).map(id => () => note(ask, `/api/forms/${id}`, ledger)),
  ];
}

function publishedList(kind: Kind, path: string, limit: number): List {
  const request = (start: number, rows: number) => pageRequest(path, start, rows, '&published=1');
  return { ...listOf(kind, path, limit), name: `${kind}, published`, request };
}

/** Forms with a question whose answers come from its field: only the single form shows them (seen live, 5.1.0 to 7.0.2). */
function formsWithCopies({ items }: Collected): number[] {
  const ids = [...(items.get('form_field')?.values() ?? [])].flatMap(item => {
    const { properties, links } = fullCells(item);
    const copies = properties?.get('synced')?.value === true && !properties.has('options');
    const form = links?.get('form')?.value;
    return copies && form !== null && form !== undefined && 'id' in form ? [form.id] : [];
  });
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** Up to 6.x: a second total tells a list that was cut to the role's own items. Tags fail instead. */
function wholeness(ask: Ask, ledger: Ledger): Task[] {
  const doubtful = LIST_PLANS.filter(({ kind }) => kind !== 'tag' && isDoubtful(kind, ledger.collected));
  return doubtful.map(
    ({ path }) =>
      () =>
        note(ask, totalRequest(path, HARMLESS_WHERE), ledger),
  );
}

/** From 7 on: some lists of API v2 in whole, of others the total. It shows everything to everybody: what a role may not see is not read. */
function fromV2(ask: Ask, ledger: Ledger, onRows: OnRows): Task[] {
  const { collected } = ledger;
  return LIST_PLANS.flatMap(({ kind, v2, v2Rows }) => {
    if (v2 === undefined) return [];
    // a list of tags that is cut fails
    if (v2Rows === 'when-refused' && seenOf(collected, kind).failures.size === 0) return [];
    const tell = isDoubtful(kind, collected) ? () => noteTotal(ask, kind, v2Request(v2, 1), ledger) : async () => undefined;
    if (kind === 'campaign') return [() => tell().then(() => readSteps(ask, ledger))];
    return v2Rows !== undefined ? [() => readList(ask, v2List(kind, v2, mayBeSeen(kind, collected)), ledger, onRows)] : [tell];
  });
}

/** A list that grew while it was pulled looks as if it were cut to the role's own items: its own total, asked again, tells. */
function grown(ask: Ask, ledger: Ledger): Task[] {
  const { collected } = ledger;
  const short = LIST_PLANS.filter(({ kind }) => isOwnOnly(kind, seenOf(collected, kind), nestedIn(kind, collected)));
  return short.map(({ kind, path }) => async () => {
    const seen = seenOf(collected, kind);
    const before = seen.plain;
    await note(ask, totalRequest(path), ledger);
    if (seen.plain !== before) ledger.note(failed(kind, 'moved'));
  });
}

/** Which campaign steps are deleted. */
async function readSteps(ask: Ask, ledger: Ledger): Promise<void> {
  const { plain, v2 } = seenOf(ledger.collected, 'campaign');
  if (plain !== undefined && (v2 ?? plain) <= plain) await readList(ask, v2List('campaign', STEPS_PATH), ledger, () => undefined);
}

function v2List(kind: Kind, path: string, atMost?: number): List {
  const request = (start: number): string => v2Request(path, Math.floor(start / V2_ROWS) + 1);
  const limited = atMost === undefined ? {} : { atMost };
  return { name: `v2 ${path}`, kind, limit: V2_ROWS, request, accept: JSON_LD, fixed: true, ...limited };
}

/** How many items of a kind v1 shows this role; undefined: all that there are. */
function mayBeSeen(kind: Kind, collected: Collected): number | undefined {
  const { plain } = seenOf(collected, kind);
  if (!isDoubtful(kind, collected) || plain === undefined) return undefined;
  return plain + nestedIn(kind, collected);
}

/** Items that were seen within others alone. */
function nestedIn(kind: Kind, { items }: Collected): number {
  return [...(items.get(kind)?.values() ?? [])].filter(item => !item.own).length;
}

async function noteTotal(ask: Ask, kind: Kind, path: string, ledger: Ledger): Promise<void> {
  const read = readAnswer(await ask(path, JSON_LD), path);
  if (read.is === 'failed') ledger.note(read.facts);
  if (read.is === 'page' && read.page.total !== undefined) ledger.note({ rows: [], list: countFacts(kind, read.page.total) });
}

function isDoubtful(kind: Kind, collected: Collected): boolean {
  const { answered, severalMakers } = seenOf(collected, kind);
  return seesOwn(kind) && answered && !severalMakers;
}

async function note(ask: Ask, path: string, ledger: Ledger): Promise<void> {
  const read = readAnswer(await ask(path), path);
  if (read.is === 'page') ledger.note(read.page.facts);
  else if (read.is === 'failed') ledger.note(read.facts);
}

/** Two tasks at a time, in their order; the first error ends it once what is under way has ended. */
async function inTwos(tasks: readonly Task[]): Promise<void> {
  const waiting = [...tasks];
  let broken = false;
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined && !broken; task = waiting.shift()) {
      try {
        await task();
      } catch (error) {
        broken = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled([work(), work()]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
