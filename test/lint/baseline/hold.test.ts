/** The baseline held against what is found: what it accepts, what it accepts without need, and what nobody can be sure of. */
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { type Accepted, identified } from '../../../src/lint/baseline/baseline.js';
import { lint } from '../../../src/lint/lint.js';
import type { Example, Rule } from '../../../src/lint/rule.js';
import type { ConfiguredRule } from '../../../src/lint/settings.js';
import type { Coverage, Item } from '../../../src/mautic/snapshot.js';
import { baselineOf, snapshotOf } from '../../../src/output/example.js';
import { lintExample } from '../../rules/examples.js';

const tag = (id: number, key: string): Item => ({ kind: 'tag', id, key, description: '' });
const form = (id: number, key: string): Item => ({ kind: 'form', id, key, published: true });
const undeclared = (subject: string): Accepted => ({ rule: 'undeclared-tag', subject });

function held(part: Partial<Example>) {
  const { findings, context, unsettled } = lintExample({ declarations: '', finds: [], ...part });
  return {
    states: Object.fromEntries(
      findings
        .filter(({ rule }) => rule.startsWith('undeclared') && rule !== 'undeclared-tracking')
        .map(found => [found.subject, found.state]),
    ),
    stale: context.stale.map(({ entry, reason }) => [entry.subject, reason]),
    told: findings.filter(({ rule }) => rule === 'stale-baseline'),
    unsettled,
  };
}

describe('what is accepted', () => {
  it('no longer counts; what is new does', () => {
    const { states, stale } = held({ items: [tag(1, 'vip'), tag(2, 'new')], baseline: [undeclared('tag:vip')] });
    expect(states).toEqual({ 'tag:vip': 'baselined', 'tag:new': 'open' });
    expect(stale).toEqual([]);
  });

  it('is told by rule, subject and key, not by one of them', () => {
    const others = [{ rule: 'no-purpose', subject: 'tag:vip' }, undeclared('tag:VIP'), { ...undeclared('tag:vip'), key: 'x' }];
    expect(held({ items: [tag(1, 'vip')], baseline: others }).states).toEqual({ 'tag:vip': 'open' });
  });

  it('is one of several findings that are alike, and the next one is new', () => {
    const twice: Rule = {
      ...ALIKE,
      check: () => [1, 2, 3].map(() => ({ subject: 'tag:vip', place: { item: 'tag:vip' }, data: {} })),
    };
    const accepted = [
      { rule: 'alike', subject: 'tag:vip' },
      { rule: 'alike', subject: 'tag:vip', repeat: 1 },
    ];
    const { findings } = lintExample({ declarations: '', finds: [], baseline: accepted }, 'recommended', true, [twice]);
    expect(findings.map(({ state }) => state)).toEqual(['baselined', 'baselined', 'open']);
    expect(identified(findings).map(({ identity }) => identity.repeat)).toEqual([undefined, 1, 2]);
  });

  it('is nothing that no waiver could excuse', () => {
    const never: Rule = { ...ALIKE, waivable: false };
    const { findings, context } = lintExample(
      { declarations: '', finds: [], baseline: [{ rule: 'alike', subject: 'tag:vip' }] },
      'recommended',
      true,
      [never],
    );
    expect(findings.map(({ state }) => state)).toEqual(['open']);
    expect(context.stale.map(({ reason }) => reason)).toEqual(['never']);
  });

  it('stays with an item when a second one takes its name, and when that one goes', () => {
    const both = [form(3, 'Newsletter'), form(14, 'Newsletter')];
    const first = { rule: 'undeclared-form', subject: 'form:Newsletter' };
    expect(held({ items: both, baseline: [first] })).toMatchObject({
      states: { 'form:Newsletter#3': 'baselined', 'form:Newsletter#14': 'open' },
      stale: [],
    });
    const each = ['form:Newsletter#3', 'form:Newsletter#14'].map(subject => ({ ...first, subject }));
    expect(held({ items: [form(14, 'Newsletter')], baseline: each })).toMatchObject({
      states: { 'form:Newsletter': 'baselined' },
      stale: [['form:Newsletter#3', 'gone']],
    });
  });

  it('of a question stays with it when its form gets a namesake', () => {
    const question = (formId: number, ref: string): Item => ({
      kind: 'form_field',
      id: formId,
      key: 'Newsletter/shoe',
      form: ref,
      title: 'Shoe size',
      position: 1,
      type: 'text',
    });
    const items = [form(3, 'Newsletter'), form(14, 'Newsletter'), question(3, 'form:Newsletter#3'), question(14, 'form:Newsletter#14')];
    const { states } = held({
      declarations: 'forms:\n  "Newsletter#3": {purposes: [], fields: {}}\n  "Newsletter#14": {purposes: [], fields: {}}\n',
      items,
      baseline: [{ rule: 'undeclared-form-field', subject: 'form_field:Newsletter/shoe' }],
    });
    expect(states).toEqual({ 'form_field:Newsletter#3/shoe': 'baselined', 'form_field:Newsletter#14/shoe': 'open' });
  });
});

it('what is accepted of two items stays when a second one takes the name of either', () => {
  const each: Rule = {
    ...ALIKE,
    check: ({ snapshot }) =>
      snapshot.items('form').map(one => ({ subject: 'tag:vip', key: snapshot.reference(one), place: { item: 'tag:vip' }, data: {} })),
  };
  const states = (items: readonly Item[], key: string) =>
    lintExample({ declarations: '', items, baseline: [{ rule: 'alike', subject: 'tag:vip', key }] }, 'recommended', true, [
      each,
    ]).findings.map(finding => [finding.key, finding.state]);
  expect(states([form(3, 'Newsletter'), form(14, 'Newsletter')], 'form:Newsletter')).toEqual([
    ['form:Newsletter#3', 'baselined'],
    ['form:Newsletter#14', 'open'],
  ]);
  expect(states([form(3, 'Newsletter')], 'form:Newsletter#3')).toEqual([['form:Newsletter', 'baselined']]);
  expect(states([form(3, 'Newsletter')], 'form:Other')).toEqual([['form:Newsletter', 'open']]);
});

const ALIKE: Rule = {
  id: 'alike',
  family: 'hygiene',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'warn' },
  waivable: true,
  fix: 'none',
  law: [],
  text: {
    en: { title: 'A title', message: 'A message', why: 'Because', next: 'Do it' },
    it: { title: 'A title', message: 'A message', why: 'Because', next: 'Do it' },
  },
  examples: { bad: { declarations: '', finds: [] }, good: { declarations: '', finds: [] } },
  check: () => [{ subject: 'tag:vip', place: { item: 'tag:vip' }, data: {} }],
};

const WAIVER =
  'waivers:\n  - {rule: undeclared-tag, item: tag:vip, reason: The shop needs it until it is switched off, until: 2027-03-31}\n';

describe('what is accepted without need', () => {
  it('is a finding of its own, at its line', () => {
    const { told } = held({ baseline: [undeclared('tag:a'), undeclared('tag:vip')] });
    expect(told).toMatchObject([
      { subject: 'baseline:undeclared-tag/tag:a', place: { file: 'baseline.json', path: ['accepted', 0] }, data: { reason: 'gone' } },
      { subject: 'baseline:undeclared-tag/tag:vip', place: { file: 'baseline.json', path: ['accepted', 1] }, severity: 'warn' },
    ]);
  });

  it.each([
    ['gone', { items: [] }, undeclared('tag:vip')],
    ['waived', { items: [tag(1, 'vip')], declarations: WAIVER }, undeclared('tag:vip')],
    ['never', { items: [] }, { rule: 'consent-preticked', subject: 'form_field:A/b' }],
    ['unknown-rule', { items: [] }, { rule: 'no-such-rule', subject: 'tag:vip' }],
  ] as const)('%s', (reason, part, entry) => {
    expect(held({ ...part, baseline: [entry] }).stale).toEqual([[entry.subject, reason]]);
  });

  it('twice: one of the two is needed', () => {
    const { stale, states } = held({ items: [tag(1, 'vip')], baseline: [undeclared('tag:vip'), undeclared('tag:vip')] });
    expect(stale).toEqual([['tag:vip', 'twice']]);
    expect(states).toEqual({ 'tag:vip': 'baselined' });
  });

  it('a waiver goes before it: when it ends, the finding is open again', () => {
    const part = { items: [tag(1, 'vip')], declarations: WAIVER, baseline: [undeclared('tag:vip')] };
    expect(held(part).states).toEqual({ 'tag:vip': 'waived' });
  });
});

const OFF: ConfiguredRule = { severity: 'off', options: {} };

describe('what nobody can be sure of is left alone', () => {
  const entry = undeclared('tag:vip');
  const seen = (state: Coverage['state']): Coverage => ({ of: 'tag', state, rows: 0, total: 3, why: ['rows-missing'] });

  it.each([
    ['a kind that was seen in part', { coverage: [seen('partial')] }],
    ['a kind that was not seen', { coverage: [seen('absent')] }],
    ['a file with a fault', { declarations: 'tags: {a: [}\n' }],
    ['a file with a wrong value', { declarations: 'tags: {other: {purposes: 7}}\n' }],
  ] as const)('%s', (_, part) => {
    expect(held({ ...part, baseline: [entry] })).toMatchObject({ stale: [], unsettled: [entry], told: [] });
  });

  it('a kind that was seen in part does not keep others from being told', () => {
    const other = { rule: 'undeclared-segment', subject: 'segment:old' };
    expect(held({ coverage: [seen('partial')], baseline: [entry, other] })).toMatchObject({
      stale: [['segment:old', 'gone']],
      unsettled: [entry],
    });
  });

  it.each([
    ['no snapshot', { snapshot: null }],
    ['a rule that is off', { configured: new Map([['undeclared-tag', OFF]]) }],
  ] as const)('%s', async (_, part) => {
    const { rules } = await import('../../../rules/index.js');
    const example = { declarations: '', finds: [], baseline: [entry] };
    const { context, unsettled } = lint({
      declarations: buildDeclarations([]),
      snapshot: snapshotOf(example),
      baseline: baselineOf(example),
      now: '2026-11-25',
      preset: 'recommended',
      rules,
      configured: new Map(),
      ...part,
    });
    expect([context.stale, unsettled]).toEqual([[], [entry]]);
  });
});
