/** What several rules need of declarations and snapshot together: worked out when it is first asked for, and then handed to all. */
import type { Declarations } from '../declarations/model.js';
import { type ConsentBox, type ConsentHolders, consentBoxes, consentHolders } from './consent/holders.js';
import { languagesOf } from './languages.js';
import { type Lexicon, lexiconFor } from './lexicon/lexicon.js';
import type { Policy } from './policy.js';
import type { SnapshotView } from './snapshot-view.js';
import type { Stopwatch } from './stopwatch.js';
import { indexSteps, type StepIndex } from './usage/steps.js';
import type { UseIndex } from './use-index.js';

export interface Indexes {
  /** What is declared to hold a consent. */
  readonly consentHolders: ConsentHolders;
  /** Boxes of live forms that ask for a consent. */
  readonly consentBoxes: readonly ConsentBox[];
  /** Every step from one item to another: uses, and what belongs to what. */
  readonly steps: StepIndex;
  /** Words that tell sensitive data, in the languages and the sector of the organisation. */
  readonly lexicon: Lexicon;
}

interface Known {
  readonly declarations: Declarations;
  readonly snapshot: SnapshotView;
  readonly uses: UseIndex;
  readonly policy: Policy;
}

export function indexesOf(known: Known, watch: Stopwatch): Indexes {
  const { declarations, snapshot, uses } = known;
  const once = <T>(name: string, make: () => T): (() => T) => memoized(() => watch.measure(name, make));
  const holders = once('consent holders', () => consentHolders(declarations));
  const boxes = once('consent boxes', () => consentBoxes(known, holders()));
  const steps = once('steps', () => indexSteps(snapshot, uses.all));
  const lexicon = once('lexicon', () => {
    const { sector } = declarations.organisation.value;
    return lexiconFor({ languages: languagesOf(declarations), ...(sector === undefined ? {} : { sector }) });
  });
  return {
    get consentHolders() {
      return holders();
    },
    get consentBoxes() {
      return boxes();
    },
    get steps() {
      return steps();
    },
    get lexicon() {
      return lexicon();
    },
  };
}

function memoized<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
