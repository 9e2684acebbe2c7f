/** The smallest whole declaration gives no finding on a Mautic made for it: a fresh 5.1.0 with one form, one segment, one e-mail. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeSnapshot } from '../../src/mautic/canonical.js';
import { TODAY, workspace } from '../cli/workspace.js';
import { answer, bodies, read } from '../mautic/recordings.js';

const DECLARATION = readFileSync(new URL('../fixtures/declarations/minimal.yaml', import.meta.url), 'utf8');
const added = '2026-11-02T09:00:00+00:00';
const form = {
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
  fields: [
    {
      id: 1,
      label: 'E-mail',
      alias: 'email',
      type: 'email',
      isRequired: true,
      mappedObject: 'contact',
      mappedField: 'email',
      saveResult: true,
      order: 1,
      properties: [],
    },
    {
      id: 2,
      label: 'First name (optional)',
      alias: 'firstname',
      type: 'text',
      isRequired: false,
      mappedObject: 'contact',
      mappedField: 'firstname',
      saveResult: true,
      order: 2,
      properties: [],
    },
    {
      id: 3,
      label: 'Note',
      alias: 'note',
      type: 'freetext',
      order: 3,
      properties: { text: '<a href="https://aurora.example/privacy">How we use your data</a>' },
    },
    { id: 4, label: 'Sign up', alias: 'send', type: 'button', order: 4, properties: [] },
  ],
  actions: [{ id: 1, type: 'lead.changelist', name: 'Into the list', order: 1, properties: { addToLists: [1], removeFromLists: [] } }],
};
const segment = {
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
const email = {
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

it('is silent under recommended', async () => {
  // The fresh lists of these three kinds are empty: ours stand in their place.
  const fresh = bodies('5.1.0/fresh').filter(
    ({ bytes }) => !/^\{"total":"?0"?,"(?:forms|lists|emails)"/u.test(new TextDecoder().decode(bytes.subarray(0, 60))),
  );
  const own = [
    answer({ total: '1', forms: [form] }),
    answer({ total: '1', lists: { 1: segment } }),
    answer({ total: '1', emails: { 1: email } }),
  ];
  const { snapshot } = await read([...fresh, ...own], { host: 'mautic.aurora.example', takenAt: `${TODAY}T03:13:18Z` });
  const place = workspace({
    'privacy/policy.yaml': DECLARATION,
    'contracts/mailhost.pdf': 'a contract',
    'privacy/mautic.snapshot.json': [...writeSnapshot(snapshot)].join(''),
  });
  const { exit, stdout, stderr } = await place.run('check');
  expect(stdout).toMatch(/^no findings · 0 waived · .* all rules were run/iu);
  expect([exit, stderr]).toEqual([0, '']);
});
