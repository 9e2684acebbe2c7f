import { expect, it } from 'vitest';
import { stopwatch } from '../../src/lint/stopwatch.js';

/** A clock that moves only when it is told to. */
function clockwork() {
  let now = 0;
  return { clock: () => now, pass: (milliseconds: number) => (now += milliseconds) };
}

it('counts what runs inside something else once', () => {
  const { clock, pass } = clockwork();
  const watch = stopwatch(clock);
  const answer = watch.measure('rule', () => {
    pass(1);
    watch.measure('index', () => {
      pass(10);
      watch.measure('deep', () => pass(100));
    });
    watch.measure('index', () => pass(20));
    pass(2);
    return 'found';
  });
  expect(answer).toBe('found');
  expect([...watch.times]).toEqual([
    ['deep', 100],
    ['index', 30],
    ['rule', 3],
  ]);
});

it('adds up what is measured several times, also when it throws', () => {
  const { clock, pass } = clockwork();
  const watch = stopwatch(clock);
  watch.measure('rule', () => pass(4));
  expect(() =>
    watch.measure('rule', () => {
      pass(5);
      throw new RangeError('broken');
    }),
  ).toThrow('broken');
  watch.measure('other', () => pass(6));
  expect([...watch.times]).toEqual([
    ['rule', 9],
    ['other', 6],
  ]);
});
