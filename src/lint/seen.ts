/** What is known of Mautic and the website whatever is declared: it stays as it is while declarations change. */
import type { Organisation } from '../generated/declaration.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { later } from '../text/later.js';
import type { Site } from '../website/site.js';
import { type ItemLookup, lookUpItems } from './declared/item-lookup.js';
import { type Lexicon, lexiconFor } from './lexicon/lexicon.js';
import { type Observer, UNOBSERVED } from './observer.js';
import { type SnapshotView, viewSnapshot } from './snapshot-view.js';
import { type ToldBy, toldByItem } from './special/datum-texts.js';
import { indexSteps, type StepIndex } from './usage/steps.js';
import { indexUses, type UseIndex } from './use-index.js';
import { siteUses } from './website/site-uses.js';

export interface Seen {
  readonly snapshot: SnapshotView;
  readonly uses: UseIndex;
  /** Every step from one item to another: uses, and what belongs to what. */
  steps(): StepIndex;
  /** What Mautic has, by kind and key. */
  byKey(): ItemLookup;
  /** The words that tell sensitive data to a team of some languages and trade, and what they tell of fields and questions. */
  wordsFor(languages: ReadonlySet<string>, sector: Organisation['sector']): { readonly lexicon: Lexicon; readonly told: ToldBy };
}

export interface Evidence {
  /** Null when there is none. */
  readonly snapshot: Snapshot | null;
  /** What the code of the website sends; left out or null: it was not scanned. */
  readonly site?: Site | null;
  /** Address of the instance, for links. */
  readonly url?: string;
}

/** Indexes the evidence; each index is made when it is first asked for. */
export function seenIn({ snapshot: file, site = null, url }: Evidence, watch: Observer = UNOBSERVED): Seen {
  const snapshot = watch.measure('snapshot', () => viewSnapshot(file, url));
  const uses = watch.measure('uses', () => indexUses([...(file?.uses ?? []), ...siteUses(site, snapshot)]));
  const words = new Map<string, ReturnType<Seen['wordsFor']>>();
  return {
    snapshot,
    uses,
    steps: later(() => watch.measure('steps', () => indexSteps(snapshot, uses.all))),
    byKey: later(() => watch.measure('items by key', () => lookUpItems(snapshot))),
    wordsFor: (languages, sector) => {
      const key = [...languages, sector ?? ''].join(' ');
      const known = words.get(key);
      if (known !== undefined) return known;
      const lexicon = lexiconFor({ languages, ...(sector === undefined ? {} : { sector }) });
      const made = { lexicon, told: toldByItem(snapshot, lexicon) };
      words.set(key, made);
      return made;
    },
  };
}
