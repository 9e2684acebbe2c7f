import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/unknown-alias.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';
import { absent, contactField, form, question } from '../form-items.js';
import { codeFile, send } from '../site-files.js';

const FIELDS: readonly Item[] = [
  contactField('favourite_film', { public: true }),
  contactField('firstname', { public: false }),
  contactField('old_ref', { public: true, published: false }),
  contactField('timezone', { public: false }),
  contactField('title', { public: true }),
  { kind: 'company_field', id: 9, key: 'companycity', published: true, public: false },
];
const found = (sends: readonly ReturnType<typeof send>[], more: Partial<Example> = {}) =>
  findingsOf(rule, { declarations: '', items: FIELDS, ...more, site: [codeFile(sends)] });
const told = (...given: Parameters<typeof found>) => found(...given).map(({ subject, data }) => [subject, data.reason, data.near]);

describe('a field', () => {
  it.each([
    ['a typing mistake', send('contact_field', 'favorite_film'), ['contact_field:favorite_film', 'view', 'favourite_film']],
    ['nothing like a field', send('contact_field', 'itemincart'), ['contact_field:itemincart', 'view', undefined]],
    [
      'the same in a pixel',
      send('contact_field', 'itemincart', { how: 'pixel', inUrl: true }),
      ['contact_field:itemincart', 'view', undefined],
    ],
    ['pushed by a server', send('contact_field', 'fristname', { how: 'rest-push' }), ['contact_field:fristname', 'push', 'firstname']],
    ['not for everybody to write', send('contact_field', 'firstname'), ['contact_field:firstname', 'not-public', undefined]],
    ['switched off', send('contact_field', 'old_ref'), ['contact_field:old_ref', 'unpublished', undefined]],
    [
      'a pattern that no field fits',
      send('contact_field', 'pref_*', { certainty: 'pattern' }),
      ['contact_field:pref_*', 'view', undefined],
    ],
    ['page data in a push', send('page_data', 'language', { how: 'rest-push' }), ['contact_field:language', 'push', undefined]],
  ])('%s', (_, sent, expected) => {
    expect(told([sent])).toEqual([expected]);
  });

  it.each([
    ['that takes it', [send('contact_field', 'favourite_film')]],
    ['of a company, which takes it whatever its settings', [send('contact_field', 'companycity'), send('company_field', 'companycity')]],
    ['that a server may write', [send('contact_field', 'firstname', { how: 'rest-push' })]],
    ['that is sent with every page view anyway', [send('contact_field', 'timezone')]],
    ['that a pattern may stand for', [send('contact_field', 'f*', { certainty: 'pattern' })]],
    ['that only a push takes for one', [send('page_data', 'title', { how: 'rest-push' })]],
    ['campaign parameters, which a push drops by design', [send('page_data', 'utm_source', { how: 'rest-push' })]],
    ['what the API takes beside fields', [send('contact_field', 'ipAddress', { how: 'rest-push' })]],
    ['the page view itself', [send('page_data', 'page_url'), send('opaque', 'd')]],
    ['what nobody knows', [send('contact_field', '', { certainty: 'open' })]],
    ['a tag', [send('tag', 'new-one')]],
  ])('is fine: %s', (_, sends) => {
    expect(found(sends)).toEqual([]);
  });

  it('may be a parameter that is declared for the page view', () => {
    const declarations = 'tracking: {website: {purposes: [visits], gate: consent-tool, parameters: [itemincart]}}';
    expect(told([send('contact_field', 'itemincart')], { declarations })).toEqual([]);
    expect(told([send('contact_field', 'itemincart', { how: 'rest-push' })], { declarations })).toHaveLength(1);
  });

  it('is not judged while one of the two lists of fields was not seen', () => {
    const coverage = [absent('company_field')];
    expect(found([send('contact_field', 'itemincart')], { coverage })).toEqual([]);
    expect(lintExample({ declarations: '', items: FIELDS, coverage, site: [], finds: [] }).notRun).toContainEqual({
      rule: rule.id,
      of: 'company_field',
      why: ['refused'],
    });
  });
});

describe('a question', () => {
  const items = [...FIELDS, form('Open Day!', { id: 7 }), question('Open Day!/e_mail', 'email')];
  const answer = (key: string, of?: string) => send('form_field', key, { how: 'form-post', ...(of === undefined ? {} : { form: of }) });

  it('that the form does not have is lost, by the id of the form or by its name in the HTML', () => {
    expect(found([answer('email', '7')], { items })).toMatchObject([
      { subject: 'form_field:Open Day!/email', data: { key: 'email', reason: 'question', form: 'Open Day!', near: 'e_mail' } },
    ]);
    expect(told([answer('phone', 'openday')], { items })).toEqual([['form_field:Open Day!/phone', 'question', undefined]]);
  });

  it.each([
    ['that it has', answer('e_mail', '7')],
    ['of a form that is gone, which another rule tells', answer('email', '8')],
    ['of a form that the code does not name', answer('email')],
  ])('is fine: one %s', (_, sent) => {
    expect(found([sent], { items })).toEqual([]);
  });

  it('is not judged where the form was only seen inside of something else', () => {
    expect(found([answer('email', '7')], { items: [form('Open Day!', { id: 7, thin: true })] })).toEqual([]);
  });
});

it('is not run without a website', () => {
  expect(lintExample({ declarations: '', items: FIELDS, finds: [] }).notRun).toContainEqual({
    rule: rule.id,
    of: 'website',
    why: ['no-website'],
  });
});
