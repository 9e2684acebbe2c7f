/** Small snapshots for tests of drift. */
import { expect } from 'vitest';
import type { Drift, ItemChange } from '../../src/mautic/drift/model.js';
import type { Coverage, Item, ItemOf, Snapshot, Use } from '../../src/mautic/snapshot.js';
import { snapshotOf } from '../../src/output/example.js';

type Content = {
  readonly items: readonly Item[];
  readonly uses?: readonly Use[];
  readonly made?: Partial<Snapshot['made']>;
  readonly coverage?: readonly Coverage[];
};
export const made = (content: Content): Snapshot => snapshotOf({ declarations: '', ...content });

export const references = (list: readonly { readonly reference: string }[]): string[] => list.map(({ reference }) => reference);
export const nothing = { came: [], went: [], renamed: [], changed: [], coverage: [], counts: [] };

/** The one change of a drift that has no other. */
export function only(drift: Drift): ItemChange {
  expect({ ...drift, changed: [] }).toMatchObject(nothing);
  const [change] = drift.changed;
  if (change === undefined || drift.changed.length > 1) throw new Error('not one change');
  return change;
}

export const TAG: ItemOf<'tag'> = { kind: 'tag', id: 1, key: 'vip' };
export const FIELD: ItemOf<'contact_field'> = {
  kind: 'contact_field',
  id: 44,
  key: 'diet',
  title: 'Diet',
  type: 'select',
  required: false,
};
export const FORM: ItemOf<'form'> = { kind: 'form', id: 3, key: 'Newsletter', published: true };
export const PHONE: ItemOf<'form_field'> = {
  kind: 'form_field',
  id: 8,
  key: 'Newsletter/phone',
  title: 'Phone',
  form: 'form:Newsletter',
  type: 'tel',
  required: false,
};
export const SEGMENT: ItemOf<'segment'> = { kind: 'segment', id: 5, key: 'readers', title: 'Readers' };
export const filter = (n: number, group: number, to: string, more: Partial<Use> = {}): Use => ({
  ...{ from: 'segment:readers', how: 'filters', to, at: 'segment.filter', n, group, op: 'is' },
  ...more,
});
