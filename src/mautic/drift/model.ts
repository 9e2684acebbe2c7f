/** What differs between two snapshots. */
import type { Action, CampaignEvent, Count, Coverage, CoverageName, Item, Made, Option, Use } from '../snapshot.js';

/** Not Mautic changed, but what is seen of it. */
export type Sight = 'more' | 'less';

/** One of the two snapshots, as far as what changed refers to it. */
export interface Side {
  readonly made: Made;
  /** Items by reference: names for the references in properties and uses. */
  readonly items: ReadonlyMap<string, Item>;
}

export interface Subject {
  readonly item: Item;
  /** How the item is referred to in its own snapshot. */
  readonly reference: string;
}

/** An item that only one snapshot has. */
export interface Arrival extends Subject {
  /** False: the other snapshot did not see all of its kind, so that it may have been there, too. */
  readonly isProven: boolean;
  /** Of a form: what it asks, in its order. */
  readonly questions: readonly Subject[];
}

export interface Renaming {
  readonly before: Subject;
  readonly after: Subject;
}

export type PropertyValue = string | number | boolean | readonly string[];

export interface PropertyChange {
  /** As in the snapshot; `upload.public` for a property inside of one. */
  readonly name: string;
  /** Left out: there was none, or (with `sight`) it was not seen. */
  readonly before?: PropertyValue;
  readonly after?: PropertyValue;
  readonly sight?: Sight;
}

export type ListName = 'options' | 'actions' | 'events';
export type Entry = Option | Action | CampaignEvent;

/** An answer, an action, or an event; without `before` it came, without `after` it went. */
export interface EntryChange {
  readonly list: ListName;
  readonly before?: Entry;
  readonly after?: Entry;
  readonly properties: readonly PropertyChange[];
}

/** Without `before` the use came, without `after` it went; with both, its condition or manner changed. */
export interface UseChange {
  readonly before?: Use;
  readonly after?: Use;
  readonly sight?: Sight;
}

export interface ItemChange {
  readonly before: Subject;
  readonly after: Subject;
  readonly properties: readonly PropertyChange[];
  readonly entries: readonly EntryChange[];
  /** Lists that have another order now. */
  readonly reordered: readonly ListName[];
  readonly uses: readonly UseChange[];
  /** The same filter rows, joined by AND and OR in another way, or in another order. */
  readonly filters?: 'regrouped' | 'reordered';
  /** Of a form. */
  readonly questions?: Changes;
}

/** Each list by kind, then id. */
export interface Changes {
  readonly came: readonly Arrival[];
  readonly went: readonly Arrival[];
  readonly renamed: readonly Renaming[];
  readonly changed: readonly ItemChange[];
}

export type SeenState = Pick<Coverage, 'state' | 'why' | 'skipped'> & {
  /** Rows that Mautic has and that were not read. */
  readonly unread?: number;
};

export interface CoverageChange {
  readonly of: CoverageName;
  readonly before: SeenState;
  readonly after: SeenState;
  /** Left out: as much as before, for other reasons. */
  readonly sight?: Sight;
}

/** Without `before` or `after`: not counted there. */
export interface CountChange {
  readonly of: string;
  readonly how: Count['how'];
  /** Date of an `older` count. */
  readonly until?: string;
  readonly before?: Count['n'];
  readonly after?: Count['n'];
}

export interface Drift extends Changes {
  readonly before: Side;
  readonly after: Side;
  readonly pairedBy: 'id' | 'identity';
  readonly coverage: readonly CoverageChange[];
  readonly counts: readonly CountChange[];
  /** People were counted in one snapshot only. */
  readonly counted?: Sight;
}
