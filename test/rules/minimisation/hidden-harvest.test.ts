import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/hidden-harvest.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form, question, unseen } from '../form-items.js';

const hidden = (alias: string, more: object = {}) => question(`F/${alias}`, 'hidden', { title: alias, default: 'empty', ...more });
const found = (item: Item, declarations = '', uses: readonly Use[] = []) =>
  findingsOf(rule, { declarations, items: [form('F'), item], uses });

it('finds a hidden field that the page fills', () => {
  expect(found(hidden('gclid'), 'forms: {F: {fields: {gclid: {}}}}')).toMatchObject([
    {
      subject: 'form_field:F/gclid',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['forms', 'F', 'fields', 'gclid'] },
      data: { form: 'F', what: ['click_id'] },
    },
  ]);
});

describe('what it takes', () => {
  it.each([
    ['user_ip', 'ip', 'error'],
    ['remoteAddr', 'ip', 'error'],
    ['userAgent', 'device', 'error'],
    ['device_fingerprint', 'device', 'error'],
    ['lat', 'location', 'error'],
    ['geoCity', 'location', 'error'],
    ['geolocation', 'location', 'error'],
    ['georgian_wine', 'georgian_wine', 'warn'],
    ['lng', 'lng', 'warn'],
    ['screen_width', 'device', 'error'],
    ['screening', 'screening', 'warn'],
    ['email_sha256', 'email_hash', 'error'],
    ['hashedEmail', 'email_hash', 'error'],
    ['utm_source', 'utm', 'warn'],
    ['fbclid', 'click_id', 'warn'],
    ['ga_client_id', 'client_id', 'warn'],
    ['referrer', 'referrer', 'warn'],
    ['landing_url', 'page', 'warn'],
    ['crm_note', 'crm_note', 'warn'],
    ['shipping', 'shipping', 'warn'],
    ['platform', 'platform', 'warn'],
  ])('is known by its name: %s', (alias, what, severity) => {
    expect(found(hidden(alias))).toMatchObject([{ data: { what: [what] }, severity }]);
  });

  it('is a position where longitude stands beside latitude', () => {
    const items = [form('F'), hidden('lat'), hidden('lng')];
    expect(findingsOf(rule, { declarations: '', items, finds: [] })).toMatchObject([
      { subject: 'form_field:F/lat', severity: 'error' },
      { subject: 'form_field:F/lng', data: { what: ['location'] }, severity: 'error' },
    ]);
  });

  it('is known by its label, too', () => {
    expect(found(hidden('x1', { title: 'IP address' }))).toMatchObject([{ data: { what: ['ip'] }, severity: 'error' }]);
  });

  it('is an error in strict', () => {
    expect(findingsOf(rule, { declarations: '', items: [form('F'), hidden('gclid')], finds: [] }, 'strict')).toMatchObject([
      { severity: 'error' },
    ]);
  });
});

describe('one value for everybody', () => {
  it.each(['constant', 'number', 'url'] as const)('takes nothing: %s', initial => {
    expect(found(hidden('source', { default: initial }))).toEqual([]);
  });

  it.each(['empty', 'token', 'personal'] as const)('is none: %s', initial => {
    expect(found(hidden('source', { default: initial }))).toHaveLength(1);
  });

  it('is none when Mautic fills in what it knows of the contact', () => {
    expect(found(hidden('source', { default: 'constant', autofill: true }))).toHaveLength(1);
  });

  it('may be declared', () => {
    expect(found(hidden('source'), 'forms: {F: {fields: {source: {constant: true}}}}')).toEqual([]);
  });

  it('is not guessed where the default was not seen', () => {
    expect(found(unseen(hidden('source'), 'default'))).toEqual([]);
  });
});

describe('an explanation', () => {
  const covers = (purposes: string) =>
    `notices: {site: {url: "https://a.example/p", date: 2026-10-01, covers: {purposes: [${purposes}]}}}\n`;
  const declared = (more: string) => `forms: {F: {fields: {gclid: {${more}}}}}`;
  const reason = 'hidden_reason: Which advert brought them';

  it('is a reason, a purpose, and a notice that names it', () => {
    expect(found(hidden('gclid'), covers('ads') + declared(`purposes: [ads], ${reason}`))).toEqual([]);
  });

  it.each([
    ['a reason that is too short', covers('ads') + declared('purposes: [ads], hidden_reason: adverts')],
    ['no reason', covers('ads') + declared('purposes: [ads]')],
    ['no purpose', covers('ads') + declared(reason)],
    ['a notice that names another purpose', covers('news') + declared(`purposes: [ads], ${reason}`)],
    ['a notice that names none', `notices: {site: {url: "https://a.example/p"}}\n${declared(`purposes: [ads], ${reason}`)}`],
    ['no notice', declared(`purposes: [ads], ${reason}`)],
  ])('is none with %s', (_, declarations) => {
    expect(found(hidden('gclid'), declarations)).toHaveLength(1);
  });

  it('goes by the notice of the form', () => {
    const notices = 'notices:\n  site: {url: "https://a.example/p", covers: {purposes: [ads]}}\n  shop: {url: "https://a.example/s"}\n';
    const at = (notice: string) => `${notices}forms: {F: {notice: ${notice}, fields: {gclid: {purposes: [ads], ${reason}}}}}`;
    expect(found(hidden('gclid'), at('site#ads'))).toEqual([]);
    expect(found(hidden('gclid'), at('shop'))).toHaveLength(1);
  });
});

describe('campaign parameters', () => {
  const utm: Use = { from: 'form:F', how: 'writes', to: 'tracking:utm', at: 'form.action', id: 5, type: 'lead.addutmtags' };
  const notice = 'notices: {site: {url: "https://a.example/p", date: 2026-10-01, covers: {purposes: [news]}}}\n';
  const text = question('F/email', 'email');

  it('that a form keeps are found at the form', () => {
    expect(found(text, 'forms: {F: {purposes: [news]}}', [utm])).toMatchObject([
      { subject: 'form:F', severity: 'warn', place: { path: ['forms', 'F'] }, data: { form: 'F', what: ['utm'] } },
    ]);
  });

  it('are explained at the form', () => {
    expect(found(text, `${notice}forms: {F: {purposes: [news], hidden_reason: Which flyer brought them}}`, [utm])).toEqual([]);
    expect(found(text, `${notice}forms: {F: {purposes: [news], hidden_reason: flyers}}`, [utm])).toHaveLength(1);
  });
});

it.each([
  ['questions that people see', form('F'), question('F/ip', 'text', { default: 'empty' })],
  ['forms that are off', form('F', { published: false }), hidden('user_ip')],
])('leaves %s alone', (_, aForm, field) => {
  expect(subjectsOf(rule, { declarations: '', items: [aForm, field] })).toEqual([]);
});

it('leaves a trap for robots alone', () => {
  expect(found(hidden('website2'), 'forms: {F: {fields: {website2: {role: antispam}}}}')).toEqual([]);
});

it('is not run where the questions were not seen', () => {
  const { notRun } = lintExample({ declarations: '', coverage: [absent('form_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
});
