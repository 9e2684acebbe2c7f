import { beforeAll, describe, expect, it } from 'vitest';
import { answers } from '../../src/lsp/answers.js';
import { snapshotWith } from '../cli/workspace.js';
import { hovered, type Repository, repository } from './repository.js';

const PURPOSES = `version: 1
recipients:
  mailhost: {name: Mail Relay GmbH, role: processor, country: DE}
purposes:
  newsletter:
    title: "Menu *of* the month"
    use: email-marketing
    description: Send the menu <b>of the month</b> to people who asked
    legal_basis: consent
    consent: {field: film, collected_by: [form:Newsletter]}
    retention: {period: P24M, from: last-action}
    recipients: [mailhost]
`;
const FIELDS = `version: 1
contact_fields:
  film: {purposes: [newsletter], why: To talk about it}
  gone: {purposes: [newsletter]}
forms:
  Newsletter:
    purposes: [newsletter]
    fields: {film: {}}
tags:
  "evt-*": {purposes: [newsletter]}
  "vip-*": {personal: false, reason: How the table is laid}
waivers:
  - {rule: no-purpose, item: "contact_field:film"}
`;
const snapshot = JSON.parse(
  snapshotWith([
    { kind: 'contact_field', id: 51, key: 'film', title: 'Favourite <film>', type: 'text', published: true, required: false },
    { kind: 'form', id: 3, key: 'Newsletter', title: 'Newsletter', published: true },
    { kind: 'form_field', id: 31, key: 'Newsletter/film', title: 'Film', form: 'form:Newsletter', type: 'text', required: true },
    { kind: 'tag', id: 1, key: 'evt-2026', description: '' },
    { kind: 'tag', id: 2, key: 'evt-2025', description: '' },
    { kind: 'tag', id: 3, key: 'vip-guests', description: '' },
  ]),
);
snapshot.uses = [{ from: 'form_field:Newsletter/film', how: 'collects', to: 'contact_field:film', at: 'form.field' }];
snapshot.counts = [{ of: 'contact_field:film', how: 'filled', n: '<5' }];

let repo: Repository;
beforeAll(async () => {
  repo = await repository(
    { 'privacy/purposes.yaml': PURPOSES, 'privacy/fields.yaml': FIELDS, 'privacy/mautic.snapshot.json': JSON.stringify(snapshot) },
    { url: 'https://mautic.aurora.example' },
  );
});

const marked = (text: string, word: string): string => text.replace(word, `${word.slice(0, 1)}¦${word.slice(1)}`);

describe('a hover', () => {
  it('on a field tells what Mautic has, how many people, and where it is used', () => {
    const text = hovered(repo, 'privacy/fields.yaml', marked(FIELDS, 'film'));
    expect(
      text,
    ).toBe(`**Contact field 'Favourite &lt;film&gt;'** · \`contact_field:film\` · [Open in Mautic](<https://mautic.aurora.example/s/contacts/fields/edit/51>)

type: text · required: no · published · filled in for fewer than 5 people

Purposes: \`newsletter\`

Asked by

- form 'Newsletter', question 'Film'`);
  });

  it('on a question, a pattern, a reference and a waiver tells what is meant', () => {
    expect(hovered(repo, 'privacy/fields.yaml', FIELDS.replace('fields: {film', 'fields: {f¦ilm'))).toMatch(
      /^\*\*Form 'Newsletter', question 'Film'\*\*/u,
    );
    expect(hovered(repo, 'privacy/fields.yaml', marked(FIELDS, 'evt-'))).toContain("- tag 'evt-2026'");
    expect(hovered(repo, 'privacy/fields.yaml', marked(FIELDS, 'evt-'))).toContain('2 items in Mautic:');
    expect(hovered(repo, 'privacy/fields.yaml', marked(FIELDS, 'vip-'))).toContain('1 item in Mautic:');
    expect(hovered(repo, 'privacy/purposes.yaml', PURPOSES.replace('form:News', 'form:N¦ews'))).toMatch(/^\*\*Form 'Newsletter'\*\*/u);
    expect(hovered(repo, 'privacy/fields.yaml', FIELDS.replace('"contact_field:film"', '"contact_f¦ield:film"'))).toMatch(
      /^\*\*Contact field/u,
    );
  });

  it('on a purpose tells its title, basis, end, recipients and how many items name it', () => {
    expect(hovered(repo, 'privacy/fields.yaml', marked(FIELDS, 'newsletter'))).toBe(`**Menu \\*of\\* the month** · \`newsletter\`

Send the menu &lt;b&gt;of the month&lt;/b&gt; to people who asked

Legal basis: consent · Kept for: 24 months (\`from: last-action\`) · Recipients: Mail Relay GmbH

Items that name it: 5`);
  });

  it('on a recipient tells who it is', () => {
    expect(hovered(repo, 'privacy/purposes.yaml', PURPOSES.replace('[mailhost]', '[m¦ailhost]'))).toBe(
      '**Mail Relay GmbH** · `mailhost` · `processor` · Germany',
    );
  });

  it('says nothing where there is nothing to say', () => {
    for (const text of [marked(FIELDS, 'gone'), marked(FIELDS, 'why'), marked(FIELDS, 'To talk'), marked(FIELDS, 'version'), '¦', '#¦ x']) {
      expect(hovered(repo, 'privacy/fields.yaml', text), text).toBe('');
    }
  });

  it('speaks Italian', async () => {
    const other = await repository({ 'privacy/purposes.yaml': PURPOSES, 'privacy/fields.yaml': FIELDS }, { language: 'it' });
    expect(hovered(other, 'privacy/fields.yaml', marked(FIELDS, 'newsletter'))).toContain(
      'Base giuridica: consenso · Conservazione: 24 mesi',
    );
  });
});

describe('a definition', () => {
  const lead = (path: string, text: string): string => {
    const { asked, position } = repo.at(path, text);
    const location = answers.definition(asked, position);
    return location === null ? 'nowhere' : `${location.uri.replace('file:///repository/', '')}:${location.range.start.line + 1}`;
  };

  it.each([
    ['a purpose', 'privacy/fields.yaml', marked(FIELDS, 'newsletter'), 'privacy/purposes.yaml:5'],
    ['a recipient', 'privacy/purposes.yaml', PURPOSES.replace('[mailhost]', '[m¦ailhost]'), 'privacy/purposes.yaml:3'],
    ['a field', 'privacy/purposes.yaml', PURPOSES.replace('field: film', 'field: f¦ilm'), 'privacy/fields.yaml:3'],
    ['a form', 'privacy/purposes.yaml', PURPOSES.replace('form:Newsletter', 'form:N¦ewsletter'), 'privacy/fields.yaml:6'],
    ['the item of a waiver', 'privacy/fields.yaml', FIELDS.replace('contact_field:film"', 'contact_field:f¦ilm"'), 'privacy/fields.yaml:3'],
    ['what is not declared', 'privacy/fields.yaml', FIELDS.replace('[newsletter]', '[nows¦letter]'), 'nowhere'],
    ['a sentence', 'privacy/fields.yaml', marked(FIELDS, 'To talk'), 'nowhere'],
  ])('of %s', (_, path, text, expected) => {
    expect(lead(path, text)).toBe(expected);
  });
});
