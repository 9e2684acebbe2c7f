import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/email-pixel.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const PURPOSES = `purposes:
  news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:Menu]}}
  opens: {use: email-measurement, legal_basis: consent, consent: {field: opens_ok, collected_by: [form:Menu]}}
  tastes: {use: behavioural-profiling, legal_basis: consent, consent: {segment: tastes, collected_by: [form:Menu]}}
  totals: {use: email-measurement, legal_basis: legitimate-interests}
`;
const opens = (block: string, more = '') => `${PURPOSES}tracking: {email_opens: {${block}}}\n${more}`;

const segment: Item = { kind: 'segment', id: 3, key: 'readers', published: true };
const mail: Item = { kind: 'email', id: 4, key: 'Menu', published: true };
const filters: Use = {
  from: 'segment:readers',
  how: 'filters',
  to: 'tracking:email_open',
  at: 'segment.filter',
  n: 1,
  group: 1,
  op: 'date',
};
const pixel: Use = { from: 'email:Menu', how: 'tracks', to: 'tracking:email_open', at: 'content', part: 'html' };
const find = (declarations: string, uses: readonly Use[] = [], items: readonly Item[] = [segment, mail]) =>
  findingsOf(rule, { declarations, items, uses });

describe('opens recorded person by person', () => {
  it('need a consent of their own', () => {
    expect(find(opens('mode: individual, purposes: [news]'))).toMatchObject([
      {
        subject: 'tracking:email_opens',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['tracking', 'email_opens', 'mode'], at: 'value' },
        data: {},
        related: [],
      },
    ]);
  });

  it.each([
    ['its own field', 'consent: {field: opens_ok}', true],
    ['the field of the newsletter', 'consent: {field: news_ok}', false],
    ['a purpose that asks for it', 'purposes: [opens]', true],
    ['the newsletter and a purpose that asks for it', 'purposes: [news, opens]', true],
    ['a consent to profiling', 'purposes: [tastes]', true],
    ['another basis of the purpose', 'purposes: [totals]', false],
    ['another basis of its own', 'purposes: [opens], legal_basis: legitimate-interests', false],
    ['nothing', 'purposes: []', false],
  ])('are asked for by %s: %s', (_, block, isAsked) => {
    expect(find(opens(`mode: individual, ${block}`))).toHaveLength(isAsked ? 0 : 1);
  });

  it('do not have one in a field that the newsletter has, too', () => {
    const shared = opens('mode: individual, purposes: [opens]').replace('opens_ok', 'news_ok');
    expect(find(shared)).toHaveLength(1);
    const other = opens('mode: individual, purposes: [ads]', '  x-note: none\n').replace(
      'tracking:',
      '  ads: {use: other, traits: [marketing], legal_basis: consent, consent: {tag: ads}}\ntracking:',
    );
    expect(find(other)).toHaveLength(1);
  });

  it.each([
    ['', 'error'],
    ['[]', 'error'],
    ['[DE]', 'warn'],
    ['[DE, FR]', 'error'],
    ['[IT]', 'error'],
  ])('weigh less where no authority has spoken of them: %s is %s', (countries, severity) => {
    const organisation = countries === '' ? '' : `organisation: {countries: ${countries}}\n`;
    expect(find(opens('mode: individual, purposes: [news]', organisation))).toMatchObject([{ severity }]);
  });
});

describe('what Mautic shows', () => {
  it.each<[string, readonly Use[], readonly string[]]>([
    ['mode: deliverability', [filters], ['segment:readers']],
    ['mode: aggregate', [filters, pixel], ['segment:readers']],
    ['mode: deliverability', [pixel], []],
    ['mode: aggregate', [pixel], []],
    ['mode: off', [filters, pixel], ['segment:readers', 'email:Menu']],
    ['mode: off', [], []],
  ])('contradicts %s by %j', (block, uses, shown) => {
    const found = find(opens(`${block}, purposes: [news]`), uses);
    expect(found.map(({ related }) => related?.map(({ subject }) => subject))).toEqual(shown.length === 0 ? [] : [shown]);
    if (shown.length > 0) expect(found[0]?.place).toMatchObject({ path: ['tracking', 'email_opens', 'mode'] });
  });

  it('contradicts nothing where people were asked, and is none of this rule unless it is an open', () => {
    expect(find(opens('mode: deliverability, purposes: [opens]'), [filters])).toEqual([]);
    expect(find(opens('mode: deliverability, purposes: [news]'), [{ ...filters, to: 'tracking:email_sent' }])).toEqual([]);
  });

  it('is enough without a declaration: there it is shown, five places at most', () => {
    const items = Array.from({ length: 7 }, (_, index): Item => ({ kind: 'segment', id: index + 1, key: `s${index}`, published: true }));
    const uses = items.map(({ key }): Use => ({ ...filters, from: `segment:${key}` }));
    const [found] = find(PURPOSES, uses, items);
    expect(found?.place).toEqual({ item: 'segment:s0' });
    expect(found?.related).toHaveLength(5);
    expect(
      find(
        PURPOSES,
        uses,
        items.map(item => ({ ...item, published: false })),
      ),
    ).toEqual([]);
  });

  it('is not judged of kinds that were seen in part', () => {
    const coverage: Coverage[] = [{ of: 'segment', state: 'partial', rows: 1, total: 2, why: ['own-only'] }];
    const { findings, notRun } = lintExample({ declarations: PURPOSES, items: [segment], uses: [filters], coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'segment', why: ['own-only'] }]);
  });
});

describe('without `mode`', () => {
  it('opens count as recorded, unless the pixel is stated to be off', () => {
    expect(find(opens('purposes: [news]'))).toMatchObject([{ place: { path: ['tracking', 'email_opens'], at: 'key' } }]);
    expect(find(opens('purposes: [news]', 'instance: {settings: {mailer_append_tracking_pixel: false}}'))).toEqual([]);
    expect(find(opens('purposes: [news]', 'instance: {settings: {mailer_append_tracking_pixel: false}}'), [filters])).toHaveLength(1);
  });

  it('nothing is said where nobody knows of a pixel, but of one that is stated', () => {
    expect(find(PURPOSES)).toEqual([]);
    expect(find(`${PURPOSES}instance: {settings: {mailer_append_tracking_pixel: true}}`)).toMatchObject([
      { place: { path: ['instance', 'settings', 'mailer_append_tracking_pixel'] } },
    ]);
  });

  it('is one finding: of this rule, or where people were asked, of the schema', () => {
    const rulesOf = (block: string) =>
      lintExample({ declarations: `tracking: ${block}` })
        .findings.filter(({ rule: id, data }) => id === rule.id || (id === 'schema-valid' && data.key === 'mode'))
        .map(({ rule: id, subject }) => [id, subject]);
    expect(rulesOf('{email_opens: {purposes: []}}')).toEqual([[rule.id, 'tracking:email_opens']]);
    expect(rulesOf('{email_opens: {purposes: [], consent: {field: opens_ok}}}')).toEqual([['schema-valid', 'tracking:email_opens']]);
    expect(rulesOf('{email_clicks: {purposes: []}}').map(([, subject]) => subject)).toEqual(['tracking:email_clicks']);
  });
});

it('has nothing to say of a switched-off pixel', () => {
  expect(subjectsOf(rule, { declarations: opens('mode: off', 'instance: {settings: {mailer_append_tracking_pixel: false}}') })).toEqual([]);
  expect(subjectsOf(rule, { declarations: opens('mode: off', 'instance: {settings: {mailer_append_tracking_pixel: true}}') })).toEqual([
    'tracking:email_opens',
  ]);
});
