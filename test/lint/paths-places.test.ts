/** Where people without a yes to the letter can be: segments, groups of filters, campaigns and their steps. */
import { describe, expect, it } from 'vitest';
import { stepPlace } from '../../src/lint/paths/openings.js';
import type { CampaignEvent, Item, Use } from '../../src/mautic/snapshot.js';
import { adds, boxOf, contextOf, decides, filters, item, type Mautic, NEWS, sends, step, targets } from './paths-support.js';

const OK = item('contact_field:news_ok', { type: 'boolean' });
const YES = { value: 'yes' };

function state(place: string, mautic: Mautic, purposes: readonly string[] = ['news']): string {
  const { paths } = contextOf(mautic).indexes;
  return paths.right(purposes).state(place);
}

/** The state of `segment:S` with these filters. */
const segment = (uses: readonly Use[], items: readonly Item[] = [], declarations = `purposes: {${NEWS}}`): string =>
  state('segment:S', {
    declarations,
    items: [OK, item('segment:S', { filter_rows: uses.length }), item('tag:lead'), item('tag:ok'), ...items],
    uses,
  });

const held = (consent: string): string =>
  `purposes: {news: {use: email-marketing, legal_basis: consent, consent: {${consent}, collected_by: ["offline:desk"]}}}`;

describe('a segment with filters', () => {
  it.each<[name: string, expected: string, uses: readonly Use[], declarations?: string]>([
    ['is shut by the yes', 'shut', [filters('segment:S', 'contact_field:news_ok', 'is', YES)]],
    ['not by a no', 'open', [filters('segment:S', 'contact_field:news_ok', 'is', { value: 'no' })]],
    ['nor by "is not yes"', 'open', [filters('segment:S', 'contact_field:news_ok', 'is-not', YES)]],
    [
      'nor by "is not no", which people who never answered fulfil',
      'open',
      [filters('segment:S', 'contact_field:news_ok', 'is-not', { value: 'no' })],
    ],
    ['nor by "is not empty": a no is a value', 'open', [filters('segment:S', 'contact_field:news_ok', 'set')]],
    ['nor by "is empty"', 'open', [filters('segment:S', 'contact_field:news_ok', 'unset')]],
    ['by the date of the yes', 'shut', [filters('segment:S', 'contact_field:ok_at', 'set')], held('field: ok_at')],
    ['and by how old it is', 'shut', [filters('segment:S', 'contact_field:ok_at', 'more', { value: '-24 months' })], held('field: ok_at')],
    ['by a tag that stands for it', 'shut', [filters('segment:S', 'tag:ok')], held('tag: ok')],
    ['not by its absence', 'open', [filters('segment:S', 'tag:ok', 'none-of')], held('tag: ok')],
    ['not by that tag or another one', 'open', [filters('segment:S', 'tag:ok'), filters('segment:S', 'tag:lead')], held('tag: ok')],
    [
      'by that tag and another one, both asked for',
      'shut',
      [filters('segment:S', 'tag:ok', 'all-of'), filters('segment:S', 'tag:lead', 'all-of')],
      held('tag: ok'),
    ],
    [
      'by the yes beside another condition',
      'shut',
      [filters('segment:S', 'tag:lead'), filters('segment:S', 'contact_field:news_ok', 'is', { ...YES, n: 2 })],
    ],
    [
      'not by a yes in one of two groups',
      'open',
      [filters('segment:S', 'contact_field:news_ok', 'is', YES), filters('segment:S', 'tag:lead', 'any-of', { n: 2, group: 2 })],
    ],
    [
      'by a yes in both',
      'shut',
      [1, 2].flatMap(group => [
        filters('segment:S', 'contact_field:news_ok', 'is', { ...YES, n: group * 2, group }),
        filters('segment:S', 'tag:lead', 'any-of', { n: group * 2 + 1, group }),
      ]),
    ],
    ['of another consent', 'open', [filters('segment:S', 'contact_field:other_ok', 'is', YES)]],
    ['unknown, where nothing of its rows was kept', 'unseen', []],
  ])('%s', (_, expected, uses, declarations) => {
    const rows = [item('contact_field:ok_at', { type: 'date' }), item('contact_field:other_ok', { type: 'boolean' })];
    const given = { declarations: declarations ?? `purposes: {${NEWS}}`, uses };
    const S = item('segment:S', { filter_rows: Math.max(1, uses.length) });
    expect(state('segment:S', { ...given, items: [OK, S, item('tag:lead'), item('tag:ok'), ...rows] })).toBe(expected);
  });

  it('a choice counts by what it says', () => {
    const options = [
      { value: 'n', label: 'No, thanks' },
      { value: 'w', label: 'Every week' },
      { value: 'm', label: 'Every month' },
    ];
    const choice = item('contact_field:news_ok', { type: 'select', options });
    const by = (...values: string[]): string => {
      const uses = [filters('segment:S', 'contact_field:news_ok', 'any-of', { values })];
      return state('segment:S', { items: [choice, item('segment:S', { filter_rows: 1 })], uses });
    };
    expect([by('w', 'm'), by('n', 'w')]).toEqual(['shut', 'open']);
  });
});

describe('segments in segments', () => {
  const inner = (...uses: readonly Use[]) => ({ items: [item('segment:T', { filter_rows: 1 })], uses });
  const yesIn = filters('segment:T', 'contact_field:news_ok', 'is', YES);
  it.each<[name: string, expected: string, uses: readonly Use[]]>([
    ['shut by the inner one', 'shut', [filters('segment:S', 'segment:T'), yesIn]],
    ['open as the inner one is', 'open', [filters('segment:S', 'segment:T'), filters('segment:T', 'tag:lead')]],
    ['not by leaving it out', 'open', [filters('segment:S', 'segment:T', 'none-of'), yesIn]],
    ['open when another one will do', 'open', [filters('segment:S', 'segment:T'), filters('segment:S', 'segment:U'), yesIn]],
    [
      'shut when both are asked for',
      'shut',
      [filters('segment:S', 'segment:T', 'all-of'), filters('segment:S', 'segment:U', 'all-of'), yesIn],
    ],
    [
      'by leaving out all who did not say yes',
      'shut',
      [filters('segment:S', 'segment:T', 'none-of'), filters('segment:T', 'contact_field:news_ok', 'is-not', YES)],
    ],
    [
      'not by leaving out only some of them',
      'open',
      [
        filters('segment:S', 'segment:T', 'none-of'),
        filters('segment:T', 'contact_field:news_ok', 'is-not', YES),
        filters('segment:T', 'tag:lead', 'any-of', { n: 2 }),
      ],
    ],
    ['a circle that nobody gets into', 'shut', [filters('segment:S', 'segment:T'), filters('segment:T', 'segment:S')]],
    [
      'a circle with a way in',
      'open',
      [
        filters('segment:S', 'segment:T'),
        filters('segment:T', 'segment:S'),
        filters('segment:T', 'tag:lead', 'any-of', { n: 2, group: 2 }),
      ],
    ],
    ['of one that was not seen', 'unseen', [filters('segment:S', 'segment:#77')]],
    [
      'of one that was not seen, beside the yes',
      'shut',
      [filters('segment:S', 'segment:#77'), filters('segment:S', 'contact_field:news_ok', 'is', { ...YES, n: 2 })],
    ],
  ])('%s', (_, expected, uses) => {
    expect(segment(uses, [...inner().items, item('segment:U')])).toBe(expected);
  });

  it('five thousand of them, one in the other', () => {
    const numbers = Array.from({ length: 5000 }, (_, n) => n);
    const items = [OK, ...numbers.map(n => item(`segment:s${n}`, { filter_rows: 1 }))];
    const chain = numbers.slice(1).map(n => filters(`segment:s${n}`, `segment:s${n - 1}`));
    expect(state('segment:s4999', { items, uses: [...chain, filters('segment:s0', 'contact_field:news_ok', 'is', YES)] })).toBe('shut');
    expect(state('segment:s4999', { items, uses: [...chain, filters('segment:s0', 'tag:lead')] })).toBe('open');
  });
});

describe('a segment that is filled', () => {
  const filled = (declarations: string, items: readonly Item[], uses: readonly Use[], rows = 0): string =>
    state('segment:S', {
      declarations: `purposes: {${NEWS}}\n${declarations}`,
      items: [OK, item('segment:S', { filter_rows: rows }), ...items],
      uses,
    });
  const asking = boxOf('F', 'news_ok');

  it.each<[name: string, expected: string, declarations: string, items: readonly Item[], uses: readonly Use[]]>([
    ['by hand', 'open', '', [], []],
    ['by hand, with people who said yes', 'shut', 'segments: {S: {purposes: [news], membership: consent-only}}', [], []],
    ['with people who said yes to something else', 'open', 'segments: {S: {purposes: [other], membership: consent-only}}', [], []],
    [
      'by a form that asks, whatever people answer',
      'open',
      'forms: {F: {purposes: [news]}}',
      [item('form:F'), ...asking.items],
      [...asking.uses, adds('form:F', 'segment:S')],
    ],
    [
      'by a form whose button is the yes',
      'shut',
      'forms: {F: {purposes: [news], consent: submit}}',
      [item('form:F')],
      [adds('form:F', 'segment:S')],
    ],
    ['by a form that is off', 'open', '', [item('form:F', { published: false })], [adds('form:F', 'segment:S')]],
    [
      'by a form whose button is the yes, and by one that is off',
      'shut',
      'forms: {F: {purposes: [news], consent: submit}}',
      [item('form:F'), item('form:G', { published: false })],
      [adds('form:F', 'segment:S'), adds('form:G', 'segment:S')],
    ],
    ['by a trigger', 'open', '', [item('point_trigger:Q')], [adds('point_trigger:Q', 'segment:S')]],
    [
      'by a form whose button is the yes, and by one that does not ask',
      'open',
      'forms: {F: {purposes: [news], consent: submit}}',
      [item('form:F'), item('form:G')],
      [adds('form:F', 'segment:S'), adds('form:G', 'segment:S')],
    ],
  ])('%s', (_, expected, declarations, items, uses) => {
    expect(filled(declarations, items, uses)).toBe(expected);
  });

  it('past its filters: Mautic keeps whom an action has put there', () => {
    const yes = filters('segment:S', 'contact_field:news_ok', 'is', YES);
    expect(filled('', [item('form:F')], [yes, adds('form:F', 'segment:S')], 1)).toBe('open');
    expect(filled('forms: {F: {purposes: [news], consent: submit}}', [item('form:F')], [yes, adds('form:F', 'segment:S')], 1)).toBe('shut');
  });

  it('stands for the yes, whoever fills it: that is told elsewhere', () => {
    const mautic = { declarations: held('segment: S'), items: [item('segment:S'), item('form:F')], uses: [adds('form:F', 'segment:S')] };
    expect(state('segment:S', mautic)).toBe('shut');
  });

  it('holds the customers of a soft opt-in', () => {
    const soft = 'sale: {use: email-marketing, legal_basis: soft-opt-in, soft_opt_in: {segment: S}}';
    const mautic = { declarations: `purposes: {${NEWS}, ${soft}}`, items: [item('segment:S')] };
    expect([state('segment:S', mautic), state('segment:S', mautic, ['news', 'sale'])]).toEqual(['open', 'shut']);
  });
});

describe('the steps of a campaign', () => {
  const decision = step(2, 0, '', { kind: 'condition', type: 'lead.field_value' });
  const at = (
    events: readonly CampaignEvent[],
    uses: readonly Use[],
    more: readonly Item[] = [],
    declarations = `purposes: {${NEWS}}`,
  ): string[] =>
    events.map(({ id }) =>
      state(stepPlace('campaign:C', id), {
        declarations,
        items: [OK, item('segment:S'), item('campaign:C', { events }), ...more],
        uses: [targets('campaign:C', 'segment:S'), ...uses],
      }),
    );

  it('a condition lets the yes pass, on one branch', () => {
    const events = [decision, step(3, 2, 'yes'), step(4, 2, 'no'), step(5, 3), step(6, 2, '')];
    expect(at(events, [decides('campaign:C', 2, 'contact_field:news_ok', { op: 'is', ...YES })])).toEqual([
      'open',
      'shut',
      'open',
      'shut',
      'open',
    ]);
  });

  it('"is not yes" lets it pass on the other', () => {
    const events = [decision, step(3, 2, 'yes'), step(4, 2, 'no')];
    expect(at(events, [decides('campaign:C', 2, 'contact_field:news_ok', { op: 'is-not', ...YES })])).toEqual(['open', 'open', 'shut']);
  });

  it('membership in a segment of people who said yes', () => {
    const events = [decision, step(3, 2, 'yes')];
    const T = item('segment:T', { filter_rows: 1 });
    const inside = [decides('campaign:C', 2, 'segment:T'), filters('segment:T', 'contact_field:news_ok', 'is', YES)];
    expect(at(events, inside, [T])).toEqual(['open', 'shut']);
  });

  it('the answer to the box in a form, and a form whose button is the yes', () => {
    const { items, uses } = boxOf('F', 'news_ok');
    const events = [decision, step(3, 2, 'yes')];
    const answer = decides('campaign:C', 2, 'form_field:F/news_ok', { op: 'is', values: ['1'] });
    expect(at(events, [...uses, answer], [item('form:F'), ...items])).toEqual(['open', 'shut']);
    const button = `purposes: {${NEWS}}\nforms: {F: {purposes: [news], consent: submit}}`;
    expect(at(events, [decides('campaign:C', 2, 'form:F')], [item('form:F')], button)).toEqual(['open', 'shut']);
    expect(at(events, [decides('campaign:C', 2, 'form:F')], [item('form:F')])).toEqual(['open', 'open']);
  });

  it('a jump leads past a condition', () => {
    const events = [decision, step(3, 2, 'yes'), step(4, 2, 'no', { type: 'campaign.jump_to_event', jump_to: 3 })];
    expect(at(events, [decides('campaign:C', 2, 'contact_field:news_ok', { op: 'is', ...YES })])).toEqual(['open', 'open', 'open']);
  });

  it('a circle of jumps ends', () => {
    const events = [step(1, 0), step(2, 1, '', { type: 'campaign.jump_to_event', jump_to: 1 })];
    expect(at(events, [])).toEqual(['open', 'open']);
  });

  it('what hangs on a step that is gone was not seen', () => {
    expect(at([step(3, 99)], [])).toEqual(['unseen']);
    expect(at([step(2, 0, '', { deleted: true }), step(3, 2)], [])).toEqual(['unseen', 'unseen']);
  });

  it('all are shut where only people who said yes come in, and open where one source is', () => {
    const events = [step(1)];
    const yes = filters('segment:S', 'contact_field:news_ok', 'is', YES);
    const mautic = { items: [OK, item('segment:S', { filter_rows: 1 }), item('segment:T'), item('campaign:C', { events })] };
    const inOf = (...uses: readonly Use[]): string => state(stepPlace('campaign:C', 1), { ...mautic, uses: [yes, ...uses] });
    expect(inOf(targets('campaign:C', 'segment:S'))).toBe('shut');
    expect(inOf(targets('campaign:C', 'segment:S'), targets('campaign:C', 'segment:T'))).toBe('open');
  });

  it('a campaign that is declared to confirm is trusted', () => {
    const declarations = held('field: news_ok').replace('collected_by', 'confirmed_by: campaign:C, collected_by');
    const uses = [targets('campaign:C', 'segment:T'), adds('campaign:C', 'segment:S', { id: 1 })];
    const mautic = { declarations, items: [OK, item('segment:T'), item('segment:S'), item('campaign:C', { events: [step(1)] })], uses };
    expect(state('segment:S', mautic)).toBe('shut');
    expect(state('segment:S', { ...mautic, declarations: held('field: news_ok') })).toBe('open');
  });

  it('without steps nobody knows', () => {
    const C = item('campaign:C', { events: undefined });
    const uses = [targets('campaign:C', 'segment:T'), adds('campaign:C', 'segment:S', { id: 1 }), sends('campaign:C', 'email:E')];
    expect(state('segment:S', { items: [OK, item('segment:T'), item('segment:S'), C], uses })).toBe('unseen');
  });
});
