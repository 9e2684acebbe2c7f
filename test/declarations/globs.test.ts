import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globOf, unescapeKey } from '../../src/declarations/globs.js';

describe('globOf', () => {
  it.each([
    ['evt-*', 'evt-2026', true],
    ['evt-*', 'evt-', true],
    ['evt-*', 'xevt-2026', false],
    ['*-2026', 'evt-2026', true],
    ['a*b*c', 'axxbyyc', true],
    ['a*b*c', 'axxbyy', false],
    ['seat ?', 'seat A', true],
    ['seat ?', 'seat 12', false],
    ['seat ?', 'seat 🎨', true],
    ['5\\* hotels*', '5* hotels in Rome', true],
    ['5\\* hotels*', '55 hotels in Rome', false],
  ])('%s fits %s: %s', (pattern, key, fits) => {
    expect(globOf(pattern)?.matches(key)).toBe(fits);
  });

  it.each([
    ['evt-*', 4],
    ['*', 0],
    ['a?c*', 2],
    ['\\**x', 2],
  ])('%s has %i literal characters', (pattern, literals) => {
    expect(globOf(pattern)?.literals).toBe(literals);
  });

  it.each(['evt-2026', 'what\\?', '5\\* hotels', '__proto__', ''])('%s is no glob', key => {
    expect(globOf(key)).toBeNull();
  });

  it('does not take quadratic patterns for ever', () => {
    expect(globOf(`${'a*'.repeat(200)}b`)?.matches('a'.repeat(20_000))).toBe(false);
  });

  it('fits every key that has the literal parts in order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,4}$/u), { minLength: 2 }), fc.stringMatching(/^[a-z ]{0,6}$/u), (parts, filler) => {
        expect(globOf(parts.join('*'))?.matches(parts.join(filler))).toBe(true);
      }),
    );
  });
});

it('unescapeKey gives the name as Mautic has it', () => {
  expect(unescapeKey('5\\* hotels \\? \\\\')).toBe('5* hotels ? \\');
});
