import { expect, it } from 'vitest';
import rule from '../../../rules/sharing/recipient-contract.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';

const found = (keys: string) => findingsOf(rule, { declarations: `recipients:\n  crm: {name: CRM Example, ${keys}}` });
const CONTRACT = 'contract: {document: "https://docs.aurora.example/crm.pdf", date: 2026-01-10}';

it('finds a processor without a contract, at its entry', () => {
  expect(found('role: processor, country: NL')).toMatchObject([
    {
      subject: 'recipient:crm',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['recipients', 'crm'], at: 'key' },
      data: { recipient: 'CRM Example', missing: ['contract'] },
    },
  ]);
});

it.each([
  [`role: processor, country: NL, ${CONTRACT}`, undefined],
  ['role: processor', ['country', 'contract']],
  ['role: joint-controller, country: NL', ['contract']],
  [`role: joint-controller, country: NL, ${CONTRACT}`, undefined],
  ['role: controller, country: NL', ['legal_basis']],
  ['role: controller, country: NL, legal_basis: contract', undefined],
  [`role: controller, country: NL, ${CONTRACT}`, ['legal_basis']],
  ['role: internal', undefined],
  ['country: NL', ['role']],
  [CONTRACT, ['role', 'country']],
])('%s: lacks %j', (keys, missing) => {
  expect(found(keys)[0]?.data.missing).toEqual(missing);
});

it('leaves what is written wrong to schema-valid', () => {
  // Nobody knows what this role takes; a country that does not exist; a contract that is begun; a key that was meant.
  expect(found('role: procesor')).toEqual([]);
  expect(found(`role: processor, country: XX, ${CONTRACT}`)).toEqual([]);
  expect(found('role: processor, country: NL, contract: {document: "https://docs.aurora.example/crm.pdf"}')).toEqual([]);
  expect(found('role: processor, country: NL, contrct: {date: 2026-01-10}')).toEqual([]);
});

it('is the one that asks for role and country', () => {
  const { findings } = lintExample({ declarations: 'recipients:\n  crm: {name: CRM Example}', finds: [] });
  expect(findings.filter(({ subject }) => subject === 'recipient:crm').map(({ rule: id }) => id)).toEqual(['recipient-contract']);
});
