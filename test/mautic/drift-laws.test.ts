/** What holds for every drift, whatever the two snapshots are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameContent } from '../../src/mautic/canonical.js';
import { driftOf, isEmpty } from '../../src/mautic/drift/drift.js';
import type { Changes } from '../../src/mautic/drift/model.js';
import { type Item, referencesOf, type Snapshot, type Use } from '../../src/mautic/snapshot.js';
import { driftJson } from '../../src/output/drift/json.js';
import { snapshotOf } from '../../src/output/example.js';
import { museum } from '../output/changed-museum.js';
import { dataFaults } from '../output/data-faults.js';

const key = fc.constantFrom('a', 'b', 'c', 'a/b', 'a#1', '__proto__', '');
const flag = fc.option(fc.boolean(), { nil: undefined });
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 });

/** Small snapshots of one Mautic: few ids and few keys, so that items meet, are renamed and are mistaken for each other. */
const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({
    tags: ids,
    forms: ids,
    fields: ids,
    keys: fc.array(key, { minLength: 20, maxLength: 20 }),
    flags: fc.array(flag, { minLength: 8, maxLength: 8 }),
  })
  .chain(({ tags, forms, fields, keys, flags }) => {
    const at = (index: number): string => keys[index % keys.length] ?? 'a';
    const items: Item[] = [...forms].sort().map((id, n): Item => {
      const published = flags[n];
      return { kind: 'form', id, key: at(n), ...(published === undefined ? {} : { published }) };
    });
    const named = referencesOf(items);
    const questions = [...fields].sort().flatMap((id, n): Item[] => {
      const form = named[n % Math.max(named.length, 1)];
      const its = items[n % Math.max(items.length, 1)];
      return form === undefined || its === undefined
        ? []
        : [{ kind: 'form_field', id, key: `${its.key}/${at(n + 7).replace('/', '')}`, form, position: n }];
    });
    const all = [...items, ...questions, ...[...tags].sort().map((id, n): Item => ({ kind: 'tag', id, key: at(n + 13) }))];
    const targets = [...referencesOf(all), 'tag:gone', 'tag:#3', 'tag:*', 'form_field:a/x'];
    const use = fc.record({
      from: fc.constantFrom(...(all.length === 0 ? ['form:none'] : referencesOf(all))),
      how: fc.constantFrom('adds', 'filters'),
      to: fc.constantFrom(...targets),
      at: fc.constantFrom('form.action', 'segment.filter'),
      n: fc.integer({ min: 1, max: 3 }),
      group: fc.integer({ min: 1, max: 2 }),
      op: fc.constantFrom('is', 'is-not'),
    });
    return fc
      .array(use, { maxLength: all.length === 0 ? 0 : 8 })
      .map(uses => snapshotOf({ declarations: '', finds: [], items: all, uses: inOrder(uses) }));
  });

/** Each use once, in one order. */
function inOrder(uses: readonly Use[]): Use[] {
  return [...new Map(uses.map(use => [JSON.stringify(use), use]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

/** Every item that came or went, questions of forms included. */
function all(changes: Changes, name: 'came' | 'went'): string[] {
  const inForms = changes.changed.flatMap(({ questions }) => (questions === undefined ? [] : all(questions, name)));
  return [
    ...changes[name].flatMap(arrival => [arrival, ...arrival.questions].map(({ item }) => `${item.kind} ${item.id}`)),
    ...inForms,
  ].sort();
}

describe('laws', () => {
  it('a snapshot has not drifted from itself', async () => {
    expect(isEmpty(driftOf(await museum(), await museum()))).toBe(true);
    fc.assert(fc.property(snapshots, snapshot => isEmpty(driftOf(snapshot, structuredClone(snapshot)))));
  });

  it('nothing changed exactly when both say the same', () => {
    fc.assert(fc.property(snapshots, snapshots, (a, b) => isEmpty(driftOf(a, b)) === sameContent(a, b)));
  });

  it('what came on the way there went on the way back; every item is told once', () => {
    fc.assert(
      fc.property(snapshots, snapshots, fc.boolean(), (a, other, isElsewhere) => {
        const b = isElsewhere ? { ...other, made: { ...other.made, host: 'elsewhere.example' } } : other;
        const [there, back] = [driftOf(a, b), driftOf(b, a)];
        expect(all(there, 'came')).toEqual(all(back, 'went'));
        expect(all(there, 'went')).toEqual(all(back, 'came'));
        expect(b.items.length - all(there, 'came').length).toBe(a.items.length - all(there, 'went').length);
        expect(there.renamed.length).toBe(back.renamed.length);
      }),
    );
  });

  it('its data are of the schema', () => {
    fc.assert(fc.property(snapshots, snapshots, (a, b) => dataFaults('drift', driftJson(driftOf(a, b))).length === 0));
  });

  it('the order of items does not matter', () => {
    const shuffled = (snapshot: Snapshot): fc.Arbitrary<Snapshot> =>
      fc.shuffledSubarray(snapshot.items, { minLength: snapshot.items.length }).map(items => ({ ...snapshot, items }));
    const pair = fc.tuple(snapshots, snapshots).chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), shuffled(a), shuffled(b)));
    fc.assert(fc.property(pair, ([a, b, one, other]) => driftJson(driftOf(one, other)) === driftJson(driftOf(a, b))));
  });
});
