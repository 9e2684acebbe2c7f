/** Waivers: which finding one covers. What is wrong with a waiver itself is a finding of `exception-hygiene`. */
import { group } from '../../collections.js';
import { globOf } from '../../declarations/globs.js';
import type { Declarations, Entry } from '../../declarations/model.js';
import type { Finding } from '../../finding.js';
import type { Waiver } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import type { RuleSetting } from '../rule.js';

/** Shortest reason that counts, in characters. */
export const REASON_LENGTH = 15;

/**
 * Marks the findings that a valid waiver covers: same rule, item or glob, a reason, not past `until`, approved where the rule asks for it.
 * @param now day of the run, `2026-11-25`
 */
export function applyWaivers(
  findings: readonly Finding[],
  declarations: Declarations,
  settings: ReadonlyMap<string, RuleSetting>,
  now: string,
): Finding[] {
  const ruleOf = ({ value }: Entry<Waiver>): string => value.rule ?? '';
  const inForce = declarations.waivers.filter(waiver => isInForce(waiver.value, settings.get(ruleOf(waiver)), now));
  const byRule = group(inForce, ruleOf);
  return findings.map(finding => {
    const waiver = byRule.get(finding.rule)?.find(candidate => covers(candidate.value, finding.subject));
    if (waiver === undefined) return finding;
    const { reason, until, approved_by } = waiver.value;
    return {
      ...finding,
      state: 'waived',
      waiver: {
        ...(reason === undefined ? {} : { reason }),
        ...(until === undefined ? {} : { until }),
        ...(approved_by === undefined ? {} : { approved_by }),
      },
    };
  });
}

/** What a finding about a waiver itself is about. */
export function waiverSubject({ rule = '', item = '' }: Waiver): string {
  return `waiver:${rule}/${item}`;
}

function isInForce(waiver: Waiver, setting: RuleSetting | undefined, now: string): boolean {
  if (setting === undefined || setting.waivable === false) return false;
  if (setting.waivable === 'dpo' && waiver.approved_by !== 'dpo') return false;
  return (waiver.reason ?? '').trim().length >= REASON_LENGTH && waiver.until !== undefined && waiver.until >= now;
}

/** Does the waiver's `item` (identity, or glob with at least three literal characters) name this subject? An id that is not written fits any. */
export function covers(waiver: Waiver, subject: string): boolean {
  if (waiver.item === undefined) return false;
  const named = comparableKey(waiver.item);
  const of = comparableKey(subject);
  if (named === of || named === of.replace(/#\d+$/u, '')) return true;
  return globOf(named)?.matches(of) ?? false;
}
