import { describe, expect, it } from 'vitest';
import { coreFields } from '../../src/generated/data.js';
import { untouchedCoreFields } from '../../src/lint/declared/core-fields.js';
import type { Count, Item, ItemOf, Use } from '../../src/mautic/snapshot.js';
import { lintExample } from '../rules/examples.js';

type ContactField = ItemOf<'contact_field'>;

const core = (id: number, key: string, unique = false): ContactField => ({
  kind: 'contact_field',
  id,
  key,
  published: true,
  added: '',
  changed: '',
  fixed: true,
  required: false,
  listable: true,
  visible: true,
  unique,
  public: false,
});
const CITY = core(13, 'city');

function untouched(items: readonly Item[], uses: readonly Use[] = [], counts: readonly Count[] = [], declarations = ''): string[] {
  const { context } = lintExample({ declarations, items, uses, counts, finds: [] });
  return [...untouchedCoreFields(context)].map(item => item.key);
}

describe('core fields', () => {
  it('are 28 of contacts and 15 of companies', () => {
    expect(Object.keys(coreFields().contact_field)).toHaveLength(28);
    expect(Object.keys(coreFields().company_field)).toHaveLength(15);
    expect(Object.values(coreFields().contact_field).filter(field => field.fixed)).toHaveLength(20);
  });
});

describe('untouched core fields', () => {
  it('are those as shipped, without use and value', () => {
    const company: Item = { ...core(37, 'companyname', true), kind: 'company_field', required: true };
    expect(untouched([CITY, core(6, 'email', true), company])).toEqual(['city', 'email', 'companyname']);
    expect(untouched([CITY], [], [{ of: 'contact_field:city', how: 'filled', n: 0 }])).toEqual(['city']);
  });

  it('need the alias of their own object', () => {
    expect(untouched([core(44, 'favourite_film'), { ...CITY, kind: 'company_field' }])).toEqual([]);
  });

  it('do not hold the columns that Mautic fills itself', () => {
    expect(untouched(['points', 'last_active', 'attribution', 'attribution_date'].map((key, index) => core(index + 1, key)))).toEqual([]);
  });

  it.each<[string, Partial<ContactField>]>([
    ['a day on which it was made', { added: '2026-03-02' }],
    ['a month in which it was changed', { changed: '2026-03' }],
    ['required', { required: true }],
    ['publicly updatable', { public: true }],
    ['unique', { unique: true }],
    ['not listable', { listable: false }],
    ['not visible', { visible: false }],
    ['switched off', { published: false }],
  ])('are touched by %s', (_, change) => {
    expect(untouched([{ ...CITY, ...change }])).toEqual([]);
  });

  it('are touched by a value or a use', () => {
    expect(untouched([CITY], [], [{ of: 'contact_field:city', how: 'filled', n: '<5' }])).toEqual([]);
    expect(
      untouched([CITY], [{ from: 'email:Menu', how: 'reads', to: 'contact_field:city', at: 'content', part: 'html', in: 'text' }]),
    ).toEqual([]);
  });

  it('may lack what the source does not show', () => {
    expect(untouched([{ kind: 'contact_field', id: 13, key: 'city' }])).toEqual(['city']);
  });

  it('do not hold the time zone where website tracking is declared or seen', () => {
    const zone = core(18, 'timezone');
    const page: Item = { kind: 'page', id: 1, key: 'landing', published: true };
    const hit: Use = { from: 'page:landing', how: 'tracks', to: 'tracking:page_hit', at: 'page' };
    expect(untouched([zone])).toEqual(['timezone']);
    expect(untouched([zone], [], [], 'tracking: {website: {purposes: [x]}}')).toEqual([]);
    expect(untouched([zone, page], [hit])).toEqual([]);
    expect(untouched([zone, { ...page, published: false }], [hit])).toEqual(['timezone']);
  });

  it('do not hold the address where an e-mail is sent', () => {
    const address = core(6, 'email', true);
    const email: Item = { kind: 'email', id: 1, key: 'Menu', published: true, sent: false };
    expect(untouched([address, email])).toEqual(['email']);
    expect(untouched([address, { ...email, sent: true }])).toEqual([]);
    expect(
      untouched([address, email], [{ from: 'campaign:Journey', how: 'sends', to: 'email:Menu', at: 'campaign.event', id: 1 }]),
    ).toEqual([]);
    expect(untouched([address, email], [{ from: 'email:Menu', how: 'targets', to: 'segment:readers', at: 'email.audience' }])).toEqual([]);
  });
});
