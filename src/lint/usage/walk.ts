/** A walk over steps, in any direction: from one item, or from several at once, to all that can be reached, each once, by a shortest path. */
import type { Step } from './steps.js';

export interface Visit {
  readonly reference: string;
  /** Steps from the nearest start. */
  readonly distance: number;
  /** Undefined for a start alone. */
  readonly by?: Arrival;
}

/** The step by which something was reached, and where it was taken from. */
export interface Arrival {
  readonly step: Step;
  readonly before: Visit;
}

/** A step to take, and the end of it to go to: `step.to` along with it, `step.from` against it. */
export interface Leg {
  readonly step: Step;
  readonly end: string;
}

/**
 * Breadth first, so every path is a shortest one; of several the one whose steps are offered first. A circle ends where it began. Each visit
 * keeps only its last step, so that time and memory are linear in the steps offered, however long the paths are.
 * @param starts one, or several: what can be reached from two of them is reached from the nearer one, then from the one named first
 * @param legs the steps to take from a visit, in order
 * @returns all visits, the starts first, nearer ones before farther ones
 */
export function walk(starts: string | Iterable<string>, legs: (visit: Visit) => Iterable<Leg>): readonly Visit[] {
  const seen = new Set(typeof starts === 'string' ? [starts] : starts);
  const visits = [...seen].map((reference): Visit => ({ reference, distance: 0 }));
  // The list grows while it is gone through.
  for (const before of visits) {
    for (const { step, end } of legs(before)) {
      if (seen.has(end)) continue;
      seen.add(end);
      visits.push({ reference: end, distance: before.distance + 1, by: { step, before } });
    }
  }
  return visits;
}

/** The steps from a visit back to the start, at most so many; the first one is that by which it was reached. */
export function stepsBack(visit: Visit, most = Number.POSITIVE_INFINITY): readonly Step[] {
  const steps: Step[] = [];
  for (let { by } = visit; by !== undefined && steps.length < most; { by } = by.before) steps.push(by.step);
  return steps;
}

/** What lies between a visit and the start, the start last. */
export function referencesBack(visit: Visit): readonly string[] {
  const references: string[] = [];
  for (let { by } = visit; by !== undefined; { by } = by.before) references.push(by.before.reference);
  return references;
}
