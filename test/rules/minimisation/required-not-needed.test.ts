import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/required-not-needed.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question, unseen } from '../form-items.js';

const PURPOSES = `purposes:
  news: {title: Monthly letter, use: email-marketing, legal_basis: consent}
  sms: {use: message-marketing, legal_basis: consent}
  post: {use: call-post-marketing, channels: [post], legal_basis: consent}
  ask: {use: enquiry-handling, legal_basis: contract}
  visit: {use: service-delivery, legal_basis: contract}
`;
const declared = (purposes: string, more = '') => `${PURPOSES}forms: {F: {purposes: [${purposes}]${more}}}`;
const asked = (alias: string, type: string, title: string, more: object = {}) =>
  question(`F/${alias}`, type, { title, required: true, ...more });
const MAIL = asked('email', 'email', 'E-mail');
const PHONE = asked('phone', 'tel', 'Phone');
const NAME = asked('name', 'text', 'Your full name');
const TEXT = asked('text', 'textarea', 'Message');
const STREET = asked('street', 'text', 'Street');
const ALL = [MAIL, PHONE, NAME, TEXT, STREET];
const aliases = (declarations: string, questions = ALL) =>
  subjectsOf(rule, { declarations, items: [form('F'), ...questions] }).map(subject => subject.replace('form_field:F/', ''));

it('finds a compulsory question that the form can do without', () => {
  const declarations = declared('news', ', fields: {phone: {}}');
  expect(findingsOf(rule, { declarations, items: [form('F'), MAIL, PHONE], finds: [] })).toMatchObject([
    {
      subject: 'form_field:F/phone',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['forms', 'F', 'fields', 'phone'] },
      data: { form: 'F', label: 'Phone', purpose: 'Monthly letter' },
    },
  ]);
});

describe('what a form cannot do without', () => {
  it.each([
    ['news', '', ['phone', 'name', 'text', 'street']],
    ['sms', '', ['email', 'name', 'text', 'street']],
    ['post', '', ['email', 'phone', 'text', 'street']],
    ['ask', '', ['phone', 'name', 'street']],
    ['visit', '', ['email', 'phone', 'name', 'text', 'street']],
    ['visit', ', kind: download', ['phone', 'name', 'text', 'street']],
    ['visit', ', kind: contest', ['phone', 'name', 'text', 'street']],
    ['visit', ', kind: event', ['phone', 'text', 'street']],
    ['visit', ', kind: booking', ['phone', 'text', 'street']],
    ['visit', ', kind: survey', ['email', 'phone', 'name', 'text', 'street']],
    ['news', ', kind: contact', ['phone', 'name', 'street']],
  ])('depends on its purpose and kind: %s%s', (purpose, kind, found) => {
    expect(aliases(declared(purpose, kind))).toEqual(found);
  });

  it('is one way to reach people, the telephone where no address is asked', () => {
    expect(aliases(declared('ask'), [PHONE, TEXT])).toEqual([]);
    expect(aliases(declared('visit', ', kind: booking'), [PHONE, NAME])).toEqual([]);
  });

  it.each([
    ['firstname', true],
    ['lastname', true],
    ['nickname', false],
  ])('is known by the contact field that a question fills: %s', (field, isName) => {
    const question = asked('x', 'text', 'X');
    const example = {
      declarations: declared('visit', ', kind: event'),
      items: [form('F'), question, contactField(field)],
      uses: [collects('F/x', field)],
    };
    expect(subjectsOf(rule, example)).toEqual(isName ? [] : ['form_field:F/x']);
  });

  it('is known by the declared kind of datum, also that of the field it fills', () => {
    const declarations = `${declared('visit', ', kind: event, fields: {a: {data_category: user.name.first}, b: {}}')}\ncontact_fields: {nick: {data_category: [user.name], purposes: [visit]}}`;
    const items = [form('F'), asked('a', 'text', 'A'), asked('b', 'text', 'B'), contactField('nick')];
    expect(subjectsOf(rule, { declarations, items, uses: [collects('F/b', 'nick')] })).toEqual([]);
  });

  it.each([
    ['Nome e cognome', true],
    ['Vor- und Nachname', true],
    ["Your dog's name", false],
    ['Company name', false],
  ])('knows a name by its label: %s', (title, isName) => {
    expect(aliases(declared('visit', ', kind: event'), [asked('n', 'text', title)])).toEqual(isName ? [] : ['n']);
  });
});

describe('a reason', () => {
  const withReason = (more: string) => declared('visit', `, kind: event, fields: {phone: {${more}}}`);

  it('of 15 letters is enough where the question serves the main purpose', () => {
    expect(aliases(withReason('needed_for: The door team phones on the night'), [PHONE])).toEqual([]);
    expect(aliases(withReason('needed_for: The team phones, purposes: [news, visit]'), [PHONE])).toEqual([]);
  });

  it('is none when it is shorter, or when the question serves something else', () => {
    expect(aliases(withReason('needed_for: we need it'), [PHONE])).toEqual(['phone']);
    expect(aliases(withReason('needed_for: Sales calls everybody afterwards, purposes: [sms]'), [PHONE])).toEqual(['phone']);
  });
});

it.each([
  ['optional questions', asked('phone', 'tel', 'Phone', { required: false })],
  ['questions of which it was not seen', unseen(PHONE, 'required')],
  ['hidden fields', asked('h', 'hidden', 'h')],
  ['buttons', asked('b', 'button', 'Send')],
  ['captchas', asked('c', 'captcha', 'How many legs has a cat?')],
  ['consents', box('F/c', 'I agree to receive offers', { required: true })],
  ['questions about a firm', asked('firm', 'text', 'School', { mapping: 'company' })],
  ['terms', box('F/t', 'Ho letto il regolamento', { required: true })],
])('leaves %s alone', (_, some) => {
  expect(aliases(declared('news'), [some])).toEqual([]);
});

it('leaves alone what has a role or says nothing about people', () => {
  expect(aliases(declared('news', ', fields: {phone: {role: antispam}}'), [PHONE])).toEqual([]);
  expect(aliases(declared('news', ', fields: {phone: {personal: false, reason: Number of the hall}}'), [PHONE])).toEqual([]);
});

it('leaves alone what fills a field that says nothing about people, but not where the form or another field is declared so', () => {
  const code = asked('code', 'text', 'Code on the flyer');
  const find = (declarations: string) =>
    subjectsOf(rule, {
      declarations: `${declared('news')}\n${declarations}`,
      items: [form('F'), code, contactField('flyer'), contactField('hall')],
      uses: [collects('F/code', 'flyer')],
    });
  expect(find('contact_fields: {flyer: {personal: false, reason: Code printed on the flyer}}')).toEqual([]);
  expect(find('contact_fields: {flyer: {purposes: [ask]}}')).toEqual(['form_field:F/code']);
  expect(find('contact_fields: {hall: {personal: false, reason: Number of the hall}}')).toEqual(['form_field:F/code']);
});

it('leaves forms alone that are off, or of which nobody has said what they are for', () => {
  expect(subjectsOf(rule, { declarations: declared('news'), items: [form('F', { published: false }), PHONE] })).toEqual([]);
  expect(aliases('forms: {F: {}}')).toEqual([]);
  expect(aliases(PURPOSES)).toEqual([]);
});

it('is not run where the questions were not seen', () => {
  const { notRun } = lintExample({ declarations: declared('news'), coverage: [absent('form_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
});
