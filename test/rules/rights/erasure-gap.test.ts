import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import rule from '../../../rules/rights/erasure-gap.js';
import { plainText } from '../../../src/output/parts.js';
import { makeReport } from '../../../src/output/report.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { form, question } from '../form-items.js';

const COVERS = 'covers: {audit_log: P3M, imports: P0D, exports: P1M, backups: P1M}';
const CONTACT = 'contact: privacy@aurora.example';
const whole = (erasure: string, more = '') => `rights: {${CONTACT}, erasure: {${erasure}}}\n${more}`;
const missing = (declarations: string) => findingsOf(rule, { declarations })[0]?.data.missing;

it('finds that nothing is settled, at the top of the file', () => {
  expect(findingsOf(rule, { declarations: '', finds: [] })).toMatchObject([
    {
      subject: 'rights',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: [] },
      data: { missing: ['contact', 'how', 'owner', 'covers'], stores: ['audit_log', 'imports', 'exports', 'backups'], places: [] },
    },
  ]);
});

it('finds what is not settled at the block', () => {
  const declarations = whole(`how: Delete in Mautic, ${COVERS}`, 'systems: {crm: {gets: [email]}}');
  expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
    {
      place: { file: EXAMPLE_FILE, path: ['rights', 'erasure'] },
      data: { missing: ['owner', 'notify'], stores: [], places: [{ name: 'crm', kind: 'system' }] },
    },
  ]);
});

describe('one thing at a time', () => {
  it.each([
    ['all is there', whole(`how: docs/erasure.md, owner: office, ${COVERS}`), undefined],
    ['no steps', whole(`owner: office, ${COVERS}`), ['how']],
    ['steps to be decided', whole(`how: TODO, owner: office, ${COVERS}`), ['how']],
    ['an owner of the file', `defaults: {owner: office}\n${whole(`how: docs/erasure.md, ${COVERS}`)}`, undefined],
    ['nobody', whole(`how: docs/erasure.md, ${COVERS}`), ['owner']],
    ['a store', whole('how: docs/erasure.md, owner: office, covers: {audit_log: P3M, imports: P0D, exports: P1M}'), ['covers']],
    ['the address of the organisation', `organisation: {${CONTACT}}\nrights: {erasure: {how: a, owner: office, ${COVERS}}}`, undefined],
    ['no address', `rights: {erasure: {how: a, owner: office, ${COVERS}}}`, ['contact']],
  ])('%s', (_, declarations, expected) => {
    expect(missing(declarations)).toEqual(expected);
  });

  it('a store that can hold something counts as soon as Mautic shows it', () => {
    const declarations = whole(`how: docs/erasure.md, owner: office, ${COVERS}`);
    const items = [form('Club'), question('Club/email', 'email', { saved: true })];
    expect(findingsOf(rule, { declarations, items, finds: [] })[0]?.data).toMatchObject({ missing: ['covers'], stores: ['form_results'] });
    const plugin = `${declarations}\ninstance: {plugins: {Eraser: {does: [erasure]}}}`;
    expect(findingsOf(rule, { declarations: plugin, items, finds: [] })).toEqual([]);
  });
});

describe('a system', () => {
  const told = (system: string, notify: string) =>
    missing(
      whole(
        `how: a, owner: office, notify: ${notify}, ${COVERS}`,
        `recipients: {host: {name: Host, role: internal}}\nsystems: {crm: ${system}}`,
      ),
    );

  it.each([
    ['{gets: [email]}', '[]', ['notify']],
    ['{gets: [email]}', '[crm]', undefined],
    ['{gets: [email]}', '["system:crm"]', undefined],
    ['{recipient: host}', '[]', ['notify']],
    ['{recipient: host}', '[host]', undefined],
    ['{recipient: host}', '["recipient:host"]', undefined],
    // Asks on the website, and gets nothing.
    ['{note: The banner}', '[]', undefined],
    ['{feeds: [email]}', '[]', undefined],
  ])('%s, told: %s', (system, notify, expected) => {
    expect(told(system, notify)).toEqual(expected);
  });
});

it('leaves what is written wrong to schema-valid', () => {
  expect(missing(`organisation: {contct: a@b.example}\nrights: {erasure: {how: a, owner: office, ${COVERS}}}`)).toBeUndefined();
  expect(missing(`rights: {${CONTACT}, erasre: {how: a}}`)).toBeUndefined();
  expect(missing(whole(`hwo: docs/erasure.md, owner: office, ${COVERS}`))).toBeUndefined();
  expect(
    missing(whole(`how: docs/erasure.md, owner: office, covers: {audit_log: soon, imports: P0D, exports: P1M, backups: P1M}`)),
  ).toBeUndefined();
});

it('is one sentence, whatever is missing', () => {
  const declarations = whole('how: docs/erasure.md', 'systems: {crm: {gets: [email]}}');
  const told = (language: 'en' | 'it') =>
    makeReport(lintExample({ declarations, finds: [] }), rules, { language, version: '' })
      .findings.filter(({ rule: id }) => id === 'erasure-gap')
      .map(({ message }) => plainText(message));
  expect(told('en')).toEqual([
    "If someone asks today to be deleted, this is not settled: who does them (owner), who tells 'crm' (system) (notify) and within which time data leave the audit log, imported files, exported files and backups (covers). Write the steps, who does them and where data has to go in rights.erasure.",
  ]);
  expect(told('it')[0]).toContain('chi avvisa «crm» (sistema) (notify)');
});
