import { describe, expect, it } from 'vitest';
import { loadSnapshot } from '../../src/mautic/load.js';
import { bodies, fixture, read, textOf } from './recordings.js';

describe('the examples of the snapshot format', () => {
  it('the small snapshot is written back byte for byte', () => {
    const text = fixture('snapshots/small.json').toString();
    expect(textOf(loadSnapshot(text, 'small.json'))).toBe(text);
  });

  it('the museum has every example line', async () => {
    const { snapshot } = await read(bodies('5.1.0/museum'));
    const lines = new Set(
      textOf(snapshot)
        .split('\n')
        .map(line => line.replace(/,$/u, '')),
    );
    const expected = fixture('snapshots/museum-lines.txt').toString().trimEnd().split('\n');
    expect(expected).toHaveLength(52);
    expect(expected.map(line => line.replace(/,$/u, '')).filter(line => !lines.has(line))).toEqual([]);
  });
});
