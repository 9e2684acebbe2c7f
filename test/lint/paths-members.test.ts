/** What `membership: consent-only` says of a list: whom people put there by hand, not whom Mautic puts there. */
import { expect, it } from 'vitest';
import type { Item, Use } from '../../src/mautic/snapshot.js';
import { adds, boxOf, contextOf, filters, item, NEWS } from './paths-support.js';

const asking = boxOf('F', 'news_ok');
const forced = boxOf('F', 'news_ok', { required: true });
const FORM = 'forms: {F: {purposes: [news], fields: {news_ok: {role: consent}}}}';

function statesOf(rows: number, uses: readonly Use[], items: readonly Item[] = []): string[] {
  return ['', ', membership: consent-only'].map(more => {
    const declarations = `purposes: {${NEWS}}\n${FORM}\nsegments: {S: {purposes: [news]${more}}}`;
    const all = [item('contact_field:news_ok', { type: 'boolean' }), item('segment:S', { filter_rows: rows }), item('form:F'), ...items];
    return contextOf({ declarations, items: all, uses }).indexes.paths.right(['news']).state('segment:S');
  });
}

it.each<[name: string, rows: number, uses: readonly Use[], items: readonly Item[], states: readonly string[]]>([
  ['filled by hand', 0, [], [], ['open', 'shut']],
  ['filled by a form as well, whose box may stay empty', 0, [...asking.uses, adds('form:F', 'segment:S')], asking.items, ['open', 'open']],
  ['filled by a form as well, whose box must be ticked', 0, [...forced.uses, adds('form:F', 'segment:S')], forced.items, ['shut', 'shut']],
  ['filled by a filter', 1, [filters('segment:S', 'tag:lead')], [], ['open', 'open']],
  ['filled by a filter on the yes', 1, [filters('segment:S', 'contact_field:news_ok', 'is', { value: 'yes' })], [], ['shut', 'shut']],
])('a list that is %s', (_, rows, uses, items, states) => {
  expect(statesOf(rows, uses, items)).toEqual(states);
});
