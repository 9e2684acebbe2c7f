import { expect, it } from 'vitest';
import { BUILT_IN_PURPOSES } from '../../src/declarations/builtin.js';
import { purposes } from '../../src/generated/data.js';
import { basesOf } from '../../src/lint/purposes/legal-bases.js';
import { channelsOf, isBusinessOnly, traitsOf, useOf } from '../../src/lint/purposes/vocabulary.js';

it('agrees with the purposes that are built in', () => {
  expect([...BUILT_IN_PURPOSES.keys()]).toEqual(Object.keys(purposes().built_in));
  for (const [key, purpose] of BUILT_IN_PURPOSES) {
    expect(purpose.use).toBe(key);
    expect(basesOf(purpose.legal_basis).map(basis => useOf(purpose)?.bases[basis])).toEqual(['usual']);
  }
});

it('takes traits and channels of the use, and own traits only for a use of its own', () => {
  expect(traitsOf({ use: 'ad-audiences', traits: ['segmentation'] })).toEqual(['marketing', 'profiling', 'third-parties', 'terminal']);
  expect(traitsOf({ use: 'other', traits: ['terminal'] })).toEqual(['terminal']);
  expect(traitsOf({})).toEqual([]);
  expect(channelsOf({ use: 'message-marketing' })).toEqual(['text-message', 'push']);
  expect(channelsOf({ use: 'message-marketing', channels: ['push'] })).toEqual(['push']);
});

it('knows business contacts only where the purpose says whom it concerns', () => {
  expect(isBusinessOnly({})).toBeUndefined();
  expect(isBusinessOnly({ subjects: ['press', 'business-contact'] })).toBe(true);
  expect(isBusinessOnly({ subjects: ['press', 'customer'] })).toBe(false);
});
