/** What changed between two snapshots: every sort of change. */
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../src/mautic/drift/drift.js';
import type { ItemChange } from '../../src/mautic/drift/model.js';
import type { Coverage, Item, ItemOf, Use } from '../../src/mautic/snapshot.js';
import { museum, withText } from '../output/changed-museum.js';
import { FIELD, FORM, filter, made, nothing, only, PHONE, references, SEGMENT, TAG } from './drift-support.js';

describe('items', () => {
  it('come and go', () => {
    const drift = driftOf(made({ items: [TAG, FIELD] }), made({ items: [FIELD, SEGMENT] }));
    expect(drift).toMatchObject({
      came: [{ reference: 'segment:readers', isProven: true }],
      went: [{ reference: 'tag:vip', isProven: true }],
      ...{ renamed: [], changed: [], coverage: [] },
    });
  });

  it('made anew have another id: one came, one went, and what names them did not change', () => {
    const use = filter(1, 1, 'tag:vip');
    const drift = driftOf(made({ items: [TAG, SEGMENT], uses: [use] }), made({ items: [{ ...TAG, id: 2 }, SEGMENT], uses: [use] }));
    expect([references(drift.came), references(drift.went), drift.changed]).toEqual([['tag:vip'], ['tag:vip'], []]);
  });

  it('change: properties with both values, in the order of the snapshot', () => {
    const now = { ...FIELD, title: 'Diets', required: true, group: 'core' };
    expect(only(driftOf(made({ items: [FIELD] }), made({ items: [now] }))).properties).toEqual([
      { name: 'title', before: 'Diet', after: 'Diets' },
      { name: 'group', after: 'core', sight: 'more' },
      { name: 'required', before: false, after: true },
    ]);
  });

  it('say "none" by absence for some properties, and for those of a type when the type is another', () => {
    const before: ItemOf<'contact_field'> = { ...FIELD, pending: true, options: [{ value: 'a', label: 'A' }] };
    const { options, pending, ...after } = { ...before, type: 'text' };
    expect([options?.length, pending]).toEqual([1, true]);
    expect(only(driftOf(made({ items: [before] }), made({ items: [after] })))).toMatchObject({
      properties: [
        { name: 'type', before: 'select', after: 'text' },
        { name: 'pending', before: true },
      ],
      entries: [{ list: 'options', before: { value: 'a' } }],
    });
    const unseen = { ...after, type: 'select' };
    expect(only(driftOf(made({ items: [before] }), made({ items: [unseen] }))).properties).toEqual([
      { name: 'pending', before: true },
      { name: 'options', sight: 'less' },
    ]);
  });

  it('seen in short form have lost nothing', () => {
    const use = filter(1, 1, 'tag:vip');
    const thin: Item = { kind: 'segment', id: 5, key: 'readers', title: 'Readers', thin: true };
    const drift = driftOf(
      made({ items: [{ ...SEGMENT, published: true, filter_rows: 1 }, TAG], uses: [use] }),
      made({ items: [thin, TAG] }),
    );
    expect(only(drift)).toMatchObject({ properties: [{ name: 'thin', after: true }], uses: [] });
  });

  it('have lists that change entry by entry', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
      { value: 'c', label: 'C' },
    ];
    const now = [
      { value: 'c', label: 'C' },
      { value: 'a', label: 'Aa' },
      { value: 'd', label: 'D' },
    ];
    const change = only(driftOf(made({ items: [{ ...FIELD, options }] }), made({ items: [{ ...FIELD, options: now }] })));
    expect(change).toMatchObject({ properties: [], reordered: ['options'] });
    expect(change.entries).toEqual([
      { list: 'options', before: options[0], after: now[1], properties: [{ name: 'label', before: 'A', after: 'Aa' }] },
      { list: 'options', after: now[2], properties: [] },
      { list: 'options', before: options[1], properties: [] },
    ]);
  });

  it('have steps that are told by id', () => {
    const step = { id: 1, name: 'Send', type: 'email.send', kind: 'action', parent: 0, path: '', delay: 'P0D' } as const;
    const campaign = (events: ItemOf<'campaign'>['events'] & {}): Item => ({ kind: 'campaign', id: 1, key: 'Welcome', events });
    const change = driftOf(
      made({ items: [campaign([step])] }),
      made({ items: [campaign([{ ...step, delay: 'P3D', email_mode: 'marketing' }])] }),
    );
    expect(only(change).entries.map(({ properties }) => properties)).toEqual([
      [
        { name: 'delay', before: 'P0D', after: 'P3D' },
        { name: 'email_mode', after: 'marketing' },
      ],
    ]);
  });
});

describe('uses', () => {
  const items = [SEGMENT, FIELD, TAG];
  const uses = (before: readonly Use[], after: readonly Use[]): ItemChange =>
    only(driftOf(made({ items, uses: before }), made({ items, uses: after })));

  it('come and go; a row put in front moves the others, and that is no change of theirs', () => {
    const [old, gone, now] = [filter(1, 1, 'contact_field:diet'), filter(2, 1, 'tag:vip'), filter(1, 1, 'tag:new')];
    expect(uses([old, gone], [now, { ...old, n: 2 }]).uses).toEqual([{ after: now }, { before: gone }]);
  });

  it('change their condition', () => {
    const [old, now] = [filter(1, 1, 'contact_field:diet'), filter(1, 1, 'contact_field:diet', { op: 'is-not' })];
    expect(uses([old], [now]).uses).toEqual([{ before: old, after: now }]);
  });

  it('are joined in another way, or stand in another order', () => {
    const rows = (group: number): Use[] => [filter(1, 1, 'contact_field:diet'), filter(2, group, 'tag:vip')];
    expect(uses(rows(1), rows(2))).toMatchObject({ uses: [], filters: 'regrouped' });
    const turned = [filter(1, 1, 'tag:vip'), filter(2, 1, 'contact_field:diet')];
    expect(uses(rows(1), turned)).toMatchObject({ uses: [], filters: 'reordered' });
  });

  it('that a part of the coverage shows only now may be old', () => {
    const email: Item = { kind: 'email', id: 1, key: 'Menu' };
    const excluded: Use = { from: 'email:Menu', how: 'excludes', to: 'segment:readers', at: 'email.audience' };
    const coverage: Coverage[] = [{ of: 'email.excluded', state: 'absent', why: ['not-in-version'] }];
    const [unseen, seen] = [made({ items: [email, SEGMENT], coverage }), made({ items: [email, SEGMENT], uses: [excluded] })];
    expect(driftOf(unseen, seen).changed.map(change => change.uses)).toEqual([[{ after: excluded, sight: 'more' }]]);
    expect(driftOf(seen, unseen).changed.map(change => change.uses)).toEqual([[{ before: excluded, sight: 'less' }]]);
    expect(driftOf(unseen, seen).coverage).toEqual([
      { of: 'email.excluded', before: { state: 'absent', why: ['not-in-version'] }, after: { state: 'complete' }, sight: 'more' },
    ]);
  });
});

describe('a rename', () => {
  it('of a form changes neither its questions nor what names them', async () => {
    const drift = driftOf(await museum(), withText(await museum(), 'Volunteer application', 'Helpers'));
    expect(drift).toMatchObject({
      ...nothing,
      renamed: [{ before: { reference: 'form:Volunteer application' }, after: { reference: 'form:Helpers' } }],
    });
  });

  it('of a category, a segment, a tag changes nothing else', async () => {
    const snapshot = await museum();
    for (const [kind, key, other] of [
      ['category', 'form/website-forms', 'form/site'],
      ['segment', 'newsletter-readers', 'readers'],
      ['tag', 'newsletter', 'letter'],
    ] as const) {
      // Only as key and as reference: a text of the same letters is another thing.
      const texts = [`"key":"${key}"`, `"${kind}:${key}"`];
      const later = texts.reduce((done, text) => withText(done, text, text.replace(key, other)), snapshot);
      const drift = driftOf(snapshot, later);
      expect(drift.renamed.map(renaming => renaming.after.reference)).toEqual([`${kind}:${other}`]);
      expect({ ...drift, renamed: [] }).toMatchObject(nothing);
    }
  });

  it('of a question is told under its form', async () => {
    const drift = driftOf(await museum(), withText(await museum(), 'Event registration/mobile', 'Event registration/cell'));
    expect(only(drift)).toMatchObject({
      after: { reference: 'form:Event registration' },
      ...{ properties: [], uses: [] },
      questions: { came: [], went: [], changed: [], renamed: [{ after: { reference: 'form_field:Event registration/cell' } }] },
    });
  });

  it('does not hide that the same name is now another item', () => {
    const use = filter(1, 1, 'tag:b');
    const [a, b]: readonly [Item, Item] = [
      { kind: 'tag', id: 1, key: 'a' },
      { kind: 'tag', id: 2, key: 'b' },
    ];
    const drift = driftOf(made({ items: [SEGMENT, a, b], uses: [use] }), made({ items: [SEGMENT, { ...a, key: 'b' }], uses: [use] }));
    expect(drift).toMatchObject({ went: [{ reference: 'tag:b' }], renamed: [{ after: { reference: 'tag:b' } }] });
    expect(drift.changed.map(({ uses }) => uses)).toEqual([[{ after: use }, { before: use }]]);
  });

  it('to a key that another item has adds ids to references, and nothing changes', () => {
    const items: Item[] = [FORM, PHONE, { ...FORM, id: 4, key: 'Shop' }];
    const use: Use = { from: 'form:Newsletter', how: 'adds', to: 'tag:x', at: 'form.action', id: 1 };
    const later: Item[] = [FORM, { ...PHONE, form: 'form:Newsletter#3' }, { ...FORM, id: 4 }];
    const drift = driftOf(made({ items, uses: [use] }), made({ items: later, uses: [{ ...use, from: 'form:Newsletter#3' }] }));
    expect(drift).toMatchObject({ ...nothing, renamed: [{ after: { reference: 'form:Newsletter#4' } }] });
  });
});
