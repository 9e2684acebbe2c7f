/** `--timing`: where the time of a check went. */
import type { Language } from '../finding.js';
import { say } from './messages.js';

/**
 * A line for each rule, slowest first, then the total; what is no rule (reading, what several rules share) stands in brackets.
 * @param times milliseconds by name
 * @param rules ids of all rules
 */
export function timesTable(times: ReadonlyMap<string, number>, rules: ReadonlySet<string>, language: Language): string {
  const rows = [...times].sort(([, a], [, b]) => b - a).map(([name, ms]) => line(ms, rules.has(name) ? name : `(${name})`));
  const total = [...times.values()].reduce((sum, ms) => sum + ms, 0);
  return [say('timing', language), ...rows, line(total, say('timing-total', language)), ''].join('\n');
}

function line(milliseconds: number, name: string): string {
  return `${milliseconds.toFixed(1).padStart(9)}  ${name}`;
}
