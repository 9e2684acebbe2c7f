import { describe, expect, it } from 'vitest';
import rule from '../../../rules/profiling/profiling-untold.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';

const site = (covers = '', key = 'site') => `${key}: {url: "https://aurora.example/${key}", date: 2026-10-01${covers}}`;
const one = (covers = '') => `notices: {${site(covers)}}`;
const SAID = ', covers: {profiling: [policy, email-footer]}';

const point: Item = {
  kind: 'point_action',
  id: 1,
  key: 'Looked',
  title: 'Looked at the menu',
  published: true,
  type: 'page.hit',
  delta: 5,
};
const segment: Item = { kind: 'segment', id: 2, key: 'readers', published: true };
const behaviour = (to = 'tracking:page_hit', from = 'segment:readers'): Use => ({
  from,
  how: 'filters',
  to,
  at: 'segment.filter',
  n: 1,
  group: 1,
  op: 'is',
});
const find = (declarations: string, items: readonly Item[], uses: readonly Use[] = []) => findingsOf(rule, { declarations, items, uses });
const namesIn = (items: readonly Item[], uses: readonly Use[] = [], declarations = one()) =>
  find(declarations, items, uses).flatMap(({ data }) => data.places?.map(({ name, kind }) => `${kind} ${name}`));

describe('what rates people', () => {
  it('is one finding with all places, at the notice that should say it', () => {
    const counts = [{ of: 'record:identified', how: 'total', n: 2100 } as const];
    const found = findingsOf(rule, { declarations: one(), items: [segment, point], uses: [behaviour()], counts, finds: [] });
    expect(found).toMatchObject([
      {
        subject: 'notice:site',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['notices', 'site'], at: 'key' },
        data: {
          places: [
            { name: 'readers', kind: 'segment' },
            { name: 'Looked at the menu', kind: 'point_action' },
          ],
          people: 2100,
        },
      },
    ]);
    expect(find(one(), [point])[0]?.data.people).toBe('unknown');
  });

  it('is a score, of whatever kind', () => {
    const trigger: Item = { kind: 'point_trigger', id: 3, key: 'hot', published: true, points: 100 };
    const form: Item = { kind: 'form', id: 4, key: 'Quiz', published: true };
    const campaign: Item = { kind: 'campaign', id: 5, key: 'Halve points', published: true };
    const points = (from: string, delta: NonNullable<Use['delta']>): Use => ({
      from,
      how: 'writes',
      to: 'contact_field:points',
      at: 'form.action',
      delta,
    });
    expect(namesIn([trigger])).toEqual(['point_trigger hot']);
    expect(namesIn([form, campaign], [points('form:Quiz', 'up'), points('campaign:Halve points', 'up')])).toEqual([
      'form Quiz',
      'campaign Halve points',
    ]);
    expect(namesIn([form, campaign], [points('form:Quiz', 'set'), points('campaign:Halve points', 'down')])).toEqual([]);
  });

  it.each([
    ['tracking:page_hit', true],
    ['tracking:email_open', true],
    ['tracking:email_click', true],
    ['tracking:video', true],
    ['tracking:email_sent', false],
    ['tracking:sms_sent', false],
    ['contact_field:city', false],
  ])('is a segment by %s: %s', (to, isFound) => {
    expect(namesIn([segment], [behaviour(to)])).toEqual(isFound ? ['segment readers'] : []);
  });

  it('is a campaign that decides by clicks, content that changes, a landing page that puts a tag on people', () => {
    const campaign: Item = { kind: 'campaign', id: 5, key: 'Follow up', published: true };
    const box: Item = { kind: 'dynamic_content', id: 6, key: 'box', published: true };
    const mail: Item = { kind: 'email', id: 7, key: 'Menu', published: true };
    const page: Item = { kind: 'page', id: 8, key: 'landing', published: true };
    const uses: Use[] = [
      { from: 'campaign:Follow up', how: 'decides', to: 'tracking:email_click', at: 'campaign.event', id: 1 },
      { from: 'email:Menu', how: 'filters', to: 'tracking:page_hit', at: 'content.filter', n: 1, group: 1, op: 'is' },
      { from: 'dynamic_content:box', how: 'filters', to: 'tracking:page_hit', at: 'content.filter', n: 1, group: 1, op: 'is' },
      { from: 'page:landing', how: 'adds', to: 'tag:hungry', at: 'content', part: 'html' },
    ];
    expect(namesIn([campaign, mail, page, box], uses)).toEqual(['campaign Follow up', 'email Menu', 'page landing', 'dynamic_content box']);
  });

  it('is not what only records, nor what is off, no matter of people, or seen by them', () => {
    const page: Item = { kind: 'page', id: 8, key: 'landing', published: true };
    const focus: Item = { kind: 'focus_item', id: 9, key: 'Bar', published: true };
    const uses: Use[] = [
      { from: 'page:landing', how: 'tracks', to: 'tracking:page_hit', at: 'page' },
      { from: 'focus_item:Bar', how: 'tracks', to: 'tracking:focus_view', at: 'focus' },
    ];
    expect(namesIn([page, focus], uses)).toEqual([]);
    expect(namesIn([{ ...point, published: false }])).toEqual([]);
    const declared = (entry: string) =>
      `${one()}\npoint_actions: {Looked: {${entry}}}\npurposes: {club: {use: loyalty-programme, visible_to_person: true}, menu: {}}`;
    expect(namesIn([point], [], declared('personal: false, reason: A test of the team itself'))).toEqual([]);
    expect(namesIn([point], [], declared('purposes: [menu], visible_to_person: true'))).toEqual([]);
    expect(namesIn([point], [], declared('purposes: [club]'))).toEqual([]);
    expect(namesIn([point], [], declared('purposes: [club], visible_to_person: false'))).toHaveLength(1);
    expect(namesIn([point], [], declared('purposes: [club, menu]'))).toHaveLength(1);
  });

  it('is not a score in a group of points that people see', () => {
    const group: Item = { kind: 'point_group', id: 10, key: 'Club', published: true };
    const gives = (from: string): Use => ({ from, how: 'writes', to: 'point_group:Club', at: 'point.action', delta: 'up' });
    const declared = (club: string, looked = '') => `${one()}\npoint_groups: {Club: {${club}}}\npoint_actions: {Looked: {${looked}}}`;
    const shown = 'visible_to_person: true';
    expect(namesIn([point, group], [gives('point_action:Looked')], declared(shown))).toEqual([]);
    expect(namesIn([point, group], [gives('point_action:Looked')], declared(''))).toHaveLength(1);
    expect(namesIn([point, group], [gives('point_action:Looked')], declared(shown, 'visible_to_person: false'))).toHaveLength(1);
    expect(namesIn([point, group], [], declared(shown))).toHaveLength(1);
    // A campaign does more than to give points.
    const campaign: Item = { kind: 'campaign', id: 5, key: 'Halve', published: true };
    const clicks: Use = { from: 'campaign:Halve', how: 'decides', to: 'tracking:email_click', at: 'campaign.event', id: 1 };
    expect(namesIn([campaign, group], [clicks, gives('campaign:Halve')], declared(shown))).toEqual(['campaign Halve']);
  });

  it('is not a purpose that Mautic rates people for in their sight only', () => {
    const declared = (club: string, more = '') =>
      `${one()}\npurposes: {club: {title: Club, ${club}}}\npoint_actions: {Looked: {purposes: [club], visible_to_person: true}}\n${more}`;
    const simple = 'use: loyalty-programme, profiling: simple';
    expect(namesIn([point], [], declared(simple))).toEqual([]);
    expect(namesIn([], [], declared(simple))).toEqual(['purpose Club']);
    expect(namesIn([point], [], declared('use: loyalty-programme, profiling: extensive'))).toEqual(['purpose Club']);
    expect(namesIn([point], [], declared('use: lead-scoring'))).toEqual(['purpose Club']);
    expect(namesIn([point, segment], [behaviour()], declared(simple, 'segments: {readers: {purposes: [club]}}'))).toEqual([
      'segment readers',
    ]);
  });

  it('is not the campaign that waits for the click by which people confirm their address', () => {
    const campaign: Item = { kind: 'campaign', id: 5, key: 'Confirm', published: true };
    const uses: Use[] = [{ from: 'campaign:Confirm', how: 'decides', to: 'tracking:email_click', at: 'campaign.event', id: 1 }];
    const confirmed = (by: string) => `${one()}\npurposes: {menu: {consent: {confirmed_by: "${by}"}}}`;
    expect(namesIn([campaign], uses, confirmed('campaign:Confirm'))).toEqual([]);
    expect(namesIn([campaign], uses, confirmed('account'))).toEqual(['campaign Confirm']);
  });

  it('is a purpose that says so, where Mautic shows nothing', () => {
    const purposes =
      'purposes: {taste: {title: Tastes, profiling: extensive}, leads: {use: lead-scoring}, club: {profiling: simple, visible_to_person: true}, menu: {}}';
    expect(namesIn([], [], `${one()}\n${purposes}`)).toEqual(['purpose Tastes', 'purpose leads']);
    expect(namesIn([point], [], `${one()}\n${purposes}`)).toEqual(['point_action Looked at the menu']);
  });
});

describe('what people are told', () => {
  it.each([
    ['', 'error'],
    [', covers: {purposes: []}', 'error'],
    [', covers: {profiling: []}', 'error'],
    [', covers: {profiling: [policy]}', 'warn'],
    [', covers: {profiling: [policy, email-footer]}', undefined],
    [', covers: {profiling: [form]}', undefined],
    [', covers: {profiling: [preference-centre]}', undefined],
  ])('by a notice with%s is %s', (covers, severity) => {
    expect(find(one(covers), [point]).map(finding => finding.severity)).toEqual(severity === undefined ? [] : [severity]);
  });

  it('is shown where it falls short', () => {
    expect(find(one(', covers: {profiling: [policy]}'), [point])[0]?.place).toMatchObject({
      path: ['notices', 'site', 'covers', 'profiling'],
    });
    expect(find(one(', covers: {purposes: []}'), [point])[0]?.place).toMatchObject({ path: ['notices', 'site', 'covers'] });
    expect(find('', [point])).toMatchObject([{ subject: 'organisation', place: { item: 'point_action:Looked' } }]);
  });

  it('stands in the notice that the purposes name, else in any', () => {
    const two = (purpose: string) =>
      `notices: {${site()}, ${site(SAID, 'club')}}\npurposes: {p: {${purpose}}}\npoint_actions: {Looked: {purposes: [p]}}`;
    expect(find(two('notice: site'), [point]).map(({ subject }) => subject)).toEqual(['notice:site']);
    expect(find(two('notice: "club#points"'), [point])).toEqual([]);
    expect(find(two(''), [point])).toEqual([]);
    expect(find(two('notice: gone'), [point])).toEqual([]);
  });

  it('is one finding a notice', () => {
    const declarations = `notices: {${site()}, ${site('', 'club')}}
purposes: {a: {notice: site}, b: {notice: club}}
point_actions: {Looked: {purposes: [a]}, Came: {purposes: [b]}}`;
    expect(
      find(declarations, [point, { ...point, id: 9, key: 'Came' }]).map(({ subject, data }) => [subject, data.places?.length]),
    ).toEqual([
      ['notice:site', 1],
      ['notice:club', 1],
    ]);
  });
});

it('is not run for kinds that were seen in part', () => {
  const coverage: Coverage[] = [{ of: 'segment', state: 'partial', rows: 1, total: 2, why: ['own-only'] }];
  const { findings, notRun } = lintExample({ declarations: one(), items: [point, segment], uses: [behaviour()], coverage, finds: [] });
  expect(findings.filter(finding => finding.rule === rule.id).map(({ data }) => data.places)).toEqual([
    [{ name: 'Looked at the menu', kind: 'point_action' }],
  ]);
  expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'segment', why: ['own-only'] }]);
});
