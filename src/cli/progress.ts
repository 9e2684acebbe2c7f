/** Progress of long work: one line on a terminal that is written over, nothing anywhere else. */
import type { Io } from './io.js';

const MILLISECONDS_BETWEEN = 100;

export interface Progress {
  show(text: string): void;
  /** Takes the line away. */
  done(): void;
}

/**
 * Writes at most one line in a while, cut at the width of the terminal, and `done` takes it away; where standard error is no terminal,
 * nothing.
 */
export function progressOn(io: Io): Progress {
  if (!io.stderr.isTTY) return { show: () => undefined, done: () => undefined };
  let last = 0;
  return {
    show: text => {
      const now = io.now().getTime();
      if (now - last < MILLISECONDS_BETWEEN) return;
      last = now;
      io.stderr.write(`\r\u001b[2K${text.slice(0, io.stderr.columns - 1)}`);
    },
    done: () => io.stderr.write('\r\u001b[2K'),
  };
}
