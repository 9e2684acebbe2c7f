/** Whether a rule's evidence is there: a rule whose evidence is missing is not run, never passed. */
import { isKind, type Kind } from '../items.js';
import type { CoverageName } from '../mautic/snapshot.js';
import type { NotRun, Rule } from './rule.js';
import type { SnapshotView } from './snapshot-view.js';

export interface Evidence {
  readonly runs: boolean;
  /** Kinds of `per` that were seen well enough. */
  readonly kinds: ReadonlySet<Kind>;
  readonly notRun: readonly NotRun[];
}

/**
 * Holds a rule's `needs` and `per` against the coverage. A kind that was seen in part is enough for what can be proven from one item,
 * not for rules that need the complete snapshot.
 * @param hasBase there is an earlier policy to compare with
 */
export function evidenceFor(rule: Rule, snapshot: SnapshotView, hasBase = true): Evidence {
  const seen = evidenceIn(rule, snapshot);
  if (hasBase || rule.base === undefined || !seen.runs) return seen;
  const without: NotRun = { rule: rule.id, of: 'base', why: ['no-base'] };
  return { ...seen, runs: rule.base === 'part', notRun: [...seen.notRun, without] };
}

function evidenceIn(rule: Rule, snapshot: SnapshotView): Evidence {
  const missing = (of: CoverageName): NotRun[] => {
    const { state, why } = snapshot.coverage(of);
    const enough = state === 'complete' || (state === 'partial' && rule.evidence !== 'needs-complete-snapshot');
    return enough ? [] : [{ rule: rule.id, of, why: why ?? [] }];
  };
  const needs = rule.needs ?? [];
  const per = rule.per ?? [];
  if (snapshot.made === null) {
    const without: NotRun[] = needs.length + per.length > 0 ? [{ rule: rule.id, of: 'snapshot', why: ['no-snapshot'] }] : [];
    return { runs: without.length === 0, kinds: new Set(), notRun: without };
  }
  const lacking = withoutPartsOf(needs.flatMap(missing));
  if (lacking.length > 0) return { runs: false, kinds: new Set(), notRun: lacking };
  const unseen = per.flatMap(missing);
  const isSeen = (kind: Kind): boolean => !unseen.some(({ of }) => of === kind || of.startsWith(`${kind}.`));
  const kinds = new Set(per.filter(isKind).filter(isSeen));
  return { runs: per.length === 0 || kinds.size > 0, kinds, notRun: withoutPartsOf(unseen) };
}

/** Of a kind that is missing, the parts and numbers are missing, too: the kind says it all. */
function withoutPartsOf(entries: readonly NotRun[]): readonly NotRun[] {
  return entries.filter(({ of }) => !entries.some(kind => of.startsWith(`${kind.of}.`)));
}
