import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/unused-datum.js';
import { viewSnapshot } from '../../../src/lint/snapshot-view.js';
import { indexSteps } from '../../../src/lint/usage/steps.js';
import { unusedItems } from '../../../src/lint/usage/unused.js';
import type { Count, Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { snapshotOf } from '../../../src/output/example.js';
import { campaign, content, decides, email, filters, reads, segment } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question } from '../form-items.js';

const PURPOSES =
  'purposes:\n  club: {use: service-delivery}\n  proof: {use: proof-and-objection}\n  greet: {use: content-personalisation}\n';
const HOBBY = 'contact_field:hobby';
const declared = (hobby = 'purposes: [club]', more = '') => `${PURPOSES}contact_fields:\n  hobby: {${hobby}}\n${more}`;
const filled = (n: Count['n'], of = HOBBY): Count => ({ of, how: 'filled', n });
const found = (declarations: string, items: readonly Item[] = [], uses: readonly Use[] = [], counts: readonly Count[] = [filled(2100)]) =>
  subjectsOf(rule, { declarations, items: [contactField('hobby', { title: 'Hobby' }), ...items], uses, counts });

describe('unused-datum', () => {
  it('finds a field with values that nothing uses, at its entry', () => {
    const items = [contactField('hobby', { title: 'Hobby' })];
    expect(findingsOf(rule, { declarations: declared(), items, counts: [filled(2100)], finds: [] })).toMatchObject([
      {
        subject: HOBBY,
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'hobby'], at: 'key' },
        data: { field: { label: 'Hobby', alias: 'hobby' }, people: 2100 },
      },
    ]);
    expect(findingsOf(rule, { declarations: declared(), items, counts: [filled('<5')], finds: [] }, 'strict')).toMatchObject([
      { severity: 'error', data: { people: '<5' } },
    ]);
  });

  it('does not say how many where nobody has counted', () => {
    const items = [contactField('hobby')];
    expect(findingsOf(rule, { declarations: declared(), items, finds: [] })).toMatchObject([{ data: { people: 'unknown' } }]);
  });

  it('says nothing of a field that holds nothing', () => {
    expect(found(declared(), [], [], [filled(0)])).toEqual([]);
    const pending = contactField('hobby', { pending: true });
    expect(subjectsOf(rule, { declarations: declared(), items: [pending] })).toEqual([]);
  });

  it('counts asking, writing and copying everything as no use', () => {
    const items = [form('F'), question('F/h', 'text'), campaign('C'), content('webhook', 'CRM')];
    const uses: Use[] = [
      collects('F/h', 'hobby'),
      { from: 'campaign:C', how: 'writes', to: HOBBY, at: 'campaign.event', id: 1, value: 'constant' },
      { from: 'webhook:CRM', how: 'reads', to: 'record:contact', at: 'webhook.trigger', type: 'lead_post_save_update' },
    ];
    expect(found(declared(), items, uses)).toEqual([HOBBY]);
  });

  it.each<[string, Item, Use]>([
    ['a token', email('E'), reads('email:E', HOBBY)],
    ['a filter', segment('s'), filters('segment:s', HOBBY)],
    ['a condition', campaign('C'), decides('campaign:C', HOBBY)],
    ['a report', { kind: 'report', id: 1, key: 'R' }, reads('report:R', HOBBY, { at: 'report.column' })],
    ['a token in an e-mail that is off', email('E', { published: false }), reads('email:E', HOBBY)],
  ])('is silent where %s uses it', (_, item, use) => {
    expect(found(declared(), [item], [use])).toEqual([]);
  });

  it('is silent where the answer itself is used: mailed to the office, or looked at by a campaign', () => {
    const items = [form('F'), question('F/h', 'text'), campaign('C')];
    const mailed: Use = { from: 'form:F', how: 'reads', to: 'form_field:F/h', at: 'form.action', id: 1, type: 'form.email', in: 'text' };
    const looked: Use = { from: 'campaign:C', how: 'decides', to: 'form_field:F/h', at: 'campaign.event', id: 2, op: 'is' };
    expect(found(declared(), items, [collects('F/h', 'hobby'), mailed])).toEqual([]);
    expect(found(declared(), items, [collects('F/h', 'hobby'), looked])).toEqual([]);
  });

  it.each([
    ['a named user', declared('purposes: [club], used_by: [system:shop, form:Update my data]')],
    ['people with an owner', declared('purposes: [club], used_by: [people:club desk], owner: club desk')],
    ['what a system gets', declared('purposes: [club]', 'systems: {shop: {gets: [hobby]}}')],
    ['what a recipient gets', declared('purposes: [club]', 'recipients: {shop: {name: Shop, gets: [hobby]}}')],
    ['purposes that only keep it', declared('purposes: [proof, legal-claims]')],
    ['personalisation alone, which has a rule of its own', declared('purposes: [greet]')],
    ['what says nothing about people', declared('personal: false, reason: Number of the old shop')],
    ['no purpose yet', declared('purposes: []')],
    ['a purpose that nobody has defined', declared('purposes: [clubb]')],
    ['a status', declared('purposes: [club], status: retired, retired_on: 2026-10-01')],
    ['no entry', `${PURPOSES}contact_fields: {}`],
  ])('is silent by the declaration: %s', (_, declarations) => {
    expect(found(declarations)).toEqual([]);
  });

  it('asks who answers for people who look at it on the screen', () => {
    const items = [contactField('hobby')];
    const declarations = declared('purposes: [club], used_by: [people:club desk]');
    expect(findingsOf(rule, { declarations, items, finds: [] })).toMatchObject([
      { place: { path: ['contact_fields', 'hobby', 'used_by'], at: 'value' } },
    ]);
    expect(subjectsOf(rule, { declarations: `version: 1\ndefaults: {owner: club}\n${declarations}`, items })).toEqual([]);
  });

  it.each([
    ['consent', 'consent: {field: hobby}'],
    ['objection', 'objection: {field: hobby, where: everywhere}'],
    ['proof', 'consent: {field: other, proof: {timestamp: contact_field:hobby}}'],
    ['clock', 'retention: {period: P1Y, from: event-date, from_field: hobby}'],
  ])('is silent where the policy rests on it: %s', (_, key) => {
    const purposes = `purposes:\n  club: {use: service-delivery, ${key}}\n`;
    expect(found(`${purposes}contact_fields:\n  hobby: {purposes: [club]}`)).toEqual([]);
  });

  it('is silent for what a box of its own fills: an opt-out by its role, a consent by its words', () => {
    const items = [form('F'), box('F/h', 'No more letters')];
    const role = 'forms: {F: {fields: {h: {role: opt-out}}}}';
    expect(found(declared(), items, [collects('F/h', 'hobby')])).toEqual([HOBBY]);
    expect(found(declared('purposes: [club]', role), items, [collects('F/h', 'hobby')])).toEqual([]);
    const consent = [form('F'), box('F/h', 'I agree to receive the letter')];
    expect(found(declared(), consent, [collects('F/h', 'hobby')])).toEqual([]);
  });

  it('leaves alone what tells people apart and what Mautic fills', () => {
    const items = [
      contactField('email', { fixed: true }),
      contactField('card', { unique: true }),
      contactField('last_active'),
      contactField('timezone', { added: '', changed: '2026-01' }),
    ];
    const entries =
      'contact_fields: {email: {purposes: [club]}, card: {purposes: [club]}, last_active: {purposes: [club]}, timezone: {purposes: [club]}}';
    const counts = ['email', 'card', 'last_active', 'timezone'].map(key => filled(900, `contact_field:${key}`));
    const tracked = `${PURPOSES}${entries}\ntracking: {website: {purposes: [club]}}`;
    expect(subjectsOf(rule, { declarations: tracked, items, counts })).toEqual([]);
    expect(subjectsOf(rule, { declarations: `${PURPOSES}${entries}`, items, counts })).toEqual(['contact_field:timezone']);
  });

  it('takes a field that Mautic ships for empty until it is counted or something fills it', () => {
    const declarations = `${PURPOSES}contact_fields: {position: {purposes: [club]}}`;
    const items = [contactField('position', { fixed: true, changed: '2026-03' }), form('F'), question('F/p', 'text')];
    expect(subjectsOf(rule, { declarations, items })).toEqual([]);
    expect(subjectsOf(rule, { declarations, items, uses: [collects('F/p', 'position')] })).toEqual(['contact_field:position']);
    expect(subjectsOf(rule, { declarations, items, counts: [filled(9, 'contact_field:position')] })).toEqual(['contact_field:position']);
  });

  it('looks at company fields that are declared as personal', () => {
    const items: Item[] = [{ kind: 'company_field', id: 1, key: 'companycontact', title: 'Contact person' }];
    const declarations = `${PURPOSES}company_fields: {companycontact: {personal: true, purposes: [club]}}`;
    expect(subjectsOf(rule, { declarations, items })).toEqual(['company_field:companycontact']);
  });

  it('agrees with `where --unused`: it finds all of those, and beside them only what is filled and never used', () => {
    const keys = ['idle', 'asked', 'written', 'read', 'filtered'];
    const items = [
      ...keys.map(key => contactField(key, { fixed: false })),
      form('F', { actions: [] }),
      question('F/a', 'text'),
      campaign('C'),
      email('E'),
      segment('s'),
    ];
    const uses: Use[] = [
      collects('F/a', 'asked'),
      { from: 'campaign:C', how: 'writes', to: 'contact_field:written', at: 'campaign.event', id: 1 },
      reads('email:E', 'contact_field:read'),
      filters('segment:s', 'contact_field:filtered'),
    ];
    const view = viewSnapshot(snapshotOf({ declarations: '', items, uses, finds: [] }));
    const listed = unusedItems(view, indexSteps(view, uses)).items.map(view.reference);
    const entries = keys.map(key => `${key}: {purposes: [club]}`).join(', ');
    const all = subjectsOf(rule, { declarations: `${PURPOSES}contact_fields: {${entries}}`, items, uses });
    expect(listed.filter(reference => reference.startsWith('contact_field:'))).toEqual(['contact_field:idle']);
    expect(all).toEqual(['contact_field:idle', 'contact_field:asked', 'contact_field:written']);
  });

  it.each(['email', 'segment', 'report', 'webhook', 'form_field.mapping'] as const)(
    'is not run where %s could hold a use and was not seen',
    of => {
      const { findings, notRun } = lintExample({ ...rule.examples.bad, coverage: [absent(of)] });
      expect(notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
      expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    },
  );

  it('is not run for a kind of which only a part was seen, and runs for the other', () => {
    const items: Item[] = [contactField('hobby'), { kind: 'company_field', id: 1, key: 'companycontact' }];
    const declarations = `${declared()}company_fields: {companycontact: {personal: true, purposes: [club]}}`;
    const coverage: Coverage[] = [{ of: 'company_field', state: 'partial', rows: 1, total: 9, why: ['rows-missing'] }];
    const { findings, notRun } = lintExample({ declarations, items, coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual([HOBBY]);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'company_field', why: ['rows-missing'] });
  });
});
