/** How long a pull will take, from the totals and from how fast empty pages were answered. */
import { type Collected, seenOf } from '../collect.js';
import { seesOwn } from '../rights.js';
import { isListed, type KindSight, type V2State } from './doctor-sights.js';
import { LIST_PLANS, type ListPlan, V2_ROWS } from './plan.js';

export interface Estimate {
  readonly requests: number;
  readonly seconds: number;
}

export interface Known {
  readonly sights: readonly KindSight[];
  /** For the totals of API v2. */
  readonly collected: Collected;
  readonly v2: V2State;
  readonly login: 'oauth' | 'basic';
  /** Seconds a request, two of them running at a time. */
  readonly pace: number;
}

/** Seconds that a row adds to its page (measured): light rows, and those with texts of up to 100 kB, which are asked for fifty at a time. */
const LIGHT_ROW = 0.0003;
const HEAVY_ROW = 0.003;
const HEAVY_LIMIT = 50;
/** Nothing tells how many steps campaigns have. */
const STEPS_OF_A_CAMPAIGN = 10;
/** The total of a list that is short, lest it has only grown meanwhile. */
const ASKED_AGAIN = 1;

/** The requests of a pull that reads everything; those that nobody can foresee are few. */
export function estimate({ sights, collected, v2, login, pace }: Known): Estimate {
  const byKind = new Map(sights.map(sight => [sight.kind, sight]));
  const lists = LIST_PLANS.flatMap(plan => {
    const sight = byKind.get(plan.kind);
    return sight === undefined ? [] : [{ plan, sight, v2Rows: seenOf(collected, plan.kind).v2 ?? 0 }];
  });
  const is7 = v2 !== 'none';
  const requests = lists.map(({ plan, sight, v2Rows }) => {
    const pages = pagesOf(sight.visible, plan.limit);
    const more = is7 ? v2Pages(plan, sight, v2Rows) : doubts(sight);
    return pages * (repeats(plan, is7) ? 2 : 1) + more + (sight.sees === 'own' ? ASKED_AGAIN : 0);
  });
  const { visible = 0, sees } = byKind.get('campaign') ?? {};
  const steps = is7 && sees !== 'own' ? pagesOf(visible * STEPS_OF_A_CAMPAIGN, V2_ROWS) : 0;
  const all = sum(requests) + steps + (login === 'oauth' ? 1 : 0);
  const rows = lists.map(({ plan, sight }) => sight.visible * (plan.limit === HEAVY_LIMIT ? HEAVY_ROW : LIGHT_ROW));
  return { requests: all, seconds: Math.max(1, Math.ceil(all * pace + sum(rows))) };
}

function pagesOf(rows: number, limit: number): number {
  return Math.max(1, Math.ceil(rows / limit));
}

/** A second list with published items only. */
function repeats({ published }: ListPlan, is7: boolean): boolean {
  return published === 'always' || (published === 'from-7' && is7);
}

/** Up to 6.x one more total for each list that may be cut. */
function doubts({ kind, sees }: KindSight): number {
  return kind !== 'tag' && seesOwn(kind) && isListed(sees) ? 1 : 0;
}

function v2Pages({ kind, v2, v2Rows }: ListPlan, { sees }: KindSight, rows: number): number {
  if (v2 === undefined) return 0;
  if (v2Rows === 'always') return sees === 'own' ? 1 : pagesOf(rows, V2_ROWS);
  if (v2Rows === 'when-refused') return isListed(sees) && rows === 0 ? 0 : pagesOf(rows, V2_ROWS);
  return seesOwn(kind) && isListed(sees) ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
