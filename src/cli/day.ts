/** The day of a run. */
import { isDay } from '../declarations/days.js';
import { textOption } from './arguments.js';
import type { Arguments } from './command.js';
import { type Io, today } from './io.js';
import { EXIT, Stop } from './stop.js';

/**
 * `--now`, else today.
 * @throws Stop (exit 2) for what is no day
 */
export function dayOf(args: Arguments, io: Io): string {
  const value = textOption(args, 'now');
  if (value === undefined) return today(io);
  if (!isDay(value)) throw new Stop(EXIT.usage, 'bad-date', { value });
  return value;
}
