import { beforeAll, describe, expect, it } from 'vitest';
import { snapshotWith } from '../cli/workspace.js';
import { offered, type Repository, repository, taken } from './repository.js';

const PURPOSES = `version: 1
recipients:
  mailhost: {name: Mail Relay GmbH, role: processor, country: DE}
systems:
  crm: {recipient: mailhost}
notices:
  site: {url: "https://aurora.example/privacy"}
purposes:
  newsletter: {title: Monthly menu, use: email-marketing, legal_basis: consent}
  table-booking: {use: service-delivery, legal_basis: contract}
`;
const ITEMS = [
  { kind: 'contact_field', id: 1, key: 'firstname', title: 'First name', type: 'text', published: true },
  { kind: 'contact_field', id: 51, key: 'film', title: 'Favourite film', type: 'text', published: true },
  { kind: 'contact_field', id: 52, key: 'consent_news', title: 'Consent', type: 'boolean', published: true },
  { kind: 'form', id: 3, key: 'Newsletter', title: 'Newsletter', published: true },
  { kind: 'form', id: 4, key: 'Win: a dinner', title: 'Win: a dinner', published: true },
  { kind: 'form_field', id: 31, key: 'Newsletter/email', title: 'E-mail', form: 'form:Newsletter', type: 'email' },
  { kind: 'form_field', id: 32, key: 'Newsletter/film', title: 'Film', form: 'form:Newsletter', type: 'text' },
  { kind: 'form_field', id: 33, key: 'Newsletter/send', title: 'Send', form: 'form:Newsletter', type: 'button' },
  { kind: 'tag', id: 1, key: 'evt-2026', description: '' },
  { kind: 'tag', id: 2, key: 'vip', description: '' },
  { kind: 'tag', id: 3, key: '5 stars', description: '' },
  { kind: 'segment', id: 1, key: 'readers', title: 'Readers', published: true },
  { kind: 'campaign', id: 1, key: 'Cleanup', title: 'Cleanup', published: true },
];
const FIELDS = `version: 1
contact_fields:
  firstname: {purposes: [newsletter], why: Greeting at the top of the e-mail}
forms:
  Newsletter: {purposes: [newsletter], fields: {email: {}}}
tags:
  "evt-*": {purposes: [table-booking]}
`;
const FILE = 'privacy/fields.yaml';

let repo: Repository;
beforeAll(async () => {
  repo = await repository({ 'privacy/purposes.yaml': PURPOSES, [FILE]: FIELDS, 'privacy/mautic.snapshot.json': snapshotWith(ITEMS) });
});

describe('keys', () => {
  it('are those that Mautic has and nobody has declared; what a pattern covers comes last', () => {
    expect(offered(repo, FILE, 'version: 1\ntags:\n  ¦')).toEqual(['vip', '5 stars', 'evt-2026']);
    expect(offered(repo, FILE, `${FIELDS}contact_fields:\n  f¦`)).toEqual(['film', 'consent_news']);
  });

  it('of questions are those of the form that have an answer', () => {
    expect(offered(repo, FILE, 'version: 1\nforms:\n  Newsletter:\n    fields:\n      ¦')).toEqual(['film']);
  });

  it('are left to the schema where they are the format’s, and to the team where they are its own', () => {
    for (const text of ['¦', 'version: 1\ntags:\n  a:\n    ¦', 'purposes:\n  ¦', 'recipients:\n  m¦', 'tags:\n  a: {¦}', '# tags:\n#  ¦']) {
      expect(offered(repo, FILE, text), text).toEqual([]);
    }
  });

  it.each([
    ['tags:\n  v¦', 'vip', 'tags:\n  vip: {purposes: []}'],
    ['tags:\n  ¦\n  other: {}\n', '5 stars', 'tags:\n  "5 stars": {purposes: []}\n  other: {}\n'],
    ['tags:\n  v¦: {purposes: []}\n', 'vip', 'tags:\n  vip: {purposes: []}\n'],
    ['tags:\n  "v¦"\n', 'vip', 'tags:\n  vip: {purposes: []}\n'],
    ['tags: {v¦}\n', 'vip', 'tags: {vip: {purposes: []}}\n'],
    ['forms:\n  Win¦: {}\n', 'Win: a dinner', 'forms:\n  "Win: a dinner": {}\n'],
    ['forms:\n  Newsletter:\n    fields:\n      fi¦', 'film', 'forms:\n  Newsletter:\n    fields:\n      film: {}'],
  ])('are written as YAML needs it: %j', (text, label, expected) => {
    expect(taken(repo, FILE, text, label)).toBe(expected);
  });

  it('leave the cursor in the brackets where the editor can do that', async () => {
    const other = await repository({ [FILE]: 'version: 1\n', 'privacy/mautic.snapshot.json': snapshotWith(ITEMS) }, { snippets: true });
    expect(taken(other, FILE, 'tags:\n  v¦', 'vip')).toBe('tags:\n  vip: {purposes: [$1]}');
  });
});

describe('references', () => {
  it.each([
    ['contact_fields:\n  film: {purposes: [¦', ['newsletter', 'table-booking', 'legal-claims', 'security-antispam', 'site-operation']],
    [
      'forms:\n  Newsletter:\n    fields:\n      film:\n        purposes: [newsletter, ta¦',
      ['newsletter', 'table-booking', 'legal-claims', 'security-antispam', 'site-operation'],
    ],
    ['purposes:\n  news:\n    recipients:\n      - ¦', ['mailhost']],
    ['purposes:\n  news:\n    notice: ¦', ['site']],
    ['purposes:\n  news:\n    consent: {field: ¦}', ['firstname', 'film', 'consent_news']],
    ['purposes:\n  news:\n    consent: {segment: re¦}', ['readers']],
    ['purposes:\n  news:\n    consent: {collected_by: [form:¦]}', ['form:Newsletter', 'system:crm', 'form:Win: a dinner']],
    ['purposes:\n  news:\n    retention: {enforced_by: ¦}', ['system:crm', 'campaign:Cleanup']],
    ['systems:\n  crm:\n    feeds: [¦]', ['firstname', 'film', 'consent_news']],
    ['notices:\n  site:\n    covers: {recipients: [¦]}', ['mailhost']],
    [
      'tracking:\n  website:\n    purposes:\n    - ¦',
      ['newsletter', 'table-booking', 'legal-claims', 'security-antispam', 'site-operation'],
    ],
    ['purposes:\n  news:\n    legal_basis: ¦', []],
    ['contact_fields:\n  film:\n    why: ¦', []],
  ])('%j', (text, labels) => {
    expect(offered(repo, 'privacy/new.yaml', text)).toEqual(labels);
  });

  it.each([
    ['contact_fields:\n  film: {purposes: [ne¦]}', 'newsletter', 'contact_fields:\n  film: {purposes: [newsletter]}'],
    ['contact_fields:\n  film:\n    purposes: ¦', 'newsletter', 'contact_fields:\n  film:\n    purposes: [newsletter]'],
    ['contact_fields:\n  film:\n    purposes:¦\n', 'newsletter', 'contact_fields:\n  film:\n    purposes: [newsletter]\n'],
    ['contact_fields:\n  film:\n    purposes:\n      n¦', 'newsletter', 'contact_fields:\n  film:\n    purposes:\n      - newsletter'],
    [
      'purposes:\n  n:\n    consent:\n      collected_by:\n      - ¦',
      'form:Win: a dinner',
      'purposes:\n  n:\n    consent:\n      collected_by:\n      - "form:Win: a dinner"',
    ],
  ])('are written as YAML needs it: %j', (text, label, expected) => {
    expect(taken(repo, 'privacy/new.yaml', text, label)).toBe(expected);
  });

  it('of waivers are the rules that take one, and what they find', () => {
    const rules = offered(repo, 'privacy/new.yaml', 'waivers:\n  - rule: ¦');
    expect(rules).toContain('undeclared-field');
    expect(rules).not.toContain('schema-valid');
    expect(offered(repo, 'privacy/new.yaml', 'waivers:\n  - rule: undeclared-tag\n    item: tag:¦')).toContain('tag:vip');
  });
});

it('a long list is cut to what fits the letters that are there, and asked for again', async () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ kind: 'tag', id: index + 1, key: `tag-${index}`, description: '' }));
  const large = await repository({ [FILE]: 'version: 1\n', 'privacy/mautic.snapshot.json': snapshotWith(many) });
  expect(offered(large, FILE, 'tags:\n  ¦')).toHaveLength(300);
  expect(offered(large, FILE, 'tags:\n  tag-999¦')).toEqual(['tag-999']);
});
