import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import { missingKeyProblems } from '../../src/declarations/required.js';
import { FILE, tell } from './tell.js';

const text = readFileSync(new URL('../fixtures/declarations/twenty-faults.yaml', import.meta.url), 'utf8');

const EXPECTED = [
  '5:19 country organisation',
  '6:3 unknown-key organisation',
  '12:53 date notice:site',
  '15:10 closed-list purpose:newsletter',
  '17:15 type purpose:newsletter',
  '21:39 wrong-kind purpose:newsletter',
  '22:21 plugin purpose:newsletter',
  '24:13 period purpose:newsletter',
  '25:18 recipient purpose:newsletter',
  '26:13 notice purpose:newsletter',
  `29:44 syntax file:${FILE}`,
  '30:53 type contact_field:consent_newsletter',
  `32:3 duplicate-key file:${FILE}`,
  '33:3 both-states contact_field:score',
  '35:3 glob tag:*',
  `36:9 merge-key file:${FILE}`,
  `38:12 tag file:${FILE}`,
  `39:1 tab file:${FILE}`,
  '41:63 closed-list form_field:Newsletter/email',
  '41:81 no-prefix form_field:Newsletter/email',
  '43:49 recipient-or-system webhook:To CRM',
];

it.each([
  ['as it is', text],
  ['with line ends of Windows', text.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\ufeff${text}`],
])('a declaration with twenty faults of twenty kinds gives each once, at its line and column: %s', (_, source) => {
  const declarations = buildDeclarations([{ path: FILE, text: source }]);
  expect(tell(declarations.problems, declarations)).toEqual(EXPECTED);
  expect(new Set(declarations.problems.map(({ code }) => code)).size).toBe(19);
  const missing = missingKeyProblems(declarations, () => false);
  expect(tell(missing, declarations)).toEqual(['27:5 missing-key purpose:newsletter']);
});

it('keeps what is right beside the faults', () => {
  const { purposes, items, recipients } = buildDeclarations([{ path: FILE, text }]);
  expect(purposes.get('newsletter')?.value).toEqual({
    description: 'Send the monthly menu by e-mail to people who asked for it',
    subjects: ['prospect'],
    legal_basis: 'consent',
    consent: { field: 'consent_newsletter', collected_by: ['form:Newsletter', 'tag:vip'], confirmed_by: 'plugin:Dio' },
    retention: { period: 'P24M', from: 'last-action' },
    recipients: ['mailhots'],
    notice: 'sites',
    lia: { interest: 'Own customers', date: '2026-01-10' },
  });
  expect(items.contact_field.map(({ key, value }) => [key, value.why])).toEqual([
    ['firstname', undefined],
    ['consent_newsletter', '2024'],
    ['email', 'Address the menu is sent to'],
    ['score', undefined],
  ]);
  expect(items.tag.map(({ key }) => key)).toEqual(['vip']);
  expect([...recipients.keys()]).toEqual(['mailhost']);
});
