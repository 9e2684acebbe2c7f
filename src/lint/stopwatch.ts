/** Where the time goes: milliseconds by name, what runs inside something else counted only once. */
import { type Observer, UNOBSERVED } from './observer.js';

/** `measure` adds the time of the work to the name, without the time of what is measured inside it. */
export interface Stopwatch extends Observer {
  /** Milliseconds by name, in the order in which the names first ended. */
  readonly times: ReadonlyMap<string, number>;
}

/** @param clock milliseconds since any moment */
export function stopwatch(clock: () => number): Stopwatch {
  const times = new Map<string, number>();
  let inside = 0;
  return {
    ...UNOBSERVED,
    times,
    measure: (name, work) => {
      const [started, outside] = [clock(), inside];
      inside = 0;
      try {
        return work();
      } finally {
        const whole = clock() - started;
        times.set(name, (times.get(name) ?? 0) + whole - inside);
        inside = outside + whole;
      }
    },
  };
}

/** Measures nothing. */
export const NO_STOPWATCH: Stopwatch = { ...UNOBSERVED, times: new Map() };
