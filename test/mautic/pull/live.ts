/** Pulls from the stand-in, and the same answers as a bundle keyed by request. */
import { onTestFinished } from 'vitest';
import { parseBase } from '../../../src/mautic/client/address.js';
import { type Client, connect } from '../../../src/mautic/client/client.js';
import type { Login } from '../../../src/mautic/client/login.js';
import { type LiveOptions, pullLive } from '../../../src/mautic/client/pull.js';
import { finish } from '../../../src/mautic/finish.js';
import type { Snapshot } from '../../../src/mautic/snapshot.js';
import { contentOf, snapshotOf } from '../recordings.js';
import { type StandIn, type StandInOptions, startStandIn } from '../stand-in/stand-in.js';

export const NOW = new Date('2026-11-25T12:00:00Z');
const HOST = 'mautic.northlight.example';
export const ADMIN: Login = { is: 'basic', user: 'admin', password: 'sample-password' };
export const OAUTH: Login = { is: 'oauth', id: 'admin', secret: 'sample-secret' };

export function basic(user: string): Login {
  return { is: 'basic', user, password: 'sample-password' };
}

/** A stand-in that ends with the test. */
export async function standIn(options: StandInOptions): Promise<StandIn> {
  const server = await startStandIn(options);
  onTestFinished(() => server.close());
  return server;
}

export function clientFor(url: string, login: Login = ADMIN): Client {
  return connect({ base: parseBase(url), login, now: () => NOW, sleep: async () => undefined, random: () => 0 });
}

export interface Pulled {
  readonly snapshot: Snapshot;
  /** All lines but the circumstances. */
  readonly content: string;
  readonly version: string | undefined;
  /** `/api/…`, each once, in order. */
  readonly requests: readonly string[];
  /** Every answer, keyed by request. */
  readonly bundle: Readonly<Record<string, unknown>>;
}

/** @throws PullStopped */
export async function pull(url: string, login?: Login, options?: LiveOptions): Promise<Pulled> {
  const client = clientFor(url, login);
  const bundle: Record<string, unknown> = {};
  const recording: Client = {
    ...client,
    get: async (path, accept) => {
      const answer = await client.get(path, accept);
      bundle[`GET ${path}`] = answer.is === 'json' ? answer.value : null;
      return answer;
    },
  };
  const { collected, version } = await pullLive(recording, options);
  const { snapshot } = finish(collected, { takenAt: '2026-11-25T12:00:00Z', source: 'rest', missing: 'not-asked', host: HOST });
  return { snapshot, content: contentOf(snapshot), version, requests: Object.keys(bundle).map(key => key.slice('GET '.length)), bundle };
}

/** The content of the snapshot that files with the same answers give. */
export async function contentOfBundle({ bundle }: Pulled): Promise<string> {
  return contentOf(await snapshotOf(bundle));
}

/** The entries of coverage that are not complete, as `email partial own-only`. */
export function cuts({ coverage }: Snapshot): string[] {
  return coverage.filter(({ state }) => state !== 'complete').map(({ of, state, why }) => [of, state, ...(why ?? [])].join(' '));
}
