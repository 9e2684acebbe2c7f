/** One request and its whole answer: time-out, size limit, no redirects, no cookies. Knows nothing about Mautic. */
import { isAscii } from 'node:buffer';
import manifest from '../../../package.json' with { type: 'json' };
import type { Exchange, Incoming, Outgoing } from './exchange.js';
import { type Faulty, faulty } from './faults.js';
import { faultOfError } from './transport-errors.js';

export interface Limits {
  /** For the whole answer, its body included. */
  readonly timeoutMs: number;
  /** Of one answer, unpacked. */
  readonly answerBytes: number;
}

export const LIMITS: Limits = { timeoutMs: 60_000, answerBytes: 64 * 1024 * 1024 };
const USER_AGENT = `purposelint/${manifest.version} (+https://www.npmjs.com/package/purposelint)`;
const MB = 1024 * 1024;

/** In the pieces in which it came. */
export type Body = readonly Uint8Array[];

const NOTHING: Body = [];

export interface Traffic {
  requests: number;
  /** Bytes of bodies, unpacked. */
  bytes: number;
  /** How often there was a wait before asking again. */
  waits: number;
}

export interface Ask {
  readonly url: string;
  readonly accept: string;
  readonly authorization?: string;
  /** Sent as a form with POST; without it the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface Raw {
  readonly is: 'raw';
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly bytes: number;
}

export interface Transport {
  /** One request. Never throws. */
  send(ask: Ask): Promise<Raw | Faulty>;
  /** Cuts off what is under way; later requests are refused. */
  close(): void;
}

/** A transport that counts into `traffic`. */
export function transport(exchanged: Exchange, limits: Limits, traffic: Traffic): Transport {
  const running = new Set<AbortController>();
  let closed = false;

  async function send(ask: Ask): Promise<Raw | Faulty> {
    if (closed) return faulty('stopped');
    const controller = new AbortController();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      controller.abort();
    }, limits.timeoutMs);
    running.add(controller);
    traffic.requests++;
    try {
      const response = await exchanged(ask.url, { ...options(ask), signal: controller.signal });
      const { status, headers } = response;
      const body = isRedirect(status) ? NOTHING : await readBody(response);
      // Lets go of a body that is not wanted.
      if (body === undefined || body === NOTHING) controller.abort();
      if (body === undefined) return faulty('too-large', { megabytes: Math.round(limits.answerBytes / MB) });
      return { is: 'raw', url: ask.url, status, headers, body, bytes: lengthOf(body) };
    } catch (error) {
      if (closed) return faulty('stopped');
      return late ? faulty('timeout', { seconds: Math.ceil(limits.timeoutMs / 1000) }) : faultOfError(error);
    } finally {
      clearTimeout(timer);
      running.delete(controller);
    }
  }

  /** Undefined: more than the limit. */
  async function readBody({ headers, body }: Incoming): Promise<Body | undefined> {
    if (Number(headers.get('content-length')) > limits.answerBytes) return undefined;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength;
      traffic.bytes += chunk.byteLength;
      if (bytes > limits.answerBytes) return undefined;
      chunks.push(chunk);
    }
    return chunks;
  }

  return {
    send,
    close: () => {
      closed = true;
      for (const controller of running) controller.abort();
    },
  };
}

/** Bytes in all pieces of an answer together. */
export function lengthOf(body: Body): number {
  return body.reduce((bytes, piece) => bytes + piece.byteLength, 0);
}

/** PHP writes JSON as ASCII, and a text of that is read several times as fast and takes half the memory. */
export function textOf(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString('latin1') : new TextDecoder().decode(bytes);
}

/** No redirect is followed: it could lead the login to another host. */
export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function options({ accept, authorization, form }: Ask): Omit<Outgoing, 'signal'> {
  return {
    method: form === undefined ? 'GET' : 'POST',
    headers: { accept, 'user-agent': USER_AGENT, ...(authorization === undefined ? {} : { authorization }) },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  };
}
