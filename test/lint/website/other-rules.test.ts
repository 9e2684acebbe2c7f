/** What rules about Mautic make of uses that the website makes. */
import { describe, expect, it } from 'vitest';
import type { Example } from '../../../src/lint/rule.js';
import { unusedItems } from '../../../src/lint/usage/unused.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { lintExample } from '../../rules/examples.js';
import { collects, contactField, form, question } from '../../rules/form-items.js';
import { codeFile, send } from '../../rules/site-files.js';

function judge(sends: readonly ReturnType<typeof send>[], more: Partial<Example> = {}) {
  const result = lintExample({ declarations: '', ...more, site: [codeFile(sends)], finds: [] });
  return { ...result, of: (rule: string) => result.findings.filter(finding => finding.rule === rule).map(({ subject }) => subject) };
}

const segment: Item = { kind: 'segment', id: 3, key: 'buyers', title: 'Buyers', published: true, filter_rows: 1 };
const byTag: Use = { from: 'segment:buyers', how: 'filters', to: 'tag:buyer', at: 'segment.filter', n: 1, group: 1, op: 'any-of' };

describe('dangling-reference', () => {
  it('leaves what only the website names to its own rules', () => {
    const { of } = judge([
      send('contact_field', 'flim'),
      send('form', '14', { how: 'form-embed' }),
      send('focus_item', '9'),
      send('tag_removed', 'x'),
    ]);
    expect(of('dangling-reference')).toEqual([]);
    expect(of('unknown-alias')).toEqual(['contact_field:flim']);
    expect(of('stale-embed')).toEqual(['form:#14', 'focus_item:#9']);
  });

  it('takes a tag for one that will be made where the website gives it', () => {
    const more = { items: [segment], uses: [byTag] };
    expect(judge([], more).of('dangling-reference')).toEqual(['tag:buyer']);
    expect(judge([send('tag_removed', 'buyer')], more).of('dangling-reference')).toEqual(['tag:buyer']);
    expect(judge([send('tag', 'buyer')], more).of('dangling-reference')).toEqual([]);
  });
});

describe('data that are used', () => {
  const film = contactField('film', { title: 'Film', public: true, added: '2025-01-01' });
  const declarations =
    'purposes: {films: {use: service-delivery, legal_basis: contract}}\ncontact_fields: {film: {purposes: [films], why: Which film to show}}';
  const filled = { declarations, counts: [{ of: 'contact_field:film', how: 'filled', n: 40 }] } as const;

  it('are not those that the website only fills, by itself or by a form', () => {
    expect(judge([send('contact_field', 'film')], { ...filled, items: [film] }).of('unused-datum')).toEqual(['contact_field:film']);
    const items = [film, form('Club', { id: 7 }), question('Club/film', 'text')];
    const asked = { ...filled, items, uses: [collects('Club/film', 'film')] };
    const sends = [send('form', '7', { how: 'form-post' }), send('form_field', 'film', { form: '7', how: 'form-post' })];
    expect(judge(sends, asked).of('unused-datum')).toEqual(['contact_field:film']);
  });
});

it('a core field that the website fills is no longer untouched', () => {
  const fax: Item = { kind: 'contact_field', id: 12, key: 'fax', title: 'Fax', published: true, fixed: true };
  expect(judge([], { items: [fax] }).of('undeclared-field')).toEqual([]);
  expect(judge([send('contact_field', 'fax')], { items: [fax] }).of('undeclared-field')).toEqual(['contact_field:fax']);
});

it('a title that the website sends is in use', () => {
  const title: Item = { kind: 'contact_field', id: 1, key: 'title', title: 'Title', published: true };
  expect(judge([], { items: [title] }).of('title-gender')).toEqual([]);
  expect(judge([send('contact_field', 'title', { how: 'rest-push' })], { items: [title] }).of('title-gender')).toEqual([
    'contact_field:title',
  ]);
});

it('company data can be overwritten from a website that tracks', () => {
  const items: Item[] = [{ kind: 'company_field', id: 5, key: 'contact_person', title: 'Contact person', published: true }];
  const declarations = 'company_fields: {contact_person: {purposes: [sales], data_category: user.name}}';
  expect(judge([], { items, declarations }).of('company-overwritable')).toEqual([]);
  expect(judge([send('tracking', '', { how: 'script' })], { items, declarations }).of('company-overwritable')).toEqual([
    'company_field:contact_person',
  ]);
});

it('nothing is unused that only the website embeds, gives or fills', () => {
  const items: Item[] = [
    form('Club', { id: 7, actions: [] }),
    form('Old', { id: 8, actions: [] }),
    { kind: 'tag', id: 1, key: 'buyer' },
    { kind: 'tag', id: 2, key: 'old' },
    contactField('film', { fixed: false }),
    contactField('old', { fixed: false }),
  ];
  const sends = [send('form', 'club', { how: 'form-post' }), send('tag', 'buyer'), send('contact_field', 'film')];
  const { context } = judge(sends, { items });
  expect(unusedItems(context.snapshot, context.indexes.steps).items.map(({ key }) => key)).toEqual(['old', 'Old', 'old']);
});

it('a tracker in the code is told by third-party-pixel alone: nothing leaves Mautic', () => {
  const { of } = judge([send('service', 'hotjar', { how: 'script', gate: 'none' })]);
  expect(of('third-party-pixel')).toEqual(['recipient:service/hotjar']);
  expect(of('undeclared-recipient')).toEqual([]);
});

it('a tag that the website gives is no form that people filled in', () => {
  const declarations = `purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: ok, collected_by: [form:Club]}}}
segments: {buyers: {purposes: [news]}}`;
  const items = [segment, contactField('ok', { type: 'boolean' }), { kind: 'tag', id: 1, key: 'buyer' } as const];
  const { of } = judge([send('tag', 'buyer')], { declarations, items, uses: [byTag] });
  expect(of('list-without-consent')).toEqual([]);
  expect(of('consent-by-default')).toEqual([]);
});
