/** Asks for totals, and keeps what they say: never a row. */
import type { Kind } from '../../items.js';
import { addAnswer, type Collected, emptyCollection, seenOf } from '../collect.js';
import { seesOwn } from '../rights.js';
import type { Base } from './address.js';
import { type Page, PullStopped, type Read, readAnswer } from './answers.js';
import type { Client } from './client.js';
import type { Circumstances } from './doctor-sights.js';
import { type Fault, faulty, isFatal } from './faults.js';
import { draftOf } from './journal-facts.js';
import { HARMLESS_WHERE, JSON_LD, LIST_PLANS, type ListPlan, totalRequest, V2_ROWS, v2Request } from './plan.js';

/** What was learnt so far. */
export interface Look {
  readonly collected: Collected;
  readonly faults: Map<Kind, Fault>;
  version: string | undefined;
  variants: Circumstances['variants'];
  answers: number;
}

export interface Total {
  readonly plan: ListPlan;
  readonly path: string;
  readonly accept?: string;
}

/** A look at which no answer has come in. */
export function newLook(): Look {
  return { collected: emptyCollection(), faults: new Map(), version: undefined, variants: undefined, answers: 0 };
}

/**
 * Asks for a total. Rows that come with it (API v2 has no empty pages) are not kept.
 * @throws PullStopped
 */
export async function askTotal(client: Client, base: Base, look: Look, { plan: { kind }, path, accept }: Total): Promise<void> {
  const answer = await client.get(path, accept);
  const isFirst = look.answers === 0;
  if (answer.is === 'fault') {
    const { fault } = answer;
    // On the first request every fault is the end; a limit of calls would only be met again.
    if (isFirst || isFatal(fault.code) || fault.code === 'rate-limit') throw new PullStopped(fault);
    look.faults.set(kind, fault);
  } else look.version ??= answer.version;
  look.answers++;
  const read = readAnswer(answer, path);
  if (isFirst && isForeign(read))
    throw new PullStopped(faulty('not-mautic', { host: base.host, status: statusOf(read), reason: 'address' }).fault);
  addAnswer(look.collected, { rows: [], list: factsOf(read, kind) });
  if (read.is === 'page' && kind === 'email' && accept !== undefined) look.variants = variantsOn(read.page);
}

function factsOf(read: Read, kind: Kind) {
  if (read.is === 'too-large') return [{ is: 'failure', kind, reason: 'connection', api: 1 } as const];
  return read.is === 'page' ? read.page.facts.list : read.facts.list;
}

/** Every Mautic has contact fields: a server that has no such list, or sends something else, is none. */
function isForeign(read: Read): boolean {
  return (
    read.is === 'failed' && read.facts.list.some(fact => fact.is === 'failure' && ['plugin-off', 'not-an-answer'].includes(fact.reason))
  );
}

function statusOf(read: Read): number {
  return read.is === 'failed' ? (read.status ?? 200) : 200;
}

function variantsOn({ facts, total }: Page): Circumstances['variants'] {
  const variants = facts.rows.filter(row => (draftOf(row)?.links.variant_of ?? null) !== null);
  return { count: variants.length, whole: (total ?? Number.POSITIVE_INFINITY) <= V2_ROWS };
}

/** Totals that tell a list which was cut to the role's own items, and another way to the tags. */
export function secondTotals({ collected, version }: Look): Total[] {
  const has7 = isFrom7(version) === true;
  return LIST_PLANS.flatMap(plan => {
    const { kind, path, v2, v2Rows } = plan;
    const { plain } = seenOf(collected, kind);
    const byV2: Total[] = v2 === undefined ? [] : [{ plan, path: v2Request(v2, 1), accept: JSON_LD }];
    if (kind === 'tag') return has7 && v2Rows === 'when-refused' && plain === undefined ? byV2 : [];
    if (plain === undefined || !seesOwn(kind)) return [];
    return has7 ? byV2 : [{ plan, path: totalRequest(path, HARMLESS_WHERE) }];
  });
}

/** Every list fails, those that no role could make fail too: so Mautic answers when its database is away (seen live, 5.1.0). */
export function isDown({ collected }: Look): boolean {
  return LIST_PLANS.every(({ kind }) => seenOf(collected, kind).failures.has('error-500'));
}

/** Mautic 7 is the first with API v2; undefined where no answer told the version. */
export function isFrom7(version: string | undefined): boolean | undefined {
  return version === undefined ? undefined : Number.parseInt(version, 10) >= 7;
}
