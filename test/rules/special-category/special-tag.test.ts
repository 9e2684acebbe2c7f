import { describe, expect, it } from 'vitest';
import rule from '../../../rules/special-category/special-tag.js';
import type { Count, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent } from '../form-items.js';

const findings = (items: readonly Item[], more: { declarations?: string; uses?: readonly Use[]; counts?: readonly Count[] } = {}) =>
  findingsOf(rule, { declarations: '', items, ...more });
const subjects = (items: readonly Item[], more: Parameters<typeof findings>[1] = {}) => findings(items, more).map(({ subject }) => subject);
const people = (of: string, n: Count['n']): Count[] => [{ of, how: 'people', n }];

const pregnant: Item = { kind: 'tag', id: 1, key: 'pregnant' };

describe('a tag', () => {
  it('is told with its category and the people who carry it, at its declaration or in Mautic', () => {
    expect(findings([pregnant], { counts: people('tag:pregnant', 38) })).toMatchObject([
      {
        severity: 'warn',
        subject: 'tag:pregnant',
        place: { item: 'tag:pregnant' },
        data: { item: 'pregnant', kind: 'tag', category: 'health', people: 38 },
      },
    ]);
    const [declared] = findings([pregnant], { declarations: 'tags: {pregnant: {purposes: []}}' });
    expect(declared).toMatchObject({ place: { file: EXAMPLE_FILE, path: ['tags', 'pregnant'] } });
    expect(declared?.data).not.toHaveProperty('people');
    expect(findingsOf(rule, { declarations: '', items: [pregnant], finds: [] }, 'strict')).toMatchObject([{ severity: 'error' }]);
  });

  it('is quoted by the name that tells it', () => {
    const segment = (names: object): Item => ({ kind: 'segment', id: 2, key: 's1', title: 'S1', published: true, ...names });
    const quoted = (names: object) => findings([segment(names)]).map(({ data }) => data.item);
    expect(quoted({ public_name: 'People with diabetes' })).toEqual(['People with diabetes']);
    expect(quoted({ title: 'Diabetes', public_name: 'People with diabetes' })).toEqual(['Diabetes']);
    expect(quoted({ key: 'pregnant' })).toEqual(['pregnant']);
    expect(quoted({ public_name: 'Guests of the evening' })).toEqual([]);
  });

  it('is answered for offences by the law, as the message says', () => {
    const record: Item = { kind: 'tag', id: 1, key: 'criminal record' };
    const reasons = (keys: string) =>
      findings([record], { declarations: `tags: {criminal record: {purposes: []${keys}}}` }).map(({ data }) => data.reason);
    expect(reasons('')).toEqual(['law']);
    expect(reasons(', special: {categories: [health], condition: legal-claims}')).toEqual(['law']);
    expect(reasons(', law: Article 12 of the law on stadiums')).toEqual([]);
    expect(findings([pregnant]).map(({ data }) => data.reason)).toEqual(['special']);
  });

  it('counts while somebody carries it, or something live puts it on people', () => {
    const nobody = people('tag:pregnant', 0);
    const form: Item = { kind: 'form', id: 4, key: 'F', published: true };
    const adds: Use = { from: 'form:F', how: 'adds', to: 'tag:pregnant', at: 'form.action' };
    expect(subjects([pregnant], { counts: nobody })).toEqual([]);
    expect(subjects([pregnant], { counts: people('tag:pregnant', '<5') })).toEqual(['tag:pregnant']);
    expect(subjects([pregnant, form], { counts: nobody, uses: [adds] })).toEqual(['tag:pregnant']);
    expect(subjects([pregnant, { ...form, published: false }], { counts: nobody, uses: [adds] })).toEqual([]);
  });

  it.each(['halal-menu', 'lgbtq-night guest', 'church member', 'union_member', 'criminal record'])('is found: %s', key => {
    expect(subjects([{ kind: 'tag', id: 1, key }])).toHaveLength(1);
  });

  // A word for contents makes it a topic; a hint is no reason to call a name sensitive.
  it.each(['diabetes-webinar', 'party-size-4', 'weight', 'easter', 'newsletter'])('is left alone: %s', key => {
    expect(findingsOf(rule, { declarations: '', items: [{ kind: 'tag', id: 1, key }], finds: [] }, 'strict')).toEqual([]);
  });

  it.each([
    ['`special` with a condition', 'special: {categories: [health], condition: explicit-consent}', 0],
    ['`special` without one', 'special: {categories: [health]}', 1],
    ['`special` of another category', 'special: {categories: [religion], condition: explicit-consent}', 1],
    ['`not_special`', 'not_special: Name of a race horse', 0],
    ['that it says nothing about people', 'personal: false, reason: A try of the web agency', 0],
  ])('is answered by %s', (_, entry, count) => {
    expect(subjects([pregnant], { declarations: `tags: {"preg*": {${entry}}}` })).toHaveLength(count);
  });

  it('about offences is answered by a law', () => {
    const items: Item[] = [{ kind: 'tag', id: 1, key: 'criminal record' }];
    expect(subjects(items, { declarations: 'tags: {criminal record: {law: Example Act}}' })).toEqual([]);
    expect(subjects([pregnant], { declarations: 'tags: {pregnant: {law: Example Act}}' })).toHaveLength(1);
  });
});

describe('other names', () => {
  it('are those of live segments, stages and campaigns', () => {
    const items = (published: boolean): Item[] => [
      { kind: 'segment', id: 1, key: 's1', title: 'Pregnant', published },
      { kind: 'stage', id: 2, key: 'Patient', published },
      { kind: 'campaign', id: 3, key: 'Diabetes', published },
    ];
    expect(findings(items(true)).map(({ subject, data }) => [subject, data.item, data.kind])).toEqual([
      ['segment:s1', 'Pregnant', 'segment'],
      ['stage:Patient', 'Patient', 'stage'],
      ['campaign:Diabetes', 'Diabetes', 'campaign'],
    ]);
    expect(subjects(items(false))).toEqual([]);
    // Members stay in a segment that is off.
    expect(subjects(items(false), { counts: people('segment:s1', 20) })).toEqual(['segment:s1']);
  });

  it('are what people see of a segment, too', () => {
    const segment: Item = { kind: 'segment', id: 1, key: 's1', title: 'List 1', published: true };
    expect(subjects([{ ...segment, public_name: 'For diabetics: diabetes' }])).toEqual(['segment:s1']);
    expect(subjects([{ ...segment, public_name: 'For cooks' }])).toEqual([]);
  });

  it('are global categories, which people choose; the others are folders', () => {
    const category: Item = { kind: 'category', id: 6, key: 'global/diabetes', title: 'Diabetes', published: true, bundle: 'global' };
    expect(subjects([category])).toEqual(['category:global/diabetes']);
    expect(subjects([{ ...category, key: 'page/diabetes', bundle: 'page' }])).toEqual([]);
    // The folder is no part of the name.
    expect(subjects([{ ...category, key: 'global/wine', title: 'Wine' }])).toEqual([]);
  });

  it('are left alone where only a mention of them was seen', () => {
    expect(subjects([{ kind: 'segment', id: 1, key: 'pregnant', thin: true }])).toEqual([]);
  });
});

it('goes kind by kind', () => {
  const items: Item[] = [pregnant, { kind: 'stage', id: 2, key: 'Patient', published: true }];
  const { findings: found, notRun } = lintExample({ declarations: '', items, coverage: [absent('tag')], finds: [] });
  expect(found.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['stage:Patient']);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'tag', why: ['refused'] });
});
