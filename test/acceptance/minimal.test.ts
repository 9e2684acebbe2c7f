/** The smallest whole declaration gives no finding on a Mautic made for it: a fresh one with one form, one segment, one e-mail. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TODAY, type Workspace, workspace } from '../cli/workspace.js';
import { folder } from '../mautic/recordings.js';

const DECLARATION = readFileSync(new URL('../fixtures/declarations/minimal.yaml', import.meta.url), 'utf8');
const VERSIONS = ['5.1.0', '6.0.8', '7.0.2'] as const;
type Version = (typeof VERSIONS)[number];

const added = '2026-11-02T09:00:00+00:00';
const asked = { mappedObject: 'contact', saveResult: true, properties: [] };
const EMAIL = { ...asked, id: 1, label: 'E-mail', alias: 'email', type: 'email', isRequired: true, mappedField: 'email', order: 1 };
const FIRST_NAME = {
  ...asked,
  id: 2,
  label: 'First name (optional)',
  alias: 'firstname',
  type: 'text',
  isRequired: false,
  mappedField: 'firstname',
  order: 2,
};
const NOTE = {
  id: 3,
  label: 'Note',
  alias: 'note',
  type: 'freetext',
  mappedObject: null,
  mappedField: null,
  order: 3,
  properties: { text: '<a href="https://aurora.example/privacy">How we use your data</a>' },
};
const BUTTON = { id: 4, label: 'Sign up', alias: 'send', type: 'button', mappedObject: null, mappedField: null, order: 4, properties: [] };
const QUESTIONS = [EMAIL, FIRST_NAME, NOTE, BUTTON];

const form = (fields: readonly unknown[]) => ({
  id: 1,
  name: 'Newsletter',
  alias: 'newsletter',
  category: null,
  isPublished: true,
  formType: 'standalone',
  postAction: 'message',
  postActionProperty: 'Thank you',
  cachedHtml: '<form></form>',
  dateAdded: added,
  fields,
  actions: [{ id: 1, type: 'lead.changelist', name: 'Into the list', order: 1, properties: { addToLists: [1], removeFromLists: [] } }],
});

const SEGMENT = {
  id: 1,
  name: 'Newsletter',
  publicName: 'Monthly menu',
  alias: 'newsletter',
  description: null,
  category: null,
  isPublished: true,
  isGlobal: true,
  isPreferenceCenter: true,
  filters: [],
  dateAdded: added,
};

const MESSAGE = {
  id: 1,
  name: 'Monthly menu',
  subject: 'The menu of the month',
  isPublished: true,
  emailType: 'list',
  lists: [{ id: 1, name: 'Newsletter', alias: 'newsletter' }],
  customHtml: '<p>Hello {contactfield=firstname|guest}</p>{unsubscribe_text}',
  plainText: '',
  dynamicContent: [],
  category: null,
  sentCount: 3,
  dateAdded: added,
  language: 'it',
};

/** A fresh Mautic as recorded, with ours in place of its empty lists of forms, segments and e-mails. */
function answersOf(version: Version, fields: readonly unknown[]): Readonly<Record<string, string | Uint8Array>> {
  const fresh = folder(`recorded/${version}/fresh/bodies`, name => !/^\d+-(?:forms|segments|emails)\.json$/u.test(name));
  return {
    ...Object.fromEntries(fresh.map(({ path, bytes }) => [`answers/${path.slice(path.lastIndexOf('/') + 1)}`, bytes])),
    'answers/forms.json': JSON.stringify({ total: '1', forms: [form(fields)] }),
    'answers/segments.json': JSON.stringify({ total: '1', lists: { 1: SEGMENT } }),
    'answers/emails.json': JSON.stringify({ total: '1', emails: { 1: MESSAGE } }),
  };
}

async function pulled(version: Version, fields: readonly unknown[] = QUESTIONS): Promise<Workspace> {
  const place = workspace({
    ...answersOf(version, fields),
    'privacy/policy.yaml': DECLARATION,
    'contracts/mailhost.pdf': 'a contract',
  });
  const { exit } = await place.run('pull', '--from', 'answers', '--host', 'mautic.aurora.example', '--taken-at', `${TODAY}T03:13:18Z`);
  expect(exit).toBe(0);
  return place;
}

interface Printed {
  readonly findings: readonly { readonly rule: string; readonly subject: string }[];
  readonly not_run: readonly { readonly of: string; readonly why: readonly string[] }[];
}

async function checked(place: Workspace): Promise<Printed> {
  const { stdout } = await place.run('check', '--format', 'json');
  return JSON.parse(stdout);
}

async function told(place: Workspace): Promise<readonly string[]> {
  const { findings } = await checked(place);
  return findings.map(({ rule, subject }) => `${rule} ${subject}`);
}

describe.each(VERSIONS)('the minimal declaration on %s', version => {
  it('is silent under recommended: exit 0, every rule run that needs neither numbers of people nor settings', async () => {
    const place = await pulled(version);
    const { exit, stdout, stderr } = await place.run('check');
    expect(stdout).toMatch(
      /^no findings · 0 waived · .* rules not run \(not counted: numbers of people and numbers of answers; to be stated under instance\.settings: disable_trackable_urls and anonymize_ip\) · /iu,
    );
    expect([exit, stderr]).toEqual([0, '']);
    const { findings, not_run } = await checked(place);
    expect(findings).toEqual([]);
    expect(
      not_run
        .filter(({ of, why }) => of !== 'base' && of !== 'website' && (!of.endsWith('.counts') || why.join() !== 'not-asked'))
        .map(({ of }) => of),
    ).toEqual(['setting.disable_trackable_urls', 'setting.anonymize_ip']);
  });
});

/** So that the silence says something: each step away from it is heard. */
describe('one step away', () => {
  it('without the link to the notice', async () => {
    expect(await told(await pulled('5.1.0', [EMAIL, FIRST_NAME, BUTTON]))).toEqual(['no-notice form:Newsletter']);
  });

  it('with a first name that must be given', async () => {
    const place = await pulled('5.1.0', [EMAIL, { ...FIRST_NAME, isRequired: true }, NOTE, BUTTON]);
    expect(await told(place)).toEqual(['required-not-needed form_field:Newsletter/firstname']);
  });

  it('with one question more', async () => {
    const city = {
      ...asked,
      id: 5,
      label: 'City (optional)',
      alias: 'city',
      type: 'text',
      isRequired: false,
      mappedField: 'city',
      order: 5,
    };
    expect([...(await told(await pulled('5.1.0', [...QUESTIONS, city])))].sort()).toEqual([
      'form-overask form:Newsletter',
      'undeclared-field contact_field:city',
      'undeclared-form-field form_field:Newsletter/city',
    ]);
  });

  it('without the contract that it names', async () => {
    const place = await pulled('5.1.0');
    place.write('privacy/policy.yaml', DECLARATION.replace('contracts/mailhost.pdf', 'contracts/mailhots.pdf'));
    const { stdout } = await place.run('check');
    expect(stdout).toMatch(/^ +22:\d+ +error +schema-valid$/mu);
    expect(stdout).toContain('contracts/mailhots.pdf');
    expect(await told(place)).toHaveLength(1);
  });
});
