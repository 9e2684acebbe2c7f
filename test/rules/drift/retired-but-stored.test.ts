import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/retired-but-stored.js';
import type { Count, ItemOf } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, contactField, unseen } from '../form-items.js';

const filled = (n: Count['n']): Count => ({ of: 'contact_field:film', how: 'filled', n });
const OFF = contactField('film', { title: 'Film', published: false });
const ON = contactField('film', { title: 'Film' });
const find = (entry: string, field = OFF, n: Count['n'] = 812, more = '') =>
  findingsOf(rule, { declarations: `contact_fields: {film: {${entry}}}\n${more}`, items: [field], counts: [filled(n)] });

it('finds a field that is switched off in Mautic and still filled', () => {
  expect(find('purposes: [films]')).toMatchObject([
    {
      subject: 'contact_field:film',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'film'], at: 'key' },
      data: { field: { label: 'Film', alias: 'film' }, people: 812 },
    },
  ]);
  expect(findingsOf(rule, { declarations: '', items: [OFF], counts: [filled('<5')], finds: [] })).toMatchObject([
    { place: { item: 'contact_field:film' }, data: { people: '<5' } },
  ]);
});

describe('retired', () => {
  it.each([
    ['long ago', 'retired_on: 2026-10-25', 1],
    ['thirty days ago', 'retired_on: 2026-10-26', 0],
    ['yesterday', 'retired_on: 2026-11-24', 0],
    ['nobody knows when', 'purposes: [films]', 1],
  ])('%s', (_, since, number) => {
    expect(find(`status: retired, ${since}`, ON)).toHaveLength(number);
    expect(find(`status: retired, ${since}`, OFF)).toHaveLength(number);
  });
});

it('finds a company field, of which companies were counted and no people', () => {
  const company = (key: string, more: Partial<ItemOf<'company_field'>> = {}): ItemOf<'company_field'> => ({
    ...{ kind: 'company_field', id: 80, key, title: key, published: true, ...more },
  });
  const counts = ['vat', 'sector', 'city', 'trade'].map((key): Count => ({ of: `company_field:${key}`, how: 'filled', n: 500 }));
  const example = {
    declarations: `company_fields:
  vat: {purposes: [films], status: retired, retired_on: 2026-01-01}
  city: {purposes: [films]}
  trade: {personal: false, reason: What the company makes}`,
    items: [company('vat'), company('sector', { published: false }), company('city'), company('trade', { published: false })],
    counts,
    finds: [],
  };
  const found = findingsOf(rule, example);
  expect(found.map(({ subject, data }) => [subject, data.detail, data.people])).toEqual([
    ['company_field:vat', 'companies', undefined],
    ['company_field:sector', 'companies', undefined],
  ]);
  expect(findingsOf(rule, { ...example, coverage: [absent('company_field')] })).toEqual([]);
});

describe('what stays silent', () => {
  it.each([
    ['a field in use', ON, 812],
    ['a field whose state was not seen', unseen(ON, 'published'), 812],
    ['an empty field', OFF, 0],
  ])('%s', (_, field, n) => {
    expect(find('purposes: [films]', field, n)).toEqual([]);
  });

  it('what must be kept, as long as it must', () => {
    const held = (until: string): string => `legal_hold: {until: ${until}, document: docs/claim.pdf}`;
    expect(find(held('2026-11-25'))).toEqual([]);
    expect(find('legal_hold: {document: docs/claim.pdf}')).toEqual([]);
    expect(find(held('2026-11-24'))).toHaveLength(1);
    const purpose = (until: string): string => `purposes: {films: {use: other, ${held(until)}}}`;
    expect(find('purposes: [films]', OFF, 812, purpose('2027-01-01'))).toEqual([]);
    expect(find('purposes: [films]', OFF, 812, purpose('2026-01-01'))).toHaveLength(1);
  });
});

describe('without numbers of people', () => {
  it('is not run, and says so', () => {
    const result = lintExample({ declarations: '', items: [OFF], finds: [] });
    expect(result.notRun).toContainEqual({ rule: rule.id, of: 'contact_field.counts', why: ['not-asked'] });
    expect(result.findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
  });

  it('is not run where they were refused, or fields were not seen', () => {
    const counts = [filled(812)];
    for (const of of ['contact_field.counts', 'contact_field'] as const) {
      const result = lintExample({ declarations: '', items: [OFF], counts, coverage: [absent(of)], finds: [] });
      expect(result.notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
    }
  });

  it('says nothing of a single field that was not counted', () => {
    const other: Count = { of: 'contact_field:town', how: 'filled', n: 9 };
    expect(findingsOf(rule, { declarations: '', items: [OFF, contactField('town')], counts: [other], finds: [] })).toEqual([]);
  });
});
