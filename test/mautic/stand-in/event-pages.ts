/**
 * Pages of campaign events: Mautic joins each event with the events after it and cuts that list, so pages are short,
 * overlap, go on past the total, and an event at a page's edge shows only some of its children.
 */
import { member, members, object } from './json-text.js';
import { type ServedRow, textOf } from './rows.js';
import type { Page } from './select.js';

export function eventPage(list: readonly ServedRow[], { start, limit }: Page): ServedRow[] {
  if (limit === undefined) return [...list];
  const joined = list.flatMap(row => {
    const children = members(member(textOf(row), 'children') ?? '[]').map(([, text]) => text);
    return children.length === 0 ? [{ row, all: 0, child: '' }] : children.map(child => ({ row, all: children.length, child }));
  });
  const groups = new Map<ServedRow, { all: number; seen: string[] }>();
  for (const { row, all, child } of joined.slice(start, start + limit)) {
    const group = groups.get(row) ?? { all, seen: [] };
    group.seen.push(child);
    groups.set(row, group);
  }
  return [...groups].map(([row, { all, seen }]) => (all <= seen.length ? row : withChildren(row, seen)));
}

function withChildren(row: ServedRow, seen: readonly string[]): ServedRow {
  const text = object(members(textOf(row)).map(([key, value]) => [key, key === 'children' ? `[${seen.join(',')}]` : value]));
  return { id: row.id, value: row.value, minimal: row.minimal, full: [Buffer.from(text)] };
}
