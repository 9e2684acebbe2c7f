import { describe, expect, it } from 'vitest';
import { parseIdentity } from '../../src/items.js';
import { viewSnapshot } from '../../src/lint/snapshot-view.js';
import { resolveItem } from '../../src/lint/usage/resolve.js';
import { namedBy } from '../../src/lint/usage/surroundings.js';
import { unusedItems } from '../../src/lint/usage/unused.js';
import { bodies, read } from '../mautic/recordings.js';
import { item, type Row, type Seen, seen, told, use } from './usage-support.js';

const unusedIn = ({ view, index }: Seen): string[] => unusedItems(view, index).items.map(view.reference);

describe('unused', () => {
  it.each<[why: string, items: Row[], uses: Row[], unused: string[]]>([
    ['a field that nothing names', [item('contact_field:film', { fixed: false })], [], ['contact_field:film']],
    ['not a core field, nor one of which that is not known', [item('contact_field:fax', { fixed: true }), item('company_field:x')], [], []],
    [
      'not a field that a form asks for, a report shows or an old mapping names',
      [
        ...['asked', 'shown', 'mapped', 'alone'].map(key => item(`contact_field:${key}`, { fixed: false })),
        item('form:F'),
        item('form_field:F/q', { form: 'form:F', other_mapping: 'contact_field:mapped' }),
        item('report:R'),
      ],
      [
        use('form_field:F/q', 'collects', 'contact_field:asked', { at: 'form.field' }),
        use('report:R', 'reads', 'contact_field:shown', { at: 'report.column' }),
      ],
      ['contact_field:alone'],
    ],
    [
      'a tag that nothing gives; a twin is used by its text',
      [item('tag:vip'), item('tag:vip'), item('tag:old'), item('form:F', { actions: [{ id: 1, type: 'x', name: 'x' }] })],
      [use('form:F', 'adds', 'tag:vip#1', { at: 'form.action', id: 1 })],
      ['tag:old'],
    ],
    [
      'a segment that people are put into and nothing addresses, not one on the preference page',
      [
        ...['filled', 'addressed'].map(key => item(`segment:${key}`, { in_preference_centre: false })),
        item('segment:offered', { in_preference_centre: true }),
        item('segment:unknown'),
        item('campaign:C'),
      ],
      [
        use('campaign:C', 'adds', 'segment:filled', { at: 'campaign.event', id: 1 }),
        use('campaign:C', 'targets', 'segment:addressed', { at: 'campaign.source' }),
        use('segment:filled', 'filters', 'segment:filled', { at: 'segment.filter', n: 1 }),
      ],
      ['segment:filled'],
    ],
    [
      'a form that does nothing and keeps nothing',
      [
        item('form:Draft', { actions: [] }),
        item('form_field:Draft/send', { form: 'form:Draft', type: 'button', saved: true, mapping: 'none' }),
        item('form_field:Draft/quiz', { form: 'form:Draft', type: 'text', saved: false, mapping: 'none' }),
        item('form:Keeps', { actions: [] }),
        item('form_field:Keeps/a', { form: 'form:Keeps', type: 'text', saved: true, mapping: 'none' }),
        item('form:Fills', { actions: [] }),
        item('form_field:Fills/a', { form: 'form:Fills', type: 'text', saved: false, mapping: 'contact' }),
        item('form:Acts', { actions: [{ id: 1, type: 'plugin.unknown', name: '' }] }),
        item('form:Shown', { actions: [] }),
        item('page:p'),
      ],
      [use('page:p', 'shows', 'form:Shown', { part: 'html' })],
      ['form:Draft'],
    ],
    [
      'stages, categories and marketing messages that nothing names, not a global category',
      [
        item('stage:Guest'),
        item('stage:Friend'),
        item('category:email/letters', { bundle: 'email' }),
        item('category:email/empty', { bundle: 'email' }),
        item('category:global/topics', { bundle: 'global' }),
        item('campaign:C'),
        item('email:E', { category: 'category:email/letters' }),
        item('message:sent'),
        item('message:idle'),
      ],
      [
        use('campaign:C', 'writes', 'stage:Friend', { at: 'campaign.event', id: 1 }),
        use('campaign:C', 'sends', 'message:sent', { at: 'campaign.event', id: 2 }),
      ],
      ['stage:Guest', 'category:email/empty', 'message:idle'],
    ],
    [
      'what is only meant with all others is unused',
      [item('contact_field:a', { fixed: false }), item('tag:t'), item('segment:none', { in_preference_centre: true }), item('webhook:W')],
      [
        use('segment:none', 'filters', 'tag:*', { at: 'segment.filter', n: 1, op: 'unset' }),
        use('webhook:W', 'reads', 'record:contact', { at: 'webhook.trigger', type: 'x' }),
        use('webhook:W', 'reads', 'record:contact', { at: 'webhook.trigger', type: 'y' }),
      ],
      ['contact_field:a', 'tag:t'],
    ],
  ])('%s', (_, items, uses, unused) => {
    expect(unusedIn(seen(items, uses))).toEqual(unused);
  });

  it('tells what names no single item, once', () => {
    const items = [item('contact_field:a', { fixed: false }), item('webhook:W')];
    const read = (type: string) => use('webhook:W', 'reads', 'record:contact', { at: 'webhook.trigger', type });
    const { view, index } = seen(items, [read('x'), read('y')]);
    expect(unusedItems(view, index).wholesale.map(told)).toEqual(['webhook:W reads record:contact']);
  });

  it('is sorted by kind, then key', () => {
    const keys = ['b', 'B', 'a', 'à', '10', '9'];
    const items = [...keys.map(key => item(`stage:${key}`)), ...keys.map(key => item(`tag:${key}`))];
    const sorted = ['10', '9', 'B', 'a', 'b', 'à'];
    expect(unusedIn(seen(items, []))).toEqual([...sorted.map(key => `tag:${key}`), ...sorted.map(key => `stage:${key}`)]);
  });

  it('is said of no kind that something unseen could name', () => {
    const items = [item('contact_field:a', { fixed: false }), item('tag:t'), item('stage:s'), item('point_group:g'), item('message:m')];
    const { view, index } = seen(items, [], {
      form: { state: 'partial', why: ['own-only', 'rows-missing'] },
      'point_action.group': { state: 'absent', why: ['not-in-api'] },
    });
    const { judged, notJudged, items: unused } = unusedItems(view, index);
    expect(judged).toEqual(['stage', 'message']);
    expect(unused.map(view.reference)).toEqual(['stage:s', 'message:m']);
    const reasons = notJudged.map(({ kind, exempt, coverage }) => [
      kind,
      exempt ?? coverage.map(({ reason, what }) => `${reason} ${what.join()}`),
    ]);
    expect(reasons).toEqual([
      ['contact_field', ['own-only form']],
      ['company_field', ['own-only form']],
      ['form', ['own-only form']],
      ['tag', ['own-only form']],
      ['segment', ['own-only form']],
      ['point_action', 'acts'],
      ['point_trigger', 'acts'],
      ['point_group', ['own-only form', 'not-in-api point_action.group']],
      ['category', ['own-only form']],
      ['campaign', 'acts'],
      ['email', 'sent'],
      ['page', 'reached'],
      ['dynamic_content', 'reached'],
      ['focus_item', 'reached'],
      ['text_message', 'sent'],
      ['webhook', 'acts'],
    ]);
  });

  it('is not said of fields when it is not known which ones can be deleted', () => {
    const { view, index } = seen([item('contact_field:a')], [], { 'contact_field.flags': { state: 'absent', why: ['old-keys'] } });
    expect(unusedItems(view, index).judged).not.toContain('contact_field');
  });

  it('is said of a point group where there are no point actions', () => {
    expect(unusedIn(seen([item('point_group:g')], []))).toEqual(['point_group:g']);
  });
});

it.each(['5.1.0', '6.0.8', '7.0.2'])('every use in Mautic %s stands where it is looked for', async version => {
  const { snapshot } = await read(bodies(`${version}/museum`));
  const view = viewSnapshot(snapshot);
  const strangers = snapshot.uses.filter(({ from, to }) => {
    const source = view.item(from)?.kind ?? from;
    return !namedBy(parseIdentity(to)?.kind ?? '').some(of => of === source);
  });
  expect(snapshot.uses.length).toBeGreaterThan(300);
  expect(strangers).toEqual([]);
});

describe('an identity', () => {
  const items = [
    item('contact_field:religion', { title: 'Faith' }),
    item('form:Menu'),
    item('form_field:Menu/religion', { form: 'form:Menu#2' }),
    item('form:Menu'),
    item('form_field:Menu/religion', { form: 'form:Menu#4' }),
    item('email:Menu#12'),
    item('segment:città'),
    item('tag:src:web'),
    item('tag:R&D'),
    item('form:Solo'),
    item('form_field:Solo/a', { form: 'form:Solo' }),
  ];
  const uses = [
    use('email:Menu#12#6', 'reads', 'contact_field:old', { part: 'html' }),
    use('form:Solo', 'adds', 'tag:fresh', { at: 'form.action', id: 1 }),
    use('form:Solo', 'shares', 'recipient:crm.example', { at: 'form.after' }),
    use('form:Solo', 'adds', 'segment:#28', { at: 'form.action', id: 2 }),
  ];
  const mautic = seen(items, uses);

  it.each<[text: string, means: string]>([
    ['contact_field:religion', 'found contact_field:religion item'],
    ['form:Menu#4', 'found form:Menu#4 item'],
    ['form:#4', 'found form:Menu#4 item'],
    ['form:Solo#10', 'found form:Solo item'],
    ['form_field:Menu#2/religion', 'found form_field:Menu#2/religion item'],
    ['form_field:Solo#10/a', 'found form_field:Solo/a item'],
    ['email:Menu#12', 'found email:Menu#12#6 item'],
    ['segment:citta\u0300', 'found segment:città item'],
    ['tag:R&amp;D', 'found tag:R&D item'],
    ['contact_field:old', 'found contact_field:old gone'],
    ['segment:#28', 'found segment:#28 gone'],
    ['tag:fresh', 'found tag:fresh new'],
    ['recipient:crm.example', 'found recipient:crm.example other'],
    ['form:Menu', 'several form:Menu#2 form:Menu#4'],
    ['form_field:Menu/religion', 'several form_field:Menu#2/religion form_field:Menu#4/religion'],
    ['religion', 'no-kind contact_field:religion form_field:Menu#2/religion form_field:Menu#4/religion'],
    ['Faith', 'no-kind contact_field:religion'],
    ['src:web', 'no-kind tag:src:web'],
    ['contact_field:Religion', 'unknown contact_field:religion'],
    ['contact_feld:religion', 'unknown contact_field:religion'],
    ['form:Renamed#4', 'unknown form:Menu#4'],
    ['relgion', 'unknown contact_field:religion'],
    ['tag:nothing like it', 'unknown'],
    ['__proto__', 'unknown'],
    ['', 'unknown'],
    [':', 'unknown'],
  ])('%j', (text, means) => {
    const resolved = resolveItem(text, mautic.view, mautic.index);
    const is = resolved.is === 'found' ? [resolved.reference, resolved.state] : resolved.references;
    expect([resolved.is, ...is].join(' ')).toBe(means);
  });

  it('that is referred to, of a kind that was seen in part, was not seen', () => {
    const { view, index } = seen(items, uses, { contact_field: { state: 'partial', why: ['rows-missing'] } });
    expect(resolveItem('contact_field:old', view, index)).toEqual({ is: 'found', reference: 'contact_field:old', state: 'unseen' });
  });
});
