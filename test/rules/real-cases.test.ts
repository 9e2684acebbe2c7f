/** Answers and faults from real life, and what the rules make of them; cases of one rule alone stand with its own tests. */
import { describe, expect, it } from 'vitest';
import consentHidden from '../../rules/consent/consent-hidden.js';
import undeclaredField from '../../rules/declaration/undeclared-field.js';
import undeclaredForm from '../../rules/declaration/undeclared-form.js';
import undeclaredFormField from '../../rules/declaration/undeclared-form-field.js';
import undeclaredScore from '../../rules/declaration/undeclared-score.js';
import undeclaredSegment from '../../rules/declaration/undeclared-segment.js';
import undeclaredTag from '../../rules/declaration/undeclared-tag.js';
import danglingReference from '../../rules/drift/dangling-reference.js';
import ghostDeclaration from '../../rules/drift/ghost-declaration.js';
import { rules } from '../../rules/index.js';
import emptyField from '../../rules/minimisation/empty-field.js';
import unusedDatum from '../../rules/minimisation/unused-datum.js';
import undeclaredRecipient from '../../rules/sharing/undeclared-recipient.js';
import undeclaredTracking from '../../rules/tracking/undeclared-tracking.js';
import type { Rule } from '../../src/lint/rule.js';
import { campaignsOf, formsOf, lintAnswers, lintCase } from './real-cases.js';

const PURPOSE = 'purposes: {news: {use: email-marketing}}\n';
/** Lists in which a use of a field can stand, and what their answers call them. */
const LISTS: Readonly<Record<string, string>> = {
  'fields/company': 'fields',
  forms: 'forms',
  segments: 'lists',
  campaigns: 'campaigns',
  emails: 'emails',
  pages: 'pages',
  dynamiccontents: 'dynamicContents',
  focus: 'focus',
  smses: 'smses',
  notifications: 'notifications',
  points: 'points',
  'points/triggers': 'triggers',
  hooks: 'hooks',
  reports: 'reports',
};
const ON_FORMS = rules.filter(({ needs = [], per = [] }) => [...needs, ...per].some(of => of.startsWith('form')));

async function subjects(rule: Rule, name: string, declarations = ''): Promise<readonly string[]> {
  return (await lintCase(rule, name, { declarations })).findings.map(({ subject }) => subject);
}

/** The findings about forms and their questions, of all rules that look at these. */
async function onForms(find: (rule: Rule) => ReturnType<typeof lintAnswers>): Promise<readonly string[]> {
  const results = await Promise.all(ON_FORMS.map(find));
  return results.flatMap(({ findings }) =>
    findings.flatMap(({ rule, subject }) => (subject.startsWith('form') ? [`${rule} ${subject}`] : [])),
  );
}

describe('shapes of answers', () => {
  it('A02: nothing is said of forms whose questions were not sent, but that they were not seen; a name of digits needs no quotes', async () => {
    const declarations = `${PURPOSE}forms:\n  2024: {purposes: [news], results_retention: P6M}\n  trade_fair: {purposes: [news], results_retention: P6M}`;
    expect(await onForms(rule => lintCase(rule, 'A02', { declarations }))).toEqual([]);
    expect((await lintCase(ghostDeclaration, 'A02', { declarations })).notRun).toContainEqual({
      rule: 'ghost-declaration',
      of: 'form',
      why: ['rows-missing', 'thin-answer'],
    });
    const whole = { id: 310, name: '2024', alias: '2024', isPublished: true, fields: [], actions: [] };
    const answers = { 'GET /api/forms': { total: 1, forms: [whole] } };
    expect((await lintAnswers(undeclaredForm, answers, declarations)).findings).toEqual([]);
    expect((await lintAnswers(undeclaredForm, answers)).findings.map(({ subject }) => subject)).toEqual(['form:2024']);
  });

  it('A14: a form that asks nothing is no fault', async () => {
    const form = { id: 3, name: 'Empty', alias: 'empty', isPublished: true, fields: [], actions: [] };
    const answers = { 'GET /api/forms': { total: 1, forms: [form] } };
    const declarations = `${PURPOSE}forms: {Empty: {purposes: [news], results_retention: P6M}}`;
    expect(await onForms(rule => lintAnswers(rule, answers, declarations))).toEqual([]);
  });

  it('A17: a trigger needs purposes of its own, and the tag that it adds an entry once it is there', async () => {
    expect(await subjects(undeclaredScore, 'A17')).toEqual(['point_trigger:Hot prospect']);
    const more = { 'GET /api/tags': { total: 1, tags: [{ id: 5, tag: 'hot' }] } };
    expect((await lintCase(undeclaredTag, 'A17', { more })).findings.map(({ subject }) => subject)).toEqual(['tag:hot']);
  });

  it('A19: a focus item without a form and without an address still counts views', async () => {
    const focus = {
      id: 6,
      name: 'Notice',
      type: 'notice',
      style: 'bar',
      website: 'http://',
      isPublished: true,
      htmlMode: 1,
      html: '<b>x</b>',
      properties: {},
    };
    const { findings } = await lintAnswers(undeclaredTracking, { 'GET /api/focus': { total: 1, focus: [focus] } });
    expect(findings.map(({ subject, data }) => [subject, data.what])).toEqual([['tracking:website', ['focus_view']]]);
  });

  it('A21: an entity export is judged like answers of the API', async () => {
    expect(await subjects(undeclaredField, 'A21')).toEqual(['contact_field:region_code']);
    expect(await subjects(undeclaredSegment, 'A21')).toEqual(['segment:everyone']);
    expect(await subjects(undeclaredForm, 'A21')).toEqual(['form:Visit']);
    expect(await subjects(undeclaredFormField, 'A21', 'forms: {Visit: {}}')).toEqual(['form_field:Visit/region']);
  });

  it('A23: an answer that is kept has to be declared, whatever field it fills; a button is no question', async () => {
    expect(await subjects(undeclaredFormField, 'A23', 'forms: {Date request: {}}')).toEqual([
      'form_field:Date request/f_when',
      'form_field:Date request/remark',
    ]);
  });

  it('A28: a field that Mautic is yet to make needs an entry, and nothing else', async () => {
    const field = {
      id: 9,
      label: 'Shoe size',
      alias: 'shoe_size',
      type: 'text',
      object: 'lead',
      isPublished: false,
      columnIsNotCreated: true,
    };
    const answers = { 'GET /api/fields/contact': { total: 1, fields: { 9: field } } };
    expect((await lintAnswers(undeclaredField, answers)).findings).toMatchObject([{ subject: 'contact_field:shoe_size' }]);
    const declarations = `${PURPOSE}contact_fields: {shoe_size: {purposes: [news]}}`;
    for (const rule of [undeclaredField, emptyField, unusedDatum])
      expect((await lintAnswers(rule, answers, declarations)).findings).toEqual([]);
  });

  it('A32: a field of a network that is gone, and that nothing uses', async () => {
    const more = Object.fromEntries(Object.entries(LISTS).map(([list, key]) => [`GET /api/${list}`, { total: 0, [key]: [] }]));
    const declarations = `${PURPOSE}contact_fields: {oldnetwork: {purposes: [news]}}`;
    const { findings, notRun } = await lintCase(unusedDatum, 'A32', { declarations, more });
    expect([findings.map(({ subject }) => subject), notRun]).toEqual([['contact_field:oldnetwork'], []]);
  });
});

describe('reports', () => {
  it('B29: a filter of a plugin looks like a field that is gone: a warning, which one waiver per name takes away', async () => {
    const filters = [{ glue: 'and', field: 'shop_total', object: 'lead', type: 'number', operator: 'gt', properties: { filter: 9 } }];
    const list = { id: 4, name: 'Shop', alias: 'shop', isPublished: true, filters };
    const more = { 'GET /api/segments': { total: 1, lists: { 4: list } } };
    const find = async (declarations: string) => (await lintCase(danglingReference, 'B13', { declarations, more })).findings;
    const waiver =
      'waivers: [{rule: dangling-reference, item: "contact_field:shop_total", reason: A filter of the shop plugin, until: 2027-02-01}]';
    const states = (findings: Awaited<ReturnType<typeof find>>) =>
      findings.filter(({ subject }) => subject.endsWith('shop_total')).map(({ severity, state }) => [severity, state]);
    expect(states(await find(''))).toEqual([['warn', 'open']]);
    expect(states(await find(waiver))).toEqual([['warn', 'waived']]);
  });

  it('B31, B34, B35: one entry covers a tag however it is stored; one with blanks is another, which the entry leads to', async () => {
    const declarations = `${PURPOSE}tags:\n  "Oil&Gas": {purposes: [news]}\n  "owner's club": {purposes: [news]}\n  spring: {purposes: [news]}`;
    expect(await subjects(undeclaredTag, 'B34')).toEqual(['tag:Oil&Gas', "tag:owner's club", 'tag: spring ']);
    expect(await subjects(undeclaredTag, 'B34', declarations)).toEqual(['tag: spring ']);
    expect((await lintCase(ghostDeclaration, 'B34', { declarations })).findings).toMatchObject([
      { subject: 'tag:spring', related: [{ subject: 'tag: spring ' }] },
    ]);
  });

  it('B38: results mailed to somebody are handed to them', async () => {
    const action = {
      id: 1,
      type: 'form.email',
      name: 'Mail',
      order: 1,
      properties: { subject: 'x', message: '', to: 'jo@office.example', user_id: [7] },
    };
    const form = { id: 1, name: 'Visit', alias: 'visit', isPublished: true, fields: [], actions: [action] };
    const find = async (declarations: string) =>
      (await lintAnswers(undeclaredRecipient, { 'GET /api/forms': { total: 1, forms: [form] } }, declarations)).findings;
    expect(await find('')).toMatchObject([{ subject: 'form:Visit' }]);
    expect(await find('organisation: {own_domains: [office.example]}')).toEqual([]);
  });

  it('B40, B42: questions of one cut alias are two, and a random one is called by its label', async () => {
    const { findings } = await lintCase(undeclaredFormField, 'B42', { declarations: 'forms: {Long labels: {}}', more: formsOf('B42') });
    expect(findings.map(({ subject, data }) => [subject.replace('form_field:Long labels/', ''), data.label])).toEqual([
      ['what_is_the_name_of_your#1', 'What is the name of your first school?'],
      ['what_is_the_name_of_your#2', 'What is the name of your pet?'],
      ['#3', '…'],
      ['qmzpl', 'Postcode'],
    ]);
  });

  it('B55: a campaign that says yes in people’s place is found, unless it is the declared confirmation', async () => {
    const purpose = (consent: string) => `purposes: {news: {use: email-marketing, legal_basis: consent, consent: {${consent}}}}`;
    const field = (id: number, alias: string) => ({
      id,
      label: alias,
      alias,
      type: 'boolean',
      object: 'lead',
      isPublished: true,
      properties: {},
    });
    const fields = { 1: field(1, 'address_confirmed'), 2: field(2, 'profiling_ok') };
    const more = { ...campaignsOf('B55'), 'GET /api/fields/contact': { total: 2, fields } };
    const find = async (consent: string) =>
      (await lintCase(consentHidden, 'B55', { declarations: purpose(consent), more })).findings.map(({ subject }) => subject);
    expect(await find('field: address_confirmed')).toEqual(['campaign:Confirm address']);
    expect(await find('field: address_confirmed, confirmed_by: "campaign:Confirm address"')).toEqual([]);
    // It writes a no over whatever people said.
    expect(await find('field: profiling_ok')).toEqual([]);
  });

  it.each([
    [
      'B81: a form',
      'GET /api/forms',
      'forms',
      { fields: [], actions: [{ id: 1, type: 'plugin.leadpush', name: 'Push', order: 1, properties: { integration: 'Salesforce' } }] },
    ],
    [
      'B81: a campaign',
      'GET /api/campaigns',
      'campaigns',
      { events: [{ id: 1, type: 'plugin.leadpush', eventType: 'action', name: 'Push', properties: { integration: 'Salesforce' } }] },
    ],
  ])('%s that pushes to an integration needs its recipient', async (_, request, list, parts) => {
    const item = { id: 1, name: 'Push', alias: 'push', isPublished: true, ...parts };
    const find = async (declarations: string) =>
      (await lintAnswers(undeclaredRecipient, { [request]: { total: 1, [list]: [item] } }, declarations)).findings.length;
    expect(await find('')).toBe(1);
    expect(await find('recipients: {crm: {name: CRM, role: processor, country: NL, integrations: [Salesforce]}}')).toBe(0);
  });
});
