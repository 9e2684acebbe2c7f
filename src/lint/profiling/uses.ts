/** Which purposes rate or watch people. */
import type { Purpose, Use } from '../../generated/declaration.js';

/** What cannot be done without a profile of each person. */
const PROFILING_USES: ReadonlySet<Use> = new Set<Use>(['behavioural-profiling', 'lead-scoring']);

/** Does a purpose say so, or is it profiling by its use? */
export function profiles({ profiling = 'none', use }: Purpose): boolean {
  return profiling !== 'none' || isProfilingUse(use);
}

/** Does a use of the vocabulary profile by itself, whatever `profiling` says? */
export function isProfilingUse(use: Use | undefined): boolean {
  return use !== undefined && PROFILING_USES.has(use);
}
