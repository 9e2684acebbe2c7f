/** How heavy rules weigh: what a branch no longer lets stop anybody. */
import type { SeveritySetting } from '../../finding.js';
import { SEVERITIES } from '../../finding.js';
import type { BranchChange } from './model.js';
import type { Joined } from './sides.js';

/** Changes of rules that both times know; a side whose configuration could not be read knows none. */
export function severityChanges({ before, after }: Pick<Joined, 'before' | 'after'>): BranchChange[] {
  return [...(after.severities ?? [])].flatMap(([rule, now]): BranchChange[] => {
    const was = before.severities?.get(rule);
    if (was === undefined || was === now) return [];
    const kind = rank(now) > rank(was) ? 'rule-weaker' : 'rule-stronger';
    return [{ kind, subject: `rule:${rule}`, name: rule, of: 'rule', place: { item: 'rule' }, before: was, after: now }];
  });
}

function rank(severity: SeveritySetting): number {
  return severity === 'off' ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}
