/**
 * What readers make of one row of an answer before everything is put together: the item as far as this answer shows it, and its uses
 * with targets as Mautic names them (ids, aliases, names). Drafts of one item are merged property by property; then uses get their
 * final targets. Bodies never get this far: they are read into uses and flags, and dropped.
 */

import type { Kind } from '../items.js';
import type { Use } from './snapshot.js';

/** A target as Mautic names it. */
export type Target =
  | { readonly kind: Kind; readonly id: number }
  | { readonly kind: Kind; readonly key: string }
  /** Any item of the kind (an empty list in Mautic means any): `kind:*`. */
  | { readonly kind: Kind; readonly any: true }
  /** A field by alias: of the object named, else the contact field that exists, else the company field, else `contact_field:<alias>` (dangling). */
  | { readonly field: string; readonly object?: 'contact' | 'company' }
  /** A question of the same form, by alias or by id. */
  | { readonly question: string | number; readonly form?: number }
  /** `tracking:…`, `record:…`, `recipient:…` as written. */
  | { readonly pseudo: string };

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A use whose `from` is the draft's item and whose `to` is not resolved yet. Keys given as undefined are left out at the end. */
export type DraftUse = Pick<Use, 'how' | 'at'> &
  Loose<Omit<Use, 'from' | 'to' | 'how' | 'at'>> & {
    readonly to: Target;
    /** Filter values, kept as `values` only when the target field has options and all of these are among them. */
    readonly candidates?: readonly string[] | undefined;
    /** Kept as `value` only when the target is a boolean field (or an unsubscribe flag). */
    readonly flag?: 'yes' | 'no' | undefined;
  };

/** Where an answer stands in the order of trust when two of the same time differ. */
export type Source = 'v1-single' | 'v1-list' | 'v2' | 'export';

export interface Draft {
  readonly kind: Kind;
  readonly id: number;
  readonly source: Source;
  /** Nested or `minimal`: gives only id, key, title, category, and only where no full answer has the item. */
  readonly thin: boolean;
  /** `dateModified` (else `dateAdded`) as it came, for "the later answer wins"; `""` when the answer has none. */
  readonly stamp: string;
  /** Every property that this answer shows; what is absent was not seen. `key`, `category` and other references are filled in after merging. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** References to other items as Mautic names them, by property (`category`, `form`, `variant_of`, `translation_of`, `other_mapping`); null: `none`. */
  readonly links: Readonly<Record<string, Target | null>>;
  /** Names of properties in whose text something was masked. */
  readonly masked: readonly string[];
  /** True for a row of an answer about the kind itself, false for what is nested in another item. */
  readonly own: boolean;
  /** API v2 leaves nulls out: keys of the kind's table of nulls that this row does not have. They count as null only when another row has them. */
  readonly missing: readonly string[];
  /** Uses by group (`field`, `filters`, `actions`, `body`, `events` …); a group that is present replaces or is replaced as a whole. */
  readonly uses: Readonly<Record<string, readonly DraftUse[]>>;
}
