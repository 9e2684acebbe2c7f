import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashText } from '../../src/text/hash.js';

it('is the SHA-256 of the UTF-8 of any text, also of halves of characters', () => {
  expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  const any = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\ud800'), fc.constant('a'.repeat(200))))
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(any, text => {
      expect(hashText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
