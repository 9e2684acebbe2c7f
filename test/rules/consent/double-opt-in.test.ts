import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/double-opt-in.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, boxOf, filters, item, sends, targets, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, question } from '../form-items.js';
import { BASE, byCampaign, click, declared, flow, found, told } from './sign-ups.js';

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
    findingsOf(rule, { declarations: declared(), items: BASE, uses, coverage }).map(({ subject }) => subject);
  expect([on([]), on([absent('page')])]).toEqual([['form:F'], []]);
});

it('is not run for what was not seen as a whole', () => {
  const { findings, notRun } = lintExample({ declarations: declared(), items: BASE, coverage: [absent('campaign')], finds: [] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'campaign', why: ['refused'] });
});
