import { describe, expect, it } from 'vitest';
import rule from '../../../rules/sharing/bought-list.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form } from '../form-items.js';

const COUNTRIES = 'organisation: {countries: [IT, FR, DE, NL]}\n';
const tag = (key: string): Item => ({ kind: 'tag', id: 1, key });
const segment = (key: string, title: string, more: object = {}): Item => ({ kind: 'segment', id: 2, key, title, published: true, ...more });
const named = (key: string, declarations = COUNTRIES) => subjectsOf(rule, { declarations, items: [tag(key)] });

describe('a source that is somebody else', () => {
  it('is found at its place, as an error', () => {
    const declarations = 'tags:\n  fair: {purposes: [news], source: ["form:Club", "third-party:Fair partner"]}';
    expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
      {
        subject: 'tag:fair',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['tags', 'fair', 'source', 1] },
        data: { item: 'fair', kind: 'tag' },
      },
    ]);
  });

  it.each([
    ['source: ["third-party:Fair partner"], seller: {name: Fair, consent_proof: docs/fair.md, checked: 2026-09-01}', []],
    // Begun, or written wrong: schema-valid says so.
    ['source: ["third-party:Fair partner"], seller: {name: Fair}', []],
    ['source: ["third-party:Fair partner"], seler: {name: Fair}', []],
    ['source: ["public:register"]', []],
    ['source: ["system:crm"]', []],
    ['source: ["third-party:Fair partner"], informed: {when: already known}', ['segment:fair']],
  ])('%s: %j', (keys, subjects) => {
    expect(subjectsOf(rule, { declarations: `segments: {fair: {purposes: [news], ${keys}}}` })).toEqual(subjects);
  });
});

describe('a name', () => {
  it('is a hint: a warning, and an error only in strict', () => {
    const example = { declarations: COUNTRIES, items: [segment('list-2024', 'Rented addresses 2024')], finds: [] };
    const expected = {
      subject: 'segment:list-2024',
      place: { item: 'segment:list-2024' },
      data: { item: 'Rented addresses 2024', kind: 'segment' },
    };
    expect(findingsOf(rule, example)).toMatchObject([{ ...expected, severity: 'warn' }]);
    expect(findingsOf(rule, example, 'strict')).toMatchObject([{ ...expected, severity: 'error' }]);
  });

  it.each([
    'lista-acquistata-2024',
    'Bought leads Q3',
    'purchasedList2024',
    'contacts_rented',
    'linkedin-contacts-export',
    'scraped',
    'indirizzi noleggiati',
    'gekaufte Adressen',
    'liste achetée',
    'aangekochte adressen',
  ])('%s is one', key => {
    expect(named(key)).toEqual([`tag:${key}`]);
  });

  it.each([
    'shopping list',
    'bought-product-x',
    'purchased-2024',
    'Customers who bought from the list',
    'Contatti che hanno acquistato',
    'lista della spesa comprata',
    'Kunden, gekauft, Liste',
    'linkedin-ads',
    'linkedin leads gen form',
    'contacts-2024',
    // Words of a language that nobody here speaks.
    'adresy kupione',
  ])('%s is none', key => {
    expect(named(key)).toEqual([]);
  });

  it('may be that of a campaign', () => {
    const items: Item[] = [{ kind: 'campaign', id: 3, key: 'Warm up purchased database', published: true }];
    expect(subjectsOf(rule, { declarations: '', items })).toEqual(['campaign:Warm up purchased database']);
  });

  it.each(['source: ["offline:fair desk"]', 'seller: {name: Fair, consent_proof: docs/fair.md, checked: 2026-09-01}'])(
    'is answered by %s',
    keys => {
      expect(named('bought-list', `tags: {bought-list: {purposes: [news], ${keys}}}`)).toEqual([]);
      expect(named('bought-list', 'tags: {bought-list: {purposes: [news]}}')).toEqual(['tag:bought-list']);
    },
  );

  it('says nothing where the tag says nothing about people', () => {
    expect(named('bought-list', 'tags: {bought-list: {personal: false, reason: A list of office furniture}}')).toEqual([]);
  });

  it('says nothing about people whom a form puts there, nor of what is not published', () => {
    const uses: Use[] = [{ from: 'form:Club', how: 'adds', to: 'tag:bought-list', at: 'form.action', id: 1, type: 'lead.changetags' }];
    expect(subjectsOf(rule, { declarations: '', items: [form('Club'), tag('bought-list')], uses })).toEqual([]);
    expect(subjectsOf(rule, { declarations: '', items: [segment('bought-list', 'Bought list', { published: false })] })).toEqual([]);
  });

  it('is not looked at in a kind that was not seen', () => {
    const example = { declarations: '', items: [tag('bought-list'), segment('rented-list', 'Rented list')], coverage: [absent('tag')] };
    expect(subjectsOf(rule, example)).toEqual(['segment:rented-list']);
    expect(lintExample({ ...example, finds: [] }, 'recommended', true, [rule]).notRun).toEqual([
      { rule: 'bought-list', of: 'tag', why: ['refused'] },
    ]);
  });
});

it('can be waived by the data protection officer alone', () => {
  const waived = (role: string) =>
    findingsOf(rule, {
      declarations: `waivers: [{rule: bought-list, item: tag:bought-list, reason: The partner asked in our name, until: 2027-03-31, approved_by: ${role}}]`,
      items: [tag('bought-list')],
      finds: [],
    }).map(({ state }) => state);
  expect(waived('marketing')).toEqual(['open']);
  expect(waived('dpo')).toEqual(['waived']);
});
