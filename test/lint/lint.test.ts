/** The engine: severities, waivers, rules that could not run, rules that fail, order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Severity } from '../../src/finding.js';
import { type LintInput, lint } from '../../src/lint/lint.js';
import type { Rule } from '../../src/lint/rule.js';
import { RuleFailure } from '../../src/lint/rule-failure.js';
import type { Coverage, Item } from '../../src/mautic/snapshot.js';
import { snapshotOf } from '../../src/output/example.js';

const TEXT = { title: 'A title', message: 'A message', why: 'Because', next: 'Do it' };
const TAG: Item = { kind: 'tag', id: 1, key: 'vip' };

/** A rule that finds every tag. */
function tagRule(part: Partial<Rule>, severity?: Severity): Rule {
  return {
    id: 'every-tag',
    family: 'declaration',
    since: '1.0.0',
    evidence: 'certain',
    per: ['tag'],
    severity: { recommended: 'warn', strict: 'error' },
    waivable: true,
    fix: 'none',
    law: [],
    text: { en: TEXT, it: TEXT },
    examples: { bad: { declarations: '', finds: [] }, good: { declarations: '', finds: [] } },
    check: ({ snapshot, kinds }) =>
      (kinds.has('tag') ? snapshot.items('tag') : []).map(item => {
        const subject = snapshot.reference(item);
        return { subject, place: { item: subject }, data: { tag: item.key }, ...(severity === undefined ? {} : { severity }) };
      }),
    ...part,
  };
}

function run(rule: Rule, part: Partial<LintInput> & { yaml?: string; coverage?: readonly Coverage[] } = {}) {
  const { yaml = '', coverage = [], ...input } = part;
  return lint({
    declarations: buildDeclarations([{ path: 'p.yaml', text: `version: 1\n${yaml}` }]),
    snapshot: snapshotOf({ declarations: '', items: [TAG], coverage, finds: [] }),
    now: '2026-11-25',
    preset: 'recommended',
    rules: [rule],
    configured: new Map(),
    ...input,
  });
}

describe('severity', () => {
  const severityOf = (rule: Rule, part: Partial<LintInput> = {}) => run(rule, part).findings.map(finding => finding.severity);
  const configured = (severity: Severity | 'off') => ({ configured: new Map([['every-tag', { severity, options: {} }]]) });

  it('is that of the preset, then of the configuration', () => {
    expect(severityOf(tagRule({}))).toEqual(['warn']);
    expect(severityOf(tagRule({}), { preset: 'strict' })).toEqual(['error']);
    expect(severityOf(tagRule({}), configured('info'))).toEqual(['info']);
    expect(severityOf(tagRule({}), configured('off'))).toEqual([]);
  });

  it('a rule may weigh one finding otherwise, but never beyond what the configuration says', () => {
    expect(severityOf(tagRule({}, 'error'))).toEqual(['error']);
    expect(severityOf(tagRule({}, 'info'))).toEqual(['info']);
    expect(severityOf(tagRule({}, 'error'), configured('info'))).toEqual(['info']);
    expect(severityOf(tagRule({}, 'error'), configured('warn'))).toEqual(['warn']);
    expect(severityOf(tagRule({}, 'info'), configured('warn'))).toEqual(['info']);
    expect(severityOf(tagRule({}, 'error'), { configured: new Map([['every-tag', { options: {} }]]) })).toEqual(['error']);
  });

  it('a rule without waivers cannot be off', () => {
    expect(severityOf(tagRule({ waivable: false }), configured('off'))).toEqual(['warn']);
  });
});

describe('coverage', () => {
  const tags = (state: Coverage['state'], why: Coverage['why'] = ['rows-missing']): readonly Coverage[] => [
    { of: 'tag', state, rows: 1, why },
  ];

  it.each([
    ['absent', 'certain', []],
    ['unknown', 'certain', []],
    ['partial', 'certain', ['tag:vip']],
    ['partial', 'needs-complete-snapshot', []],
    ['partial', 'hint', ['tag:vip']],
  ] as const)('%s, %s: finds %j', (state, evidence, found) => {
    const { findings, notRun } = run(tagRule({ evidence }), { coverage: tags(state) });
    expect(findings.map(finding => finding.subject)).toEqual(found);
    expect(notRun).toEqual(found.length > 0 ? [] : [{ rule: 'every-tag', of: 'tag', why: ['rows-missing'] }]);
  });

  it('without a snapshot nothing that needs one is run', () => {
    const { findings, notRun } = run(tagRule({}), { snapshot: null });
    expect([findings, notRun]).toEqual([[], [{ rule: 'every-tag', of: 'snapshot', why: ['no-snapshot'] }]]);
  });

  it('a part that has no entry has the state of its kind', () => {
    const { notRun } = run(tagRule({ per: [], needs: ['form.progressive'] }), {
      coverage: [{ of: 'form', state: 'absent', rows: 0, why: ['refused'] }],
    });
    expect(notRun).toEqual([{ rule: 'every-tag', of: 'form.progressive', why: ['refused'] }]);
  });
});

describe('waivers', () => {
  const waived = (waiver: string, part: Partial<Rule> = {}, id = 'undeclared-tag') => {
    const rule = tagRule({ id, ...part });
    return run(rule, { yaml: `waivers:\n  - {rule: ${id}, ${waiver}}\n` }).findings.map(finding => finding.state);
  };
  const good = 'item: "tag:vip", reason: Old label of the shop, until: 2027-03-01';

  it.each([
    [good, 'waived'],
    ['item: "tag:v*p?*", reason: Old label of the shop, until: 2027-03-01', 'open'],
    ['item: "tag:vip*", reason: Old label of the shop, until: 2027-03-01', 'waived'],
    ['item: "tag:vi*", reason: Old label of the shop, until: 2027-03-01', 'open'],
    ['item: "tag:other", reason: Old label of the shop, until: 2027-03-01', 'open'],
    ['item: "tag:vip", reason: too short, until: 2027-03-01', 'open'],
    ['item: "tag:vip", reason: Old label of the shop', 'open'],
    ['item: "tag:vip", reason: Old label of the shop, until: 2026-11-24', 'open'],
    ['item: "tag:vip", reason: Old label of the shop, until: 2026-11-25', 'waived'],
  ])('{%s} is %s', (waiver, state) => {
    expect(waived(waiver)).toEqual([state]);
  });

  it('counts only with the approval that the rule asks for, and never for a rule without waivers', () => {
    expect(waived(good, { waivable: 'dpo' })).toEqual(['open']);
    expect(waived(`${good}, approved_by: dpo`, { waivable: 'dpo' })).toEqual(['waived']);
    expect(waived(good, { waivable: false })).toEqual(['open']);
  });
});

it('names the rule that fails, and does not say that it has run', () => {
  const rule = tagRule({
    check: () => {
      throw new TypeError('undefined is not a tag');
    },
  });
  const { findings, failures, notRun } = run(rule);
  expect(failures).toEqual([new RuleFailure('every-tag', new TypeError('undefined is not a tag'))]);
  expect(findings).toEqual([]);
  expect(notRun).toEqual([{ rule: 'every-tag', of: 'rule', why: ['failed'] }]);
});

it('repeats of one finding have fingerprints of their own, which do not depend on the place', () => {
  const twice = tagRule({
    check: () => ['a.yaml', 'b.yaml'].map(file => ({ subject: 'tag:vip', place: { file, path: [], at: 'key' as const }, data: {} })),
  });
  const prints = run(twice).findings.map(finding => finding.fingerprint);
  expect(new Set(prints).size).toBe(2);
  expect(run(tagRule({})).findings[0]?.fingerprint).toBe(prints[0]);
});

it('the order of items and files does not change what is found', () => {
  const items: Item[] = [
    { kind: 'tag', id: 1, key: 'vip' },
    { kind: 'tag', id: 2, key: 'evt-2026' },
    { kind: 'contact_field', id: 3, key: 'film', title: 'Film', published: true, added: '2026-01-01' },
    { kind: 'form', id: 4, key: 'Newsletter', published: true },
    {
      kind: 'form_field',
      id: 5,
      key: 'Newsletter/film',
      title: 'Film',
      form: 'form:Newsletter',
      position: 1,
      type: 'text',
      required: true,
    },
  ];
  const files = [
    'purposes: {a: {use: email-marketing}}',
    'tags: {"evt-*": {purposes: [a]}}',
    'forms: {Newsletter: {purposes: [b], fields: {film: {}}}}',
  ];
  const found = (someItems: readonly Item[], someFiles: readonly string[]) =>
    lint({
      declarations: buildDeclarations(someFiles.map(text => ({ path: `${files.indexOf(text)}.yaml`, text: `version: 1\n${text}\n` }))),
      snapshot: snapshotOf({ declarations: '', items: someItems, finds: [] }),
      now: '2026-11-25',
      preset: 'strict',
      rules,
      configured: new Map(),
    })
      .findings.map(({ rule, subject, severity, fingerprint }) => `${rule} ${subject} ${severity} ${fingerprint}`)
      .sort();
  const expected = found(items, files);
  expect(expected.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(fc.shuffledSubarray(items, { minLength: 5 }), fc.shuffledSubarray(files, { minLength: 3 }), (someItems, someFiles) => {
      expect(found(someItems, someFiles)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
