/** Nothing from outside breaks the reading: any JSON under any known key gives a valid snapshot, or a refusal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/guards.js';
import { LISTS, SINGLES } from '../../src/mautic/answers/envelopes.js';
import { MauticConflict } from '../../src/mautic/conflict.js';
import { loadSnapshot } from '../../src/mautic/load.js';
import { answer, bodies, folder, read, textOf } from './recordings.js';

/** Rows as recorded, one for each kind of answer; their values are replaced at random. */
function samples(): unknown[] {
  const files = [
    ...bodies('5.1.0/museum', name => name < '023'),
    ...bodies('7.0.2/v2', name => name < '113' && !name.includes('page')),
    ...folder('recorded/7.0.2/export', name => name.startsWith('api-')),
  ];
  return files.map(entry => JSON.parse(new TextDecoder().decode(entry.bytes)));
}

const scalar = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, '', '1', 0, -1, 1.5, true, [], {}, '__proto__', '{contactfield='),
);

/** Replaces some values of a sample, the places told by a list of numbers. */
function mutated(value: unknown, places: ReadonlyMap<number, unknown>, counter = { n: 0 }): unknown {
  counter.n += 1;
  if (places.has(counter.n)) return places.get(counter.n);
  if (Array.isArray(value)) return value.slice(0, 3).map(entry => mutated(entry, places, counter));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mutated(entry, places, counter)]));
}

async function valid(...values: readonly unknown[]): Promise<boolean> {
  try {
    const { snapshot } = await read(values.map((value, position) => answer(value, `${position}.json`)));
    const text = textOf(snapshot);
    return textOf(loadSnapshot(text, 'x')) === text;
  } catch (error) {
    return error instanceof MauticConflict;
  }
}

describe('any answer', () => {
  it('any JSON at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async value => {
        expect(await valid(value)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('any JSON as rows of a known list or as a single item', async () => {
    const keys = fc.constantFrom(...LISTS.keys(), ...SINGLES.keys());
    const row = fc.dictionary(
      fc.constantFrom('id', 'name', 'alias', 'title', 'tag', 'label', 'type', 'properties', 'fields', 'events', 'filters'),
      scalar,
    );
    await fc.assert(
      fc.asyncProperty(keys, fc.oneof(fc.array(row), row, scalar), fc.option(scalar), async (key, rows, total) => {
        expect(await valid({ ...(total === null ? {} : { total }), [key]: rows })).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('recorded answers with some values replaced', async () => {
    const all = samples();
    const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), scalar), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), changes, async (sample, places) => {
        expect(await valid(mutated(sample, new Map(places)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
