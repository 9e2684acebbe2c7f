import { expect, it } from 'vitest';
import { later } from '../../src/text/later.js';

it('makes a thing when it is first asked for, and once', () => {
  const made: string[] = [];
  const thing = later(() => {
    made.push('made');
    return made;
  });
  expect(made).toEqual([]);
  expect(thing()).toBe(thing());
  expect(made).toEqual(['made']);
});
