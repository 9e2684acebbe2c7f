/** A running Mautic, read and not changed: the address in MAUTIC_URL, the login as for `purposelint pull`. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseBase } from '../../src/mautic/client/address.js';
import { connect } from '../../src/mautic/client/client.js';
import { loginFrom } from '../../src/mautic/client/login.js';
import { pullLive } from '../../src/mautic/client/pull.js';
import { finish } from '../../src/mautic/finish.js';
import { loadSnapshot } from '../../src/mautic/load.js';
import type { Snapshot } from '../../src/mautic/snapshot.js';
import { contentOf, textOf } from '../mautic/recordings.js';

const url = process.env.MAUTIC_URL ?? '';
const NEEDS =
  'These tests need a running Mautic: set MAUTIC_URL, and MAUTIC_CLIENT_ID with MAUTIC_CLIENT_SECRET or MAUTIC_USER with MAUTIC_PASSWORD. They only read.';

if (url === '') process.stderr.write(`\n${NEEDS}\n`);

interface Taken {
  readonly snapshot: Snapshot;
  readonly asked: readonly string[];
}

async function take(): Promise<Taken> {
  const base = parseBase(url);
  const login = loginFrom(process.env, path => readFileSync(path, 'utf8'));
  const client = connect({
    base,
    login,
    now: () => new Date(),
    sleep: ms => new Promise(done => setTimeout(done, ms)),
    random: Math.random,
  });
  const asked: string[] = [];
  const get = (path: string, accept?: string) => {
    asked.push(path);
    return client.get(path, accept);
  };
  const { collected, version } = await pullLive({ ...client, get });
  const takenAt = `${new Date().toISOString().slice(0, 19)}Z`;
  const options = {
    takenAt,
    source: 'rest',
    missing: 'not-asked',
    host: base.host,
    ...(version === undefined ? {} : { mautic: version }),
  } as const;
  return { snapshot: finish(collected, options).snapshot, asked };
}

describe.skipIf(url === '')(`the Mautic at ${url === '' ? 'MAUTIC_URL (not set: skipped)' : parseBase(url).host}`, () => {
  let first: Taken;
  beforeAll(async () => {
    first = await take();
  });

  it('is read, and the snapshot is one that is read again', () => {
    expect(first.snapshot.items.length).toBeGreaterThan(40);
    expect(loadSnapshot(textOf(first.snapshot), 'snapshot')).toEqual(first.snapshot);
    expect(first.snapshot.made.mautic).toMatch(/^\d+\.\d+/u);
  });

  it('has contact fields that every Mautic has', () => {
    const keys = first.snapshot.items.filter(({ kind }) => kind === 'contact_field').map(({ key }) => key);
    for (const core of ['email', 'firstname', 'lastname', 'points', 'last_active']) expect(keys).toContain(core);
  });

  it('is asked nothing about people', () => {
    expect(
      first.asked.filter(path => /\/(?:contacts|companies|users|stats|submissions|notes|devices|roles)\b|\/reports\/\d/u.test(path)),
    ).toEqual([]);
  });

  it('unchanged, gives the same snapshot again', async () => {
    const second = await take();
    expect(contentOf(second.snapshot)).toBe(contentOf(first.snapshot));
  });
});
