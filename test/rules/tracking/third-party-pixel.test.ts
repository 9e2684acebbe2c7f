import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/third-party-pixel.js';
import type { ExampleFile } from '../../../src/lint/rule.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { renderMessage } from '../../../src/output/message.js';
import { plainText } from '../../../src/output/parts.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf, unstatedIn } from '../examples.js';
import { absent } from '../form-items.js';
import { codeFile, send } from '../site-files.js';

const page = (key: string, more: object = {}): Item => ({ kind: 'page', id: 1, key, title: key, published: true, ...more });
const tag = (to: string, more: Partial<Use> = {}): Use => ({
  from: 'page:spring',
  how: 'shares',
  to: `recipient:${to}`,
  at: 'content',
  part: 'html',
  as: 'inline',
  ...more,
});
const ON = 'instance: {settings: {facebook_pixel: on}}\n';
const meta = (keys: string) => `recipients: {meta: {name: Meta Platforms, role: joint-controller, country: US${keys}}}\n`;
const CONTRACT = ', contract: {document: "https://docs.aurora.example/meta.pdf", date: 2026-01-10}';
const TRANSFER = ', transfer: {basis: adequacy-dpf, checked: 2026-10-01}';
const KNOWN = ', integrations: [facebook_pixel]';
const ADS = (basis: string) => `purposes: {ads: {use: ad-audiences, legal_basis: ${basis}, recipients: [meta]}}\n`;
const found = (uses: readonly Use[], items: readonly Item[] = [page('spring')], declarations = '') =>
  subjectsOf(rule, { declarations, items, uses });

describe('a setting', () => {
  it('is found where it is stated', () => {
    expect(findingsOf(rule, { declarations: ON, finds: [] })).toMatchObject([
      {
        subject: 'recipient:service/meta-pixel',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['instance', 'settings', 'facebook_pixel'] },
        data: { what: ['profile'], recipient: 'Meta', missing: ['recipient', 'consent', 'contract', 'transfer'] },
      },
    ]);
  });

  it.each([
    ['facebook_pixel: true', ['recipient:service/meta-pixel']],
    ['google_analytics: on', ['recipient:service/google-analytics']],
    ['google_analytics: off', []],
    ['facebook_pixel: false', []],
    ['anonymize_ip: true', []],
  ])('%s: %j', (settings, subjects) => {
    expect(found([], [], `instance: {settings: {${settings}}}`)).toEqual(subjects);
  });
});

describe('what must be declared', () => {
  it.each([
    [meta(KNOWN), ['consent', 'contract', 'transfer']],
    [meta(`${KNOWN}${CONTRACT}`), ['consent', 'transfer']],
    [meta(`${KNOWN}${CONTRACT}${TRANSFER}`), ['consent']],
    [`${meta(`${KNOWN}${CONTRACT}${TRANSFER}`)}${ADS('legitimate-interests')}`, ['consent']],
    [`${meta(`${KNOWN}${TRANSFER}`)}${ADS('consent')}`, ['contract']],
    // Not known as the one who gets it.
    [`${meta(`${CONTRACT}${TRANSFER}`)}${ADS('consent')}`, ['recipient', 'consent', 'contract', 'transfer']],
    // Begun: schema-valid says what is not whole.
    [`${meta(`${KNOWN}${TRANSFER}, contract: {date: soon}`)}${ADS('consent')}`, undefined],
  ])('%s', (declarations, missing) => {
    const [finding] = findingsOf(rule, { declarations: `${ON}${declarations}`, finds: [] });
    expect(finding?.data.missing).toEqual(missing);
  });

  it('leaves an information when all of it is: Mautic passes more than people think', () => {
    const declarations = `${ON}${meta(`${KNOWN}${CONTRACT}${TRANSFER}`)}${ADS('consent')}`;
    const [finding, ...others] = findingsOf(rule, { declarations, finds: [] }, 'strict');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      subject: 'recipient:meta',
      severity: 'info',
      data: { what: ['profile'], recipient: 'Meta Platforms' },
    });
    expect(finding?.data).not.toHaveProperty('missing');
  });

  it('leaves nothing for a tag of which all is declared', () => {
    const declarations = `${meta(`${KNOWN}${CONTRACT}${TRANSFER}`)}${ADS('consent')}`;
    expect(found([tag('service/meta-pixel')], [page('spring')], declarations)).toEqual([]);
  });

  it('is no transfer where the company keeps the data in the EEA', () => {
    const [finding] = findingsOf(rule, { declarations: '', items: [page('spring')], uses: [tag('service/hotjar')], finds: [] });
    expect(finding?.data.missing).toEqual(['recipient', 'consent', 'contract']);
  });
});

describe('a tag in contents', () => {
  it('is found once for each company, with the other items beside the first', () => {
    const items = [page('spring'), page('summer', { id: 2 })];
    const uses = [
      tag('service/google-tag-manager'),
      tag('www.googletagmanager.com', { as: 'script' }),
      tag('service/google-analytics', { from: 'page:summer' }),
    ];
    expect(findingsOf(rule, { declarations: 'pages: {spring: {purposes: [news]}}', items, uses, finds: [] })).toMatchObject([
      {
        subject: 'recipient:service/google-analytics',
        place: { file: EXAMPLE_FILE, path: ['pages', 'spring'] },
        data: { what: ['visits'], recipient: 'Google' },
        related: [{ subject: 'page:summer', place: { item: 'page:summer' } }],
      },
    ]);
  });

  it.each([
    [tag('service/linkedin-insight'), ['recipient:service/linkedin-insight']],
    [tag('connect.facebook.net', { as: 'script' }), ['recipient:service/meta-pixel']],
    // A picture, a frame, one's own statistics, the button to sign in.
    [tag('www.facebook.com', { as: 'image' }), []],
    [tag('www.facebook.com', { as: 'frame' }), []],
    [tag('service/matomo'), []],
    [tag('cdn.example', { as: 'script' }), []],
    [tag('notfacebook.net', { as: 'script' }), []],
  ])('%j: %j', (use, subjects) => {
    expect(found([use])).toEqual(subjects);
  });

  it('does nothing on a page that is not published', () => {
    expect(found([tag('service/meta-pixel')], [page('spring', { published: false })])).toEqual([]);
  });
});

it('finds the step of a campaign, and not a public message', () => {
  const campaign: Item = { kind: 'campaign', id: 1, key: 'Welcome', published: true };
  const step = { from: 'campaign:Welcome', how: 'shares', at: 'campaign.event', id: 3 } as const;
  const uses: Use[] = [
    { ...step, to: 'recipient:service/meta-pixel', type: 'tracking.pixel.send' },
    { ...step, to: 'recipient:service/twitter', type: 'twitter.tweet' },
  ];
  expect(findingsOf(rule, { declarations: ON, items: [campaign], uses, finds: [] })).toMatchObject([
    { subject: 'recipient:service/meta-pixel', data: { what: ['profile', 'events'] }, related: [{ subject: 'campaign:Welcome' }] },
  ]);
});

it('is told in one sentence: of Mautic, or of the code', () => {
  const SITE = [codeFile([send('service', 'google-analytics', { how: 'script', gate: 'none' })])];
  const told = (declarations: string, site: readonly ExampleFile[] = []): string[] =>
    findingsOf(rule, { declarations, site }).map(({ data }) => plainText(renderMessage(rule.text.en, data, 'en')));
  const DECLARED = `${ON}${meta(`${KNOWN}${CONTRACT}${TRANSFER}`)}${ADS('consent')}`;
  const WAY = "Switch it off in Mautic's configuration, or ask people first and complete the entry under recipients.";
  const PROFILE = 'first name, last name, e-mail, phone, city, region and postcode';
  expect(told(DECLARED)).toEqual([`Mautic passes ${PROFILE} of known visitors to 'Meta Platforms'. ${WAY}`]);
  expect(told('', SITE)).toEqual([expect.stringMatching(/^Your website lets 'Google' .* under recipients\.$/u)]);
});

it('is not run for a kind that was seen in part', () => {
  const partly: Coverage = { of: 'page', state: 'partial', rows: 1, total: 9, why: ['rows-missing'] };
  const example = { declarations: '', items: [page('spring')], uses: [tag('service/meta-pixel')], site: [], finds: [] };
  expect(findingsOf(rule, { ...example, coverage: [partly] })).toEqual([]);
  expect(
    lintExample({ ...example, coverage: [partly, absent('campaign')] }, 'recommended', true, [rule]).notRun.map(({ of }) => of),
  ).toEqual(['campaign', 'page']);
});

describe('a tag in the code of the website', () => {
  const META = `${meta(`${KNOWN}${CONTRACT}${TRANSFER}`)}${ADS('consent')}`;
  const inCode = (declarations: string, ...sends: ReturnType<typeof send>[]) => findingsOf(rule, { declarations, site: [codeFile(sends)] });
  const pixel = (key: string, gate: 'none' | 'held' | 'code') => send('service', key, { how: 'script', gate });

  it('is told once for a company and a file, with what is not declared', () => {
    const sends = [pixel('google-analytics', 'code'), pixel('google-tag-manager', 'none'), pixel('meta-pixel', 'held')];
    expect(inCode(meta(KNOWN), ...sends)).toMatchObject([
      {
        subject: 'recipient:service/google-analytics',
        severity: 'error',
        place: { file: 'site/page.js' },
        related: [{}],
        data: { detail: 'in-code', recipient: 'Google', missing: ['recipient', 'consent', 'contract', 'transfer'] },
      },
      { subject: 'recipient:meta', data: { recipient: 'Meta Platforms', missing: ['consent', 'contract', 'transfer'] } },
    ]);
  });

  it.each([
    ['held', []],
    ['code', []],
    ['none', [['recipient:meta', 'warn', ['gate']]]],
  ] as const)('of which all is declared, with the gate %s', (gate, expected) => {
    expect(inCode(META, pixel('meta-pixel', gate)).map(({ subject, severity, data }) => [subject, severity, data.missing])).toEqual(
      expected,
    );
  });

  it('is none where a team counts for itself', () => {
    expect(inCode('', pixel('matomo', 'none'))).toEqual([]);
  });
});

it.each([
  ['pages: {spring: {purposes: [news], recipients: [meta]}}', []],
  ['pages: {spring: {purposes: [desk], legal_basis: consent, recipients: [meta]}}', []],
  ['pages: {spring: {purposes: [desk], recipients: [meta]}}', ['recipient:meta']],
  ['pages: {spring: {purposes: [news], legal_basis: contract, recipients: [meta]}}', ['recipient:meta']],
  ['pages: {spring: {purposes: [news]}}', ['recipient:meta']],
])('takes the recipients of an item as those of a purpose: %s', (pages, subjects) => {
  const purposes = 'purposes: {news: {use: email-marketing, legal_basis: consent}, desk: {use: enquiry-handling, legal_basis: contract}}\n';
  const hosts = ', hosts: ["*.facebook.com"]';
  const declarations = `${purposes}${meta(CONTRACT + TRANSFER + hosts)}${pages}`;
  expect(found([tag('service/meta-pixel')], undefined, declarations)).toEqual(subjects);
});

it('says of which of the two nobody has told whether it is on, where the website is tracked', () => {
  const tracked = 'tracking: {website: {purposes: [ads]}}\n';
  expect(unstatedIn(rule, { declarations: tracked })).toEqual(['setting.facebook_pixel', 'setting.google_analytics']);
  expect(unstatedIn(rule, { declarations: tracked + ON })).toEqual(['setting.google_analytics']);
  expect(unstatedIn(rule, { declarations: '' })).toEqual([]);
});
