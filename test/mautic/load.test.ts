import { describe, expect, it } from 'vitest';
import { sameContent } from '../../src/mautic/canonical.js';
import { loadSnapshot } from '../../src/mautic/load.js';
import { SnapshotUnusable } from '../../src/mautic/snapshot-text.js';
import { fixture, snapshotOf, textOf } from './recordings.js';

const SMALL = fixture('snapshots/small.json').toString();

function reasonOf(text: string): string {
  try {
    loadSnapshot(text, 'privacy/mautic.snapshot.json');
  } catch (error) {
    return error instanceof SnapshotUnusable ? `${error.path} ${error.reason} ${error.detail ?? ''}`.trim() : 'other';
  }
  return 'usable';
}

describe('loading a snapshot', () => {
  it.each([
    ['', 'not-json 1'],
    ['{"format":"purposelint-snap', 'not-json 1'],
    ['<<<<<<< ours', 'not-json 1'],
    ['[]', 'not-a-snapshot'],
    ['{"total":0,"tags":[]}', 'not-a-snapshot'],
    [SMALL.replace('"version":1', '"version":2'), 'newer-version 2'],
    [SMALL.replace('"version":1', '"version":0'), 'invalid /version'],
    [SMALL.replace('"fixed":true', '"fixed":"yes"'), 'invalid /items/0/fixed'],
    [SMALL.replace('"bundle":"email"', '"bundle":"email","owner":"x"'), 'invalid /items/8'],
    [`\ufeff${SMALL}`, ''],
  ])('%#: says why a text is of no use', (text, reason) => {
    expect(reasonOf(text)).toBe(reason === '' ? 'usable' : `privacy/mautic.snapshot.json ${reason}`);
  });

  it('refuses more than 64 MB', () => {
    expect(reasonOf(' '.repeat(64 * 1024 * 1024 + 1))).toBe('privacy/mautic.snapshot.json too-large');
  });
});

describe('the canonical form', () => {
  it('two snapshots that differ in the circumstances only say the same', () => {
    const later = loadSnapshot(SMALL.replace('2026-11-25T03:13:18Z', '2026-12-01T00:00:00Z'), 'x');
    expect(sameContent(loadSnapshot(SMALL, 'x'), later)).toBe(true);
    expect(sameContent(later, loadSnapshot(SMALL.replace('"firstname"', '"name"'), 'x'))).toBe(false);
    expect(sameContent(loadSnapshot(SMALL, 'x'), loadSnapshot(SMALL.replace(/,\n\{"of":"tag:evt-2026".*\n/u, '\n'), 'x'))).toBe(false);
  });

  it('escapes what a diff would not show, in one way only', async () => {
    const snapshot = await snapshotOf({ total: 1, tags: [{ id: 1, tag: 'a\u202eb\u200bc\u2028d"e\\bf\u0008g\r\n\th&é🎨' }] });
    const line = textOf(snapshot)
      .split('\n')
      .find(text => text.includes('"tag","id"'));
    expect(line).toBe(String.raw`{"kind":"tag","id":1,"key":"a\u202eb\u200bc\u2028d\"e\\bf\u0008g\u000d\n\th&é🎨"}`);
    expect(textOf(loadSnapshot(textOf(snapshot), 'x'))).toBe(textOf(snapshot));
  });

  it('breaks a long line at its list only', async () => {
    const options = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `Option number ${n}`, value: `option-${n}` }));
    const field = (count: number) => ({
      id: 1,
      label: 'L',
      alias: 'a',
      type: 'select',
      object: 'lead',
      properties: { list: options(count) },
    });
    const lines = async (count: number) =>
      textOf(await snapshotOf({ field: field(count) }))
        .split('\n')
        .filter(line => line.includes('ption'));
    expect(await lines(2)).toHaveLength(1);
    const long = await lines(20);
    expect(long).toHaveLength(21);
    expect(long[1]).toBe('{"value":"option-0","label":"Option number 0"},');
  });
});
