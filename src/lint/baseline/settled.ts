/** What a run can be sure of: that a finding was not found says something only where its rule looked at everything. */
import type { Declarations } from '../../declarations/model.js';
import { isKind, type Kind, parseIdentity } from '../../items.js';
import type { CoverageName } from '../../mautic/snapshot.js';
import type { Evidence } from '../coverage-needs.js';
import type { Rule } from '../rule.js';
import type { SnapshotView } from '../snapshot-view.js';
import { canBeMended } from '../unchecked.js';

export interface Looked {
  readonly declarations: Declarations;
  readonly snapshot: SnapshotView;
  readonly rules: readonly Rule[];
  /** Of the rules that are not off. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}

/** Kinds that hand their purposes down: what a rule on declarations says of an entry may depend on them. */
const HERITAGE = ['contact_field', 'company_field', 'form', 'segment', 'category', 'campaign'] as const satisfies readonly Kind[];

/**
 * A function that tells whether a rule would have found what there is about a subject: it ran, all it needs was seen whole, and every
 * declaration file was read without a fault.
 */
export function settledBy({ declarations, snapshot, rules, evidence }: Looked): (rule: string, subject: string) => boolean {
  const known = new Map(rules.map(rule => [rule.id, rule]));
  const isWhole = declarations.problems.length === 0 && declarations.files.every(({ document }) => document.faults.length === 0);
  return (id, subject) => {
    const rule = known.get(id);
    if (!isWhole || snapshot.made === null || rule === undefined || evidence.get(id)?.runs !== true) return false;
    const kind = parseIdentity(subject)?.kind;
    const isOwn = (of: CoverageName): boolean => of === kind || of.startsWith(`${kind}.`);
    const isSeen = (of: CoverageName): boolean => {
      const { state, why = [] } = snapshot.coverage(of);
      return state === 'complete' || (!isOwn(of) && !canBeMended(why));
    };
    return [...neededFor(rule, isOwn), ...(isKind(kind) ? [kind] : [])].every(isSeen);
  };
}

/** All that a rule needs as a whole; of what it looks at kind by kind, the subject's own kind and its parts, where it has one there. */
function neededFor({ needs = [], per = [] }: Rule, isOwn: (of: CoverageName) => boolean): readonly CoverageName[] {
  if (needs.length + per.length === 0) return HERITAGE;
  const own = per.filter(isOwn);
  return [...needs, ...(own.length === 0 ? per : own)];
}
