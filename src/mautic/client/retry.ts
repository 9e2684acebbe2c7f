/** When to ask again, and after how long. */

const RETRIES = 4;
const FIRST_MS = 1_000;
const LONGEST_MS = 20_000;
/** Longer than this nobody waits for a limit to end: the run stops and says when to come back. */
const PATIENCE_MS = 120_000;

/** How one attempt went. */
export interface Attempt<T> {
  readonly result: T;
  /** It may go better the next time. */
  readonly passing: boolean;
  /** What the server said about when. */
  readonly afterMs?: number;
}

export interface Waiting {
  readonly random: () => number;
  /** Resolves when it is time to go on, or at once when all is stopped. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Asks until the result is final, at most 4 times more. */
export async function patiently<T>(attempt: () => Promise<Attempt<T>>, { random, wait }: Waiting): Promise<T> {
  for (let tries = 0; ; tries++) {
    const { result, passing, afterMs = 0 } = await attempt();
    if (!passing || tries >= RETRIES || afterMs > PATIENCE_MS) return result;
    await wait(afterMs + backOff(tries, random));
  }
}

/** Full jitter: two clients that failed together do not come back together. */
export function backOff(tries: number, random: () => number): number {
  return Math.round(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** tries));
}

/** Below this `X-RateLimit-Reset` is a number of seconds, above it a time (Mautic sends a time). */
const EARLIEST_TIME_S = 1_000_000_000;

/** Milliseconds until the server wants to be asked again: `Retry-After` (seconds or a date), else `X-RateLimit-Reset`. Undefined: it did not say. */
export function afterOf(headers: Headers, now: Date): number | undefined {
  const until = (ms: number): number => Math.max(0, ms - now.getTime());
  const after = headers.get('retry-after') ?? '';
  if (/^\d{1,9}$/u.test(after)) return Number(after) * 1000;
  const date = /[a-z]/iu.test(after) ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(date)) return until(date);
  const reset = headers.get('x-ratelimit-reset') ?? '';
  if (!/^\d{1,12}$/u.test(reset)) return undefined;
  const seconds = Number(reset);
  return seconds < EARLIEST_TIME_S ? seconds * 1000 : until(seconds * 1000);
}
