/** What an answer of the server means: data, or which fault. By status, `type` and form; texts are translated by the server and not looked at. */
import { isRecord } from '../../guards.js';
import type { Read } from './answers.js';
import { jsonOf, type Page, pageOf } from './client-page.js';
import { type Faulty, faulty } from './faults.js';
import { isRedirect, type Raw, textOf } from './transport.js';
import { faultOfRedirect } from './transport-redirect.js';

export interface JsonAnswer {
  readonly is: 'json';
  readonly status: number;
  readonly value: unknown;
  /** Of Mautic, where the answer tells it: not on 401, 500, unknown routes and API v2. */
  readonly version?: string;
  readonly bytes: number;
}

/** A large answer that was read beside the main thread. */
export interface ReadAnswer {
  readonly is: 'read';
  readonly read: Read;
  readonly version?: string;
  readonly bytes: number;
}

export type Answer = JsonAnswer | ReadAnswer | Faulty;

export interface Asked {
  /** `token`: the token endpoint, whose JSON is for token.ts. */
  readonly as: 'oauth' | 'basic' | 'token';
  /** API v2 refuses tokens that v1 accepts (seen live, 7.0.2): a 401 there is an answer, no failed login. */
  readonly v2: boolean;
  /** Version of Mautic, when an earlier answer told it. */
  readonly version?: string | undefined;
  /** Milliseconds until the server wants to be asked again, when it said so. */
  readonly afterMs?: number | undefined;
}

/** Bodies and statuses as recorded with 5.1.0, 6.0.8 and 7.0.2. */
export function answerOf(raw: Raw, asked: Asked): JsonAnswer | Faulty {
  const { status, bytes } = raw;
  const text = textOf(Buffer.concat(raw.body));
  if (isRedirect(status)) return faultOfRedirect(raw);
  if (status === 429) return rateLimit(raw, asked);
  const value = jsonOf(text);
  if (status === 401 && asked.v2) return { is: 'json', status, value: value ?? null, bytes };
  if (value !== undefined) return faultOfJson(status, value, asked) ?? jsonAnswer(raw, value);
  if (text.trim() !== '') return faultOfPage(status, pageOf(text));
  return (status === 401 ? faultOf401('', asked) : undefined) ?? faulty('empty', { status });
}

function jsonAnswer({ status, headers, bytes }: Raw, value: unknown): JsonAnswer {
  return { is: 'json', status, value, ...versionIn(headers), bytes };
}

/** The version of Mautic, where an answer tells it. */
export function versionIn(headers: Headers): { readonly version?: string } {
  const version = /^\d{1,4}(?:\.\d{1,4}){1,3}(?:-[a-z\d.]{1,20})?$/u.exec(headers.get('mautic-version') ?? '')?.[0];
  return version === undefined ? {} : { version };
}

/** `type` of the first error: `api_disabled`, `access_denied`, `invalid_grant`, `invalid_client` …; null and missing are `''`. */
export function errorType(value: unknown): string {
  const errors = isRecord(value) ? value.errors : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isRecord(first) && typeof first.type === 'string' ? first.type : '';
}

function faultOfJson(status: number, value: unknown, asked: Asked): Faulty | undefined {
  const type = errorType(value);
  if (status === 403 && type === 'api_disabled') return faulty('api-off', { status });
  if (status === 403 && type === 'access_denied' && asked.as === 'basic') return faulty('basic-off', { status });
  return status === 401 ? faultOf401(type, asked) : undefined;
}

/**
 * `access_denied` is also what Mautic says when no credentials arrive: always so for tokens and from 6.0 on. From 6.0 on wrong credentials get
 * an empty body, and from 7.0 on so does a right password that is too weak.
 */
function faultOf401(type: string, { as, version }: Asked): Faulty | undefined {
  if (as === 'token') return undefined;
  const dropped = type === 'access_denied';
  if (as === 'oauth') return faulty('token-refused', { status: 401, reason: dropped ? 'header' : 'token' });
  const weak = type === '' && !/^[2-6]\./u.test(version ?? '');
  return faulty('login-wrong', { status: 401, reason: dropped ? 'header' : weak ? 'weak' : 'wrong' });
}

/** A text that is no JSON. */
export function faultOfPage(status: number, page: Page): Faulty {
  if (page === 'php-version') return faulty('php-version', { status });
  if (page === 'php-around') return faulty('html-in-front', { status, reason: 'around' });
  if (status >= 500) return faulty('html-error', { status, reason: 'server' });
  if (page === 'php-instead') return faulty('html-in-front', { status, reason: 'instead' });
  if (page === 'login') return faulty('login-page', { status });
  if (page === 'cut-json') return faulty('broken', { status, reason: 'json' });
  if (status === 401) return faulty('not-mautic', { status, reason: 'front-login' });
  return status === 403 ? faulty('html-error', { status, reason: 'refused' }) : faulty('not-mautic', { status, reason: 'address' });
}

/** Mautic up to 6.x, or a server in front of any: JSON or not, it says the same. */
function rateLimit({ status, headers }: Raw, { afterMs }: Asked): Faulty {
  const limit = /^\d{1,9}$/u.exec(headers.get('x-ratelimit-limit') ?? '')?.[0];
  return faulty('rate-limit', {
    status,
    reason: afterMs === undefined ? 'unknown' : 'known',
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(afterMs === undefined ? {} : { seconds: Math.ceil(afterMs / 1000), minutes: Math.ceil(afterMs / 60_000) }),
  });
}
