import { describe, expect, it } from 'vitest';
import rule from '../../../rules/special-category/special-segment.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, contactField } from '../form-items.js';

const segment: Item = { kind: 'segment', id: 1, key: 'offer', title: 'Offer', published: true };
const filters = (to: string, more: Partial<Use> = {}): Use => ({
  from: 'segment:offer',
  how: 'filters',
  to,
  at: 'segment.filter',
  ...more,
});
const visits = (url: string): Use => filters('tracking:page_hit', { op: 'matches', url });
const findings = (uses: readonly Use[], items: readonly Item[] = [], declarations = '') =>
  findingsOf(rule, { declarations, items: [segment, ...items], uses });
const values = (...args: Parameters<typeof findings>) => findings(...args).map(({ data }) => [data.value, data.category]);

it('counts a value only if it says the same beside the name of its field', () => {
  const options = ['Healthcare', 'Retail', 'Sports', 'Food'].map(label => ({ value: label.slice(0, 2), label }));
  const field = (title: string) => contactField('about', { title, options });
  const chosen = filters('contact_field:about', { op: 'is', values: ['He'] });
  expect(values([chosen], [field('Industry')])).toEqual([]);
  // Words for contents in the name of a field do not make its values harmless.
  expect(values([chosen], [field('Newsletter topic')])).toEqual([['Healthcare', 'health']]);
  expect(values([chosen], [field('Reads about')])).toEqual([['Healthcare', 'health']]);
});

describe('an address', () => {
  it('is told with the segment, at its declaration or in Mautic', () => {
    expect(findings([visits('aurora.example/fertility')])).toMatchObject([
      {
        severity: 'warn',
        subject: 'segment:offer',
        place: { item: 'segment:offer' },
        key: 'aurora.example/fertility',
        data: { value: 'aurora.example/fertility', segment: 'Offer', category: 'health' },
      },
    ]);
    expect(findings([visits('/fertility')], [], 'segments: {offer: {purposes: []}}')).toMatchObject([
      { place: { file: EXAMPLE_FILE, path: ['segments', 'offer'] } },
    ]);
  });

  it('is its path; the host is the same for all pages, and counts for a whole site only', () => {
    expect(values([visits('fertility.example/prices')])).toEqual([]);
    expect(values([visits('fertility.example/*')])).toEqual([['fertility.example/*', 'health']]);
    expect(values([visits('fertility.example')])).toEqual([['fertility.example', 'health']]);
  });

  it.each(['aurora.example/menu', 'aurora.example/blog/diabetes', '/party-size', '/weight'])('is left alone: %s', url => {
    expect(values([visits(url)])).toEqual([]);
  });

  it('is told once, and each address for itself', () => {
    const both = [visits('/fertility'), visits('/diabetes'), { ...visits('/fertility'), n: 2 }];
    expect(values(both)).toEqual([
      ['/fertility', 'health'],
      ['/diabetes', 'health'],
    ]);
  });
});

describe('a name', () => {
  it('is that of the page, the mail, the asset or the tag it filters on', () => {
    const page: Item = { kind: 'page', id: 5, key: 'p5', title: 'Ramadan menu' };
    const asset: Item = { kind: 'asset', id: 6, key: 'Diabetes diary' };
    expect(values([filters('page:p5'), filters('asset:Diabetes diary')], [page, asset])).toEqual([
      ['Ramadan menu', 'religion'],
      ['Diabetes diary', 'health'],
    ]);
    // Of what Mautic did not show, its key.
    expect(values([filters('tag:halal-menu'), filters('page:#12'), filters('tag:*')])).toEqual([['halal-menu', 'religion']]);
  });

  it('is read in the language of the page', () => {
    const page = (language: string): Item => ({ kind: 'page', id: 5, key: 'p5', title: 'Krankheiten', language });
    expect(values([filters('page:p5')], [page('de')])).toEqual([['Krankheiten', 'health']]);
    expect(values([filters('page:p5')], [page('en')])).toEqual([]);
  });

  it('of a sensitive field, or its own, is told elsewhere', () => {
    expect(values([filters('contact_field:allergies')], [contactField('allergies')])).toEqual([]);
    expect(findingsOf(rule, { declarations: '', items: [{ ...segment, title: 'Diabetes' }], finds: [] })).toEqual([]);
  });
});

describe('a value', () => {
  const others = ['Fish', 'Meat', 'Soup', 'Pasta', 'Pizza', 'Bread', 'Wine'].map(label => ({ value: label, label }));
  const menu = contactField('menu', { type: 'select', options: [{ value: 'c', label: 'Coeliac' }, ...others] });

  it('counts where the field does not let expect it', () => {
    expect(values([filters('contact_field:menu', { values: ['c', 'Fish'] })], [menu])).toEqual([['Coeliac', 'health']]);
    expect(values([filters('contact_field:menu', { values: ['Fish'] })], [menu])).toEqual([]);
    const diet = {
      ...menu,
      options: [
        { value: 'c', label: 'Coeliac' },
        { value: 'l', label: 'Lactose' },
      ],
    };
    expect(values([filters('contact_field:menu', { values: ['c'] })], [diet])).toEqual([]);
  });

  it('of a consent is no guess', () => {
    const uses = [filters('tag:halal ok')];
    const tag: Item = { kind: 'tag', id: 3, key: 'halal ok' };
    expect(values(uses, [tag])).toHaveLength(1);
    expect(values(uses, [tag], 'purposes: {x: {consent: {tag: halal ok}}}')).toEqual([]);
  });
});

describe('is answered', () => {
  const page: Item = { kind: 'page', id: 5, key: 'fertility' };

  it.each([
    ['segments: {offer: {special: {categories: [health], condition: explicit-consent}}}', 0],
    ['segments: {offer: {special: {categories: [religion], condition: explicit-consent}}}', 1],
    ['segments: {offer: {not_special: Name of a film about farms}}', 0],
    ['pages: {fertility: {not_special: Name of a film about farms}}', 0],
    ['pages: {fertility: {special: {categories: [health], condition: explicit-consent}}}', 0],
    ['segments: {offer: {note: They asked us not to write}}', 1],
  ])('by %s', (declarations, count) => {
    expect(findings([filters('page:fertility', { op: 'any-of' })], [page], declarations)).toHaveLength(count);
  });

  it('by a note where those people are left out', () => {
    const note = 'segments: {offer: {note: They asked us not to write}}';
    const excludes = [filters('page:fertility', { op: 'none-of' })];
    expect(findings(excludes, [page], note)).toEqual([]);
    expect(findings(excludes, [page])).toHaveLength(1);
  });

  it('by a segment that is off', () => {
    const uses = [visits('/fertility')];
    expect(findingsOf(rule, { declarations: '', items: [{ ...segment, published: false }], uses, finds: [] })).toEqual([]);
  });
});

it('is not run without segments', () => {
  const { notRun } = lintExample({ declarations: '', items: [], coverage: [absent('segment')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'segment', why: ['refused'] });
});
