/** Items that nothing uses and that do nothing to data. */
import { comparableKey, type Kind } from '../../items.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import type { CoverageName, Item } from '../../mautic/snapshot.js';
import { compareText } from '../../text/order.js';
import type { SnapshotView } from '../snapshot-view.js';
import { judgedKinds, type NotJudged } from './judged-kinds.js';
import type { Step, StepIndex } from './steps.js';
import { namedBy, type Unseen, unseenAround } from './surroundings.js';
import { wholesaleUses } from './wholesale.js';

export interface Unused {
  /** By kind, then key. */
  readonly items: readonly Item[];
  readonly judged: readonly Kind[];
  readonly notJudged: readonly NotJudged[];
  /** Kinds whose uses were gone through. */
  readonly searched: readonly CoverageName[];
  /** Uses that name no single item, and so count for none. */
  readonly wholesale: readonly Step[];
  readonly unseen: Unseen;
}

/** What counts as a use of an item of the kind; left out: whatever names it. */
const COUNTS: Readonly<Partial<Record<Kind, ReadonlySet<Step['how']>>>> = {
  segment: new Set(['targets', 'excludes', 'filters', 'decides']),
};

/**
 * Finds them, in kinds that were seen completely together with all that could name them.
 * A use that names no single item (any tag, the whole contact) does not count, nor does what an item does with itself.
 * - contact and company fields: no form asks for it, nothing reads, writes, filters or decides by it; core fields, which cannot be deleted,
 *   are left out
 * - tags: nothing adds or removes it, filters or decides by it; two tags of one text are one
 * - segments: nothing is sent to it or leaves it out, filters or decides by it, and preference pages do not offer it; that people are put
 *   into it is no use
 * - forms: nothing shows it, links to it or waits for it, it has no action, and no question keeps an answer
 * - point groups and stages: nothing writes, filters or decides by it
 * - categories: nothing stands in it, filters by it or links to it; global ones are offered on preference pages and are left out
 * - marketing messages: nothing sends it
 * @param isDeclaredUsed whether the declarations name a use that Mautic does not show
 */
export function unusedItems(snapshot: SnapshotView, index: StepIndex, isDeclaredUsed: (item: Item) => boolean = () => false): Unused {
  const { judged, notJudged } = judgedKinds(snapshot);
  const used = (item: Item): boolean => isUsed(item, snapshot, index) || isDeclaredUsed(item);
  const usedTags = new Set(
    snapshot
      .items('tag')
      .filter(used)
      .map(({ key }) => comparableKey(key)),
  );
  const isUnused = (item: Item): boolean =>
    item.kind === 'tag' ? !usedTags.has(comparableKey(item.key)) : !used(item) && !isKept(item, snapshot, index);
  return {
    items: judged.flatMap(kind => [...snapshot.items(kind)].filter(isUnused).sort((a, b) => compareText(a.key, b.key) || a.id - b.id)),
    judged,
    notJudged,
    searched: [...new Set(judged.flatMap(namedBy))].filter(of => !of.includes('.')),
    wholesale: wholesaleUses(judged, index),
    unseen: unseenAround(judged, snapshot),
  };
}

function isUsed(item: Item, snapshot: SnapshotView, index: StepIndex): boolean {
  const reference = snapshot.reference(item);
  return index.to(reference).some(({ from, how }) => from !== reference && (COUNTS[item.kind]?.has(how) ?? true));
}

/** Is it there for another reason, or not known well enough to say that it is not? */
function isKept(item: Item, snapshot: SnapshotView, index: StepIndex): boolean {
  switch (item.kind) {
    case 'contact_field':
    case 'company_field':
      return item.fixed !== false;
    case 'segment':
      return item.in_preference_centre !== false;
    case 'category':
      return item.bundle === 'global';
    case 'form': {
      const acts = index.from(snapshot.reference(item)).some(({ how }) => how !== 'contains' && how !== 'category');
      const questions = snapshot.fieldsOf(item).filter(bringsAnswer);
      const keeps = questions.some(({ saved, mapping }) => saved !== false || mapping !== 'none');
      return acts || keeps || item.actions === undefined || item.actions.length > 0;
    }
    default:
      return false;
  }
}
