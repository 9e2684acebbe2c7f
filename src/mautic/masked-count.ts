/** Numbers of people, as a snapshot keeps them (docs/snapshot-format.md, section 6). */
import type { Count } from './snapshot.js';

/** `0`, `<5` for one to four, exact to 99, then rounded down to two figures: less to be learnt from the difference of two pulls. */
export function maskedCount(total: number): Count['n'] {
  if (total === 0) return 0;
  if (total < 5) return '<5';
  if (total < 100) return total;
  const unit = 10 ** (String(total).length - 2);
  return Math.floor(total / unit) * unit;
}
