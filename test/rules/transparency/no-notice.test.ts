import { describe, expect, it } from 'vitest';
import rule from '../../../rules/transparency/no-notice.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form, partial, question, unseen } from '../form-items.js';

const SITE = 'notices: {site: {url: "https://www.Aurora.example/Privacy/?lang=it#top", date: 2026-10-01}}\n';
const mail = (links: string[] = []) => question('Club/email', 'email', { title: 'E-mail', links });
const text = (links: string[]) => question('Club/note', 'freehtml', { links });
const page = (links: string[], more: object = {}): Item => ({
  kind: 'page',
  id: 1,
  key: 'spring',
  title: 'Spring',
  published: true,
  links,
  ...more,
});
const focus = (links: string[]): Item => ({ kind: 'focus_item', id: 1, key: 'Bar', published: true, links });
const shows = (from: string): Use => ({ from, how: 'shows', to: 'form:Club', at: from.startsWith('page') ? 'content' : 'focus.form' });
const found = (declarations: string, items: readonly Item[], uses: readonly Use[] = []) =>
  subjectsOf(rule, { declarations, items: [form('Club'), ...items], uses });

it('finds a form without the link', () => {
  const declarations = `${SITE}forms: {Club: {purposes: [club]}}`;
  expect(findingsOf(rule, { declarations, items: [form('Club'), mail(['www.aurora.example/terms'])], finds: [] })).toMatchObject([
    {
      subject: 'form:Club',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['forms', 'Club'] },
      data: { item: 'Club', kind: 'form' },
    },
  ]);
});

describe('a link', () => {
  it.each([
    ['aurora.example/Privacy', []],
    ['www.aurora.example/Privacy/', []],
    ['/Privacy', []],
    ['aurora.example', ['form:Club']],
    ['aurora.example/Privacy/old', ['form:Club']],
    ['other.example/Privacy', ['form:Club']],
    ['/privacy-old', ['form:Club']],
  ])('is compared by host and path: %s', (link, subjects) => {
    expect(found(SITE, [mail(), text([link])])).toEqual(subjects);
  });

  it('to a notice at the root of a site is its host', () => {
    const root = 'notices: {site: {url: "https://privacy.aurora.example"}}';
    expect(found(root, [mail(['privacy.aurora.example'])])).toEqual([]);
    expect(found(root, [mail(['/'])])).toEqual(['form:Club']);
  });

  it('may be in any part of the form', () => {
    expect(found(SITE, [mail(['aurora.example/Privacy'])])).toEqual([]);
    expect(found(SITE, [mail(), question('Club/send', 'button', { links: ['aurora.example/Privacy'] })])).toEqual([]);
  });

  it('is not guessed where it was not seen', () => {
    expect(found(SITE, [mail(), unseen(text([]), 'links')])).toEqual([]);
  });
});

describe('the notice', () => {
  const two = `notices: {a: {url: "https://aurora.example/a"}, b: {url: "https://aurora.example/b"}}\npurposes: {club: {use: email-marketing, notice: b#club}}\n`;
  const at = (link: string, declarations: string) => found(two + declarations, [mail([link])]);

  it('is that of the form, else that of its main purpose, else any', () => {
    expect(at('aurora.example/a', 'forms: {Club: {purposes: [club], notice: a}}')).toEqual([]);
    expect(at('aurora.example/b', 'forms: {Club: {purposes: [club], notice: a}}')).toEqual(['form:Club']);
    expect(at('aurora.example/b', 'forms: {Club: {purposes: [club]}}')).toEqual([]);
    expect(at('aurora.example/a', 'forms: {Club: {purposes: [club]}}')).toEqual(['form:Club']);
    expect(at('aurora.example/a', '')).toEqual([]);
  });

  it('is missing where none is declared', () => {
    expect(found('', [mail(['aurora.example/privacy'])])).toEqual(['form:Club']);
  });

  it('that does not exist is told elsewhere', () => {
    expect(at('x.example/x', 'forms: {Club: {notice: c}}')).toEqual([]);
  });
});

describe('a page or focus item that shows the form', () => {
  it('may have the link for it', () => {
    expect(found(SITE, [mail(), page(['aurora.example/Privacy'])], [shows('page:spring')])).toEqual([]);
    expect(found(SITE, [mail(), focus(['aurora.example/Privacy'])], [shows('focus_item:Bar')])).toEqual([]);
    expect(found(SITE, [mail(), page(['aurora.example/Privacy'], { published: false })], [shows('page:spring')])).toEqual(['form:Club']);
  });

  it('is no mistake beside that of the form', () => {
    expect(found(SITE, [mail(), page([]), focus([])], [shows('page:spring'), shows('focus_item:Bar')])).toEqual(['form:Club']);
  });

  it('is found where the form leaves the notice to what is around it', () => {
    const declarations = `${SITE}forms: {Club: {notice_shown: website}}`;
    expect(found(declarations, [mail()])).toEqual([]);
    expect(found(declarations, [mail(), page([]), focus([])], [shows('page:spring'), shows('focus_item:Bar')])).toEqual([
      'page:spring',
      'focus_item:Bar',
    ]);
    expect(
      findingsOf(rule, { declarations, items: [form('Club'), mail(), page([])], uses: [shows('page:spring')], finds: [] }),
    ).toMatchObject([{ data: { item: 'Spring', kind: 'page' } }]);
  });

  it('is found where another one has the link', () => {
    const items = [mail(), page(['aurora.example/Privacy']), focus([])];
    expect(found(SITE, items, [shows('page:spring'), shows('focus_item:Bar')])).toEqual(['focus_item:Bar']);
  });

  it('needs no link of its own where the form has it', () => {
    expect(found(SITE, [mail(['aurora.example/Privacy']), page([])], [shows('page:spring')])).toEqual([]);
  });

  it('is told once, however many forms it shows', () => {
    const declarations = `${SITE}forms: {Club: {notice_shown: website}, Guests: {notice_shown: website}}`;
    const items = [mail(), form('Guests'), question('Guests/email', 'email', { links: [] }), page([])];
    expect(found(declarations, items, [shows('page:spring'), { ...shows('page:spring'), to: 'form:Guests' }])).toEqual(['page:spring']);
  });
});

it.each([
  ['a form that is off', form('Club', { published: false }), mail()],
  ['a form that collects nothing', form('Club'), question('Club/send', 'button', { links: [] })],
])('leaves %s alone', (_, aForm, field) => {
  expect(subjectsOf(rule, { declarations: SITE, items: [aForm, field] })).toEqual([]);
});

it('leaves a form alone that is not about people', () => {
  expect(found(`${SITE}forms: {Club: {personal: false, reason: Counts anonymous answers}}`, [mail()])).toEqual([]);
});

it('goes kind by kind, and judges no form while the pages that may show it were not seen', () => {
  const example = { declarations: SITE, items: [form('Club'), mail()], coverage: [absent('page')], finds: [] };
  const { findings, notRun } = lintExample(example);
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'page', why: ['refused'] }]);
});

it.each(['page', 'focus_item'] as const)('judges no form while some of kind %s were not seen, but what shows it', kind => {
  const coverage = [partial(kind)];
  const items = [form('Club'), mail(), page([])];
  const around = `${SITE}forms: {Club: {notice_shown: website}}`;
  expect(subjectsOf(rule, { declarations: SITE, items, coverage })).toEqual([]);
  expect(subjectsOf(rule, { declarations: around, items, uses: [shows('page:spring')], coverage })).toEqual(['page:spring']);
  const { notRun } = lintExample({ declarations: SITE, items, coverage });
  expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: kind, why: ['rows-missing'] }]);
});
