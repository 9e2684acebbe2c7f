/** Files that are merged again give what they gave, whatever is kept of the merges before. */
import { expect, it } from 'vitest';
import { type MadeBefore, mergeFiles } from '../../src/declarations/merge.js';
import { readFile } from '../../src/declarations/read-file.js';

const read = (path: string, yaml: string) => readFile({ path, text: `version: 1\n${yaml}` });

const FORMS = 'defaults: {owner: crm}\nforms:\n  A: {purposes: [news], fields: {name: {maps_to: "contact_field:name"}, city: }}\n';

it.each<[string, string, string]>([
  ['as they were', FORMS, FORMS],
  ['with one map for two forms', 'forms:\n  A: {fields: &f {name: {}}}\n  B: {fields: *f}\n', 'tags: {vip: {}}\n'],
  ['with one map for two kinds', 'tags: &t {vip: {purposes: [news]}}\nstages: *t\n', 'tags: {vip: {purposes: [news]}}\n'],
  ['with the same entry twice', 'tags: {vip: {purposes: [news]}}\n', 'tags: {vip: {purposes: [other]}, press: {}}\n'],
  ['with mistakes', 'tags: {"v*": {}, vip: {personal: false, reason: x, purposes: [news]}}\n', 'forms: {"a*": {fields: {"*": {}}}}\n'],
])('%s', (_, one, other) => {
  const made: MadeBefore = { entries: new WeakMap(), references: new WeakMap() };
  const [first, second] = [read('a.yaml', one), read('b.yaml', other)];
  const anew = mergeFiles([first, second]);
  expect(mergeFiles([first, second], made)).toEqual(anew);
  const again = mergeFiles([second, first], made);
  expect(again).toEqual(anew);
  // What is gone is gone, and what is new is there.
  expect(mergeFiles([first], made)).toEqual(mergeFiles([first]));
  const changed = read('b.yaml', `${other}recipients: {mailer: {name: M}}\n`);
  expect(mergeFiles([first, changed], made)).toEqual(mergeFiles([first, changed]));
});

it('keeps the entries of a file that stays', () => {
  const made: MadeBefore = { entries: new WeakMap(), references: new WeakMap() };
  const [first, second] = [read('a.yaml', FORMS), read('b.yaml', 'tags: {vip: {}}\n')];
  const before = mergeFiles([first, second], made).items;
  const after = mergeFiles([first, read('b.yaml', 'tags: {press: {}}\n')], made).items;
  expect(after.form[0]).toBe(before.form[0]);
  expect(after.form_field[1]).toBe(before.form_field[1]);
  expect(after.tag[0]?.key).toBe('press');
});
