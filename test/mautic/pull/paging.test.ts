/** Reading a list page by page, with servers of every kind of odd behaviour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/mautic/client/client-answer.js';
import { NO_JOURNAL, openLedger } from '../../../src/mautic/client/ledger.js';
import { type Ask, listOf, readList } from '../../../src/mautic/client/pages.js';
import { seenOf } from '../../../src/mautic/collect.js';

interface Server {
  readonly ids: readonly number[];
  /** The most rows it gives, whatever one asks. */
  readonly cap?: number;
  readonly withoutTotal?: boolean;
  readonly ignoresStart?: boolean;
  /** Rows that make the server fail, and whether it fails always. */
  readonly broken?: readonly number[];
  readonly down?: boolean;
  /** Pages of more rows are too large to be read. */
  readonly tooLarge?: number;
}

const SERVER_ERROR: Answer = { is: 'json', status: 500, value: { errors: [{ message: 'error', code: 500, type: null }] }, bytes: 60 };

function pageOf(
  { ids, cap = Number.POSITIVE_INFINITY, withoutTotal, ignoresStart, broken = [], down, tooLarge = Number.POSITIVE_INFINITY }: Server,
  path: string,
): Answer {
  const query = new URLSearchParams(path.split('?')[1]);
  const [start, limit] = [Number(query.get('start')), Number(query.get('limit'))];
  const from = ignoresStart === true ? 0 : start;
  const rows = ids.slice(from, from + Math.min(limit, cap)).map(id => ({ id, tag: `tag ${id}` }));
  if (down === true || rows.some(({ id }) => broken.includes(id))) return SERVER_ERROR;
  if (rows.length > tooLarge) return { is: 'fault', fault: { code: 'too-large', data: {} } };
  const tags = Object.fromEntries(rows.map(row => [row.id, row]));
  return { is: 'json', status: 200, value: withoutTotal === true ? { tags } : { total: ids.length, tags }, bytes: 100 * rows.length };
}

async function read(server: Server, limit: number) {
  const asked: string[] = [];
  const ask: Ask = async path => {
    asked.push(path);
    return pageOf(server, path);
  };
  const ledger = openLedger(NO_JOURNAL);
  await readList(ask, listOf('tag', 'tags', limit), ledger, () => undefined);
  const ids = [...(ledger.collected.items.get('tag')?.keys() ?? [])].sort((a, b) => a - b);
  const starts = asked.map(path => Number(/start=(\d+)/u.exec(path)?.[1]));
  return { ids, starts, asked, seen: seenOf(ledger.collected, 'tag') };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('a list', () => {
  it('is read whole whatever its length and the size of pages, each row once asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 20 }), async (count, limit) => {
        const { ids, starts } = await read({ ids: upTo(count) }, limit);
        expect(ids).toEqual(upTo(count));
        expect(new Set(starts).size).toBe(starts.length);
      }),
    );
  });

  it('of which the server gives fewer rows than asked is read to its total', async () => {
    expect((await read({ ids: upTo(23), cap: 5 }, 10)).ids).toEqual(upTo(23));
  });

  it('without a total ends on a short page', async () => {
    const { ids, starts } = await read({ ids: upTo(14), withoutTotal: true }, 10);
    expect(ids).toEqual(upTo(14));
    expect(starts).toEqual([0, 10]);
  });

  it('of a server that ignores paging ends when rows repeat, and that is told', async () => {
    const { ids, asked, seen } = await read({ ids: upTo(30), ignoresStart: true, cap: 10 }, 10);
    expect(ids).toEqual(upTo(10));
    expect(asked.length).toBeLessThanOrEqual(3);
    expect([...seen.pages.values()].some(starts => starts.size > 1)).toBe(true);
  });

  it('whose page is too large is read in smaller ones', async () => {
    const { ids, seen } = await read({ ids: upTo(40), tooLarge: 6 }, 20);
    expect(ids).toEqual(upTo(40));
    expect(seen.failures.size).toBe(0);
  });

  it('of which a single row is too large is told', async () => {
    const { ids, seen } = await read({ ids: upTo(4), tooLarge: 0 }, 4);
    expect(ids).toEqual([]);
    expect([...seen.failures]).toEqual(['connection']);
  });

  it('with rows that make the server fail is read but for these, and that is told', async () => {
    const { ids, asked, seen } = await read({ ids: upTo(200), broken: [37, 150] }, 100);
    expect(ids).toEqual(upTo(200).filter(id => id !== 37 && id !== 150));
    expect([...seen.badRows]).toEqual(['at 36', 'at 149']);
    expect(seen.failures.size).toBe(0);
    expect(asked.length).toBeLessThan(80);
  });

  it('that the server does not show at all takes two requests', async () => {
    const { ids, asked, seen } = await read({ ids: upTo(200), down: true }, 100);
    expect([ids, asked.length, [...seen.failures]]).toEqual([[], 2, ['error-500']]);
  });

  it('that fits on its page takes one request', async () => {
    expect((await read({ ids: upTo(10) }, 10)).starts).toEqual([0]);
    expect((await read({ ids: [] }, 10)).starts).toEqual([0]);
  });
});
