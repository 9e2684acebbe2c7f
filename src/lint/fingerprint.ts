/** The same finding has the same fingerprint, whatever its line or wording: for SARIF, Code Quality and those who compare two runs. */
import type { RuleFinding } from '../finding.js';
import { hashText } from '../text/hash.js';

/**
 * A function that gives each finding sixteen hexadecimal digits over rule, subject, key and a counter for repeats. They are worked out when
 * somebody asks: what people read does not show them.
 */
export function fingerprinter(): (rule: string, finding: RuleFinding) => () => string {
  const repeatOf = repeatCounter();
  return (rule, finding) => {
    const repeat = repeatOf(rule, finding);
    return () => hashText(`${nameOf(rule, finding)}${repeat}`).slice(0, 16);
  };
}

/** A function that tells of each finding how many with the same rule, subject and key came before it. */
export function repeatCounter(): (rule: string, finding: Named) => number {
  const repeats = new Map<string, number>();
  return (rule, finding) => {
    const name = nameOf(rule, finding);
    const repeat = repeats.get(name) ?? 0;
    repeats.set(name, repeat + 1);
    return repeat;
  };
}

type Named = Pick<RuleFinding, 'subject' | 'key'>;

function nameOf(rule: string, { subject, key }: Named): string {
  return JSON.stringify([rule, subject, key ?? '']);
}
