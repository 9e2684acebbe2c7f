import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entrance, networkOf } from '../../src/lint/paths/entrances.js';

function open(entrances: readonly Entrance[], opened: readonly string[] = []): string[] {
  const isOpen = networkOf(entrances).open(opened);
  return ['a', 'b', 'c', 'd', 'e', 'x'].filter(isOpen);
}
const entrance = (to: string, ...barriers: readonly (readonly string[])[]): Entrance => ({ to, barriers });

describe('where people without a yes can be', () => {
  it.each<[name: string, entrances: readonly Entrance[], opened: readonly string[], expected: readonly string[]]>([
    ['in what nothing guards', [entrance('a')], [], ['a']],
    ['not in what has no way in', [], [], []],
    ['not behind a barrier that stays shut', [entrance('a', [])], [], []],
    ['behind a barrier that one of its places opens', [entrance('a', ['b', 'c'])], ['c'], ['a', 'c']],
    ['not where only one of two barriers is open', [entrance('a', ['b'], ['c'])], ['b'], ['b']],
    ['where both are', [entrance('a', ['b'], ['c'])], ['b', 'c'], ['a', 'b', 'c']],
    ['where one of two ways in is open', [entrance('a', []), entrance('a', ['b'])], ['b'], ['a', 'b']],
    ['not in a circle that nobody gets into', [entrance('a', ['b']), entrance('b', ['a'])], [], []],
    ['all round a circle with a way in', [entrance('a', ['b']), entrance('b', ['a']), entrance('b', ['c'])], ['c'], ['a', 'b', 'c']],
    ['not by a barrier that names an open place twice', [entrance('a', ['b', 'b'], ['c'])], ['b'], ['b']],
  ])('%s', (_, entrances, opened, expected) => {
    expect(open(entrances, opened)).toEqual(expected);
  });

  it('also where no way leads, if that is known', () => {
    expect(open([entrance('a', ['b'])], ['x'])).toEqual(['x']);
  });

  it('not by a way that is shut this time', () => {
    const network = networkOf([entrance('a'), entrance('b', ['a'])]);
    expect(['a', 'b'].map(network.open([], number => number === 1))).toEqual([true, false]);
    expect(['a', 'b'].map(network.open([]))).toEqual([true, true]);
  });

  const places = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const entrances = fc.array(fc.record({ to: places, barriers: fc.array(fc.array(places, { maxLength: 3 }), { maxLength: 3 }) }), {
    maxLength: 12,
  });

  it('does not depend on the order of what is given', () => {
    fc.assert(
      fc.property(entrances, fc.array(places, { maxLength: 2 }), fc.infiniteStream(fc.nat()), (given, opened, order) => {
        const shuffled = given
          .map(({ to, barriers }) => ({
            to,
            barriers: barriers.map(names => [...names].reverse()).reverse(),
            rank: order.next().value ?? 0,
          }))
          .sort((one, other) => one.rank - other.rank);
        expect(open(shuffled, [...opened].reverse())).toEqual(open(given, opened));
      }),
    );
  });

  it('is what repeated looking finds', () => {
    fc.assert(
      fc.property(entrances, fc.array(places, { maxLength: 2 }), (given, opened) => {
        const slow = new Set(opened);
        for (let round = 0; round < 6; round++) {
          for (const { to, barriers } of given) if (barriers.every(names => names.some(name => slow.has(name)))) slow.add(to);
        }
        expect(open(given, opened)).toEqual([...slow].sort());
      }),
    );
  });
});
