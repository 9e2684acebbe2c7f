import { describe, expect, it } from 'vitest';
import rule from '../../../rules/hygiene/stale-item.js';
import type { Count, Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form } from '../form-items.js';

const segment = (key: string, more: Partial<ItemOf<'segment'>> = {}): ItemOf<'segment'> => ({
  kind: 'segment',
  id: key.length,
  key,
  title: key,
  published: true,
  added: '2022-09-02',
  ...more,
});
const campaign: ItemOf<'campaign'> = { kind: 'campaign', id: 1, key: 'Fair', published: true, added: '2022-01-03', changed: '2022-09' };
const email = (key: string, sent?: boolean): Item => ({
  kind: 'email',
  id: key.length,
  key,
  published: true,
  ...(sent === undefined ? {} : { sent }),
});
const people = (key: string, n: Count['n']): Count => ({ of: `segment:${key}`, how: 'people', n });
const answers = (n: Count['n']): Count => ({ of: 'form:Fair', how: 'answers', n });
const sends = (to: string): Use => ({ from: 'campaign:Fair', how: 'sends', to, at: 'campaign.event', id: 1 });
const FAIR = form('Fair', { added: '2022-01-03', changed: '2022-09' });

it('finds an empty segment, and says since when it is there', () => {
  const example = {
    declarations: 'segments: {fair: {purposes: [fairs]}}',
    items: [segment('fair')],
    counts: [people('fair', 0)],
    finds: [],
  };
  expect(findingsOf(rule, example)).toMatchObject([
    {
      subject: 'segment:fair',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['segments', 'fair'] },
      data: { item: 'fair', kind: 'segment', date: '2022-09-02' },
    },
  ]);
  expect(findingsOf(rule, example, 'strict')[0]?.severity).toBe('warn');
});

it('finds a form that nobody ever sent, since its last change', () => {
  const found = findingsOf(rule, { declarations: '', items: [FAIR], counts: [answers(0)], finds: [] });
  expect(found).toMatchObject([{ subject: 'form:Fair', place: { item: 'form:Fair' }, data: { kind: 'form', date: '2022-09' } }]);
  expect(subjectsOf(rule, { declarations: '', items: [FAIR], counts: [answers('<5')] })).toEqual([]);
  const never = form('Fair', { added: '2022-01-03', changed: '' });
  expect(findingsOf(rule, { declarations: '', items: [never], counts: [answers(0)], finds: [] })[0]?.data.date).toBe('2022-01-03');
});

it('goes by whole months: the month of a year ago is not yet over', () => {
  const changed = (month: string) =>
    subjectsOf(rule, { declarations: '', items: [form('Fair', { added: '2022-01-03', changed: month })], counts: [answers(0)] });
  expect(changed('2025-11')).toEqual([]);
  expect(changed('2025-10')).toEqual(['form:Fair']);
});

describe('a campaign is stale', () => {
  const find = (items: readonly Item[], ...uses: Use[]) => subjectsOf(rule, { declarations: '', items: [campaign, ...items], uses });

  it('when nothing that it sends was ever sent', () => {
    expect(find([email('A', false), email('BB', false)], sends('email:A'), sends('email:BB'))).toEqual(['campaign:Fair']);
  });

  it('not when one was, or may have been, or when it sends nothing', () => {
    expect(find([email('A', false), email('BB', true)], sends('email:A'), sends('email:BB'))).toEqual([]);
    expect(find([email('A', false), email('BB')], sends('email:A'), sends('email:BB'))).toEqual([]);
    expect(find([email('A', false)], sends('email:A'), sends('email:#9'))).toEqual([]);
    expect(find([{ kind: 'notification', id: 4, key: 'Ping' }], sends('notification:Ping'))).toEqual([]);
    expect(find([])).toEqual([]);
  });

  it('not when a translation or a variant was, which go out for their original', () => {
    const version = (of: object, sent: boolean): Item => ({ kind: 'email', id: 70, key: 'V', published: true, sent, ...of });
    const find2 = (of: object, sent: boolean) => find([email('A', false), version(of, sent)], sends('email:A'));
    expect(find2({ translation_of: 'email:A' }, true)).toEqual([]);
    expect(find2({ variant_of: 'email:A' }, true)).toEqual([]);
    expect(find2({ translation_of: 'email:A' }, false)).toEqual(['campaign:Fair']);
    expect(find2({ translation_of: 'email:BB' }, true)).toEqual(['campaign:Fair']);
  });

  it('whatever the sort of message', () => {
    const unsent = { published: true, sent: false } as const;
    expect(find([{ kind: 'text_message', id: 4, key: 'Ping', ...unsent }], sends('text_message:Ping'))).toEqual(['campaign:Fair']);
    expect(find([{ kind: 'text_message', id: 4, key: 'Ping', ...unsent, sent: true }], sends('text_message:Ping'))).toEqual([]);
  });
});

describe('a point action is stale', () => {
  const action: Item = { kind: 'point_action', id: 1, key: 'Visit', published: true, added: '2022-01-03', changed: '2022-09' };
  const decides = (to: string): Use => ({ from: 'point_action:Visit', how: 'decides', to, at: 'point.action' });
  const page = (visited?: boolean): Item => ({
    kind: 'page',
    id: 3,
    key: 'fair',
    published: true,
    ...(visited === undefined ? {} : { visited }),
  });
  const find = (items: readonly Item[], ...uses: Use[]) => subjectsOf(rule, { declarations: '', items: [action, ...items], uses });

  it('when nobody ever visited the page that it waits for', () => {
    const hits = [decides('tracking:page_hit'), decides('page:fair')];
    expect(find([page(false)], ...hits)).toEqual(['point_action:Visit']);
    expect(find([page(true)], ...hits)).toEqual([]);
    expect(find([page()], ...hits)).toEqual([]);
  });

  it('not when it waits for any page, or for an address', () => {
    expect(find([page(false)], decides('tracking:page_hit'), decides('page:*'))).toEqual([]);
    expect(find([page(false)], decides('tracking:page_hit'))).toEqual([]);
  });
});

describe('what stays silent', () => {
  it.each([
    ['people are in it', segment('fair'), 12],
    ['it is off', segment('fair', { published: false }), 0],
    ['it was added twelve months ago', segment('fair', { added: '2025-11-01' }), 0],
    ['nobody knows when it was added', segment('fair', { added: '' }), 0],
    ['it was not rebuilt lately', segment('fair', { built: 'old' }), 0],
    ['it was never built', segment('fair', { built: 'never' }), 0],
  ])('%s', (_, item, n) => {
    expect(subjectsOf(rule, { declarations: '', items: [item], counts: [people('fair', n)] })).toEqual([]);
  });

  it('thirteen months are too long, also for a segment that is rebuilt', () => {
    const items = [segment('fair', { added: '2025-10-31', built: 'current' })];
    expect(subjectsOf(rule, { declarations: '', items, counts: [people('fair', 0)] })).toEqual(['segment:fair']);
  });

  it('what has a season, or is planned', () => {
    const find = (declarations: string) => subjectsOf(rule, { declarations, items: [segment('fair')], counts: [people('fair', 0)] });
    const purposes = 'purposes: {fairs: {use: service-messages, active: [09-01/10-31]}}\n';
    expect(find(`${purposes}segments: {fair: {purposes: [fairs]}}`)).toEqual([]);
    expect(find('segments: {fair: {status: planned, planned_for: 2026-12-01}}')).toEqual([]);
    expect(find('segments: {fair: {status: retired, retired_on: 2025-12-01}}')).toEqual(['segment:fair']);
  });
});

describe('without the evidence', () => {
  it('is not run for what nobody counted, and runs for the rest', () => {
    const items = [campaign, email('A', false), segment('fair'), FAIR];
    const result = lintExample({ declarations: '', items, uses: [sends('email:A')], finds: [] });
    expect(result.notRun.filter(({ rule: id }) => id === rule.id)).toEqual([
      { rule: rule.id, of: 'form.counts', why: ['not-asked'] },
      { rule: rule.id, of: 'segment.counts', why: ['not-asked'] },
    ]);
    expect(result.findings.filter(({ rule: id }) => id === rule.id).map(({ subject }) => subject)).toEqual(['campaign:Fair']);
  });

  it('is not run for a kind that was not seen', () => {
    const example = { declarations: '', items: [segment('fair')], counts: [people('fair', 0)], coverage: [absent('segment')], finds: [] };
    expect(lintExample(example).notRun).toContainEqual({ rule: rule.id, of: 'segment', why: ['refused'] });
    expect(findingsOf(rule, example)).toEqual([]);
  });

  it('says nothing of one that was not counted', () => {
    const items = [segment('fair'), segment('other')];
    expect(subjectsOf(rule, { declarations: '', items, counts: [people('other', 3)] })).toEqual([]);
  });
});
