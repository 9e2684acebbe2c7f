import { describe, expect, it } from 'vitest';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { decides, filters, item, sends, step, targets, use } from '../../lint/paths-support.js';
import { DECLARED, found } from './audiences.js';

describe('a filter on the consent', () => {
  const options = (...values: string[]) => values.map(value => ({ value, label: value }));
  const CHOICE = { type: 'select', options: options('yes', 'no') };
  const TOPICS = { type: 'multiselect', options: options('news', 'other') };
  const ASKED = (type: string, ...values: string[]): [Item, Use] => [
    item('form_field:F/q', { type, options: options(...values) }),
    use('form_field:F/q', 'collects', 'contact_field:news_ok', 'form.field'),
  ];

  it.each<[name: string, field: object, op: Use['op'], more: Partial<Use>, expected: string, asked?: [Item, Use]]>([
    ['yes/no: yes', { type: 'boolean' }, 'is', { value: 'yes' }, ''],
    ['yes/no: no', { type: 'boolean' }, 'is', { value: 'no' }, 'error'],
    ['yes/no: has a value', { type: 'boolean' }, 'set', {}, 'error'],
    ['choice: the yes', CHOICE, 'is', { values: ['yes'] }, ''],
    ['choice: the no', CHOICE, 'any-of', { values: ['no'] }, 'error'],
    ['choice: has a value, which may be the no', CHOICE, 'set', {}, 'error'],
    ['choice: has a value, and only an empty one is a no', { ...CHOICE, options: options('', 'yes') }, 'set', {}, ''],
    ['choice: has a value, none is a no', TOPICS, 'set', {}, ''],
    ['choice: has a value, one more that a form offers is the no', TOPICS, 'set', {}, 'error', ASKED('radiogrp', 'news', 'no')],
    ['choice: has a value, not all were seen', { ...TOPICS, options_total: 140 }, 'set', {}, 'warn'],
    ['choice: an option that is gone', CHOICE, 'is', {}, 'warn'],
    ['choice: part of a text', CHOICE, 'matches', {}, 'warn'],
    ['text: has a value', { type: 'text' }, 'set', {}, 'warn'],
    ['text: has a value, of a box', { type: 'text' }, 'set', {}, '', ASKED('checkboxgrp', 'I agree')],
    ['text: has a value, of a choice with a no', { type: 'text' }, 'set', {}, 'error', ASKED('radiogrp', 'I agree', 'no')],
    ['text: has a value, typed by people', { type: 'text' }, 'set', {}, 'warn', ASKED('text')],
    ['text: some value', { type: 'text' }, 'is', {}, 'warn'],
    ['text: a pattern', { type: 'text' }, 'matches', {}, 'warn'],
    ['text: any value but', { type: 'text' }, 'is-not', {}, 'error'],
    ['number: some value', { type: 'number' }, 'is', {}, 'warn'],
    ['number: less than', { type: 'number' }, 'less', {}, 'warn'],
    ['date: has a value', { type: 'date' }, 'set', {}, ''],
    ['date: since', { type: 'datetime' }, 'more', { value: '-24 months' }, ''],
    ['date: before', { type: 'date' }, 'less', { value: '-24 months' }, ''],
    ['date: has none', { type: 'date' }, 'unset', {}, 'error'],
    ['of a type that was not seen', {}, 'is', {}, 'warn'],
  ])('%s', (_, field, op, more, expected, [question, collects] = [item('tag:x'), targets('email:E', 'segment:S')]) => {
    const items = [item('contact_field:news_ok', field), item('form:F'), question];
    const uses = [targets('email:E', 'segment:S'), filters('segment:S', 'contact_field:news_ok', op, more), collects];
    expect(found(uses, items).map(({ severity }) => severity)).toEqual(expected === '' ? [] : [expected]);
  });

  it('by a value that was not kept is told as not known, where that is all that keeps others out', () => {
    const text = item('contact_field:news_ok', { type: 'text' });
    const unseen = filters('segment:S', 'contact_field:news_ok', 'is');
    expect(found([targets('email:E', 'segment:S'), unseen], [text])).toMatchObject([
      {
        severity: 'warn',
        data: { detail: 'unclear', item: 'E', kind: 'email', other_item: 'Guests' },
        related: [{ subject: 'segment:S' }],
      },
    ]);
    const tag = DECLARED.replace('field: news_ok', 'field: news_ok, tag: ok');
    expect(found([targets('email:E', 'segment:S'), unseen, filters('segment:S', 'tag:ok', 'any-of', { n: 2 })], [text], tag)).toEqual([]);
    const other = filters('segment:S', 'tag:lead', 'any-of', { n: 2, group: 2 });
    expect(found([targets('email:E', 'segment:S'), unseen, other], [text]).map(({ severity }) => severity)).toEqual(['error']);
  });

  it('of a segment that is left out, and of a condition of a campaign, likewise', () => {
    const text = item('contact_field:news_ok', { type: 'text' });
    const excluded = [
      targets('email:E', 'segment:S'),
      use('email:E', 'excludes', 'segment:N', 'email.audience'),
      filters('segment:N', 'contact_field:news_ok', 'is-not'),
    ];
    const segments = [item('segment:S'), item('segment:N', { filter_rows: 1 })];
    expect(found(excluded, [text, ...segments]).map(({ severity }) => severity)).toEqual(['warn']);
    const events = [step(1, 0, '', { kind: 'condition', type: 'lead.field_value' }), step(2, 1, 'yes'), step(3, 1, 'no')];
    const base = [targets('campaign:C', 'segment:S'), decides('campaign:C', 1, 'contact_field:news_ok', { op: 'is' })];
    const on = (...steps: number[]) =>
      found(
        [...base, ...steps.map(id => sends('campaign:C', 'email:E', { id }))],
        [text, item('segment:S'), item('campaign:C', { events })],
      ).map(({ severity }) => severity);
    expect([on(2), on(3), on(2, 3)]).toEqual([['warn'], ['error'], ['error']]);
  });
});
