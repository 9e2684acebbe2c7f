import { describe, expect, it } from 'vitest';
import rule from '../../../rules/legal-basis/consent-no-collector.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, boxOf, item, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box } from '../form-items.js';

const consent = (collected: string, more = ''): string =>
  `purposes: {news: {title: Monthly letter, use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [${collected}]${more}}}}\n`;
const OK = item('contact_field:news_ok', { type: 'boolean' });
const subjects = (declarations: string, items: readonly Item[] = [], uses: readonly Use[] = []): string[] =>
  subjectsOf(rule, { declarations, items: [OK, ...items], uses });

describe('a consent for which nobody is asked', () => {
  it('is found where it is declared, with what writes it', () => {
    const campaign = item('campaign:C', { id: 1 });
    const writes = use('campaign:C', 'writes', 'contact_field:news_ok', 'campaign.event', { id: 1, value: 'yes' });
    expect(
      findingsOf(rule, { declarations: consent('form:F'), items: [OK, campaign], uses: [writes, { ...writes, id: 2 }], finds: [] }),
    ).toMatchObject([
      {
        subject: 'purpose:news',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'consent'] },
        data: { purpose: 'Monthly letter' },
        related: [{ subject: 'campaign:C', place: { item: 'campaign:C' } }],
      },
    ]);
  });

  it.each<[name: string, declarations: string, items?: readonly Item[], uses?: readonly Use[]]>([
    ['nothing is named', consent('')],
    [
      'the form is off',
      consent('form:F'),
      [item('form:F', { published: false }), ...boxOf('F', 'news_ok').items],
      boxOf('F', 'news_ok').uses,
    ],
    ['the form does not ask', `${consent('form:F')}forms: {F: {purposes: []}}`, [item('form:F')]],
    [
      'the form is for something else as well',
      `${consent('form:F').replace('purposes: {', 'purposes: {pdf: {use: service-delivery, legal_basis: contract}, ')}forms: {F: {purposes: [pdf, news]}}`,
      [item('form:F')],
    ],
    [
      'its box is hidden',
      consent('form:F'),
      [item('form:F'), item('form_field:F/news_ok', { type: 'hidden' })],
      boxOf('F', 'news_ok').uses,
    ],
    ['another form of that name is meant', consent("'form:F#9'"), [item('form:F', { id: 8 }), box('F/maybe', 'I agree to receive offers')]],
    ['the form is declared, is none of another system, and is gone', `${consent('form:F')}forms: {F: {external: false}}`],
    ['the page is gone', consent('page:centre')],
    ['the page is off', consent('page:centre'), [item('page:centre', { published: false })]],
    [
      'a tag is given by a form without a box',
      consent('form:F').replace('field: news_ok', 'tag: ok'),
      [item('form:F'), item('tag:ok')],
      [adds('form:F', 'tag:ok')],
    ],
    ['nobody has said where', consent('').replace(', collected_by: []', '')],
    ['the banner asks for something else', `${consent('')}tracking: {website: {purposes: [other], gate: consent-tool}}`],
  ])('%s', (_, declarations, items, uses) => {
    expect(subjects(declarations, items, uses)).toEqual(['purpose:news']);
  });

  it('is found at the legal basis when there is no consent at all', () => {
    const declarations = 'purposes: {news: {use: email-marketing, legal_basis: [consent, contract]}}';
    expect(findingsOf(rule, { declarations, items: [OK], finds: [] })).toMatchObject([
      { subject: 'purpose:news', place: { path: ['purposes', 'news', 'legal_basis'] } },
    ]);
  });
});

describe('nothing is found', () => {
  const asking = boxOf('F', 'news_ok');
  it.each<[name: string, declarations: string, items?: readonly Item[], uses?: readonly Use[]]>([
    ['where a box asks', consent('form:F'), [item('form:F'), ...asking.items], asking.uses],
    ['where a box asks in a form that is not named', consent('form:Other'), [item('form:F'), ...asking.items], asking.uses],
    [
      'where the box must be ticked: that is told elsewhere',
      consent('form:F'),
      [item('form:F'), ...boxOf('F', 'news_ok', { required: true }).items],
      asking.uses,
    ],
    ['where the button is the yes', `${consent('form:F')}forms: {F: {purposes: [news], consent: submit}}`, [item('form:F')]],
    ['where the form is for nothing else', `${consent('form:F')}forms: {F: {purposes: [news]}}`, [item('form:F')]],
    ['where its box is not declared', consent('form:F'), [item('form:F'), box('F/maybe', 'I agree to receive offers')]],
    ['where the form was seen in part', consent('form:F'), [item('form:F', { thin: true })]],
    ['where it is asked on paper', consent('"offline:trade fair"')],
    ['where another system asks', consent('system:shop')],
    ["where another system's form asks", `${consent('form:Shop')}forms: {Shop: {external: true}}`],
    ['where a page asks', consent('page:centre'), [item('page:centre')]],
    ['where the banner of the website asks', `${consent('')}tracking: {website: {purposes: [news], gate: consent-tool}}`],
    ['where nothing rests on consent', consent('').replace('legal_basis: consent', 'legal_basis: contract')],
    ['where the key is misspelt: that is told elsewhere', consent('').replace('collected_by', 'colected_by')],
    ['where the block is no block: that is told elsewhere', 'purposes: {news: {use: email-marketing, legal_basis: consent, consent: yes}}'],
  ])('%s', (_, declarations, items, uses) => {
    expect(subjects(declarations, items, uses)).toEqual([]);
  });
});

describe('what was not seen', () => {
  it('pages: one that is named may ask, which is told', () => {
    const example = { declarations: consent('page:centre'), items: [OK], finds: [], coverage: [absent('page')] };
    const { findings, notRun } = lintExample(example);
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'page', why: ['refused'] });
  });

  it('forms: it is not run; without a snapshot the missing key is told by another rule', () => {
    const example = { declarations: 'purposes: {news: {use: email-marketing, legal_basis: consent}}', items: [OK], finds: [] };
    const { findings, notRun } = lintExample({ ...example, coverage: [absent('form')] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'form', why: ['refused'] });
    const told = (withSnapshot: boolean): string[] =>
      lintExample(example, 'recommended', withSnapshot).findings.flatMap(({ rule: id, data }) =>
        data.key === 'consent' || id === rule.id ? [id] : [],
      );
    expect([told(true), told(false)]).toEqual([['consent-no-collector'], ['schema-valid']]);
  });
});
