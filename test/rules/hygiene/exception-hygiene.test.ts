import { expect, it } from 'vitest';
import rule from '../../../rules/hygiene/exception-hygiene.js';
import type { Example, Preset } from '../../../src/lint/rule.js';
import type { Coverage, CoverageName } from '../../../src/mautic/snapshot.js';
import { renderMessage } from '../../../src/output/message.js';
import { plainText } from '../../../src/output/parts.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';

const GAP = 'contact_fields:\n  old_ref: {purposes: []}\n';
const WHOLE = {
  rule: 'no-purpose',
  item: 'contact_field:old_ref',
  reason: 'The shop needs it until it is switched off',
  until: '2027-03-31',
  approved_by: 'marketing',
};

function waiver(change: Partial<Record<keyof typeof WHOLE, string | null>>): string {
  const fields = Object.entries({ ...WHOLE, ...change }).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return `waivers:\n  - {${fields.join(', ')}}`;
}

function reasons(declarations: string, preset: Preset = 'recommended', more: Omit<Example, 'declarations' | 'finds'> = {}) {
  return findingsOf(rule, { declarations, ...more }, preset).map(({ data }) => data.reason);
}

it('says which waiver, and what is wrong with it', () => {
  expect(findingsOf(rule, { declarations: `${GAP}${waiver({ until: '2026-11-24' })}`, finds: [] })).toMatchObject([
    {
      subject: 'waiver:no-purpose/contact_field:old_ref',
      key: 'expired',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['waivers', 0, 'until'], at: 'value' },
      data: { rules: ['no-purpose'], key: 'contact_field:old_ref', reason: 'expired', date: '2026-11-24' },
    },
  ]);
});

it('takes a whole waiver that covers something', () => {
  expect(reasons(`${GAP}${waiver({})}`)).toEqual([]);
  expect(lintExample({ declarations: `${GAP}${waiver({})}`, finds: [] }).findings.find(found => found.rule === 'no-purpose')?.state).toBe(
    'waived',
  );
});

it.each([
  ['no reason', { reason: null }, ['no-reason']],
  ['fourteen characters', { reason: 'x'.repeat(14) }, ['short-reason']],
  ['fifteen characters', { reason: 'x'.repeat(15) }, []],
  ['blanks', { reason: '                     ' }, ['no-reason']],
  ['no end', { until: null }, ['no-until']],
  ['an end that was yesterday', { until: '2026-11-24' }, ['expired']],
  ['an end today', { until: '2026-11-25' }, ['ending']],
  ['an end in thirty days', { until: '2026-12-25' }, ['ending']],
  ['an end in thirty-one days', { until: '2026-12-26' }, []],
  ['an end in a year', { until: '2027-11-25' }, []],
  ['an end in a year and a day', { until: '2027-11-26' }, ['too-far']],
  ['no rule', { rule: null }, ['no-rule']],
  ['no item', { item: null }, ['no-item']],
  ['nobody who agreed', { approved_by: null }, []],
  ['a day that is none, which is told once', { until: '2027-02-30' }, []],
  ['an unknown rule, which is told once', { rule: 'no-purpos' }, []],
  ['a pattern that is too wide, which is told once', { item: 'contact_field:*' }, []],
  ['several mistakes', { reason: null, until: null }, ['no-reason', 'no-until']],
])('a waiver with %s', (_, change, expected) => {
  expect(reasons(`${GAP}${waiver(change)}`)).toEqual(expected);
});

it('only warns while there is time', () => {
  expect(findingsOf(rule, { declarations: `${GAP}${waiver({ until: '2026-12-01' })}`, finds: [] })[0]?.severity).toBe('warn');
});

it('wants half the time and somebody who agreed in strict', () => {
  expect(reasons(`${GAP}${waiver({ until: '2027-05-26' })}`)).toEqual([]);
  const found = findingsOf(rule, { declarations: `${GAP}${waiver({ until: '2027-05-26', approved_by: null })}`, finds: [] }, 'strict');
  expect(found.map(({ data }) => [data.reason, data.limit])).toEqual([
    ['too-far', 'P6M'],
    ['no-approver', undefined],
  ]);
  expect(reasons(`${GAP}${waiver({ until: '2027-05-25' })}`, 'strict')).toEqual([]);
});

it('takes no waiver of a rule that takes none', () => {
  expect(reasons(waiver({ rule: 'exception-hygiene', item: 'purpose:newsletter' }))).toEqual(['never']);
  expect(reasons(waiver({ rule: 'schema-valid', reason: null, until: '2026-11-01' }))).toEqual(['never']);
});

it('tells a waiver that covers nothing', () => {
  expect(reasons(waiver({}))).toEqual(['unused']);
  expect(reasons(`contact_fields:\n  old_ref: {purposes: [newsletter]}\n${waiver({})}`)).toEqual(['unused']);
  expect(reasons(`${GAP}${waiver({ item: 'contact_field:old_*' })}`)).toEqual([]);
  expect(reasons(`${GAP}${waiver({ item: 'contact_field:new_*' })}`)).toEqual(['unused']);
  expect(reasons(`${waiver({ until: '2026-12-01' })}`)).toEqual(['ending', 'unused']);
  expect(reasons(waiver({ until: '2026-11-01' }))).toEqual(['expired']);
});

it.each<[Parameters<typeof waiver>[0], string]>([
  [{ item: 'contact_field:Old_Ref' }, 'is covered by it (did you mean contact_field:old_ref?)'],
  [{ item: 'old_ref' }, 'is covered by it (did you mean contact_field:old_ref?)'],
  [{ item: 'contact_field:other' }, 'is covered by it'],
  [{ item: null }, 'it does not say for what it holds (item)'],
  [{ rule: null }, 'it names no rule'],
])('a waiver with %j is told in a whole sentence', (change, says) => {
  const sentences = findingsOf(rule, { declarations: `${GAP}${waiver(change)}`, finds: [] }).map(({ data }) =>
    plainText(renderMessage(rule.text.en, data, 'en')),
  );
  const about = [change.rule === null ? '…' : 'no-purpose', change.item === null ? '…' : (change.item ?? WHOLE.item)];
  expect(sentences).toEqual([expect.stringContaining(`The waiver of ${about[0]} for '${about[1]}': `)]);
  expect(sentences[0]).toContain(`${says}. Correct the entry`);
});

it('does not say so when it cannot be known', () => {
  const unread = `contact_fields:\n  x: {purposes: [a]}\n  x: {purposes: [a]}\n${waiver({})}`;
  expect(reasons(unread)).toEqual([]);
  const withoutMautic = lintExample({ declarations: waiver({ rule: 'undeclared-field' }), finds: [] }, 'recommended', false);
  expect(withoutMautic.findings.filter(found => found.rule === rule.id)).toEqual([]);
});

it.each(['partial', 'absent'] as const)('does not say so of what hangs on a kind that was %s', state => {
  const coverage = (of: CoverageName): Coverage[] => [{ of, state, rows: 0, why: ['refused'] }];
  // A rule that says itself that it did not run for all, an item that may be there, a purpose that may be inherited.
  expect(reasons(waiver({ rule: 'no-notice', item: 'form:Club' }), 'recommended', { coverage: coverage('page') })).toEqual([]);
  expect(reasons(waiver({ rule: 'undeclared-tag', item: 'tag:vip' }), 'recommended', { coverage: coverage('tag') })).toEqual([]);
  expect(reasons(waiver({}), 'recommended', { coverage: coverage('category') })).toEqual([]);
  expect(reasons(waiver({}), 'recommended', { coverage: coverage('report') })).toEqual(['unused']);
});

it('does not say so of what hangs on a setting that nobody stated', () => {
  const kept = `purposes: {news: {use: email-marketing}}\n${waiver({ rule: 'ip-clear', item: 'instance' })}`;
  expect(reasons(kept)).toEqual([]);
  expect(reasons(`${kept}\ninstance: {settings: {anonymize_ip: true}}`)).toEqual(['unused']);
});

it('finds notes that are too short', () => {
  const declarations = `
purposes:
  news: {use: email-marketing, legal_basis: consent, basis_note: Fine by us, retention: {period: P36M, from: last-action, note: We like it}}
contact_fields:
  visit_reason: {purposes: [news], not_special: Only topics}
tags:
  topic: {purposes: [news], not_special: {reason: A list of trade topics only}}
tracking:
  email_opens: {mode: aggregate, purposes: [news], basis_note: Counts}`;
  const found = findingsOf(rule, { declarations, finds: [] });
  expect(found.map(({ subject, data }) => [subject, data.reason, data.rules, data.limit])).toEqual([
    ['purpose:news', 'short-basis-note', ['basis-mismatch'], 20],
    ['tracking:email_opens', 'short-basis-note', ['email-pixel'], 20],
    ['purpose:news', 'short-retention-note', ['retention-over-guidance'], 20],
    ['contact_field:visit_reason', 'short-not-special', ['special-field'], 20],
  ]);
  expect(found[3]?.place).toEqual({ file: EXAMPLE_FILE, path: ['contact_fields', 'visit_reason', 'not_special'], at: 'value' });
});

it('leaves a short note to basis-mismatch where that asks for it', () => {
  const declarations = 'purposes:\n  leads: {use: lead-scoring, legal_basis: legitimate-interests, basis_note: Fine by us}';
  expect(reasons(declarations)).toEqual([]);
});
