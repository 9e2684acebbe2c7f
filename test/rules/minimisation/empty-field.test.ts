import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import rule from '../../../rules/minimisation/empty-field.js';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { lint } from '../../../src/lint/lint.js';
import type { Example, Preset } from '../../../src/lint/rule.js';
import type { Count, Item, ItemOf } from '../../../src/mautic/snapshot.js';
import { snapshotOf } from '../../../src/output/example.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, contactField, unseen } from '../form-items.js';

const OLD = '2025-03-02';
const declared = (fax = 'purposes: [news]', more = '') => `${more}contact_fields: {fax2: {${fax}}}`;
const counts = (filled: Count['n'], total: Count['n'] = 9400): Count[] => [
  { of: 'record:identified', how: 'total', n: total },
  { of: 'contact_field:fax2', how: 'filled', n: filled },
];

interface Given {
  readonly filled?: Count['n'];
  readonly total?: Count['n'];
  readonly field?: Partial<ItemOf<'contact_field'>>;
  readonly declarations?: string;
  readonly preset?: Preset;
}

function found({ filled = 3, total = 9400, field = {}, declarations = declared(), preset }: Given) {
  const items = [contactField('fax2', { title: 'Fax', added: OLD, ...field })];
  return findingsOf(rule, { declarations, items, counts: counts(filled, total), finds: [] }, preset);
}

describe('empty-field', () => {
  it('finds a field that fewer than one in a hundred contacts have', () => {
    expect(found({ filled: 20 })).toMatchObject([
      {
        subject: 'contact_field:fax2',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'fax2'], at: 'key' },
        data: { field: { label: 'Fax', alias: 'fax2' }, percent: (20 / 9400) * 100 },
      },
    ]);
    expect(found({ filled: 93 })).toHaveLength(1);
    expect(found({ filled: 94 })).toEqual([]);
  });

  it('finds a company field that fewer than one in a hundred companies have', () => {
    const company = (key: string): Item => ({ kind: 'company_field', id: 90, key, title: key, published: true, added: OLD });
    const companies = (named: Count['n'], fax: Count['n']): Example => ({
      declarations: 'company_fields: {fax2: {purposes: [news]}}',
      items: [company('name'), company('fax2')],
      counts: [
        { of: 'record:identified', how: 'total', n: 9400 },
        { of: 'company_field:name', how: 'filled', n: named },
        { of: 'company_field:fax2', how: 'filled', n: fax },
      ],
      finds: [],
    });
    expect(findingsOf(rule, companies(600, 5))).toMatchObject([
      { subject: 'company_field:fax2', severity: 'warn', data: { percent: (5 / 600) * 100, detail: 'company_field' } },
    ]);
    // Six of sixty companies are many, however many contacts there are; of companies that nobody has, nobody knows anything.
    expect(findingsOf(rule, companies(60, 6))).toEqual([]);
    expect([...findingsOf(rule, companies(0, 0)), ...findingsOf(rule, companies('<5', 0))]).toEqual([]);
    expect(findingsOf(rule, { ...companies(600, 5), coverage: [absent('company_field.counts')] })).toEqual([]);
  });

  it('asks for five in a hundred in strict', () => {
    expect(found({ filled: 400, preset: 'strict' })).toMatchObject([{ severity: 'error' }]);
    expect(found({ filled: 500, preset: 'strict' })).toEqual([]);
    expect(found({ filled: 400 })).toEqual([]);
  });

  it('takes the number of the configuration', () => {
    const { findings } = lint({
      declarations: buildDeclarations([{ path: EXAMPLE_FILE, text: `version: 1\n${declared()}` }]),
      snapshot: snapshotOf({ declarations: '', items: [contactField('fax2', { added: OLD })], counts: counts(400), finds: [] }),
      now: '2026-11-25',
      preset: 'recommended',
      rules,
      configured: new Map([[rule.id, { options: { min_filled: 10 } }]]),
    });
    expect(findings.filter(finding => finding.rule === rule.id)).toHaveLength(1);
  });

  it('goes by the most that a hidden or a rounded number can stand for', () => {
    expect(found({ filled: '<5', total: 401 })).toMatchObject([{ data: { percent: (4 / 401) * 100 } }]);
    expect(found({ filled: '<5', total: 400 })).toEqual([]);
    // 210 stands for 210 to 219.
    expect(found({ filled: 210, total: 22000 })).toMatchObject([{ data: { percent: (219 / 22000) * 100 } }]);
    expect(found({ filled: 210, total: 21500 })).toEqual([]);
  });

  it('shows nothing between none and a tenth of a per cent', () => {
    expect(found({ filled: 0 })).toMatchObject([{ data: { percent: 0 } }]);
    expect(found({ filled: '<5' })).toMatchObject([{ data: { percent: 0.1 } }]);
  });

  it('is for information where nobody can delete the field', () => {
    expect(found({ filled: 20, field: { fixed: true } })).toMatchObject([{ severity: 'info' }]);
    expect(found({ filled: 20, field: { fixed: true }, preset: 'strict' })).toMatchObject([{ severity: 'info' }]);
  });

  it('waits for ninety days; what the installer made is old enough, and an unknown age says nothing', () => {
    expect(found({ field: { added: '2026-08-27' } })).toEqual([]);
    expect(found({ field: { added: '2026-08-26' } })).toHaveLength(1);
    expect(found({ field: { added: '' } })).toHaveLength(1);
    const items = [unseen(contactField('fax2', { added: OLD }), 'added')];
    expect(findingsOf(rule, { declarations: declared(), items, counts: counts(3), finds: [] })).toEqual([]);
  });

  it.each([
    ['rare by nature', declared('purposes: [news], rare: true')],
    ['given up', declared('purposes: [news], status: retired')],
    ['to come', declared('purposes: [news], status: planned')],
    ['not about people', declared('personal: false, reason: Number of the old shop')],
    ['a consent', declared('purposes: [news]', 'purposes: {news: {use: email-marketing, consent: {field: fax2}}}\n')],
    ['an objection', declared('purposes: [news]', 'purposes: {news: {use: email-marketing, objection: {field: fax2, where: footer}}}\n')],
    ['not declared', 'contact_fields: {}'],
  ])('is silent for what is %s', (_, declarations) => {
    expect(found({ declarations })).toEqual([]);
  });

  it('leaves untouched core fields and built-in columns alone', () => {
    const items = [
      contactField('fax', {
        added: '',
        changed: '',
        type: 'tel',
        listable: true,
        visible: true,
        public: false,
        required: false,
        unique: false,
      }),
      contactField('attribution', { added: '' }),
    ];
    const declarations = 'contact_fields: {fax: {purposes: [news]}, attribution: {purposes: [news]}}';
    const taken: Count[] = ['fax', 'attribution'].map(key => ({ of: `contact_field:${key}`, how: 'filled', n: 0 }));
    expect(findingsOf(rule, { declarations, items, counts: [...counts(3), ...taken], finds: [] })).toEqual([]);
  });

  it('has nothing to compare with where contacts were not counted, or are too few', () => {
    const items = [contactField('fax2', { added: OLD })];
    const [, filled] = counts(3);
    expect(findingsOf(rule, { declarations: declared(), items, counts: filled === undefined ? [] : [filled], finds: [] })).toEqual([]);
    expect(found({ filled: 0, total: 0 })).toEqual([]);
    expect(found({ filled: 0, total: '<5' })).toEqual([]);
  });

  it('is not run where nobody counted, or counting was refused', () => {
    const items = [contactField('fax2', { added: OLD })];
    const { notRun } = lintExample({ declarations: declared(), items, finds: [] });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field.counts', why: ['not-asked'] });
    const refused = lintExample({ declarations: declared(), items, coverage: [absent('contact_field.counts')], finds: [] });
    expect(refused.notRun).toContainEqual({ rule: rule.id, of: 'contact_field.counts', why: ['refused'] });
  });
});
