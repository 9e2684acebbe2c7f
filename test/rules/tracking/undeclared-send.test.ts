import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/undeclared-send.js';
import type { Example, ExampleFile } from '../../../src/lint/rule.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';
import { codeFile, send } from '../site-files.js';

const VISITS = 'tracking: {website: {purposes: [visits], gate: consent-tool}}\n';
const FILM = contactField('film', { title: 'Favourite film' });
const found = (site: readonly ExampleFile[], declarations = VISITS, more: Omit<Example, 'declarations' | 'finds' | 'site'> = {}) =>
  findingsOf(rule, { declarations, items: [FILM], ...more, site });
const told = (...given: Parameters<typeof found>) => found(...given).map(({ subject, data }) => [subject, data.reason]);

it('tells a field at its place in the code, once for a file, the other places beside it', () => {
  const one = codeFile([send('contact_field', 'film'), send('contact_field', 'film', { how: 'pixel' })], 'site/a.js');
  const other = codeFile([send('contact_field', 'film')], 'site/b.js');
  expect(found([one, other])).toMatchObject([
    {
      subject: 'contact_field:film',
      key: 'site/a.js nowhere',
      severity: 'error',
      place: { file: 'site/a.js', path: [], range: [0, 21] },
      related: [{ place: { file: 'site/a.js', range: [22, 43] } }],
      data: { item: 'Favourite film', kind: 'contact_field', section: 'contact_fields', reason: 'nowhere' },
    },
    { subject: 'contact_field:film', key: 'site/b.js nowhere', related: [] },
  ]);
});

describe('purposes that cover the website', () => {
  const film = (text: string) => `contact_fields: {film: {${text}}}\n${VISITS}`;
  const site = [codeFile([send('contact_field', 'film')])];

  it.each([
    ['that of its tracking', film('purposes: [letters, visits]'), undefined],
    ['another', film('purposes: [letters]'), 'elsewhere'],
    ['none yet, which another rule tells', film('purposes: []'), undefined],
    ['none needed', film('personal: false, reason: Names of halls only'), undefined],
    ['another, and what was watched', film('purposes: [letters], source: [observed]'), undefined],
    ['another, and a page', film('purposes: [letters], source: ["page:films"]'), undefined],
    ['another, and a system', film('purposes: [letters], source: ["system:crm"]'), 'elsewhere'],
    ['another, where tracking is not declared, which another rule tells', 'contact_fields: {film: {purposes: [letters]}}', undefined],
  ])('%s', (_, declarations, reason) => {
    expect(told(site, declarations)).toEqual(reason === undefined ? [] : [['contact_field:film', reason]]);
  });

  it('are those of a live form that fills the field', () => {
    const forms = `${film('purposes: [letters]')}forms: {Club: {purposes: [letters]}, Shop: {purposes: [orders]}}`;
    const filling = (name: string, published = true): [Item[], Use[]] => [
      [FILM, form(name, { published }), question(`${name}/film`, 'text')],
      [collects(`${name}/film`, 'film')],
    ];
    const by = (...[items, uses]: [Item[], Use[]]) => told(site, forms, { items, uses });
    expect(by(...filling('Club'))).toEqual([]);
    expect(by(...filling('Shop'))).toEqual([['contact_field:film', 'elsewhere']]);
    expect(by(...filling('Club', false))).toEqual([['contact_field:film', 'elsewhere']]);
  });

  it('are any for what a server pushes', () => {
    const pushed = [codeFile([send('contact_field', 'film', { how: 'rest-push' })])];
    expect(told(pushed, film('purposes: [letters]'))).toEqual([]);
    expect(told(pushed)).toEqual([['contact_field:film', 'nowhere']]);
  });

  it('are told by their titles', () => {
    const declarations = `purposes: {letters: {title: Letters to members}}\n${film('purposes: [letters]')}`;
    expect(found(site, declarations)[0]?.data).toMatchObject({ purposes: ['Letters to members'], reason: 'elsewhere' });
  });
});

describe('tags', () => {
  const tags = (keys: string) => `tags: {${keys}}\n${VISITS}`;
  const sending = (key: string, more = {}) => [codeFile([send('tag', key, more)])];

  it.each([
    ['a tag that Mautic has not yet', '', sending('buyer'), [['tag:buyer', 'nowhere']]],
    ['a declared one', 'buyer: {purposes: [visits]}', sending('buyer'), []],
    ['a glob', '"buy-*": {purposes: [visits]}', sending('buy-often'), []],
    ['one for something else', 'buyer: {purposes: [letters]}', sending('buyer'), [['tag:buyer', 'elsewhere']]],
    ['one that is taken off', '', [codeFile([send('tag_removed', 'buyer')])], []],
    ['a pattern that a glob covers', '"evt-*": {purposes: [visits]}', sending('evt-*', { certainty: 'pattern' }), []],
    ['a pattern that a tag fits', 'evt-2026: {purposes: [visits]}', sending('evt-*', { certainty: 'pattern' }), []],
    ['a pattern of more than is declared', '"evt-2026-*": {purposes: [visits]}', sending('evt-*', { certainty: 'pattern' }), []],
    [
      'a pattern that nothing fits',
      '"evt-*": {purposes: [visits]}',
      sending('act-*', { certainty: 'pattern' }),
      [['tag:act-*', 'nowhere']],
    ],
    [
      'a question mark, which is no wildcard in code',
      'evtX1: {purposes: [visits]}',
      sending('evt?*', { certainty: 'pattern' }),
      [['tag:evt?*', 'nowhere']],
    ],
  ] as const)('%s', (_, keys, site, expected) => {
    expect(told(site, tags(keys))).toEqual(expected);
  });
});

describe('forms', () => {
  const items = [form('Club', { id: 7 }), question('Club/film', 'text')];
  const embed = send('form', '7', { how: 'form-embed' });
  const answer = send('form_field', 'film', { form: '7', how: 'form-post' });

  it('are told by their name, and their questions go with them', () => {
    const site = [codeFile([embed, answer])];
    expect(told(site, VISITS, { items })).toEqual([['form:Club', 'nowhere']]);
    expect(told(site, 'forms: {Club: {purposes: [letters]}}', { items })).toEqual([]);
  });

  it('are left to other rules where Mautic has none such', () => {
    expect(told([codeFile([send('form', '8'), send('form_field', 'film', { form: '8', how: 'form-post' })])], VISITS, { items })).toEqual(
      [],
    );
    expect(
      told([codeFile([send('form_field', 'movie', { form: '7', how: 'form-post' })])], 'forms: {Club: {purposes: [a]}}', { items }),
    ).toEqual([]);
  });

  it('may be unknown to the code: then any form may have the question', () => {
    const loose = (key: string) => [codeFile([send('form_field', key, { how: 'form-post' })])];
    expect(told(loose('film'), VISITS, { items })).toEqual([]);
    expect(told(loose('movie'), VISITS, { items })).toEqual([['form_field:*/movie', 'nowhere']]);
    expect(told(loose('movie'), 'forms: {Shop: {purposes: [a], external: true, fields: {movie: {}}}}', { items })).toEqual([]);
  });
});

describe('what cannot be known', () => {
  it('is for information, once for a function of a file, with the way to declare it', () => {
    const open = (more = {}) => send('contact_field', '', { certainty: 'open', ...more });
    const site = [codeFile([open({ helper: 'track' }), open({ helper: 'track' }), open(), send('opaque', 'd', { how: 'pixel' })])];
    expect(found(site)).toMatchObject([
      { subject: 'tracking:website', severity: 'info', data: { detail: 'open-helper', key: 'track' }, related: [{}] },
      { subject: 'tracking:website', severity: 'info', data: { detail: 'open' } },
      { subject: 'tracking:website', severity: 'info', data: { detail: 'opaque' } },
    ]);
  });

  it('is nothing where only contents are meant', () => {
    expect(found([codeFile([send('slot', '', { certainty: 'open' }), send('focus_item', '', { certainty: 'open' })])])).toEqual([]);
  });
});

describe('what is none of its business', () => {
  it.each([
    ['what no field takes, which another rule tells', [send('contact_field', 'movie')]],
    ["Mautic's own columns", [send('contact_field', 'points')]],
    ['the page view', [send('page_data', 'page_url'), send('tracking', '')]],
    ['contents, focus items and other companies', [send('slot', 'hello'), send('focus_item', '3'), send('service', 'matomo')]],
  ])('%s', (_, sends) => {
    expect(found([codeFile(sends)], '', { items: [FILM, contactField('points')] })).toEqual([]);
  });

  it('is a parameter that is declared for the page view', () => {
    const coverage = [absent('company_field')];
    const site = [codeFile([send('contact_field', 'movie')])];
    const website = (more: string) => `tracking: {website: {purposes: [visits], gate: consent-tool${more}}}`;
    expect(told(site, website(''), { coverage })).toEqual([['contact_field:movie', 'nowhere']]);
    expect(told(site, website(', parameters: [movie]'), { coverage })).toEqual([]);
  });

  it('is a kind that was not seen', () => {
    const example = {
      declarations: VISITS,
      items: [FILM],
      coverage: [absent('contact_field')],
      site: [codeFile([send('contact_field', 'film')])],
      finds: [],
    };
    expect(findingsOf(rule, example)).toEqual([]);
    expect(lintExample(example).notRun.filter(entry => entry.rule === rule.id)).toEqual([
      { rule: rule.id, of: 'contact_field', why: ['refused'] },
    ]);
  });
});

it('is not run without a website', () => {
  const { findings, notRun } = lintExample({ declarations: VISITS, items: [FILM], finds: [] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'website', why: ['no-website'] }]);
});

it('takes a waiver for the item', () => {
  const declarations = `${VISITS}waivers: [{rule: undeclared-send, item: contact_field:film, reason: Goes with the old shop, until: 2027-03-01}]`;
  expect(found([codeFile([send('contact_field', 'film')])], declarations)[0]).toMatchObject({
    state: 'waived',
    waiver: { until: '2027-03-01' },
  });
});
