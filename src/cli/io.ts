/** The world as the command line sees it, handed in so that tests can stand in for it. */
import type { Limits } from './plugins/limits.js';

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in columns; 80 when it is no terminal. */
  readonly columns: number;
}

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The current time. */
  readonly now: () => Date;
  /** Milliseconds since any moment, to measure with. */
  readonly clock: () => number;
  /** From now on Ctrl-C ends the program in the middle of a step, until what is given back is called: for long steps that write nothing. */
  readonly letGo?: () => () => void;
  /** What a rule of the team's own may take, where that is not as usual. */
  readonly ruleLimits?: Limits;
}

/** Colours are for terminals, unless `NO_COLOR` is set; `FORCE_COLOR` asks for them anywhere (https://no-color.org). */
export function wantsColour(io: Io, output: Output): boolean {
  if (io.env.NO_COLOR !== undefined && io.env.NO_COLOR !== '') return false;
  if (![undefined, '', '0'].includes(io.env.FORCE_COLOR)) return true;
  return output.isTTY && io.env.TERM !== 'dumb';
}

/** Today in UTC, `2026-11-25`. */
export function today(io: Io): string {
  return io.now().toISOString().slice(0, 10);
}
