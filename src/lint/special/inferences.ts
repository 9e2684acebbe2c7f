/** Segments, point rules and campaigns that draw a sensitive matter out of what people looked at, answered or were marked with. */
import type { AnyUse, How, Item } from '../../mautic/snapshot.js';
import { isSeen } from '../declared/undeclared.js';
import type { Indexed } from '../forms/questions.js';
import type { Category } from '../lexicon/lexicon.js';
import { type Spoken, spokenOf } from './answers.js';
import type { Content } from './contents.js';

export interface Inference {
  readonly item: Item;
  readonly reference: string;
  /** What it is drawn from, as people read it. */
  readonly value: string;
  readonly category: Category;
}

/** What is looked for, and what answers it. */
export interface Wanted {
  readonly how: How;
  readonly categories: ReadonlySet<Category>;
  /** Is this use of it none of the rule's business? */
  readonly isOther: (use: AnyUse, item: Spoken) => boolean;
  /** Is it answered at the item, or at what it is drawn from? */
  readonly isAnswered: (spoken: Spoken, category: Category) => boolean;
}

/** Of each live item every value once, in the order of its uses. */
export function inferences(context: Indexed, items: readonly Item[], wanted: Wanted): readonly Inference[] {
  const { snapshot, policy, uses, indexes } = context;
  return items.flatMap(item => {
    if (!policy.isLive(item) || !isSeen(item)) return [];
    const reference = snapshot.reference(item);
    const own = uses.from(reference, wanted.how);
    if (own.length === 0) return [];
    const spoken = spokenOf(item, policy);
    const found = new Map<string, Inference>();
    for (const use of own) {
      if (wanted.isOther(use, spoken)) continue;
      for (const content of indexes.contents(use)) {
        const category = openCategory(content, spoken, wanted);
        if (category === undefined || found.has(content.value)) continue;
        found.set(content.value, { item, reference, value: content.value, category });
      }
    }
    return [...found.values()];
  });
}

function openCategory({ categories, of }: Content, item: Spoken, { isAnswered, ...wanted }: Wanted): Category | undefined {
  return categories.find(category => {
    if (!wanted.categories.has(category) || isAnswered(item, category)) return false;
    return of === undefined || !isAnswered(of, category);
  });
}
