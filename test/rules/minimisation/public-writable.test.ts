import { expect, it } from 'vitest';
import rule from '../../../rules/minimisation/public-writable.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, contactField, unseen } from '../form-items.js';

const tier = (more: object = {}) => contactField('tier', { title: 'Membership', public: true, unique: false, ...more });

it('finds a field that the tracking call can set', () => {
  const declarations = 'contact_fields: {tier: {purposes: [club]}}';
  const [finding] = findingsOf(rule, { declarations, items: [tier()], finds: [] });
  expect(finding).toMatchObject({
    subject: 'contact_field:tier',
    severity: 'error',
    place: { file: EXAMPLE_FILE, path: ['contact_fields', 'tier'] },
  });
  expect(finding?.data).toEqual({ field: { label: 'Membership', alias: 'tier' } });
});

it('says more of a field that tells contacts apart', () => {
  const [finding] = findingsOf(rule, { declarations: '', items: [tier({ unique: true })], finds: [] });
  expect(finding?.data).toEqual({ field: { label: 'Membership', alias: 'tier' }, detail: 'unique' });
  expect(rule.text.en.words).toHaveProperty('unique');
});

it.each([
  ['a field that it cannot set', tier({ public: false })],
  ['a field of which it was not seen', unseen(tier(), 'public')],
  ['a field that is off', tier({ published: false })],
  ['the language of the next message', contactField('preferred_locale', { public: true })],
])('leaves %s alone', (_, field) => {
  expect(subjectsOf(rule, { declarations: '', items: [field] })).toEqual([]);
});

it('leaves alone what says nothing about people, and company fields', () => {
  const declarations = 'contact_fields: {tier: {personal: false, reason: Number of the old shop system}}';
  expect(subjectsOf(rule, { declarations, items: [tier()] })).toEqual([]);
  expect(subjectsOf(rule, { declarations: '', items: [{ kind: 'company_field', id: 1, key: 'companycity', public: true }] })).toEqual([]);
});

it('may be waived', () => {
  const declarations = 'waivers: [{rule: public-writable, item: contact_field:tier, reason: Set by our own shop only, until: 2027-03-01}]';
  expect(findingsOf(rule, { declarations, items: [tier()], finds: [] })).toMatchObject([{ state: 'waived' }]);
});

it('is not run where contact fields were not seen', () => {
  const { notRun } = lintExample({ declarations: '', coverage: [absent('contact_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
