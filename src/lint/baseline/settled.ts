/** What a run can be sure of: that a finding was not found says something only where its rule looked at everything. */
import type { Declarations } from '../../declarations/model.js';
import { isKind, type Kind, parseIdentity } from '../../items.js';
import type { CoverageName } from '../../mautic/snapshot.js';
import type { Evidence } from '../coverage-needs.js';
import type { Rule } from '../rule.js';
import type { SnapshotView } from '../snapshot-view.js';
import { canBeMended } from '../unchecked.js';

interface Looked {
  readonly snapshot: SnapshotView;
  readonly rules: readonly Rule[];
  /** Of the rules that are not off. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}

/** Says whether a rule would have found what there is about a subject, as far as that hangs on Mautic or on files. */
export type IsSure = (rule: string, subject: string) => boolean;

/** Kinds that hand their purposes down: what a rule on declarations says of an entry may depend on them. */
const HERITAGE = ['contact_field', 'company_field', 'form', 'segment', 'category', 'campaign'] as const satisfies readonly Kind[];

/** Whether a rule ran, and all of Mautic was seen that it looks at for a subject. A rule that runs without a snapshot has seen all that it wants. */
export function seenWholeBy({ snapshot, rules, evidence }: Looked): IsSure {
  const known = new Map(rules.map(rule => [rule.id, rule]));
  return (id, subject) => {
    const rule = known.get(id);
    if (rule === undefined || evidence.get(id)?.runs !== true) return false;
    if (snapshot.made === null) return true;
    const kind = parseIdentity(subject)?.kind;
    const isOwn = (of: CoverageName): boolean => of === kind || of.startsWith(`${kind}.`);
    const isSeen = (of: CoverageName): boolean => {
      const { state, why = [] } = snapshot.coverage(of);
      return state === 'complete' || (!isOwn(of) && !canBeMended(why));
    };
    return [...neededFor(rule, isOwn), ...(isKind(kind) ? [kind] : [])].every(isSeen);
  };
}

/** The same where a finding that is no longer there is to be forgotten: only with a snapshot, and when every declaration file was read without a fault. */
export function settledBy({ problems, files }: Declarations, { made }: SnapshotView, isSeenWhole: IsSure): IsSure {
  const isWhole = made !== null && problems.length === 0 && files.every(({ document }) => document.faults.length === 0);
  return (rule, subject) => isWhole && isSeenWhole(rule, subject);
}

/** All that a rule needs as a whole, or for a part; of what it looks at kind by kind, the subject's own kind and its parts, where it has one there. */
function neededFor({ needs = [], per = [], also = [] }: Rule, isOwn: (of: CoverageName) => boolean): readonly CoverageName[] {
  if (needs.length + per.length === 0) return [...HERITAGE, ...also];
  const own = per.filter(isOwn);
  return [...needs, ...(own.length === 0 ? per : own), ...also];
}
