import { expect, it } from 'vitest';
import { parseIdentity } from '../src/items.js';

it.each([
  ['form:Wave', { kind: 'form', key: 'Wave' }],
  ['form:Wave#2', { kind: 'form', key: 'Wave', id: 2 }],
  ['form:Wave #2', { kind: 'form', key: 'Wave #2' }],
  ['form:Wave #2#9', { kind: 'form', key: 'Wave #2', id: 9 }],
  ['segment:#41', { kind: 'segment', key: '', id: 41 }],
  ['no kind', null],
])('an identity has a number behind its key, not behind a blank (%s)', (text, identity) => {
  expect(parseIdentity(text)).toEqual(identity);
});
