import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/double-opt-in.js';
import type { CampaignEvent, Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, boxOf, filters, item, sends, step, targets, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, question } from '../form-items.js';

const declared = (consent = '', more = ''): string =>
  `purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:F]${consent}}}${more}}\nforms: {F: {purposes: [news], consent: submit}}\n`;
const OK = item('contact_field:news_ok', { type: 'boolean' });
const BASE: readonly Item[] = [
  OK,
  item('form:F', { id: 1 }),
  question('F/email', 'email'),
  item('email:Confirm'),
  item('email:E'),
  item('tag:ok'),
];

function found(declarations: string, items: readonly Item[] = [], uses: readonly Use[] = []) {
  const named = new Set(items.map(({ kind, key }) => `${kind}:${key}`));
  return findingsOf(rule, {
    declarations,
    items: [...BASE.filter(({ kind, key }) => !named.has(`${kind}:${key}`)), ...items],
    uses,
    finds: [],
  });
}
const told = (...given: Parameters<typeof found>): string[] =>
  found(...given).map(({ subject, related = [] }) => [subject, ...related.map(other => other.subject)].join(' '));

/** Takes people from the form, mails them, waits for the click, gives the tag. */
const click = (more: readonly CampaignEvent[] = []): Item => item('campaign:C', { events: [step(1), CLICK, step(3, 2, 'yes'), ...more] });
const CLICK = step(2, 1, '', { kind: 'decision', type: 'email.click' });
const CONDITION = step(2, 1, '', { kind: 'condition', type: 'lead.field_value' });
const flow = [targets('campaign:C', 'form:F'), sends('campaign:C', 'email:Confirm', { id: 1 }), adds('campaign:C', 'tag:ok', { id: 3 })];
const byCampaign = declared(', confirmed_by: campaign:C');

describe('a form whose people nobody asks to confirm', () => {
  it('is found at its declaration, once for several consents', () => {
    const more = ', ads: {use: email-marketing, legal_basis: consent, consent: {field: ads_ok, collected_by: [form:F]}}';
    expect(found(declared('', more))).toMatchObject([
      { subject: 'form:F', severity: 'warn', place: { file: EXAMPLE_FILE, path: ['forms', 'F'] }, data: { form: 'F' }, related: [] },
    ]);
  });

  it.each([
    ['IT', 'error'],
    ['AT', 'error'],
    ['FR', 'warn'],
  ])('weighs as much as in %s', (country, severity) => {
    const declarations = `${declared()}organisation: {name: A, contact: a@a.example, countries: [FR, ${country}], security_measures: {access: Two people}}`;
    expect(found(declarations).map(finding => finding.severity)).toEqual([severity]);
  });

  it('by a box, too, whatever else the form is for', () => {
    const { items, uses } = boxOf('G', 'news_ok');
    expect(told(declared(), [item('form:G'), question('G/mail', 'email'), ...items], uses)).toEqual(['form:F', 'form:G']);
  });

  it.each<[name: string, declarations: string, items?: readonly Item[], uses?: readonly Use[]]>([
    ['known from a login', declared(', confirmed_by: account')],
    ['confirmed by another system', declared(', confirmed_by: system:shop')],
    ['confirmed by a plugin', declared(', confirmed_by: plugin:Doi')],
    ['confirmed by a plugin that is stated', `${declared()}instance: {plugins: {Doi: {does: [double-opt-in]}}}`],
    ['that takes no address', declared(), [question('F/email', 'text')]],
    ['that is off', declared(), [item('form:F', { published: false })]],
    ['for text messages', declared().replace('email-marketing', 'message-marketing')],
    ['for what rests on a contract', declared().replace('legal_basis: consent', 'legal_basis: contract')],
    ['that does not ask for it', declared().replace('form:F', 'form:G').replace('forms: {F: {purposes: [news], consent: submit}}', '')],
  ])('is not found: %s', (_, declarations, items, uses) => {
    expect(told(declarations, items, uses)).toEqual([]);
  });

  it('is found where a plugin does something else, or "yes" is all that is said', () => {
    expect(told(`${declared()}instance: {plugins: {Crm: {does: [crm]}}}`)).toEqual(['form:F']);
    expect(told(declared(', double_opt_in: true'))).toEqual(['form:F']);
  });
});

describe('the campaign that is declared to confirm', () => {
  it('takes people from the form and waits', () => {
    expect(told(byCampaign, [click()], flow)).toEqual([]);
  });

  it.each<[name: string, campaign: Item, uses: readonly Use[]]>([
    ['does not get them', click(), flow.slice(1)],
    ['waits for nothing', item('campaign:C', { events: [step(1), step(3, 1)] }), flow],
    [
      'waits for an e-mail to be opened',
      item('campaign:C', { events: [step(1), step(2, 1, '', { kind: 'decision', type: 'email.open' }), step(3, 2, 'yes')] }),
      flow,
    ],
    [
      'is off',
      item('campaign:C', { events: [step(1), step(2, 1, '', { kind: 'decision', type: 'email.click' })], published: false }),
      flow,
    ],
  ])('%s', (_, campaign, uses) => {
    expect(told(byCampaign, [campaign], uses)).toEqual(['form:F']);
  });

  it('makes no list one of people who confirmed by its name alone', () => {
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const given = (campaign: Item, step: number): string[] =>
      told(
        emails,
        [campaign, item('segment:S')],
        [...flow.slice(0, 2), adds('campaign:C', 'segment:S', { id: step }), targets('email:E', 'segment:S')],
      );
    const opened = { kind: 'decision', type: 'email.open' } as const;
    expect(given(click(), 3)).toEqual([]);
    expect(given(item('campaign:C', { events: [step(1), step(3, 1)] }), 3)).toEqual(['form:F segment:S']);
    expect(given(item('campaign:C', { events: [step(1), step(2, 1, '', opened), step(3, 2, 'yes')] }), 3)).toEqual(['form:F segment:S']);
  });

  it.each<[name: string, events: readonly CampaignEvent[], expected: readonly string[]]>([
    ['after the click', [CLICK, step(3, 2, 'yes')], []],
    ['when nobody clicks', [CLICK, step(3, 2, 'no')], ['form:F segment:S']],
    ['when nobody clicks, and others get a letter', [CLICK, step(4, 2, 'yes'), step(3, 2, 'no')], ['form:F segment:S']],
    ['after a reminder and its click', [CLICK, step(4, 2, 'no'), { ...CLICK, id: 5, parent: 4 }, step(3, 5, 'yes')], []],
    ['when a condition holds', [CONDITION, step(3, 2, 'yes')], []],
    ['when a condition does not hold', [CONDITION, step(3, 2, 'no')], []],
    ['beside the condition', [CONDITION, step(4, 2, 'yes'), step(3)], ['form:F segment:S']],
  ])('gives the list %s', (_, events, expected) => {
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const uses = [...flow.slice(0, 2), adds('campaign:C', 'segment:S', { id: 3 }), targets('email:E', 'segment:S')];
    expect(told(emails, [item('campaign:C', { events: [step(1), ...events] }), item('segment:S')], uses)).toEqual(expected);
  });

  it('is not there', () => {
    expect(told(byCampaign)).toEqual(['form:F']);
  });

  it('is trusted where its steps were not seen', () => {
    expect(told(byCampaign, [item('campaign:C', { events: undefined })], flow)).toEqual([]);
  });

  it('gets them by way of a segment', () => {
    const uses = [adds('form:F', 'tag:new'), filters('segment:New', 'tag:new'), targets('campaign:C', 'segment:New'), ...flow.slice(1)];
    expect(told(byCampaign, [click(), item('tag:new'), item('segment:New', { filter_rows: 1 })], uses)).toEqual([]);
  });

  it('comes too late when the form signs people up at once', () => {
    const S = item('segment:S');
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const uses = [...flow, adds('form:F', 'segment:S'), targets('email:E', 'segment:S')];
    expect(told(emails, [click(), S], uses)).toEqual(['form:F segment:S']);
    expect(told(emails, [click(), S], uses.slice(0, -1))).toEqual([]);
    expect(told(byCampaign.replace('field: news_ok', 'tag: at-once'), [click()], [...flow, adds('form:F', 'tag:at-once')])).toEqual([
      'form:F',
    ]);
    expect(
      told(byCampaign.replace('field: news_ok', 'tag: now'), [click(), item('tag:now')], [...flow, adds('form:F', 'tag:now')]),
    ).toEqual(['form:F tag:now']);
  });

  it('does not confirm what stood for the yes before', () => {
    const S = item('segment:S');
    const atOnce = `${byCampaign.replace('field: news_ok', 'segment: S')}emails: {E: {purposes: [news]}}`;
    expect(told(atOnce, [click(), S], [...flow, adds('form:F', 'segment:S'), targets('email:E', 'segment:S')])).toEqual([
      'form:F segment:S',
    ]);
    const after = [...flow.slice(0, 2), adds('campaign:C', 'segment:S', { id: 3 }), targets('email:E', 'segment:S')];
    expect(told(atOnce, [click(), S], after)).toEqual([]);
  });

  it('comes too late for the field that the box of the form fills, though the click gives it again', () => {
    const box = boxOf('F', 'news_ok');
    const emails = `${byCampaign.replace(', consent: submit', '')}emails: {E: {purposes: [news]}}`;
    const writes = use('campaign:C', 'writes', 'contact_field:news_ok', 'campaign.event', { id: 3, value: 'yes' });
    const asks = (to: string, value: string, ...uses: readonly Use[]): string[] =>
      told(
        emails,
        [click(), item('segment:S', { filter_rows: 1 }), ...box.items],
        [...flow, writes, ...box.uses, filters('segment:S', to, 'is', { value }), targets('email:E', 'segment:S'), ...uses],
      );
    expect(asks('contact_field:news_ok', 'yes')).toEqual(['form:F segment:S']);
    expect(asks('tag:ok', '')).toEqual([]);
    const both = filters('segment:S', 'tag:ok', 'any-of', { n: 2 });
    expect(asks('contact_field:news_ok', 'yes', both)).toEqual([]);
  });

  it('need not be reached from forms, when only people who confirmed are written to', () => {
    const { items, uses } = boxOf('G', 'news_ok');
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const given = [click(), item('form:G'), question('G/mail', 'email'), ...items, item('segment:S', { filter_rows: 1 })];
    const sent = [...flow, ...uses, targets('email:E', 'segment:S')];
    expect(told(emails, given, [...sent, filters('segment:S', 'tag:ok')])).toEqual([]);
    expect(told(emails, given, [...sent, filters('segment:S', 'contact_field:news_ok', 'is', { value: 'yes' })])).toEqual([
      'form:G segment:S',
    ]);
  });
});

describe('beside another form that signs people up at once', () => {
  const emails = `${byCampaign.replace('field: news_ok', 'tag: ok')}emails: {E: {purposes: [news]}}`;
  const S = item('segment:S', { filter_rows: 1 });
  const sent = [...flow, filters('segment:S', 'tag:ok'), targets('email:E', 'segment:S')];
  const { items, uses } = boxOf('G', 'news_ok');
  const other = [item('form:G'), question('G/mail', 'email')];

  it('a form that has its people confirm is not found', () => {
    const declarations = emails.replace('collected_by: [form:F]', 'collected_by: [form:F, form:G]');
    expect(told(declarations, [click(), S, ...other], [...sent, adds('form:G', 'tag:ok')])).toEqual(['form:G tag:ok segment:S']);
    expect(told(declarations, [click(), S, ...other], [...sent, adds('form:G', 'tag:ok'), adds('form:F', 'tag:ok')])).toEqual([
      'form:F tag:ok segment:S',
      'form:G tag:ok segment:S',
    ]);
  });

  it('nor where the other fills the field that the click gives', () => {
    const byField = byCampaign.replace(', consent: submit', '').replace('collected_by: [form:F]', 'collected_by: [form:F, form:G]');
    const given = use('campaign:C', 'writes', 'contact_field:news_ok', 'campaign.event', { id: 3, value: 'yes' });
    const asked = filters('segment:S', 'contact_field:news_ok', 'is', { value: 'yes' });
    expect(
      told(
        `${byField}emails: {E: {purposes: [news]}}`,
        [click(), S, ...other, ...items],
        [...flow, ...uses, given, asked, targets('email:E', 'segment:S')],
      ),
    ).toEqual(['form:G segment:S']);
  });
});

describe('the way to the confirmation', () => {
  it('may be points that any form gives', () => {
    const uses = [
      use('point_action:P', 'decides', 'form:*', 'point.action'),
      use('point_action:P', 'writes', 'contact_field:points', 'point.action', { delta: 'up' }),
      use('point_trigger:Q', 'decides', 'contact_field:points', 'trigger.points'),
      adds('point_trigger:Q', 'campaign:C'),
    ];
    const items = [click(), item('contact_field:points'), item('point_action:P'), item('point_trigger:Q')];
    expect(told(byCampaign, items, [...uses, ...flow.slice(1)])).toEqual([]);
    expect(told(byCampaign, [...items.slice(0, 3), item('point_trigger:Q', { published: false })], [...uses, ...flow.slice(1)])).toEqual([
      'form:F',
    ]);
  });

  it('what it gives before the click confirms nothing', () => {
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const { items, uses } = boxOf('G', 'news_ok');
    const given = [
      click(),
      item('form:G'),
      question('G/mail', 'email'),
      ...items,
      item('segment:S', { filter_rows: 1 }),
      item('tag:early'),
    ];
    const sent = [
      ...flow,
      ...uses,
      targets('email:E', 'segment:S'),
      filters('segment:S', 'tag:early'),
      adds('campaign:C', 'tag:early', { id: 1 }),
    ];
    expect(told(emails, given, sent)).toEqual(['form:G']);
  });
});

describe('an e-mail that asks for the click', () => {
  it('carries offers of another purpose, not that it is for the purpose that it confirms', () => {
    const ads = ', ads: {use: email-marketing, legal_basis: soft-opt-in}';
    const by = (purposes: string): string[] =>
      told(
        `${declared(', confirmed_by: campaign:C', ads)}emails: {Confirm: {purposes: [${purposes}]}}\ncampaigns: {C: {purposes: [ads]}}`,
        [click()],
        flow,
      );
    expect([by('news'), by('news, ads')]).toEqual([[], ['form:F email:Confirm']]);
    const byTag = declared(', confirmed_by: campaign:C').replace('field: news_ok', 'tag: ok');
    const pending = item('segment:Pending', { filter_rows: 0 });
    const sent = [adds('form:F', 'segment:Pending'), targets('campaign:C', 'segment:Pending'), ...flow.slice(1)];
    const own = `${byTag}emails: {Confirm: {purposes: [news]}}`;
    expect(told(own, [click(), pending], sent)).toEqual([]);
    expect(told(own, [click(), pending], [...sent, targets('email:Confirm', 'segment:Pending')])).toEqual(['form:F segment:Pending']);
    const later = [...flow.slice(0, 1), sends('campaign:C', 'email:Confirm', { id: 3 }), adds('campaign:C', 'tag:ok', { id: 3 })];
    expect(told(`${declared(', confirmed_by: campaign:C', ads)}emails: {Confirm: {purposes: [ads]}}`, [click()], later)).toEqual([]);
  });
});

describe('a confirmation that nobody has declared', () => {
  it('is seen when the click gives what stands for the yes, or the list', () => {
    const byTag = declared().replace('field: news_ok', 'tag: ok');
    expect(told(byTag, [click()], flow)).toEqual([]);
    expect(told(declared(), [click()], flow)).toEqual(['form:F']);
    const writes = use('campaign:C', 'writes', 'contact_field:news_ok', 'campaign.event', { id: 3, value: 'yes' });
    expect(told(declared(), [click()], [...flow, writes])).toEqual([]);
    expect(told(declared(), [click()], [...flow, { ...writes, value: 'no' }])).toEqual(['form:F']);
    expect(told(declared(), [click()], [...flow, { ...writes, id: 1 }])).toEqual(['form:F']);
  });

  it('is seen in a link of the form’s own e-mail', () => {
    const page = [
      sends('form:F', 'email:Confirm'),
      use('email:Confirm', 'links', 'page:thanks', 'content'),
      use('page:thanks', 'adds', 'tag:ok', 'content'),
    ];
    expect(told(declared(), [item('page:thanks')], page)).toEqual([]);
    expect(told(declared(), [item('page:thanks')], page.slice(0, 2))).toEqual(['form:F']);
    expect(told(declared(), [item('email:Confirm', { other_tokens: ['doi_link'] })], page.slice(0, 1))).toEqual([]);
  });
});

it('trusts a page that was not seen', () => {
  const uses = [sends('form:F', 'email:Confirm'), use('email:Confirm', 'links', 'page:#3', 'content')];
  const on = (coverage: readonly Coverage[]): string[] =>
    findingsOf(rule, { declarations: declared(), items: BASE, uses, coverage, finds: [] }).map(({ subject }) => subject);
  expect([on([]), on([absent('page')])]).toEqual([['form:F'], []]);
});

it('is not run for what was not seen as a whole', () => {
  const { findings, notRun } = lintExample({ declarations: declared(), items: BASE, coverage: [absent('campaign')], finds: [] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'campaign', why: ['refused'] });
});
