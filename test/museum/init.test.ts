/** The first day: the museum without declarations, then `init`, then one finding for each entry to decide. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/guards.js';
import { DECLARED_KINDS } from '../../src/items.js';
import { parseYaml } from '../../src/text/yaml.js';
import type { Workspace } from '../cli/workspace.js';
import { checked, museum, VERSIONS } from './museum.js';

/** Entries by section. Fields without those a fresh Mautic has and nobody uses; tags by their text; e-mails without variant and translation. */
const ENTRIES = {
  contact_fields: 55,
  company_fields: 11,
  forms: 14,
  tags: 58,
  segments: 39,
  point_actions: 9,
  point_triggers: 3,
  point_groups: 3,
  stages: 5,
  categories: 16,
  campaigns: 4,
  emails: 7,
  pages: 5,
  dynamic_contents: 4,
  focus_items: 4,
  messages: 2,
  text_messages: 2,
  webhooks: 3,
};
const EXPECTED = {
  '5.1.0': ENTRIES,
  // Without the tags that were written into the database of 5.1.0: the one without a name, and the one of a page view.
  '6.0.8': { ...ENTRIES, tags: 56 },
  '7.0.2': { ...ENTRIES, tags: 56, forms: 15, segments: 41, categories: 17, campaigns: 5, dynamic_contents: 5 },
} as const;

/** Rules on what has no entry; data that leave Mautic for an unknown host are another matter. */
const UNDECLARED: ReadonlySet<string> = new Set(
  ['field', 'form', 'form-field', 'tag', 'segment', 'score', 'stage', 'category', 'content', 'tracking'].map(what => `undeclared-${what}`),
);

/** The values of the declaration files, section by section. */
function written(place: Workspace): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const sections = new Map<string, Readonly<Record<string, unknown>>>();
  for (const name of declarationFiles(place)) {
    const { value, faults } = parseYaml(place.read(name));
    expect([name, faults]).toEqual([name, []]);
    if (!isRecord(value)) continue;
    for (const [section, entries] of Object.entries(value)) if (isRecord(entries)) sections.set(section, entries);
  }
  return sections;
}

function declarationFiles(place: Workspace): readonly string[] {
  return readdirSync(`${place.path}/privacy`)
    .filter(name => name.endsWith('.yaml'))
    .map(name => `privacy/${name}`);
}

/** Identities of all entries. */
function identities(place: Workspace): string[] {
  const sections = written(place);
  return DECLARED_KINDS.flatMap(({ kind, section }) =>
    Object.keys(sections.get(section) ?? {}).map(key => `${kind}:${key.replace(/\\(.)/gu, '$1')}`),
  );
}

describe.each(VERSIONS)('the museum of %s on its first day', version => {
  it('gets an entry for each item', async () => {
    const place = await museum(version);
    const { exit, stderr } = await place.run('init');
    const counts = [...written(place)].map(([section, entries]) => [section, Object.keys(entries).length] as const);
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    expect(exit).toBe(0);
    expect(Object.fromEntries(counts)).toEqual(EXPECTED[version]);
    expect(stderr).toMatch(new RegExp(`^8 files written, ${total} entries to decide\\.`, 'u'));
  });

  it('is told that each entry is undecided, once; and nothing that is only not declared, but the tracking', async () => {
    const place = await museum(version);
    await place.run('init');
    const { findings, not_run } = await checked(place);
    const undecided = findings.filter(({ rule }) => rule === 'no-purpose').map(({ subject }) => subject);
    expect(undecided.sort()).toEqual(identities(place).sort());
    // Questions follow their form, and give none of their own.
    expect(undecided.filter(subject => subject.startsWith('form_field:'))).toEqual([]);
    const undeclared = findings.filter(({ rule }) => UNDECLARED.has(rule)).map(({ rule, subject }) => `${rule} ${subject}`);
    expect(undeclared.sort()).toEqual(['undeclared-tracking tracking:email_opens', 'undeclared-tracking tracking:website']);
    const unwanted = new Set([
      'schema-valid',
      'unknown-purpose',
      'ghost-declaration',
      'attribute-drift',
      'why-when-missing',
      'no-retention',
      'review-overdue',
      'unused-datum',
      'use-outside-purpose',
      'segment-outside-purpose',
      'list-without-consent',
      'send-beyond-consent',
      'orphan-purpose',
    ]);
    expect(findings.filter(({ rule }) => unwanted.has(rule))).toEqual([]);
    const told = findings.map(({ rule, subject, message }) => `${rule} ${subject} ${message}`);
    expect(told.length).toBe(new Set(told).size);
    expect(not_run.filter(({ of }) => !/^(?:base|website|setting\..*|.*\.counts)$/u.test(of))).toEqual([]);
  });

  it('keeps two forms of one name apart, each with its own questions', async () => {
    const place = await museum(version);
    await place.run('init');
    const forms = written(place).get('forms') ?? {};
    const twins = Object.entries(forms).filter(([key]) => key.startsWith('Newsletter sign-up'));
    expect(twins).toEqual([
      ['Newsletter sign-up#1', { purposes: [], fields: { email: {}, first_name: {}, consent: {}, source: {} } }],
      ['Newsletter sign-up#14', { purposes: [], fields: { email: {} } }],
    ]);
  });

  it('is left as it is when init is run again', async () => {
    const place = await museum(version);
    await place.run('init');
    const files = ['purposelint.yaml', ...declarationFiles(place)];
    const before = files.map(place.read);
    const { exit, stdout, stderr } = await place.run('init');
    expect([exit, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Everything in the snapshot has an entry already.');
    expect(files.map(place.read)).toEqual(before);
  });
});
