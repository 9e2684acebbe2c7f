/** What a kind's file says about its rows: where key, properties, references and uses come from. Tables; `reduce.ts` walks them. */
import type { UnknownRecord } from '../../guards.js';
import type { Kind } from '../../items.js';
import type { DraftUse, Source, Target } from '../draft.js';
import type { Column } from './columns.js';

/** Everything that is not one key → one property. */
export interface More {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly masked?: readonly string[];
  readonly links?: Readonly<Record<string, Target | null>>;
  readonly uses?: Readonly<Record<string, readonly DraftUse[]>>;
}

/** Rows of other items inside a row. */
export interface Nested {
  readonly keys: readonly string[];
  readonly kind: Kind;
  /** A/B variants, translations and form fields: these are whole rows, everything else that is nested is thin. */
  readonly whole?: true;
  /** Which reference of the nested row points to the row that holds it. */
  readonly parent?: 'form' | 'variant_of' | 'translation_of';
}

/** What a null means that API v2 left out. */
export interface NullEffect {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly links?: Readonly<Record<string, null>>;
  readonly uses?: readonly string[];
}

export interface KindReader {
  readonly kind: Kind;
  /** The text that the key is made of; anything but a text or a number: the row is no item. */
  readonly key: (row: UnknownRecord) => unknown;
  readonly columns: readonly Column[];
  /** Whether a row of API v1 is of the long form (docs/snapshot-format.md, section 7.1); rows of v2 and of exports are. */
  readonly full: (row: UnknownRecord) => boolean;
  readonly nested?: readonly Nested[];
  readonly nulls?: Readonly<Record<string, NullEffect>>;
  readonly more?: (row: UnknownRecord, source: Source) => More;
}

/** A row is full when it has all of these keys. */
export function has(...keys: readonly string[]): (row: UnknownRecord) => boolean {
  return row => keys.every(key => Object.hasOwn(row, key));
}

/** For kinds whose every row shows the whole item. */
export const always = (): boolean => true;
