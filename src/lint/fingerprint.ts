/** The same finding has the same fingerprint, whatever its line or wording: for baselines, SARIF and Code Quality. */
import { createHash } from 'node:crypto';
import type { RuleFinding } from '../finding.js';

/** A function that gives each finding sixteen hexadecimal digits over rule, subject, key and a counter for repeats. */
export function fingerprinter(): (rule: string, finding: RuleFinding) => string {
  const repeats = new Map<string, number>();
  return (rule, finding) => {
    const base = JSON.stringify([rule, finding.subject, finding.key ?? '']);
    const repeat = repeats.get(base) ?? 0;
    repeats.set(base, repeat + 1);
    return createHash('sha256').update(`${base}${repeat}`).digest('hex').slice(0, 16);
  };
}
