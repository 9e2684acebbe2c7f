/** Whatever Mautic's texts hold: no value of a person, no name of staff and no secret reaches a snapshot. */
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/mautic/snapshot.js';
import { type Change, changed, DROPPED, POISON, POISONED } from './poison.js';
import { answer, bodies, folder, read, textOf } from './recordings.js';

/** Keys keep their markup, because they are compared with what people write; and references are made of keys. */
const KEYED = new Set(['key', 'stored', 'alias', 'form', 'category', 'variant_of', 'translation_of', 'other_mapping']);

function withoutKeys(snapshot: Snapshot): string {
  return JSON.stringify(snapshot.items.map(item => Object.entries(item).filter(([name]) => !KEYED.has(name))));
}

function answers(change: Change): ReturnType<typeof answer>[] {
  const files = [
    ...bodies('5.1.0/museum', name => name < '023'),
    ...bodies('7.0.2/v2', name => name < '113'),
    ...folder('recorded/7.0.2/export', name => name.startsWith('api-')),
  ];
  return files.map((entry, position) => {
    const value: unknown = JSON.parse(new TextDecoder().decode(entry.bytes));
    return answer(changed(value, change), `${position}.json`);
  });
}

/** Each version by itself: mixed, they are two instances. */
async function snapshotsOf(change: Change): Promise<Snapshot[]> {
  const files = answers(change);
  const old = bodies('5.1.0/museum', name => name < '023').length;
  const readings = await Promise.all([read(files.slice(0, old)), read(files.slice(old), { host: 'm.example' })]);
  return readings.map(reading => reading.snapshot);
}

describe('poisoned answers', () => {
  it('a person’s value, a token and markup behind every text: masked or dropped', async () => {
    const structural = new Set(['dateAdded', 'dateModified', 'object', '@context', '@type', 'uuid', 'downloadUrl']);
    const snapshots = await snapshotsOf((key, text) => (text === null || structural.has(key) ? text : `${text} ${POISON}`));
    for (const snapshot of snapshots) {
      expect(textOf(snapshot)).toContain('[email]');
      expect(textOf(snapshot)).not.toMatch(POISONED);
      expect(withoutKeys(snapshot)).not.toMatch(/<|steal/u);
    }
  });

  it('the value alone in every text that was empty or null', async () => {
    const snapshots = await snapshotsOf((key, text) => (DROPPED.has(key) || text === '' || text === null ? POISON : text));
    for (const snapshot of snapshots) {
      expect(textOf(snapshot)).not.toMatch(POISONED);
      expect(withoutKeys(snapshot)).not.toMatch(/<|steal/u);
    }
  });

  it('plain names under keys that hold staff, addresses, bodies and values', async () => {
    const names = 'Zaza Zozo <b>Zuzu</b> {contactfield=city|Zyzy}';
    const snapshots = await snapshotsOf((key, text) => (DROPPED.has(key) && text !== null ? names : text));
    for (const snapshot of snapshots) expect(textOf(snapshot)).not.toMatch(/Zaza|Zozo|Zuzu|Zyzy|Sample Admin|Reader own/u);
  });

  it('recorded instances: no staff, no addresses, no secrets, no markup', async () => {
    for (const version of ['5.1.0', '6.0.8', '7.0.2']) {
      const text = textOf((await read(bodies(`${version}/museum`))).snapshot);
      expect(text).not.toMatch(/Sample Admin|Reader own|office@|hello@|team@|sample-only|<p>|<a |"secret"/u);
    }
  });
});
