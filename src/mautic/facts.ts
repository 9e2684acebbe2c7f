/**
 * What an answer showed, as plain data: drafts of items and what the answer says about its list. A collection is the fold of facts in any
 * order, so they can be kept beside the snapshot and told again when a pull goes on.
 */
import type { Kind } from '../items.js';
import type { Draft } from './draft.js';
import type { Series } from './series.js';
import type { Count, ReasonCode } from './snapshot.js';

export type Fact =
  | { readonly is: 'draft'; readonly draft: Draft }
  /** A row that is no item: its id, else a digest that tells it from others. */
  | { readonly is: 'bad-row'; readonly kind: Kind; readonly row: number | string }
  | { readonly is: 'series'; readonly series: Series }
  /** Keys that rows of API v2 have: it leaves nulls out. */
  | { readonly is: 'keys'; readonly kind: Kind; readonly keys: readonly string[] }
  /** A campaign step in API v2; undefined: the row does not say whether it is deleted. */
  | { readonly is: 'step'; readonly id: number; readonly deleted?: boolean }
  | ListSeen
  /** The total of a list of v2; of `field`: contact and company fields together. */
  | { readonly is: 'count'; readonly kind: Kind | 'field'; readonly total: number }
  /** Rows of several makers stand in one list: it is not that of a role that sees only its own items. */
  | { readonly is: 'several-makers'; readonly kind: Kind }
  /** How many answers a form has got, masked; by its id (API v2). */
  | { readonly is: 'answers'; readonly form: number; readonly n: Count['n'] }
  | { readonly is: 'failure'; readonly kind: Kind; readonly reason: ReasonCode; readonly api: 1 | 2 }
  | { readonly is: 'host'; readonly host: string }
  | { readonly is: 'source'; readonly source: 'api' | 'export' };

/** An answer about a kind was seen, even if it had no rows. */
export interface ListSeen {
  readonly is: 'list';
  readonly kind: Kind;
  /** Which of the three totals of a kind this is: of a plain list, of v2, of a list with a `where`; `none`: a single item, a filtered list. */
  readonly as: 'plain' | 'v2' | 'where' | 'none';
  readonly total?: number;
  /** Ids of a list whose request is known, in ascending order, and where it started; left out for lists with a condition. */
  readonly page?: { readonly ids: readonly number[]; readonly start: number };
  /** Ids in a list asked with `published=1`. */
  readonly published?: readonly number[];
}
