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
 * Holds a rule's `needs`, `per` and `also` against the coverage. A kind that was seen in part is enough for what can be proven from one item,
 * not for rules that need the complete snapshot, nor for what hangs on `also`.
 * @param beside what there is beside declarations and snapshot: an earlier policy to compare with, a scan of the website
 */
export function evidenceFor(rule: Rule, snapshot: SnapshotView, beside: Readonly<Record<Beside, boolean>>): Evidence {
  const seen = evidenceIn(rule, snapshot);
  const lacking = seen.runs ? BESIDE.filter(of => !beside[of] && rule[of] !== undefined) : [];
  if (lacking.length === 0) return seen;
  const without = lacking.map((of): NotRun => ({ rule: rule.id, of, why: [`no-${of}`] }));
  return { ...seen, runs: lacking.every(of => rule[of] === 'part'), notRun: [...seen.notRun, ...without] };
}

/** What a rule can ask for beside declarations and snapshot. */
const BESIDE = ['base', 'website'] as const;
type Beside = (typeof BESIDE)[number];

function evidenceIn(rule: Rule, snapshot: SnapshotView): Evidence {
  const isWhole = (of: CoverageName): boolean => snapshot.coverage(of).state === 'complete';
  const isEnough = (of: CoverageName): boolean =>
    isWhole(of) || (snapshot.coverage(of).state === 'partial' && rule.evidence !== 'needs-complete-snapshot');
  const told = (all: readonly CoverageName[]): readonly NotRun[] =>
    withoutParts(all.map(of => ({ rule: rule.id, of, why: snapshot.coverage(of).why ?? [] })));
  const { needs = [], per = [], also = [] } = rule;
  if (snapshot.made === null) {
    const runs = needs.length + per.length === 0;
    const without: NotRun[] = runs && also.length === 0 ? [] : [{ rule: rule.id, of: 'snapshot', why: ['no-snapshot'] }];
    return { runs, kinds: new Set(), notRun: without };
  }
  // As for most rules of most runs.
  if (needs.every(isEnough) && per.every(isEnough) && also.every(isWhole)) {
    return { runs: true, kinds: new Set(per.filter(isKind)), notRun: NOTHING };
  }
  const lacking = needs.filter(of => !isEnough(of));
  if (lacking.length > 0) return { runs: false, kinds: new Set(), notRun: told(lacking) };
  const unseen = per.filter(of => !isEnough(of));
  const isSeen = (kind: Kind): boolean => !unseen.some(of => of === kind || of.startsWith(`${kind}.`));
  const kinds = new Set(per.filter(isKind).filter(isSeen));
  const short = also.filter(of => !isWhole(of));
  return { runs: per.length === 0 || kinds.size > 0, kinds, notRun: told([...new Set([...unseen, ...short])]) };
}

const NOTHING: readonly NotRun[] = [];

/** Of a kind that is missing, the parts and numbers are missing, too: the kind says it all. */
function withoutParts(entries: readonly NotRun[]): readonly NotRun[] {
  if (entries.length < 2) return entries;
  return entries.filter(({ of }) => !entries.some(kind => of.startsWith(`${kind.of}.`)));
}
