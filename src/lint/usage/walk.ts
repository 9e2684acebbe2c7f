/** A walk over steps, in any direction: from one item to all that can be reached, each once, by a shortest path. */
import type { Step } from './steps.js';

export interface Visit {
  readonly reference: string;
  /** Steps from the start. */
  readonly distance: number;
  /** Undefined for the start alone. */
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
 * @param legs the steps to take from a visit, in order
 * @returns all visits, the start first, nearer ones before farther ones
 */
export function walk(start: string, legs: (visit: Visit) => Iterable<Leg>): readonly Visit[] {
  const visits: Visit[] = [{ reference: start, distance: 0 }];
  const seen = new Set([start]);
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
