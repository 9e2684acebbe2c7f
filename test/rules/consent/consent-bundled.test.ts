import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-bundled.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form } from '../form-items.js';

const purpose = (key: string, use: string, consent: string) => `  ${key}: {use: ${use}, legal_basis: consent, consent: {${consent}}}\n`;
const shared = (second = 'behavioural-profiling', consent = 'field: yes_ok') =>
  `purposes:\n${purpose('news', 'email-marketing', consent)}${purpose('other', second, consent)}`;
const terms = 'I accept the terms, the privacy notice and the newsletter';

describe('purposes that share what holds their consent', () => {
  it('are found once, at the second, with the first beside', () => {
    const items = [form('Club'), box('Club/yes', 'Yes to all'), contactField('yes_ok', { title: 'Yes' })];
    expect(findingsOf(rule, { declarations: shared(), items, uses: [collects('Club/yes', 'yes_ok')], finds: [] })).toMatchObject([
      {
        subject: 'contact_field:yes_ok',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'other', 'consent', 'field'], at: 'value' },
        related: [{ place: { path: ['purposes', 'news', 'consent', 'field'] } }],
        data: { label: 'Yes to all', purposes: ['news', 'other'] },
      },
    ]);
  });

  it('are named by the field where no box fills it, else by its key', () => {
    const example = { declarations: shared(), finds: [] };
    expect(findingsOf(rule, { ...example, items: [contactField('yes_ok', { title: 'Yes' })] })).toMatchObject([{ data: { label: 'Yes' } }]);
    expect(findingsOf(rule, example)).toMatchObject([{ data: { label: 'yes_ok' } }]);
  });

  it.each(['tag: agreed', 'segment: readers'])('are found by %s, too', consent => {
    expect(subjectsOf(rule, { declarations: shared('lead-scoring', consent) })).toEqual([consent.replace(': ', ':')]);
  });

  it('are not found when they are one use, or when one use is not known', () => {
    expect(subjectsOf(rule, { declarations: shared('email-marketing') })).toEqual([]);
    expect(
      subjectsOf(rule, { declarations: 'purposes:\n  a: {use: lead-scoring, consent: {field: x}}\n  b: {consent: {field: x}}' }),
    ).toEqual([]);
  });

  it('may be channels of one purpose, where the declaration says so and no country of it asks for a consent by channel', () => {
    const channels = shared('message-marketing', 'field: yes_ok, granularity: purpose');
    expect(subjectsOf(rule, { declarations: channels })).toEqual([]);
    expect(subjectsOf(rule, { declarations: `${channels}organisation: {countries: [IT, DE]}` })).toEqual([]);
    expect(subjectsOf(rule, { declarations: `${channels}organisation: {countries: [IT, PL]}` })).toEqual(['contact_field:yes_ok']);
    expect(subjectsOf(rule, { declarations: shared('message-marketing') })).toEqual(['contact_field:yes_ok']);
    expect(subjectsOf(rule, { declarations: shared('lead-scoring', 'field: yes_ok, granularity: purpose') })).toEqual([
      'contact_field:yes_ok',
    ]);
  });

  it('are one mistake with the words of the box', () => {
    const items = [form('Club'), box('Club/yes', terms), contactField('yes_ok')];
    expect(subjectsOf(rule, { declarations: shared(), items, uses: [collects('Club/yes', 'yes_ok')] })).toEqual(['contact_field:yes_ok']);
  });

  it('do not count the yes to sensitive data among them', () => {
    const declarations = `purposes:\n${purpose('news', 'email-marketing', 'field: yes_ok')}  dinner: {use: service-delivery}
contact_fields: {diet: {purposes: [dinner], special: {categories: [health], condition: explicit-consent, consent: {field: yes_ok}}}}`;
    expect(subjectsOf(rule, { declarations })).toEqual([]);
  });
});

describe('the words of a box', () => {
  const found = (title: string, declarations = '', more: object = {}) =>
    findingsOf(rule, {
      declarations,
      items: [form('Club'), box('Club/yes', title, { options: [{ value: '1', label: 'OK' }], ...more })],
      finds: [],
    });

  it('are a warning by themselves, and quoted as they stand', () => {
    expect(found(terms)).toMatchObject([
      {
        subject: 'form_field:Club/yes',
        severity: 'warn',
        place: { item: 'form_field:Club/yes' },
        data: { label: terms, purposes: ['terms', 'newsletter'] },
      },
    ]);
  });

  it('are certain where the box is declared as a consent', () => {
    expect(found(terms, 'forms: {Club: {fields: {yes: {role: consent}}}}')).toMatchObject([
      { severity: 'error', place: { file: EXAMPLE_FILE, path: ['forms', 'Club', 'fields', 'yes'] } },
    ]);
  });

  it('name the purpose of the box where they name terms alone', () => {
    const declarations = `purposes:\n${purpose('news', 'email-marketing', 'field: x')}forms: {Club: {fields: {yes: {role: consent, purposes: [news]}}}}`;
    expect(found('I accept the terms', declarations)).toMatchObject([{ data: { purposes: ['terms', 'news'] } }]);
  });

  it('may stand in label and answer of one tick, but not in two ticks', () => {
    expect(found('Terms of the club', '', { options: [{ value: '1', label: 'I accept and subscribe' }] })).toHaveLength(1);
    const two = [
      { value: '1', label: 'I accept the terms' },
      { value: '2', label: 'Send me the newsletter' },
    ];
    expect(found('Please choose', '', { options: two })).toEqual([]);
  });

  it.each([
    ['I agree to the terms and conditions', {}],
    ['I agree to receive offers', {}],
    [terms, { type: 'text' }],
  ])('are one thing: %s %j', (title, more) => {
    expect(found(title, '', more)).toEqual([]);
  });

  it('are left alone where people say no by the box', () => {
    expect(found(terms, 'forms: {Club: {fields: {yes: {role: opt-out}}}}')).toEqual([]);
  });
});

it('is not run where the questions were not seen', () => {
  const { notRun } = lintExample({ declarations: shared(), coverage: [absent('form_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
});
