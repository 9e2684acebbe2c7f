/** Looks a Mautic over before anything is read from it: totals of empty pages, one a kind, and a second one where a list may be cut. */
import { seenOf } from '../collect.js';
import type { Coverage, Made } from '../snapshot.js';
import type { Base } from './address.js';
import { PullStopped } from './answers.js';
import type { Client } from './client.js';
import { expectedCoverage } from './doctor-coverage.js';
import { type Estimate, estimate } from './doctor-estimate.js';
import { askTotal, isDown, isFrom7, type Look, newLook, secondTotals, type Total } from './doctor-look.js';
import type { RoleSight } from './doctor-role.js';
import { type KindSight, sightOf, v2StateOf } from './doctor-sights.js';
import { type Fault, faulty } from './faults.js';
import { LIST_PLANS, totalRequest } from './plan.js';

export interface Diagnosis extends RoleSight {
  readonly base: Base;
  readonly login: Client['loginKind'];
  /** That were sent for it. */
  readonly requests: number;
  /** Something answered at the address. */
  readonly reached: boolean;
  /** `none`: HTTP on this computer. */
  readonly tls: 'none' | 'holds' | 'broken' | 'unknown';
  /** What kept it from going on: the rest is as far as it came. */
  readonly fault?: Fault;
  /** What a pull would be, and see. */
  readonly made: Made;
  readonly coverage: readonly Coverage[];
  readonly pull?: Estimate;
}

export interface DoctorOptions {
  readonly now: () => Date;
  /** Hears how many requests were answered, of how many. */
  readonly onAnswer?: (done: number, all: number) => void;
}

/** What comes from outside is never thrown: a fault is part of the diagnosis. */
export async function diagnose(client: Client, base: Base, { now, onAnswer = () => undefined }: DoctorOptions): Promise<Diagnosis> {
  const look = newLook();
  const started = now().getTime();
  let fault: Fault | undefined;
  try {
    const [opening, ...others] = LIST_PLANS.map(plan => ({ plan, path: totalRequest(plan.path) }));
    const all = (totals: readonly Total[], of: number) =>
      Promise.all(
        totals.map(async total => {
          await askTotal(client, base, look, total);
          onAnswer(look.answers, of);
        }),
      );
    // alone: it tells whether address and login work
    if (opening !== undefined) await all([opening], LIST_PLANS.length);
    await all(others, LIST_PLANS.length);
    if (isDown(look)) throw new PullStopped(faulty('html-error', { host: base.host, status: 500, reason: 'server' }).fault);
    const second = secondTotals(look);
    await all(second, LIST_PLANS.length + second.length);
  } catch (error) {
    if (!(error instanceof PullStopped)) throw error;
    fault = error.fault;
  }
  const pace = (now().getTime() - started) / 1000 / Math.max(1, look.answers);
  return concluded(look, fault, client, base, { pace, takenAt: `${new Date(started).toISOString().slice(0, 19)}Z` });
}

interface Measured {
  /** Seconds a request. */
  readonly pace: number;
  readonly takenAt: string;
}

function concluded(look: Look, fault: Fault | undefined, client: Client, base: Base, { pace, takenAt }: Measured): Diagnosis {
  const { collected, version, faults, variants, answers } = look;
  const login = client.loginKind;
  const from7 = isFrom7(version);
  const v2 = v2StateOf(LIST_PLANS, collected, from7);
  const kinds = LIST_PLANS.flatMap((plan): KindSight[] => {
    const seen = seenOf(collected, plan.kind);
    if (!seen.answered && seen.failures.size === 0) return [];
    const own = faults.get(plan.kind);
    const sight = sightOf(plan, seen, { from7, v2, ...(variants === undefined ? {} : { variants }) });
    // What failed on the way to a fault is no matter of the role.
    if (fault !== undefined && sight.sees === 'failed') return [];
    return [{ ...sight, ...(own === undefined ? {} : { fault: own }) }];
  });
  const made: Made = {
    taken_at: takenAt,
    source: 'rest',
    host: base.host,
    ...(version === undefined ? {} : { mautic: version }),
    series: collected.series,
  };
  return {
    base,
    login,
    requests: client.traffic.requests,
    ...reachOf(base, answers > 0 ? undefined : fault),
    ...(fault === undefined ? {} : { fault }),
    from7,
    v2,
    kinds,
    made,
    coverage: fault === undefined ? expectedCoverage(kinds, made, v2) : [],
    ...(fault === undefined ? { pull: estimate({ sights: kinds, collected, v2, login, pace }) } : {}),
  };
}

/** Faults after which nothing is known of who answers, if anybody does. */
const NO_ANSWER: ReadonlySet<Fault['code']> = new Set(['unreachable', 'proxy', 'timeout', 'broken', 'stopped']);

/** @param fault of the first request */
function reachOf({ origin }: Base, fault: Fault | undefined): Pick<Diagnosis, 'reached' | 'tls'> {
  const isSilent = fault !== undefined && NO_ANSWER.has(fault.code);
  const tls = fault?.code === 'certificate' ? 'broken' : isSilent ? 'unknown' : 'holds';
  return { reached: !isSilent, tls: origin.startsWith('http:') ? 'none' : tls };
}
