/** At each level an editor offers all keys that the schema allows there, and the words of its closed lists. */
import { expect, it } from 'vitest';
import { keysAllowedAt } from './schema-keys.js';
import { openYamlServer } from './yaml-server.js';

/** Keys that are there already are not offered again: each text has the ones named, and the cursor at its end. */
const LEVELS: readonly (readonly [text: string, path: readonly string[], present: readonly string[]])[] = [
  ['version: 1\n', [], ['version']],
  ['version: 1\ndefaults:\n  ', ['defaults'], []],
  ['version: 1\norganisation:\n  ', ['organisation'], []],
  ['version: 1\norganisation:\n  dpo:\n    ', ['organisation', 'dpo'], []],
  ['version: 1\ninstance:\n  ', ['instance'], []],
  ['version: 1\nrights:\n  erasure:\n    ', ['rights', 'erasure'], []],
  ['version: 1\nnotices:\n  site:\n    ', ['notices', '*'], []],
  ['version: 1\nrecipients:\n  host:\n    name: x\n    ', ['recipients', '*'], ['name']],
  ['version: 1\nsystems:\n  crm:\n    ', ['systems', '*'], []],
  ['version: 1\npurposes:\n  news:\n    use: email-marketing\n    ', ['purposes', '*'], ['use']],
  ['version: 1\npurposes:\n  news:\n    consent:\n      ', ['purposes', '*', 'consent'], []],
  ['version: 1\npurposes:\n  news:\n    retention:\n      ', ['purposes', '*', 'retention'], []],
  ['version: 1\ncontact_fields:\n  mobile:\n    ', ['contact_fields', '*'], []],
  ['version: 1\ncompany_fields:\n  turnover:\n    ', ['company_fields', '*'], []],
  ['version: 1\nforms:\n  Newsletter:\n    ', ['forms', '*'], []],
  ['version: 1\nforms:\n  Newsletter:\n    fields:\n      email:\n        ', ['forms', '*', 'fields', '*'], []],
  ['version: 1\ntags:\n  evt:\n    purposes: []\n    ', ['tags', '*'], ['purposes']],
  ['version: 1\nsegments:\n  readers:\n    ', ['segments', '*'], []],
  ['version: 1\npoint_actions:\n  Visit:\n    ', ['point_actions', '*'], []],
  ['version: 1\ncampaigns:\n  Welcome:\n    ', ['campaigns', '*'], []],
  ['version: 1\npages:\n  menu:\n    ', ['pages', '*'], []],
  ['version: 1\nwebhooks:\n  Bookings:\n    ', ['webhooks', '*'], []],
  ['version: 1\ntracking:\n  website:\n    ', ['tracking', 'website'], []],
  ['version: 1\nbudget:\n  ', ['budget'], []],
  ['version: 1\nwaivers:\n  - rule: no-purpose\n    ', ['waivers', '0'], ['rule']],
];

const SETTINGS: typeof LEVELS = [
  ['language: it\n', [], ['language']],
  ['mautic:\n  ', ['mautic'], []],
];

function endOf(text: string): { line: number; character: number } {
  const lines = text.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

it('every key of a level is offered, and no other', async () => {
  const editor = await openYamlServer();
  for (const [files, schema, levels] of [
    ['examples/new/privacy', 'declaration.v1.json', LEVELS],
    ['examples/new', 'config.v1.json', SETTINGS],
  ] as const) {
    for (const [index, [text, path, present]] of levels.entries()) {
      const file = files.endsWith('privacy') ? `${files}/${index}.yaml` : `${files}/${index}/purposelint.yaml`;
      await editor.open(file, text);
      const offered = await editor.complete(file, endOf(text), 'keys');
      const allowed = keysAllowedAt(schema, path).filter(key => !present.includes(key));
      expect(allowed.length, path.join('/')).toBeGreaterThan(0);
      expect([...new Set(offered)].sort(), path.join('/')).toEqual(allowed.sort());
    }
  }
});

it('words of closed lists are offered', async () => {
  const editor = await openYamlServer();
  const text = 'version: 1\npurposes:\n  news:\n    legal_basis: ';
  await editor.open('examples/new/privacy/words.yaml', text);
  const offered = await editor.complete('examples/new/privacy/words.yaml', endOf(text), 'all');
  expect(offered).toEqual(
    expect.arrayContaining([
      'consent',
      'contract',
      'legal-obligation',
      'vital-interests',
      'public-task',
      'legitimate-interests',
      'soft-opt-in',
    ]),
  );
});
