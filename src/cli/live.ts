/** A live Mautic for a command: its address and login from configuration and environment, and a snapshot of it. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Language } from '../finding.js';
import { coverageWords } from '../lint/coverage-words.js';
import { BadAddress, type Base, parseBase } from '../mautic/client/address.js';
import { addressText } from '../mautic/client/address-words.js';
import { PullStopped } from '../mautic/client/answers.js';
import { type Client, connect } from '../mautic/client/client.js';
import { withCounts } from '../mautic/client/counts.js';
import { digestInThread } from '../mautic/client/digest.js';
import { faultText } from '../mautic/client/fault-words.js';
import type { Fault } from '../mautic/client/faults.js';
import { type Journal, NO_JOURNAL } from '../mautic/client/ledger.js';
import { type Login, loginFrom, NoLogin } from '../mautic/client/login.js';
import { loginText } from '../mautic/client/login-words.js';
import { LIST_PLANS } from '../mautic/client/plan.js';
import { proxyFor } from '../mautic/client/proxy.js';
import { pullLive } from '../mautic/client/pull.js';
import { MauticConflict } from '../mautic/conflict.js';
import { finish } from '../mautic/finish.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { textOption } from './arguments.js';
import type { Arguments } from './command.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';
import { say } from './messages.js';
import { progressOn } from './progress.js';
import { EXIT, Stop } from './stop.js';

export interface Live {
  readonly client: Client;
  readonly base: Base;
}

/** Address and login are there; nothing was asked yet. */
export interface LiveSettings {
  readonly base: Base;
  readonly login: Login;
}

/**
 * Where Mautic is and how to log in: `--url`, `mautic.url` of the configuration or `MAUTIC_URL`; the login from the environment alone.
 * @throws Stop (exit 2) when one of them is missing or cannot be used
 */
export function liveSettings(args: Arguments, io: Io, config: Configuration, language: Language): LiveSettings {
  const url = textOption(args, 'url') ?? config.url ?? io.env.MAUTIC_URL ?? '';
  if (url === '') throw new Stop(EXIT.usage, 'live-no-url');
  try {
    const base = { ...parseBase(url), proxyOf: (origin: string) => proxyFor(origin, io.env) };
    return { base, login: loginFrom(io.env, path => readFileSync(path, 'utf8')) };
  } catch (error) {
    if (error instanceof BadAddress) throw new Stop(EXIT.usage, 'live-sentence', { sentence: addressText(error.reason, language) });
    if (error instanceof NoLogin) throw new Stop(EXIT.usage, 'live-sentence', { sentence: loginText(error, language) });
    throw error;
  }
}

/** A connection that asks nothing yet; says once what a login by password costs. */
export function openLive(args: Arguments, io: Io, config: Configuration, language: Language): Live {
  const { base, login } = liveSettings(args, io, config, language);
  if (login.is === 'basic') io.stderr.write(`${say('live-basic', language)}\n`);
  const sleep = (ms: number): Promise<void> => setTimeout(ms);
  const digest = digestInThread();
  const settings = { base, login, now: io.now, sleep, random: Math.random, ...(digest === undefined ? {} : { digest }) };
  return { base, client: connect(settings) };
}

/** What tells a journal from those of other instances: never who logged in. */
export function instanceOf({ base, client }: Live): string {
  return `${base.origin}${base.folder} ${client.loginKind}`;
}

export interface Taking {
  readonly journal?: Journal;
  /** Undefined: nobody is counted. Else further date fields whose age is counted. */
  readonly counts?: readonly string[] | undefined;
}

export interface Taken {
  readonly snapshot: Snapshot;
  /** What the summary line says. */
  readonly summary: Readonly<Record<'host' | 'version' | 'requests' | 'size' | 'seconds' | 'items' | 'uses', string | number>>;
}

/**
 * Takes a snapshot. Progress goes to standard error.
 * @throws Stop (exit 3) when it cannot go on, or when this login is shown nothing
 */
export async function takeSnapshot(
  { client, base }: Live,
  io: Io,
  language: Language,
  { journal = NO_JOURNAL, counts }: Taking = {},
): Promise<Taken> {
  const started = io.now();
  const progress = progressOn(io);
  const traffic = () => ({ requests: client.traffic.requests, size: sizeOf(client.traffic.bytes) });
  const words = coverageWords(language);
  const begun = new Set<string>();
  try {
    const { collected, version, faults } = await pullLive(client, {
      journal,
      onRows: (kind, rows, total) => {
        begun.add(kind);
        const left = Math.max(0, LIST_PLANS.length - begun.size);
        progress.show(say('live-progress', language, { what: words[kind] ?? kind, rows, total: total ?? '?', left, ...traffic() }));
      },
    });
    const takenAt = `${started.toISOString().slice(0, 19)}Z`;
    const { snapshot: found } = finish(collected, {
      takenAt,
      source: 'rest',
      missing: 'not-asked',
      host: base.host,
      ...(version === undefined ? {} : { mautic: version }),
    });
    if (found.items.length === 0) throw nothingSeen(found, base.host);
    const snapshot =
      counts === undefined
        ? found
        : await withCounts(client, found, {
            dates: counts,
            answers: collected.answers,
            now: io.now,
            onEstimate: (calls, seconds) =>
              io.stderr.write(`${say('live-estimate', language, { calls, minutes: Math.max(1, Math.ceil(seconds / 60)) })}\n`),
            onCount: (done, calls) => progress.show(say('live-counting', language, { done, calls, ...traffic() })),
          });
    progress.done();
    for (const sentence of causesIn(snapshot, faults, language)) io.stderr.write(`${say('live-sentence', language, { sentence })}\n`);
    const seconds = Math.max(1, Math.round((io.now().getTime() - started.getTime()) / 1000));
    const { items, uses } = snapshot;
    const numbers = { items: items.length, uses: uses.length, seconds, ...traffic() };
    return { snapshot, summary: { host: base.host, version: version ?? say('live-version-unknown', language), ...numbers } };
  } catch (error) {
    throw stopFor(error, language, journal);
  } finally {
    progress.done();
    client.close();
  }
}

/** Nothing at all: the server fails, or the role is shown nothing. */
function nothingSeen({ coverage }: Snapshot, host: string): Error {
  const down = coverage.every(({ why }) => why?.includes('error-500') === true);
  return down
    ? new PullStopped({ code: 'html-error', data: { host, status: 500, reason: 'server' } })
    : new Stop(EXIT.notChecked, 'live-nothing', { host });
}

/** What kept answers from being used, each cause once: coverage says only which lists it hit. */
function causesIn({ coverage }: Snapshot, faults: readonly Fault[], language: Language): ReadonlySet<string> {
  const isHit = coverage.some(({ why }) => why?.includes('connection') === true);
  return new Set(isHit ? faults.map(fault => faultText(fault, language)) : []);
}

function stopFor(error: unknown, language: Language, journal: Journal): unknown {
  if (error instanceof MauticConflict) return new Stop(EXIT.notChecked, 'live-conflict', { item: error.item ?? '' });
  if (!(error instanceof PullStopped)) return error;
  const code = journal.holdsPages() ? 'live-stopped-resumable' : 'live-stopped';
  return new Stop(EXIT.notChecked, code, { sentence: faultText(error.fault, language) });
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** `1.3 MB`. */
function sizeOf(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${UNITS[power] ?? ''}`;
}
