import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, afterOf, backOff, patiently } from '../../../src/mautic/client/retry.js';

const NOW = new Date('2026-11-25T04:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const after = (headers: Record<string, string>): number | undefined => afterOf(new Headers(headers), NOW);

describe('when the server wants to be asked again', () => {
  it.each([
    [{}, undefined],
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 04:01:30 GMT' }, 90_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 03:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-3' }, undefined],
    [{ 'x-ratelimit-reset': String(SECONDS + 60) }, 60_000],
    [{ 'x-ratelimit-reset': String(SECONDS - 60) }, 0],
    [{ 'x-ratelimit-reset': '45' }, 45_000],
    [{ 'x-ratelimit-reset': 'never' }, undefined],
    [{ 'retry-after': '3', 'x-ratelimit-reset': String(SECONDS + 600) }, 3_000],
    [{ 'retry-after': 'soon', 'x-ratelimit-reset': '45' }, 45_000],
  ])('%o', (headers, ms) => {
    expect(after(headers)).toBe(ms);
  });
});

describe('patience', () => {
  const tell = async (attempts: readonly Attempt<number>[]): Promise<{ result: number; waits: number[] }> => {
    const waits: number[] = [];
    const wait = async (ms: number): Promise<void> => {
      waits.push(ms);
    };
    let at = 0;
    const result = await patiently(async () => attempts[at++] ?? { result: -1, passing: true }, { random: () => 1, wait });
    return { result, waits };
  };
  const failing: Attempt<number> = { result: 0, passing: true };

  it('ends with the first result that is final', async () => {
    expect(await tell([{ result: 7, passing: false }])).toEqual({ result: 7, waits: [] });
    expect(await tell([failing, failing, { result: 7, passing: false }])).toEqual({ result: 7, waits: [1000, 2000] });
  });

  it('ends after four times more', async () => {
    expect(await tell([])).toEqual({ result: -1, waits: [1000, 2000, 4000, 8000] });
  });

  it('waits as long as the server says, two minutes at most', async () => {
    expect(
      await tell([
        { ...failing, afterMs: 120_000 },
        { result: 7, passing: false },
      ]),
    ).toEqual({ result: 7, waits: [121_000] });
    expect(await tell([{ ...failing, afterMs: 120_001 }])).toEqual({ result: 0, waits: [] });
  });

  it('backs off at random, up to 20 seconds', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const ms = backOff(tries, () => random);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(Math.min(20_000, 1000 * 2 ** tries));
      }),
    );
    expect([0, 1, 2, 3, 4, 5, 9].map(tries => backOff(tries, () => 1))).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
    expect(backOff(3, () => 0.5)).toBe(4000);
  });
});
