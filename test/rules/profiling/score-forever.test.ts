import { describe, expect, it } from 'vitest';
import rule from '../../../rules/profiling/score-forever.js';
import type { Coverage, Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const point: Item = { kind: 'point_action', id: 1, key: 'Looked', title: 'Looked at the menu', published: true, delta: 5 };
const campaign: ItemOf<'campaign'> = { kind: 'campaign', id: 2, key: 'Halve', published: true };
const points = (from: string, delta?: Use['delta']): Use => ({
  from,
  how: 'writes',
  to: 'contact_field:points',
  at: 'campaign.event',
  id: 1,
  ...(delta === undefined ? {} : { delta }),
});
const GIVES = points('point_action:Looked', 'up');
const find = (declarations = '', items: readonly Item[] = [point], uses: readonly Use[] = [GIVES]) =>
  subjectsOf(rule, { declarations, items, uses });

describe('points that never fade', () => {
  it('are told at what gives them', () => {
    const example = { declarations: 'point_actions: {Looked: {purposes: []}}', items: [point], uses: [GIVES], finds: [] };
    expect(findingsOf(rule, example)).toMatchObject([
      {
        subject: 'point_action:Looked',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['point_actions', 'Looked'], at: 'key' },
        data: { item: 'Looked at the menu', kind: 'point_action' },
      },
    ]);
    expect(findingsOf(rule, example, 'strict')[0]?.severity).toBe('error');
  });

  it('come from forms and campaigns as well, and not from what is off, takes them, or is no matter of people', () => {
    const form: Item = { kind: 'form', id: 3, key: 'Quiz', published: true };
    expect(find('', [form, campaign], [points('form:Quiz', 'up'), points('campaign:Halve', 'up')])).toEqual([
      'form:Quiz',
      'campaign:Halve',
    ]);
    expect(find('', [form], [points('form:Quiz', 'down'), points('form:Quiz', 'set')])).toEqual([]);
    // Their entries have neither key.
    const [quiz] = findingsOf(rule, { declarations: '', items: [form], uses: [points('form:Quiz', 'up')], finds: [] });
    expect(quiz?.data).toEqual({ item: 'Quiz', kind: 'form', detail: 'at-purpose' });
    expect(find('', [{ ...point, published: false }])).toEqual([]);
    expect(find('point_actions: {Looked: {personal: false, reason: A test of the team itself}}')).toEqual([]);
  });
});

describe('what is declared', () => {
  const systems = 'systems: {crm: {}}\n';
  it.each([
    ['point_actions: {Looked: {window: P6M}}', false],
    [`${systems}point_actions: {Looked: {decay: "system:crm"}}`, false],
    ['point_actions: {Looked: {decay: Halved each quarter by hand}}', false],
    ['purposes: {p: {window: P12M}}\npoint_actions: {Looked: {purposes: [p]}}', false],
    ['purposes: {p: {decay: Halved each quarter by hand}}\npoint_actions: {Looked: {purposes: [p]}}', false],
    ['purposes: {p: {window: P12M}}\npoint_actions: {Looked: {purposes: []}}', true],
    ['point_actions: {Looked: {visible_to_person: true}}', false],
    ['purposes: {p: {visible_to_person: true}}\npoint_actions: {Looked: {purposes: [p]}}', false],
    ['purposes: {p: {visible_to_person: true}}\npoint_actions: {Looked: {purposes: [p], visible_to_person: false}}', true],
  ])('%s', (declarations, isFound) => {
    expect(find(declarations)).toEqual(isFound ? ['point_action:Looked'] : []);
  });

  it('counts of a group of points, too', () => {
    const form: Item = { kind: 'form', id: 3, key: 'Quiz', published: true };
    const group: Item = { kind: 'point_group', id: 4, key: 'interest' };
    const uses = [points('form:Quiz', 'up'), { ...points('form:Quiz', 'up'), to: 'point_group:interest' }];
    expect(find('point_groups: {interest: {window: P12M}}', [form, group], uses)).toEqual([]);
    expect(find('point_groups: {interest: {visible_to_person: true}}', [form, group], uses)).toEqual([]);
    expect(find('point_groups: {interest: {visible_to_person: false}}', [form, group], uses)).toEqual(['form:Quiz']);
    expect(find('point_groups: {interest: {}}', [form, group], uses)).toEqual(['form:Quiz']);
  });

  it.each<[string, Partial<ItemOf<'campaign'>>, Use['delta'], boolean]>([
    ['takes points', {}, 'down', false],
    ['takes points once for each person', { restart: false }, 'down', false],
    ['writes a new number', {}, undefined, false],
    ['is off', { published: false }, 'down', true],
    ['gives points', {}, 'up', true],
    ['changes nothing', {}, 'set', true],
  ])('counts of a campaign only if it works: one that %s', (_, state, delta, isFound) => {
    const found = find(
      'point_actions: {Looked: {decay: campaign:Halve}}',
      [point, { ...campaign, ...state }],
      [GIVES, points('campaign:Halve', delta)],
    );
    expect(found.includes('point_action:Looked')).toBe(isFound);
  });
});

describe('a campaign that nobody declared', () => {
  it.each<[string, Partial<ItemOf<'campaign'>>, Use['delta'], boolean]>([
    ['takes points, and can be gone through again', { restart: true }, 'down', false],
    ['takes points; whether again is not known', {}, 'down', false],
    ['writes a new number', { restart: true }, undefined, false],
    ['takes points once', { restart: false }, 'down', true],
    ['is off', { restart: true, published: false }, 'down', true],
    ['changes nothing', { restart: true }, 'set', true],
  ])('%s', (_, state, delta, isFound) => {
    expect(find('', [point, { ...campaign, ...state }], [GIVES, points('campaign:Halve', delta)])).toEqual(
      isFound ? ['point_action:Looked'] : [],
    );
  });

  it('may be among those that were not seen: then the rule is not run', () => {
    const coverage: Coverage[] = [{ of: 'campaign', state: 'partial', rows: 0, total: 2, why: ['own-only'] }];
    const { findings, notRun } = lintExample({ declarations: '', items: [point], uses: [GIVES], coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'campaign', why: ['own-only'] }]);
  });
});
