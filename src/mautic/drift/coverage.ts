/** What two snapshots saw of each kind and part. */
import { KINDS } from '../../items.js';
import type { Coverage, CoverageName, Item, Snapshot, Use } from '../snapshot.js';
import type { CoverageChange, SeenState, Sight } from './model.js';

/** A part has the state of its kind where it is not written, and is not told where the kind has no rows. */
export interface Seen {
  readonly names: readonly CoverageName[];
  of(name: CoverageName): Coverage | undefined;
  isComplete(name: CoverageName): boolean;
  isUnseen(use: Use, item: Item): boolean;
}

/** Coverage by name; numbers of people have none unless it is written, since nobody may have asked for them. */
export function seenIn({ coverage }: Snapshot): Seen {
  const entries = new Map(coverage.map(entry => [entry.of, entry]));
  const of = (name: CoverageName): Coverage | undefined => entries.get(name) ?? (isCount(name) ? undefined : entries.get(kindOf(name)));
  return {
    names: coverage.map(entry => entry.of),
    of,
    isComplete: name => of(name)?.state === 'complete',
    isUnseen: (use, item) =>
      PARTS_OF_USES.some(({ part, fits }) => {
        const entry = kindOf(part) === item.kind && fits(use) ? entries.get(part) : undefined;
        return entry !== undefined && entry.state !== 'complete' && (part.includes('.') || entry.why?.includes('export-subset') === true);
      }),
  };
}

/** Uses that are missing when their part was not seen (docs/snapshot-format.md, section 2); exports have no audience of e-mails (section 7). */
const PARTS_OF_USES: readonly { readonly part: CoverageName; readonly fits: (use: Use) => boolean }[] = [
  { part: 'email', fits: use => use.how === 'targets' },
  { part: 'email.excluded', fits: use => use.how === 'excludes' },
  { part: 'email.preference_page', fits: use => use.part === 'preference_page' },
  { part: 'page.scripts', fits: use => use.part === 'head' || use.part === 'footer' },
  { part: 'form_field.mapping', fits: use => use.how === 'collects' },
];

const RANK: Readonly<Record<Coverage['state'], number>> = { absent: 0, unknown: 1, partial: 1, complete: 2 };

/** In the order of the later snapshot. */
export function coverageChanges(before: Snapshot, after: Snapshot): CoverageChange[] {
  const [old, now] = [seenIn(before), seenIn(after)];
  const hasCounts = before.counts !== undefined && after.counts !== undefined;
  return [...new Set([...now.names, ...old.names])].flatMap(of => {
    if (isCount(of) ? !hasCounts : of.includes('.') && (isEmpty(old, of) || isEmpty(now, of))) return [];
    const [one, other] = [stateOf(old.of(of)), stateOf(now.of(of))];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    const sight = sightOf(one, other);
    return [{ of, before: one, after: other, ...(sight === undefined ? {} : { sight }) }];
  });
}

function isEmpty(seen: Seen, part: CoverageName): boolean {
  return (seen.of(kindOf(part))?.rows ?? 0) === 0;
}

function isCount(name: CoverageName): boolean {
  return name.endsWith('.counts');
}

function kindOf(name: CoverageName): CoverageName {
  return KINDS.find(kind => kind === name || name.startsWith(`${kind}.`)) ?? name;
}

/** Rows alone are told by the items. */
function stateOf(entry: Coverage | undefined): SeenState {
  if (entry === undefined) return { state: 'complete' };
  const { state, why, skipped, rows, total } = entry;
  const unread = rows === undefined || total === undefined ? 0 : total - rows;
  return {
    state,
    ...(why === undefined ? {} : { why }),
    ...(skipped === undefined ? {} : { skipped }),
    ...(unread > 0 ? { unread } : {}),
  };
}

function sightOf(before: SeenState, after: SeenState): Sight | undefined {
  const step = RANK[after.state] - RANK[before.state];
  const unread = (before.unread ?? 0) - (after.unread ?? 0);
  const difference = step === 0 ? unread || (before.skipped ?? 0) - (after.skipped ?? 0) : step;
  if (difference === 0) return undefined;
  return difference > 0 ? 'more' : 'less';
}
