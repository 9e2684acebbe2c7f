import { describe, expect, it } from 'vitest';
import rule from '../../../rules/purpose/use-outside-purpose.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { campaign, content, decides, email, filters, off, page, reads, segment, sends } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { contactField } from '../form-items.js';

const CITY = 'contact_field:city';
const PURPOSES = `purposes:
  invoices: {use: service-delivery, title: Invoices}
  offers: {use: email-marketing, title: Offers near you}
  proofs: {use: proof-and-objection}
`;
const declared = (city: string, more: string) => `${PURPOSES}contact_fields: {city: {${city}}}\n${more}`;
const found = (item: Item, use: Use, more: string, city = 'purposes: [invoices]', field = contactField('city')) =>
  subjectsOf(rule, { declarations: declared(city, more), items: [field, item], uses: [use] });

describe('use-outside-purpose', () => {
  it('names field and item, once, with the purposes of both', () => {
    const items = [contactField('city', { title: 'City' }), email('Near you')];
    const uses = [reads('email:Near you', CITY), reads('email:Near you', CITY, { part: 'subject' }), filters('email:Near you', CITY)];
    const declarations = declared('purposes: [invoices]', 'emails: {Near you: {purposes: [offers]}}');
    expect(findingsOf(rule, { declarations, items, uses, finds: [] })).toMatchObject([
      {
        subject: CITY,
        severity: 'error',
        key: 'email:Near you',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'city'], at: 'key' },
        data: {
          field: { label: 'City', alias: 'city' },
          purposes: ['Invoices'],
          item: 'Near you',
          kind: 'email',
          new_purposes: ['Offers near you'],
        },
        related: [{ subject: 'email:Near you', place: { file: EXAMPLE_FILE, path: ['emails', 'Near you'], at: 'key' } }],
      },
    ]);
  });

  it.each<[string, Item, Use, string]>([
    ['a landing page', page('p'), reads('page:p', CITY), 'pages: {p: {purposes: [offers]}}'],
    [
      'a dynamic content',
      content('dynamic_content', 'd'),
      filters('dynamic_content:d', CITY),
      'dynamic_contents: {d: {purposes: [offers]}}',
    ],
    ['a focus item', content('focus_item', 'bar'), reads('focus_item:bar', CITY), 'focus_items: {bar: {purposes: [offers]}}'],
    ['a campaign', campaign('C'), decides('campaign:C', CITY), 'campaigns: {C: {purposes: [offers]}}'],
    ['a webhook', content('webhook', 'W'), reads('webhook:W', CITY), 'webhooks: {W: {purposes: [offers]}}'],
  ])('looks at %s', (_, item, use, more) => {
    expect(found(item, use, more)).toEqual([CITY]);
    expect(found(item, use, more, 'purposes: [invoices, offers]')).toEqual([]);
    expect(found(off(item), use, more)).toEqual([]);
  });

  it('gives one finding for each pair, in the order of the snapshot', () => {
    const items = [contactField('city'), contactField('street'), campaign('C'), email('A'), email('B')];
    const uses = [reads('email:B', CITY), reads('email:A', 'contact_field:street'), reads('email:A', CITY), decides('campaign:C', CITY)];
    const declarations = `${PURPOSES}contact_fields: {city: {purposes: [invoices]}, street: {purposes: [invoices]}}
campaigns: {C: {purposes: [offers]}}\nemails: {A: {purposes: [offers]}, B: {purposes: [offers]}}`;
    const pairs = findingsOf(rule, { declarations, items, uses, finds: [] }).map(({ subject, key }) => `${subject} ${key}`);
    expect(pairs).toEqual([`${CITY} campaign:C`, `${CITY} email:A`, `${CITY} email:B`, 'contact_field:street email:A']);
  });

  it('takes the purposes that content inherits: of its category, or of the campaign that sends it', () => {
    const use = reads('email:E', CITY);
    const category: Item = { kind: 'category', id: 1, key: 'email/news', bundle: 'email' };
    const example = { declarations: declared('purposes: [invoices]', 'categories: {email/news: {purposes: [offers]}}') };
    expect(
      subjectsOf(rule, {
        ...example,
        items: [contactField('city'), category, email('E', { category: 'category:email/news' })],
        uses: [use],
      }),
    ).toEqual([CITY]);
    const declarations = declared('purposes: [invoices]', 'campaigns: {C: {purposes: [offers]}}');
    const items = [contactField('city'), campaign('C'), email('E')];
    expect(subjectsOf(rule, { declarations, items, uses: [use, sends('campaign:C', 'email:E')] })).toEqual([CITY]);
    expect(subjectsOf(rule, { declarations, items, uses: [use] })).toEqual([]);
  });

  it.each([
    ['nobody has said what the item is for', '', 'purposes: [invoices]'],
    ['nobody has said what the field is for', 'emails: {E: {purposes: [offers]}}', 'why: Nobody knows any more'],
    ['a purpose of the item is not defined', 'emails: {E: {purposes: [offer]}}', 'purposes: [invoices]'],
    ['a purpose of the field is not defined', 'emails: {E: {purposes: [offers]}}', 'purposes: [invoice]'],
    ['the item is not about people', 'emails: {E: {personal: false, reason: A test of the agency}}', 'purposes: [invoices]'],
    ['the item proves a consent', 'emails: {E: {purposes: [proofs]}}', 'purposes: [invoices]'],
    ['the item belongs to the site', 'emails: {E: {purposes: [site-operation]}}', 'purposes: [invoices]'],
  ])('is silent where %s', (_, more, city) => {
    expect(found(email('E'), reads('email:E', CITY), more, city)).toEqual([]);
  });

  it('is not silent where the item belongs to the site beside', () => {
    const declarations = declared('purposes: [invoices]', 'emails: {E: {purposes: [site-operation, offers]}}');
    const example = { declarations, items: [contactField('city'), email('E')], uses: [reads('email:E', CITY)], finds: [] };
    expect(findingsOf(rule, example)).toMatchObject([{ subject: CITY, data: { new_purposes: ['Offers near you'] } }]);
    const shared = declared('purposes: [invoices, site-operation]', 'emails: {E: {purposes: [site-operation, offers]}}');
    expect(findingsOf(rule, { ...example, declarations: shared })).toEqual([]);
  });

  it('lets a preference centre show people what is held about them', () => {
    const more = 'pages: {p: {purposes: [offers]}}';
    expect(found(page('p', { preference_centre: true }), reads('page:p', CITY), more)).toEqual([]);
    expect(found(page('p', { preference_centre: false }), reads('page:p', CITY), more)).toEqual([CITY]);
  });

  it.each([
    ['the consent', 'consent: {field: city}'],
    ['its proof', 'consent: {field: other, proof: {timestamp: contact_field:city}}'],
    ['an objection', 'objection: {field: city}'],
  ])('lets anything ask for %s, and read it for its own purposes only', (_, holds) => {
    const more = 'campaigns: {C: {purposes: [offers]}}\nemails: {E: {purposes: [offers]}}';
    const declarations = declared('purposes: [proofs]', more).replace('title: Offers near you', `title: Offers near you, ${holds}`);
    const items = [contactField('city'), campaign('C'), email('E')];
    const by = (...uses: Use[]): string[] => subjectsOf(rule, { declarations, items, uses });
    expect(by(decides('campaign:C', CITY), filters('email:E', CITY))).toEqual([]);
    expect(by(reads('email:E', CITY))).toEqual([CITY]);
  });

  describe('a greeting', () => {
    const greeted = (entry: string, alias = 'firstname', use: Use = reads('email:E', `contact_field:${alias}`)) =>
      subjectsOf(rule, {
        declarations: `${PURPOSES}contact_fields: {${alias}: {purposes: [invoices]${entry}}}\nemails: {E: {purposes: [offers]}}\nwebhooks: {W: {purposes: [offers]}}`,
        items: [contactField(alias), email('E'), content('webhook', 'W')],
        uses: [use, { from: 'webhook:W', how: 'shares', to: 'recipient:crm.example', at: 'webhook' }],
      });

    it('may stand in any message: by the alias, or by declaration', () => {
      expect(greeted('')).toEqual([]);
      expect(greeted('', 'preferred_locale', filters('email:E', 'contact_field:preferred_locale'))).toEqual([]);
      expect(greeted(', any_purpose: false')).toEqual(['contact_field:firstname']);
      expect(greeted('', 'nickname')).toEqual(['contact_field:nickname']);
      expect(greeted(', any_purpose: true', 'nickname')).toEqual([]);
    });

    it('is none where the name is handed to somebody else', () => {
      const handed = reads('webhook:W', 'contact_field:firstname', { at: 'webhook.trigger', type: 'x', in: 'data' });
      expect(greeted('', 'firstname', handed)).toEqual(['contact_field:firstname']);
    });
  });

  it('leaves segments to their own rule, and does not take the whole contact for every field', () => {
    expect(found(segment('s'), filters('segment:s', CITY), 'segments: {s: {purposes: [offers]}}')).toEqual([]);
    expect(found(content('webhook', 'W'), reads('webhook:W', 'record:contact'), 'webhooks: {W: {purposes: [offers]}}')).toEqual([]);
  });

  it('is not run for a kind that was seen in part, and runs for the others', () => {
    const coverage: Coverage[] = [{ of: 'email', state: 'partial', rows: 1, total: 3, why: ['rows-missing'] }];
    const items = [contactField('city'), email('E'), page('p')];
    const declarations = declared('purposes: [invoices]', 'emails: {E: {purposes: [offers]}}\npages: {p: {purposes: [offers]}}');
    const uses = [reads('email:E', CITY), reads('page:p', CITY)];
    const { findings, notRun } = lintExample({ declarations, items, uses, coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id).map(({ key }) => key)).toEqual(['page:p']);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'email', why: ['rows-missing'] });
  });
});
