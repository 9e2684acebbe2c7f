import { describe, expect, it } from 'vitest';
import rule from '../../../rules/transparency/notice-gap.js';
import { EXAMPLE_FILE, findingsOf } from '../examples.js';

const found = (declarations: string) => findingsOf(rule, { declarations }).map(({ subject, data }) => [subject, data.missing]);
const notice = (covers: string, more = ', date: 2026-10-01') =>
  `{url: "https://aurora.example/privacy"${more}${covers === '' ? '' : `, covers: {${covers}}`}}`;
const purpose = (keys = '') => `{use: email-marketing, legal_basis: consent${keys}}`;
const one = (covers: string, keys: string, more = '') =>
  found(`notices: {site: ${notice(covers)}}\npurposes: {news: ${purpose(keys)}}\n${more}`)[0]?.[1];

it('lists all that a notice without a list of its own would have to tell, at the notice', () => {
  const declarations = `notices: {site: ${notice('')}}\npurposes: {news: ${purpose(', retention: P24M')}, menu: ${purpose()}}`;
  expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
    {
      subject: 'notice:site',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['notices', 'site'], at: 'key' },
      data: { notice: 'site', missing: ['purposes.news', 'purposes.menu', 'retention', 'rights'] },
    },
  ]);
});

it('tells what is missing at the list, where there is one', () => {
  const declarations = `notices: {site: ${notice('purposes: [news]')}}\npurposes: {news: ${purpose()}}`;
  expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
    { place: { path: ['notices', 'site', 'covers'], at: 'value' }, data: { missing: ['rights'] } },
  ]);
});

it('underlines the key that lacks something, the first of several', () => {
  const declarations = (covers: string) =>
    `notices: {site: ${notice(covers)}}\npurposes: {news: ${purpose(', recipients: [crm]')}}\nrecipients: {crm: {name: CRM, role: processor, country: NL}, post: {name: Post, role: processor, country: NL}}`;
  const underlined = (covers: string) => findingsOf(rule, { declarations: declarations(covers), finds: [] })[0]?.place;
  expect(underlined('purposes: [news], recipients: [post], rights: true')).toMatchObject({
    path: ['notices', 'site', 'covers', 'recipients'],
  });
  expect(underlined('purposes: [news], recipients: [post], rights: false')).toMatchObject({
    path: ['notices', 'site', 'covers', 'recipients'],
  });
  expect(underlined('purposes: [news], recipients: [crm], rights: false')).toMatchObject({ path: ['notices', 'site', 'covers', 'rights'] });
  expect(underlined('purposes: [news], rights: false')).toMatchObject({ path: ['notices', 'site', 'covers', 'rights'] });
  expect(underlined('purposes: [news], rights: true')).toMatchObject({ path: ['notices', 'site', 'covers'] });
});

describe('with the purpose and the rights told', () => {
  const SAID = 'purposes: [news], rights: true';
  const CRM = 'recipients: {crm: {name: CRM, role: processor, country: NL}, sales: {name: Sales, role: internal}}';
  const ABROAD = 'recipients: {crm: {name: CRM, role: processor, country: US, transfer: {basis: scc, checked: 2026-10-01}}}';

  it.each([
    ['nothing else', SAID, '', '', undefined],
    ['rights that are not told', 'purposes: [news], rights: false', '', '', ['rights']],
    ['a time limit', SAID, ', retention: P24M', '', ['retention']],
    ['a time limit that is told', `${SAID}, retention: true`, ', retention: P24M', '', undefined],
    ['a recipient', SAID, ', recipients: [crm]', CRM, ['recipients.crm']],
    ['a recipient that is told', `${SAID}, recipients: [crm]`, ', recipients: [crm]', CRM, undefined],
    ['a team of one’s own', SAID, ', recipients: [sales]', CRM, undefined],
    ['a recipient that does not exist', SAID, ', recipients: [cmr]', CRM, undefined],
    ['a recipient of one field', SAID, '', `${CRM}\ncontact_fields: {email: {purposes: [news], recipients: [crm]}}`, ['recipients.crm']],
    ['a transfer', `${SAID}, recipients: [crm]`, ', recipients: [crm]', ABROAD, ['transfers']],
    ['a transfer that is told', `${SAID}, recipients: [crm], transfers: true`, ', recipients: [crm]', ABROAD, undefined],
    ['a transfer of another purpose', SAID, '', ABROAD, undefined],
    ['profiling', SAID, ', profiling: simple', '', ['profiling']],
    ['profiling that is told', `${SAID}, profiling: [policy]`, ', profiling: extensive', '', undefined],
    ['no profiling', SAID, ', profiling: none', '', undefined],
    ['profiling by one tag', SAID, '', 'tags: {hot: {purposes: [news], profiling: simple}}', ['profiling']],
    ['a source', SAID, '', 'tags: {press: {purposes: [news], source: ["public:mastheads"]}}', ['sources']],
    ['a source that is told', `${SAID}, sources: true`, '', 'tags: {press: {purposes: [news], source: ["public:mastheads"]}}', undefined],
    ['the person as the source', SAID, '', 'tags: {press: {purposes: [news], source: ["form:Club"]}}', undefined],
    ['people who know', SAID, '', 'tags: {press: {purposes: [news], source: ["system:crm"], informed: {when: already known}}}', undefined],
  ])('%s: %s', (_, covers, keys, more, missing) => {
    expect(one(covers, keys, more)).toEqual(missing);
  });
});

describe('the day of the notice', () => {
  it('is asked for, also where no purpose has the notice', () => {
    expect(found(`notices: {site: ${notice('', '')}}`)).toEqual([['notice:site', ['date']]]);
  });

  it('is not asked for where it is written wrong', () => {
    expect(found(`notices: {site: ${notice('', ', date: soon')}}`)).toEqual([]);
  });
});

describe('which notice', () => {
  const two = (site: string, shop: string, purposes: string) =>
    found(`notices: {site: ${notice(site)}, shop: ${notice(shop)}}\npurposes: {${purposes}}`);

  it('is the one that the purpose names', () => {
    expect(two('', '', `orders: ${purpose(', notice: shop#orders')}`)).toEqual([['notice:shop', ['purposes.orders', 'rights']]]);
  });

  it('is any that lists the purpose, else the first', () => {
    expect(two('', 'purposes: [orders]', `orders: ${purpose()}`)).toEqual([['notice:shop', ['rights']]]);
    expect(two('', 'rights: true', `orders: ${purpose()}`)).toEqual([['notice:site', ['purposes.orders', 'rights']]]);
  });

  it('is none where the name is wrong, which is told elsewhere', () => {
    expect(two('', '', `orders: ${purpose(', notice: shpo')}`)).toEqual([]);
  });
});

describe('what is written wrong is told once', () => {
  it.each([
    ['a purpose that does not exist', 'purposes: [nwes], recipients: [crm], rights: true'],
    ['a recipient that does not exist', 'purposes: [news], recipients: [cmr], rights: true'],
    ['a key that does not exist', 'purposes: [news], recipients: [crm], rigths: true'],
    ['a value that does not fit', 'purposes: [news], recipients: [crm], rights: often'],
  ])('%s', (_, covers) => {
    expect(one(covers, ', recipients: [crm]', 'recipients: {crm: {name: CRM, role: processor, country: NL}}')).toBeUndefined();
  });
});

it('says nothing without a notice, and nothing of purposes that are built in', () => {
  expect(found(`purposes: {news: ${purpose()}}`)).toEqual([]);
  expect(found(`notices: {site: ${notice('')}}\ntags: {spam: {purposes: [security-antispam]}}`)).toEqual([]);
});
