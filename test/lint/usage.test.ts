import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { found } from '../../src/lint/usage/resolve.js';
import type { Step } from '../../src/lint/usage/steps.js';
import { unusedItems } from '../../src/lint/usage/unused.js';
import { stepsBack, walk } from '../../src/lint/usage/walk.js';
import { whereaboutsOf } from '../../src/lint/usage/whereabouts.js';
import { item, type Row, type Seen, seen, told, use } from './usage-support.js';

function whereIs(reference: string, { view, index }: Seen) {
  const { direct, indirect, does, unseen } = whereaboutsOf(found(reference, view, index), view, index);
  return {
    direct: direct.map(({ deed, step, scope, recipients }) =>
      [deed, step.from, ...(scope === undefined ? [] : [scope]), ...recipients].join(' '),
    ),
    indirect: indirect.map(visit => stepsBack(visit).map(told).join(' < ')),
    does: does.map(told),
    unseen,
  };
}

const MENU = [
  item('contact_field:diet'),
  item('form:Booking', { published: true, actions: [] }),
  item('form_field:Booking/diet', { form: 'form:Booking', type: 'text' }),
  item('segment:vegan'),
  item('segment:vegan-and-near'),
  item('campaign:Summer'),
  item('email:Menu'),
  item('email:Menu B', { variant_of: 'email:Menu' }),
  item('page:book'),
  item('message:Both ways'),
  item('webhook:To the CRM'),
];
const MENU_USES = [
  use('form_field:Booking/diet', 'collects', 'contact_field:diet', { at: 'form.field' }),
  use('segment:vegan', 'filters', 'contact_field:diet', { at: 'segment.filter', n: 1 }),
  use('segment:vegan-and-near', 'filters', 'segment:vegan', { at: 'segment.filter', n: 1 }),
  use('campaign:Summer', 'targets', 'segment:vegan-and-near', { at: 'campaign.source' }),
  use('campaign:Summer', 'sends', 'email:Menu', { at: 'campaign.event', id: 1 }),
  use('email:Menu B', 'reads', 'contact_field:diet', { part: 'html' }),
  use('page:book', 'shows', 'form:Booking', { part: 'html' }),
  use('message:Both ways', 'sends', 'email:Menu', { at: 'message.channel', id: 1 }),
  use('webhook:To the CRM', 'reads', 'record:contact', { at: 'webhook.trigger', type: 'x' }),
  use('webhook:To the CRM', 'shares', 'recipient:crm.example', { at: 'webhook' }),
];

describe('the uses of an item', () => {
  it('are told by what they do, then in the order of the snapshot; then who uses the users', () => {
    const { direct, indirect } = whereIs('contact_field:diet', seen(MENU, MENU_USES));
    expect(direct).toEqual([
      'collects form_field:Booking/diet',
      'reads email:Menu B',
      'given webhook:To the CRM whole recipient:crm.example',
      'filters segment:vegan',
    ]);
    expect(indirect).toEqual([
      'form:Booking contains form_field:Booking/diet < form_field:Booking/diet collects contact_field:diet',
      'segment:vegan-and-near filters segment:vegan < segment:vegan filters contact_field:diet',
      'email:Menu variant email:Menu B < email:Menu B reads contact_field:diet',
      'campaign:Summer sends email:Menu < email:Menu variant email:Menu B < email:Menu B reads contact_field:diet',
      'page:book shows form:Booking < form:Booking contains form_field:Booking/diet < form_field:Booking/diet collects contact_field:diet',
      'message:Both ways sends email:Menu < email:Menu variant email:Menu B < email:Menu B reads contact_field:diet',
    ]);
  });

  it('of two ways the shorter one is told, of two as short the one that stands first', () => {
    const items = [item('contact_field:a'), item('segment:one'), item('segment:two'), item('campaign:C')];
    const filters = (from: string, to: string) => use(from, 'filters', to, { at: 'segment.filter', n: 1 });
    const both = [
      filters('segment:two', 'contact_field:a'),
      filters('segment:one', 'contact_field:a'),
      use('campaign:C', 'targets', 'segment:two', { at: 'campaign.source' }),
      use('campaign:C', 'targets', 'segment:one', { at: 'campaign.source' }),
    ];
    expect(whereIs('contact_field:a', seen(items, both)).indirect).toEqual([
      'campaign:C targets segment:one < segment:one filters contact_field:a',
    ]);
    const near = [...both, use('campaign:C', 'decides', 'contact_field:a', { at: 'campaign.event', id: 1 })];
    expect(whereIs('contact_field:a', seen(items, near)).indirect).toEqual([]);
  });

  it('end in a circle of segments', () => {
    const circle = ['a', 'b', 'c'].map(key => item(`segment:${key}`));
    const uses = ['ab', 'bc', 'ca', 'aa'].map(([from, to]) =>
      use(`segment:${from}`, 'filters', `segment:${to}`, { at: 'segment.filter', n: 1 }),
    );
    const { direct, indirect } = whereIs('segment:a', seen(circle, uses));
    expect(direct).toEqual(['filters segment:a', 'filters segment:c']);
    expect(indirect).toEqual(['segment:b filters segment:c < segment:c filters segment:a']);
  });

  it('are not handed on by who only reacts to a content, or only puts people into a segment', () => {
    const items = ['contact_field:a', 'form:F', 'segment:s', 'point_action:opens', 'point_trigger:hot', 'campaign:C', 'email:E'].map(each =>
      item(each),
    );
    const uses = [
      use('email:E', 'reads', 'contact_field:a', { part: 'html' }),
      use('segment:s', 'filters', 'contact_field:a', { at: 'segment.filter', n: 1 }),
      use('campaign:C', 'writes', 'contact_field:a', { at: 'campaign.event', id: 1 }),
      use('point_action:opens', 'decides', 'email:E', { at: 'point.action' }),
      use('form:F', 'adds', 'segment:s', { at: 'form.action', id: 1 }),
      use('point_trigger:hot', 'adds', 'campaign:C', { at: 'trigger.event', id: 1 }),
    ];
    expect(whereIs('contact_field:a', seen(items, uses)).indirect).toEqual([
      'point_trigger:hot adds campaign:C < campaign:C writes contact_field:a',
    ]);
    expect(whereIs('email:E', seen(items, uses)).direct).toEqual(['decides point_action:opens']);
  });

  it('may mean any item of the kind, or all of a category; and a question is used by who shows its form', () => {
    const items = [
      item('asset:Guide', { category: 'category:asset/guides' }),
      item('category:asset/guides', { bundle: 'asset' }),
      item('form:F'),
      item('form_field:F/q', { form: 'form:F' }),
      item('point_action:downloads'),
      item('page:p'),
    ];
    const uses = [
      use('form:F', 'links', 'category:asset/guides', { at: 'form.action', id: 1 }),
      use('point_action:downloads', 'decides', 'asset:*', { at: 'point.action' }),
      use('page:p', 'shows', 'form:F', { part: 'html' }),
    ];
    const mautic = seen(items, uses);
    expect(whereIs('asset:Guide', mautic).direct).toEqual(['decides point_action:downloads any', 'links form:F category']);
    expect(whereIs('category:asset/guides', mautic).direct).toEqual(['links form:F', 'category asset:Guide']);
    expect(whereIs('form_field:F/q', mautic)).toMatchObject({
      direct: [],
      indirect: ['form:F contains form_field:F/q', 'page:p shows form:F < form:F contains form_field:F/q'],
    });
  });

  it('leave Mautic where one place reads and shares; of content only what stands in an address of that host', () => {
    const items = [item('contact_field:a'), item('campaign:C'), item('email:E')];
    const uses = [
      use('campaign:C', 'reads', 'contact_field:a', { at: 'campaign.event', id: 1, in: 'data', param: 'x' }),
      use('campaign:C', 'reads', 'contact_field:a', { at: 'campaign.event', id: 2 }),
      use('campaign:C', 'shares', 'recipient:crm.example', { at: 'campaign.event', id: 1 }),
      use('email:E', 'reads', 'contact_field:a', { part: 'html', in: 'text' }),
      use('email:E', 'reads', 'contact_field:a', { part: 'html', in: 'url', url: 'shop.example/me' }),
      use('email:E', 'shares', 'recipient:shop.example', { part: 'html' }),
      use('email:E', 'shares', 'recipient:cdn.example', { part: 'html', as: 'image' }),
    ];
    expect(whereIs('contact_field:a', seen(items, uses)).direct).toEqual([
      'reads campaign:C',
      'reads email:E',
      'given campaign:C recipient:crm.example',
      'given email:E recipient:shop.example',
    ]);
  });

  it('are beside what the item does itself; a form does what its questions do', () => {
    expect(whereIs('form:Booking', seen(MENU, MENU_USES)).does).toEqual(['form_field:Booking/diet collects contact_field:diet']);
    expect(whereIs('campaign:Summer', seen(MENU, MENU_USES)).does).toEqual([
      'campaign:Summer targets segment:vegan-and-near',
      'campaign:Summer sends email:Menu',
    ]);
  });

  it('are told with what was not looked at, of the item and of its users', () => {
    const partial = { message: { state: 'absent', rows: 0, why: ['refused'] }, webhook: { state: 'partial', why: ['own-only'] } };
    expect(whereIs('contact_field:diet', seen(MENU, MENU_USES, partial)).unseen).toEqual({
      coverage: [
        { reason: 'own-only', what: ['webhook'], rules: [''] },
        { reason: 'refused', what: ['message'], rules: [''] },
      ],
      outside: ['website', 'integrations', 'imports', 'api'],
    });
    expect(whereIs('message:Both ways', seen(MENU, MENU_USES, partial)).unseen).toEqual({ coverage: [], outside: [] });
  });

  it('do not depend on the order of uses and items', () => {
    const sorted = seen(MENU, MENU_USES);
    const rows = MENU.map((row, index): Row => ({ id: index + 1, ...row }));
    const all = (mautic: Seen) => rows.map(row => whereIs(`${String(row.kind)}:${String(row.key)}`, mautic));
    const shuffled = (list: readonly Row[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(shuffled(rows), shuffled(MENU_USES), (items, uses) => {
        const mautic = seen(items, uses);
        expect(all(mautic)).toEqual(all(sorted));
        expect(unusedItems(mautic.view, mautic.index).items.map(mautic.view.reference)).toEqual(
          unusedItems(sorted.view, sorted.index).items.map(sorted.view.reference),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('offers each step once, in a chain and a star of 100,000', () => {
    const chain: Step[] = Array.from({ length: 100_000 }, (_, n) => ({ from: `segment:${n + 1}`, how: 'filters', to: `segment:${n}` }));
    const star: Step[] = chain.map(({ from }) => ({ from, how: 'filters', to: 'segment:0' }));
    const numberIn = (reference: string): number => Number(reference.slice('segment:'.length));
    const inChain = (reference: string): Step[] => chain.slice(numberIn(reference), numberIn(reference) + 1);
    const inStar = (reference: string): Step[] => (reference === 'segment:0' ? star : []);
    for (const [stepsTo, farthest] of [
      [inChain, 100_000],
      [inStar, 1],
    ] as const) {
      let offered = 0;
      const visits = walk('segment:0', ({ reference }) => {
        const list = stepsTo(reference);
        offered += list.length;
        return list.map(step => ({ step, end: step.from }));
      });
      expect(offered).toBe(100_000);
      expect(visits).toHaveLength(100_001);
      expect(visits.at(-1)?.distance).toBe(farthest);
      expect(stepsBack(visits[50_000] ?? { reference: '', distance: 0 }, 3).length).toBe(Math.min(3, farthest));
    }
  });
});
