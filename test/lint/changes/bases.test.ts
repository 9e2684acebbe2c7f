import { describe, expect, it } from 'vitest';
import { basisShift } from '../../../src/lint/changes/bases.js';

describe('another legal basis', () => {
  it.each([
    ['consent', 'legitimate-interests', 'weaker'],
    ['consent', 'contract', 'weaker'],
    ['consent', 'soft-opt-in', 'weaker'],
    ['consent', 'legal-obligation', 'weaker'],
    ['soft-opt-in', 'legitimate-interests', 'weaker'],
    ['contract', 'legitimate-interests', 'weaker'],
    ['legitimate-interests', 'contract', 'weaker'],
    ['legitimate-interests', 'legal-obligation', 'weaker'],
    ['legitimate-interests', 'public-task', 'changed'],
    ['legal-obligation', 'vital-interests', 'changed'],
    ['legitimate-interests', 'consent', 'stronger'],
    ['legitimate-interests', 'soft-opt-in', 'stronger'],
    ['legal-obligation', 'contract', 'stronger'],
    ['contract', 'consent', 'stronger'],
    ['consent', 'consent', undefined],
  ] as const)('%s → %s is %s', (before, after, shift) => {
    expect(basisShift(before, after)).toBe(shift);
  });

  it('of several the poorest counts, in any order', () => {
    expect(basisShift('consent', ['consent', 'legitimate-interests'])).toBe('weaker');
    expect(basisShift(['consent', 'legitimate-interests'], 'consent')).toBe('stronger');
    expect(basisShift(['consent', 'contract'], ['contract', 'consent'])).toBe(undefined);
  });

  it('says nothing where nothing was said', () => {
    expect([basisShift(undefined, 'contract'), basisShift('consent', undefined), basisShift([], 'consent')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
