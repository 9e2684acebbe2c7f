/** What a segment sorts people by: its own filters, and those of the segments it is made of. */
import type { Step, StepIndex } from '../usage/steps.js';
import { walk } from '../usage/walk.js';

interface Filter {
  readonly step: Step;
  /** The segment whose filter it is: the one asked about, or one inside it. */
  readonly segment: string;
}

/**
 * The filters of a segment, nearest first, each target once. Circles and segments that are reached twice end where they were seen.
 * @param isOpen whether to look into a segment
 */
export function filtersOf(segment: string, index: StepIndex, isOpen: (segment: string) => boolean): readonly Filter[] {
  const filters = (reference: string): readonly Step[] => index.from(reference).filter(({ how }) => how === 'filters');
  if (filters(segment).length === 0) return [];
  const inside = walk(segment, ({ reference }) =>
    filters(reference).flatMap(step => (step.to.startsWith('segment:') && isOpen(step.to) ? [{ step, end: step.to }] : [])),
  );
  const found = new Map<string, Filter>();
  for (const { reference } of inside) {
    for (const step of filters(reference)) if (!isAgeGate(step) && !found.has(step.to)) found.set(step.to, { step, segment: reference });
  }
  return [...found.values()];
}

/** "Born before 18 years ago": keeps children out, and says nothing else. Ages of consent and of majority in Europe lie between these. */
const AGE_GATE = /^-(?:1[3-9]|2[01]) years$/u;

function isAgeGate({ use }: Step): boolean {
  return use?.op === 'less' && AGE_GATE.test(use.value ?? '');
}
