/** Which entry spoke of a thing before: each thing is compared by itself, also where one pattern now speaks of many. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/mautic/snapshot.js';
import { changesFrom, type Time, told } from './support.js';

const PURPOSES = `purposes:
  contest: {use: contest-run, title: Win a dinner, legal_basis: consent, retention: {period: P3M, from: collected}}
  menu: {use: email-marketing, title: Monthly menu, legal_basis: consent, retention: {period: P24M, from: collected}}
`;
const tag = (id: number, key: string): Item => ({ kind: 'tag', id, key });
const CARNIVAL = 'evt-carnival: {purposes: [contest, menu], retention: P3M}';
const DINNER = 'evt-dinner: {purposes: [contest], retention: P1M}';
const ALL = '"evt-*": {purposes: [contest, menu], retention: P3M}';
const tags = (...entries: readonly string[]): string => `${PURPOSES}tags:\n${entries.map(entry => `  ${entry}\n`).join('')}`;
const WIDER = ['purpose-added tag:evt-dinner menu', 'retention-longer tag:evt-dinner P1M P3M'];

describe('a pattern that takes the place of entries', () => {
  it.each([
    ['of several', tags(CARNIVAL, DINNER), tags(ALL), WIDER],
    ['of the last of them, in another order', tags(DINNER, CARNIVAL), tags(ALL), WIDER],
    ['of an exception to it', tags(ALL, DINNER), tags(ALL), WIDER],
    [
      'of a narrower pattern',
      tags(ALL, DINNER.replace('evt-dinner', '"evt-din*"')),
      tags(ALL),
      WIDER.map(line => line.replace('evt-dinner', 'evt-din*')),
    ],
    ['of what says the same', tags(CARNIVAL), tags(ALL), []],
    [
      'of what was wider',
      tags(CARNIVAL),
      tags(DINNER.replace('evt-dinner', '"evt-*"')),
      ['purpose-dropped tag:evt-carnival menu', 'retention-shorter tag:evt-carnival P3M P1M'],
    ],
    [
      'of what was about nobody',
      tags('evt-room: {personal: false, reason: Only the number of a room}'),
      tags(ALL),
      ['new-data tag:evt-room contest,menu'],
    ],
  ])('is compared with each %s', (_, before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
    const items = [tag(1, 'evt-carnival'), tag(2, 'evt-dinner'), tag(3, 'evt-room')];
    expect(told({ yaml: before, items }, { yaml: after, items })).toEqual(changes);
  });

  it('is where the change stands, under the name of the thing', () => {
    const [change] = changesFrom(tags(DINNER), tags(ALL));
    expect(change).toMatchObject({ name: 'evt-dinner', of: 'tag', place: { path: ['tags', 'evt-*'] } });
  });

  it('says nothing more of a thing that Mautic no longer has than that it is gone', () => {
    const [before, after] = [tags(ALL, DINNER), tags(ALL)];
    const gone = told({ yaml: before, items: [tag(2, 'evt-dinner')] }, { yaml: after, items: [] });
    expect(gone).toEqual(['data-gone tag:evt-dinner']);
  });
});

describe('by what Mautic shows', () => {
  const at = (...entries: readonly string[]): Time => ({ yaml: tags(...entries), items: [tag(2, 'evt-dinner')] });

  it('a thing that comes under another pattern is compared, whatever the two have in common', () => {
    const [ending, beginning] = ['"*-dinner": {purposes: [contest]}', '"evt-dinn*": {purposes: [contest, menu]}'];
    expect(told(at(ending), at(ending, beginning))).toEqual(['purpose-added tag:evt-dinn* menu']);
    expect(told(at(ending, beginning), at(ending))).toEqual(['purpose-dropped tag:evt-dinn* menu']);
    expect(told(at(ending), at(beginning))).toEqual(['purpose-added tag:evt-dinn* menu']);
  });
});

it('a pattern says of each thing what its own entry would say', () => {
  const values = [
    'purposes: [contest]',
    'purposes: [contest, menu]',
    'purposes: [menu], retention: P1M',
    'purposes: [menu], profiling: simple',
  ];
  const entries = fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
  const named = (all: readonly string[]): string => tags(...all.map((value, index) => `evt-${index}: {${value}}`));
  fc.assert(
    fc.property(entries, fc.constantFrom(...values), (before, after) => {
      const folded = told(named(before), tags(`"evt-*": {${after}}`));
      expect(folded).toEqual(told(named(before), named(before.map(() => after))));
    }),
  );
});
