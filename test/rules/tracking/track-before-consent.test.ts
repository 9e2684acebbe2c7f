import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/track-before-consent.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { codeFile, send } from '../site-files.js';

const PURPOSES = `purposes:
  visits: {use: web-tracking, legal_basis: consent, consent: {field: visits_ok, collected_by: [page:home]}}
  counts: {use: web-tracking, legal_basis: legitimate-interests}
  orders: {use: service-delivery, legal_basis: contract}
  scores: {use: lead-scoring, legal_basis: legitimate-interests}
  tastes: {use: web-tracking, legal_basis: legitimate-interests, profiling: simple}
  open: {use: web-tracking}
`;
const website = (block: string) => `${PURPOSES}tracking: {website: {${block}}}`;
const find = (declarations: string, items: readonly Item[] = [], uses: readonly Use[] = []) =>
  findingsOf(rule, { declarations, items, uses });

const page: Item = { kind: 'page', id: 4, key: 'landing', title: 'Landing', published: true };
const focus: Item = { kind: 'focus_item', id: 5, key: 'Bar', published: true };
const tracks = (from: string, at: Use['at'] = 'content'): Use => ({ from, how: 'tracks', to: 'tracking:page_hit', at });

describe('the declaration', () => {
  it.each([
    ['purposes: [visits], gate: consent-tool', undefined],
    ['purposes: [visits], gate: login', undefined],
    ['purposes: [visits]', { reason: 'no-gate' }],
    ['purposes: [visits], gate: none', { reason: 'gate-none' }],
    ['purposes: [counts], gate: consent-tool', { reason: 'other-basis', basis: ['legitimate-interests'] }],
    ['purposes: [visits, counts, orders]', { reason: 'other-basis', basis: ['legitimate-interests', 'contract'] }],
    ['purposes: [scores], gate: consent-tool', { reason: 'other-basis-for-profiles', basis: ['legitimate-interests'] }],
    ['purposes: [tastes], gate: consent-tool', { reason: 'other-basis-for-profiles', basis: ['legitimate-interests'] }],
    ['purposes: [scores], legal_basis: contract, gate: consent-tool', { reason: 'other-basis', basis: ['contract'] }],
    ['purposes: [orders], gate: login', { reason: 'other-basis', basis: ['contract'] }],
    [
      'purposes: [visits], legal_basis: legitimate-interests, gate: consent-tool',
      { reason: 'other-basis', basis: ['legitimate-interests'] },
    ],
    ['purposes: [visits], legal_basis: [consent, contract], gate: consent-tool', { reason: 'other-basis', basis: ['contract'] }],
    ['purposes: [counts], legal_basis: consent, gate: consent-tool', { reason: 'no-yes' }],
    ['purposes: [counts], legal_basis: consent, consent: {field: visits_ok}, gate: consent-tool', undefined],
    ['purposes: [visits], legal_basis: consent, gate: consent-tool', undefined],
    ['purposes: [open], gate: consent-tool', undefined],
    ['gate: consent-tool', undefined],
  ])('%s', (block, expected) => {
    expect(find(website(block)).map(({ subject, severity, data }) => [subject, severity, data])).toEqual(
      expected === undefined ? [] : [['tracking:website', 'error', expected]],
    );
  });

  it('is shown at the key that is wrong', () => {
    const pathOf = (block: string) => find(website(block))[0]?.place;
    expect(pathOf('purposes: [visits]')).toEqual({ file: EXAMPLE_FILE, path: ['tracking', 'website'], at: 'key' });
    expect(pathOf('purposes: [counts]')).toEqual({ file: EXAMPLE_FILE, path: ['tracking', 'website'], at: 'key' });
    expect(pathOf('purposes: [visits], gate: none')).toMatchObject({ path: ['tracking', 'website', 'gate'], at: 'value' });
    expect(pathOf('purposes: [visits], legal_basis: contract')).toMatchObject({
      path: ['tracking', 'website', 'legal_basis'],
      at: 'value',
    });
  });

  it('is none of this rule where there is none', () => {
    expect(find(PURPOSES)).toEqual([]);
  });
});

describe('a body that loads the script', () => {
  const uses = [tracks('page:landing'), tracks('page:landing'), tracks('focus_item:Bar')];

  it('is told once for each live item, as certain only where no consent tool is declared', () => {
    expect(find(PURPOSES, [page, focus], uses)).toMatchObject([
      {
        subject: 'page:landing',
        severity: 'error',
        place: { item: 'page:landing' },
        data: { reason: 'in-body', item: 'Landing', kind: 'page' },
      },
      { subject: 'focus_item:Bar', severity: 'error', data: { reason: 'in-body', item: 'Bar', kind: 'focus_item' } },
    ]);
    expect(find(website('purposes: [visits], gate: consent-tool'), [page], uses)).toMatchObject([
      { subject: 'page:landing', severity: 'warn' },
    ]);
    expect(find(`${PURPOSES}pages: {landing: {purposes: [visits]}}`, [page], uses)[0]?.place).toMatchObject({ path: ['pages', 'landing'] });
  });

  it('is not what every landing page and every focus item does by itself, nor what is off, nor an e-mail', () => {
    const mail: Item = { kind: 'email', id: 6, key: 'Menu', published: true };
    const itself = [tracks('page:landing', 'page'), { ...tracks('focus_item:Bar', 'focus'), to: 'tracking:focus_view' }];
    expect(find(PURPOSES, [page, focus, mail], [...itself, tracks('email:Menu')])).toEqual([]);
    expect(find(PURPOSES, [{ ...page, published: false }], uses)).toEqual([]);
  });

  it('is not judged where landing pages were seen in part', () => {
    const coverage: Coverage[] = [{ of: 'page', state: 'partial', rows: 1, total: 3, why: ['rows-missing'] }];
    const { findings, notRun } = lintExample({
      declarations: website('purposes: [visits]'),
      items: [page],
      uses,
      coverage,
      site: [],
      finds: [],
    });
    expect(findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['tracking:website']);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'page', why: ['rows-missing'] }]);
  });
});

describe('code of the website', () => {
  const script = (gate?: 'none' | 'held' | 'code') => send('tracking', '', { how: 'script', ...(gate === undefined ? {} : { gate }) });
  const inCode = (declarations: string, ...sends: ReturnType<typeof send>[]) =>
    findingsOf(rule, { declarations: `${PURPOSES}${declarations}`, site: [codeFile(sends)] }).filter(({ place }) => 'range' in place);
  const declared = (gate: string) => `tracking: {website: {purposes: [visits], gate: ${gate}}}`;

  it.each([
    ['nothing is declared', '', 'error'],
    ['no gate is declared', 'tracking: {website: {purposes: [visits]}}', 'error'],
    ['it is declared that there is none', declared('none'), 'error'],
    ['a consent tool may stop it from outside', declared('consent-tool'), 'warn'],
    ['it may be loaded after login only', declared('login'), 'warn'],
  ])('that starts it as the page loads, where %s', (_, declarations, severity) => {
    expect(inCode(declarations, script('none'), script('none'))).toMatchObject([
      {
        subject: 'tracking:website',
        severity,
        key: 'site/page.js in-code',
        place: { file: 'site/page.js' },
        related: [{}],
        data: { reason: 'in-code' },
      },
    ]);
  });

  it('is fine where it is marked for a consent tool, decides by itself, or shows nothing; and where it starts something else', () => {
    const others = [send('service', 'matomo', { gate: 'none' }), send('form', '4', { gate: 'none' }), send('page_data', 'page_url')];
    expect(inCode('', script('held'), script('code'), script(), ...others)).toEqual([]);
  });

  it('that only calls it is told, as a warning, where nothing shows what loads the script', () => {
    const call = send('tracking', '', { how: 'mt', gate: 'none' });
    expect(inCode('', call)).toMatchObject([{ severity: 'warn', data: { reason: 'called-in-code' } }]);
    expect(inCode('', call, script('held'))).toEqual([]);
    expect(inCode('', call, script('none'))).toMatchObject([{ severity: 'error', data: { reason: 'in-code' }, related: [] }]);
    expect(inCode('', send('tracking', '', { how: 'mt', gate: 'code' }))).toEqual([]);
  });
});
