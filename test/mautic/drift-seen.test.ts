/** What changed between two snapshots: what each of them saw, counted, and of which Mautic it is. */
import { describe, expect, it } from 'vitest';
import { driftOf, isEmpty } from '../../src/mautic/drift/drift.js';
import type { Coverage, Item, Snapshot, Use } from '../../src/mautic/snapshot.js';
import { museum, withCoverage, withItems } from '../output/changed-museum.js';
import { FIELD, FORM, filter, made, only, PHONE, references, SEGMENT, TAG } from './drift-support.js';

describe('coverage', () => {
  const partial: Coverage[] = [{ of: 'tag', state: 'partial', rows: 1, total: 2, why: ['own-only', 'rows-missing'] }];

  it('seen less: what went may still be there', () => {
    const drift = driftOf(made({ items: [TAG] }), made({ items: [], coverage: partial }));
    expect(drift.went).toMatchObject([{ reference: 'tag:vip', isProven: false }]);
    expect(drift.coverage).toMatchObject([{ of: 'tag', after: { state: 'partial', unread: 1 }, sight: 'less' }]);
  });

  it('seen more: what came may have been there', () => {
    const drift = driftOf(made({ items: [], coverage: partial }), made({ items: [TAG] }));
    expect(drift.came).toMatchObject([{ reference: 'tag:vip', isProven: false }]);
    expect(drift.coverage).toMatchObject([{ of: 'tag', sight: 'more' }]);
  });

  it('seen as much, for other reasons, is a change without a direction', () => {
    const because = (why: 'refused' | 'connection'): Coverage[] => [{ of: 'tag', state: 'absent', rows: 0, why: [why] }];
    const drift = driftOf(made({ items: [], coverage: because('refused') }), made({ items: [], coverage: because('connection') }));
    expect(drift.coverage).toEqual([
      { of: 'tag', before: { state: 'absent', why: ['refused'] }, after: { state: 'absent', why: ['connection'] } },
    ]);
  });

  it('of a form that was seen in full proves its questions', () => {
    const cut: Coverage[] = [
      { of: 'form', state: 'partial', rows: 1, total: 2, why: ['rows-missing'] },
      { of: 'form_field', state: 'partial', rows: 1, why: ['rows-missing'] },
    ];
    const drift = driftOf(made({ items: [FORM, PHONE] }), made({ items: [FORM], coverage: cut }));
    expect(drift.changed.map(({ questions }) => questions?.went)).toMatchObject([
      [{ reference: 'form_field:Newsletter/phone', isProven: true }],
    ]);
    const thin = driftOf(made({ items: [FORM, PHONE] }), made({ items: [{ ...FORM, thin: true }], coverage: cut }));
    expect(thin.changed.map(({ questions }) => questions?.went)).toMatchObject([[{ isProven: false }]]);
  });

  it('names an item by number that it no longer sees: the use is the same', () => {
    const [seen, unseen] = [filter(1, 1, 'segment:vip'), filter(1, 1, 'segment:#28')];
    const vip: Item = { kind: 'segment', id: 28, key: 'vip' };
    const drift = driftOf(made({ items: [SEGMENT, vip], uses: [seen] }), made({ items: [SEGMENT], uses: [unseen] }));
    expect(drift).toMatchObject({ went: [{ reference: 'segment:vip' }], changed: [] });
    expect(driftOf(made({ items: [SEGMENT], uses: [unseen] }), made({ items: [SEGMENT, vip], uses: [seen] })).changed).toEqual([]);
  });

  it('of the museum: tags that are cut are told as no longer seen', async () => {
    const later = withItems(await museum(), item => (item.kind === 'tag' && item.id > 30 ? undefined : item));
    const tags: Coverage = { of: 'tag', state: 'partial', rows: 30, total: 62, why: ['rows-missing'] };
    const drift = driftOf(await museum(), withCoverage(later, tags));
    expect(drift.went.length).toBeGreaterThan(20);
    expect(drift.went.every(({ isProven, item }) => !isProven && item.kind === 'tag')).toBe(true);
    expect(driftOf(await museum(), later).went.every(({ isProven }) => isProven)).toBe(true);
  });
});

describe('forms', () => {
  it('take their questions along', async () => {
    const isOf = (item: Item): boolean => item.kind === 'form_field' && item.form === 'form:Donation';
    const without = withItems(await museum(), item => (isOf(item) || (item.kind === 'form' && item.key === 'Donation') ? undefined : item));
    const { went, came, changed } = driftOf(await museum(), without);
    expect([references(went), came]).toEqual([['form:Donation'], []]);
    expect(references(went[0]?.questions ?? []).slice(0, 3)).toEqual([
      'form_field:Donation/amount',
      'form_field:Donation/vat',
      'form_field:Donation/email',
    ]);
    // The form is named by a campaign; what the form itself did is gone with it.
    expect(changed).toEqual([]);
    expect(references(driftOf(without, await museum()).came)).toEqual(['form:Donation']);
  });
});

describe('counts', () => {
  const counted = (snapshot: Snapshot, counts: Snapshot['counts'] & {}): Snapshot => ({ ...snapshot, counts });
  const plain = made({ items: [TAG, FIELD] });

  it('change, are taken for the first time, and follow a rename', () => {
    const later = made({ items: [{ ...TAG, key: 'best' }, FIELD] });
    const drift = driftOf(
      counted(plain, [
        { of: 'tag:vip', how: 'people', n: 57 },
        { of: 'contact_field:diet', how: 'filled', n: '<5' },
      ]),
      counted(later, [
        { of: 'tag:best', how: 'people', n: 57 },
        { of: 'contact_field:diet', how: 'filled', n: 12 },
        { of: 'record:contact', how: 'total', n: 2100 },
      ]),
    );
    expect(drift.counts).toEqual([
      { of: 'contact_field:diet', how: 'filled', before: '<5', after: 12 },
      { of: 'record:contact', how: 'total', after: 2100 },
    ]);
    expect(drift.counted).toBeUndefined();
  });

  it('taken by one of the two only are one change', () => {
    const drift = driftOf(plain, counted(plain, [{ of: 'tag:vip', how: 'people', n: 57 }]));
    expect([drift.counts, drift.counted, isEmpty(drift)]).toEqual([[], 'more', false]);
  });
});

describe('circumstances', () => {
  it('alone are no change', async () => {
    const snapshot = await museum();
    const drift = driftOf(snapshot, { ...snapshot, made: { ...snapshot.made, taken_at: '2026-12-01T00:00:00Z', mautic: '5.2.1' } });
    expect(isEmpty(drift)).toBe(true);
    expect(drift.after.made.mautic).toBe('5.2.1');
  });

  it('another host: items are paired by identity, and ids say nothing', () => {
    const shop: Item = { ...FORM, id: 4, key: 'Shop', actions: [{ id: 1, type: 'x', name: 'Tag' }], added: '2026-01-01' };
    const use: Use = { from: 'form:Shop', how: 'adds', to: 'tag:vip', at: 'form.action', id: 1, type: 'x' };
    const here = made({ items: [FORM, shop, PHONE, TAG], uses: [use] });
    const there = made({
      items: [
        { ...FORM, id: 30 },
        { ...shop, id: 3, actions: [{ id: 70, type: 'x', name: 'Tag' }], added: '2026-02-02' },
        { ...PHONE, id: 80, required: true },
        { ...TAG, id: 9 },
      ],
      uses: [{ ...use, id: 70 }],
      made: { host: 'staging.aurora.example' },
    });
    const drift = driftOf(here, there);
    expect(drift.pairedBy).toBe('identity');
    expect(only(drift)).toMatchObject({
      after: { reference: 'form:Newsletter' },
      questions: { came: [], went: [], renamed: [], changed: [{ properties: [{ name: 'required', before: false, after: true }] }] },
    });
    const { host, ...unknown } = there.made;
    expect(host).toBe('staging.aurora.example');
    expect(driftOf(here, { ...there, made: unknown }).pairedBy).toBe('id');
  });

  it('another host: two forms of one name are paired in the order of their ids, with their questions', () => {
    const twins = (first: number, second: number, required: boolean, host: string): Snapshot =>
      made({
        items: [
          { ...FORM, id: first },
          { ...FORM, id: second },
          { ...PHONE, id: first, form: `form:Newsletter#${first}` },
          { ...PHONE, id: second, form: `form:Newsletter#${second}`, required },
        ],
        made: { host },
      });
    expect(only(driftOf(twins(1, 2, false, 'a.example'), twins(5, 9, true, 'b.example'))).after.reference).toBe('form:Newsletter#9');
  });
});
