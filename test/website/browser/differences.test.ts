/** The comparison of the browser with the scan tells every way in which they can differ. */
import { expect, it } from 'vitest';
import { differences } from './differences.js';
import type { Prediction } from './scanned.js';

const known = (sent: string): Prediction => ({ sent, open: false, where: 'page.ts: mt' });
const open = (sent: string): Prediction => ({ sent, open: true, where: 'page.ts: mt' });
const sent = (...all: string[]): ReadonlySet<string> => new Set(all);

it('nothing is told of equal sets, whatever their order', () => {
  expect(differences(sent('field city', 'tag guest'), [known('tag guest'), known('field city'), known('field city')], {})).toEqual([]);
});

it('what was sent and is not in the scan is told', () => {
  expect(differences(sent('field city', 'tag guest'), [known('field city')], {})).toEqual(['sent, and not in the scan: tag guest']);
});

it('what is in the scan and was not sent is told, with its place', () => {
  expect(differences(sent('field city'), [known('field city'), known('field town')], {})).toEqual([
    'in the scan, and not sent: field town (page.ts: mt)',
  ]);
});

it('another kind of the same name, or a longer name, is another thing', () => {
  expect(differences(sent('untag guest', 'field city2'), [known('tag guest'), known('field city')], {})).toHaveLength(4);
});

it('a pattern stands for what fits it, and only that', () => {
  expect(differences(sent('tag evt-2026', 'tag evt-2027'), [known('tag evt-*')], {})).toEqual([]);
  expect(differences(sent('tag event'), [known('tag evt-*')], {})).toEqual([
    'sent, and not in the scan: tag event',
    'in the scan, and not sent: tag evt-* (page.ts: mt)',
  ]);
  expect(differences(sent('field a.b'), [known('field a.b')], {})).toEqual([]);
  expect(differences(sent('field axb'), [known('field a.b')], {})).toHaveLength(2);
});

it('an open set has to be expected, and what comes through it too', () => {
  const expected = { open: { field: ['field city'] } };
  expect(differences(sent('field city'), [open('field')], expected)).toEqual([]);
  expect(differences(sent('field city'), [open('field')], {})).toEqual([
    'sent, and not in the scan: field city',
    'an open set that nobody expected: field (page.ts: mt)',
  ]);
  expect(differences(sent('field city', 'field town'), [open('field')], expected)).toEqual(['sent, and not in the scan: field town']);
  expect(differences(sent(), [open('field')], expected)).toEqual(['expected through an open set, and not sent: field city']);
  expect(differences(sent('field city'), [known('field city')], expected)).toEqual([
    'expected through an open set, and known to the scan: field city',
    'no open set in the scan: field',
  ]);
});

it('what the visits do not reach has to be in the scan, and not to come', () => {
  expect(differences(sent(), [known('form 4')], { unreached: ['form 4'] })).toEqual([]);
  expect(differences(sent(), [], { unreached: ['form 4'] })).toEqual(['never in the scan: form 4']);
  expect(differences(sent('form 4'), [known('form 4')], { unreached: ['form 4'] })).toEqual(['sent after all: form 4']);
});
