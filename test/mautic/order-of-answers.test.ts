import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies, contentOf, read } from './recordings.js';

/** Whole lists and single forms: what a careful person saves. */
const whole = (name: string) => name < '024' || /-forms-\d+\.json$/u.test(name);
const asked = (name: string) =>
  /minimal|where|search|select|limit-[35]\b|limit-30|limit-1\b|published|types|triggers\.json|list-|-\d+\.json$/u.test(name);

describe('the order of answers, and answers that add nothing', () => {
  it.each(['5.1.0', '6.0.8', '7.0.2'])(
    '%s: short lists, filtered lists, single items and errors change no byte',
    async version => {
      const all = bodies(`${version}/museum`);
      const base = all.filter(entry => whole(entry.path.split('/').at(-1) ?? ''));
      const extra = all.filter(entry => !base.includes(entry) && asked(entry.path.split('/').at(-1) ?? ''));
      expect(extra.length).toBeGreaterThan(150);
      const expected = contentOf((await read(base)).snapshot);
      const orders = fc
        .shuffledSubarray(extra)
        .chain(some => fc.shuffledSubarray([...base, ...some], { minLength: base.length + some.length }));
      await fc.assert(
        fc.asyncProperty(orders, async files => {
          expect(contentOf((await read(files)).snapshot)).toBe(expected);
        }),
        { numRuns: 12 },
      );
    },
    60_000,
  );

  it('7.0.2: API v1, API v2 and exports in any order give the same bytes', async () => {
    const files = [...bodies('7.0.2/museum', name => name < '024'), ...bodies('7.0.2/v2', name => name < '113')];
    const expected = contentOf((await read(files)).snapshot);
    const orders = fc.shuffledSubarray(files, { minLength: files.length });
    await fc.assert(
      fc.asyncProperty(orders, async shuffled => {
        expect(contentOf((await read(shuffled)).snapshot)).toBe(expected);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
