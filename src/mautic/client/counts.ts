/** Counts contacts and companies by field, tag, segment and stage. No row is ever asked for; one that comes all the same ends the count. */
import { isRecord } from '../../guards.js';
import { KINDS, type Kind } from '../../items.js';
import { maskedCount } from '../masked-count.js';
import { type Count, type Coverage, type ReasonCode, referencesOf, type Snapshot } from '../snapshot.js';
import { compareBytes } from '../texts/values.js';
import { asId, rowsOf } from '../texts.js';
import { PullStopped } from './answers.js';
import type { Client } from './client.js';
import type { Answer } from './client-answer.js';
import { ALL_CONTACTS, type CountCall, countCalls } from './count-plan.js';
import { isFatal } from './faults.js';

export interface CountOptions {
  /** Aliases of further date fields whose age is counted. */
  readonly dates: readonly string[];
  /** Answers by id of the form, as API v2 shows them by the way. */
  readonly answers: ReadonlyMap<number, Count['n']>;
  readonly now: () => Date;
  /** Hears how many calls there are and how many seconds they may take, before they begin. */
  readonly onEstimate: (calls: number, seconds: number) => void;
  readonly onCount: (done: number, calls: number) => void;
}

/** Requests are made two at a time. */
const AT_ONCE = 2;

/**
 * The snapshot with counts; what was refused is in its coverage.
 * @throws PullStopped when the server cannot be reached any more, or answers with people
 */
export async function withCounts(client: Client, snapshot: Snapshot, options: CountOptions): Promise<Snapshot> {
  const started = options.now().getTime();
  const first = await ask(client, ALL_CONTACTS);
  const seconds = (options.now().getTime() - started) / 1000;
  if ('refused' in first) return withOutcomes(snapshot, [first], options.answers);
  const year = Number(snapshot.made.taken_at.slice(0, 4));
  const calls = countCalls(snapshot.items, options.dates, year);
  options.onEstimate(calls.length + 1, (calls.reduce((sum, call) => sum + call.weight, 0) * seconds) / AT_ONCE);
  let done = 1;
  const outcomes = await Promise.all(
    calls.map(async call => {
      const outcome = await ask(client, call);
      done++;
      options.onCount(done, calls.length + 1);
      return outcome;
    }),
  );
  return withOutcomes(snapshot, understood([first, ...outcomes]), options.answers);
}

type Asked = { readonly call: CountCall; readonly total: number } | { readonly refused: Kind; readonly reason: ReasonCode };

async function ask(client: Client, call: CountCall): Promise<Asked> {
  const answer = await client.get(call.path);
  if (answer.is === 'fault' && isFatal(answer.fault.code)) throw new PullStopped(answer.fault);
  const total = totalOf(answer);
  if (total !== undefined) return { call, total };
  return { refused: call.kind, reason: reasonOf(answer) };
}

/** `{"total":"12","contacts":{}}`: the total is a text, and there is nobody. */
function totalOf(answer: Answer): number | undefined {
  if (answer.is !== 'json' || answer.status !== 200 || !isRecord(answer.value)) return undefined;
  const { total, contacts, companies } = answer.value;
  const people = [...rowsOf(contacts), ...rowsOf(companies)];
  return people.length > 0 ? undefined : asId(total);
}

function reasonOf(answer: Answer): ReasonCode {
  if (answer.is === 'fault') return 'connection';
  if (answer.is === 'read') return 'people';
  if (answer.status === 403) return 'refused';
  return answer.status === 500 ? 'error-500' : 'not-an-answer';
}

/** Where the server does not know our words of search, what was counted by them is no number of anything. */
function understood(asked: readonly Asked[]): Asked[] {
  const total = (of: string): number | undefined =>
    asked.flatMap(entry => ('call' in entry && entry.call.count.of === of && entry.call.count.how === 'total' ? [entry.total] : []))[0];
  const [all, identified, anonymous] = ['record:contact', 'record:identified', 'record:anonymous'].map(total);
  if (all === (identified ?? 0) + (anonymous ?? 0)) return [...asked];
  return asked.map(entry =>
    'call' in entry && entry.call.path.includes('search=') ? { refused: entry.call.kind, reason: 'not-asked' } : entry,
  );
}

function withOutcomes(snapshot: Snapshot, asked: readonly Asked[], answers: CountOptions['answers']): Snapshot {
  const references = referencesOf(snapshot.items);
  const given = snapshot.items.flatMap((item, position): Count[] => {
    const n = item.kind === 'form' ? answers.get(item.id) : undefined;
    return n === undefined ? [] : [{ of: references[position] ?? '', how: 'answers', n }];
  });
  const asCounts = asked.flatMap((entry): Count[] => ('call' in entry ? [{ ...entry.call.count, n: maskedCount(entry.total) }] : []));
  const places = new Map(references.map((reference, position) => [reference, position]));
  return { ...snapshot, coverage: withRefusals(snapshot.coverage, asked), counts: inOrder([...asCounts, ...given], places) };
}

/** Records first, then items in their order. */
function inOrder(counts: readonly Count[], places: ReadonlyMap<string, number>): Count[] {
  const placeOf = ({ of }: Count): number => (of.startsWith('record:') ? -1 : (places.get(of) ?? places.size));
  const textOf = ({ of, how, before = '' }: Count): string => `${of} ${how} ${before}`;
  return [...counts].sort((a, b) => placeOf(a) - placeOf(b) || compareBytes(textOf(a), textOf(b)));
}

function withRefusals(coverage: readonly Coverage[], asked: readonly Asked[]): Coverage[] {
  return KINDS.flatMap(kind => {
    const own = coverage.filter(({ of }) => of === kind || of.startsWith(`${kind}.`));
    const why = [...new Set(asked.flatMap(entry => ('refused' in entry && entry.refused === kind ? [entry.reason] : [])))].sort();
    if (why.length === 0) return own;
    const some = asked.some(entry => 'call' in entry && entry.call.kind === kind);
    return [...own, { of: `${kind}.counts` as const, state: some ? 'partial' : 'absent', why }];
  });
}
