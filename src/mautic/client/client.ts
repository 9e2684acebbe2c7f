/** A connection to one Mautic that only reads: two requests at a time, with patience, and never with a secret in what comes out. */
import { type Base, urlOf } from './address.js';
import { type Answer, type Asked, answerOf, faultOfPage, versionIn } from './client-answer.js';
import { queue } from './client-queue.js';
import type { Digest } from './digest.js';
import { type Exchange, exchange } from './exchange.js';
import { type Faulty, faulty } from './faults.js';
import type { Login } from './login.js';
import { type Attempt, afterOf, patiently } from './retry.js';
import { TOKEN_PATH, type Token, tokens } from './token.js';
import { type Ask, LIMITS, type Limits, type Raw, type Traffic, transport } from './transport.js';

export type { Answer } from './client-answer.js';

export interface Connection {
  readonly base: Base;
  readonly login: Login;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly exchange?: Exchange;
  readonly limits?: Partial<Limits>;
  /** Reads large answers beside the main thread. */
  readonly digest?: Digest;
}

export interface Client {
  /**
   * Reads a path such as `/api/tags?start=0`. Answers with JSON of any status but those that are faults; never throws for what comes from outside.
   * @throws RangeError for a path that does not start with a slash
   */
  get(path: string, accept?: string): Promise<Answer>;
  /** Counts on while requests run. */
  readonly traffic: Readonly<Traffic>;
  /** No large answers are to come for now: lets go of the thread that reads them. */
  rest(): void;
  readonly loginKind: Login['is'];
  /** Cuts off what is under way; it and all later requests answer `stopped`. */
  close(): void;
}

/** More at a time wins nothing on a server of the usual size (measured, 2 cores). */
const AT_ONCE = 2;
/** From this size on it takes longer to read an answer than to hand it to another thread. */
const LARGE_BYTES = 1_000_000;
/** Only with exactly this does Mautic answer failures of its database as JSON. */
const JSON_TYPE = 'application/json';

/** Nothing is asked before the first `get`. Whoever connects hands in the clock, the waiting and the chance of it. */
export function connect({
  base,
  login,
  now,
  sleep,
  random,
  exchange: exchanged = exchange(base.proxyOf),
  limits = {},
  digest,
}: Connection): Client {
  const traffic: Traffic = { requests: 0, bytes: 0, waits: 0 };
  const { send, close } = transport(exchanged, { ...LIMITS, ...limits }, traffic);
  const inTurn = queue(AT_ONCE);
  let stop = (): void => undefined;
  const stopped = new Promise<void>(resolve => {
    stop = resolve;
  });
  let version: string | undefined;
  let reached = false;
  let v2RefusesTokens = false;

  async function attempt(ask: Ask, asked: Asked): Promise<Attempt<Answer>> {
    const raw = await send(ask);
    reached ||= raw.is === 'raw';
    if (raw.is === 'fault') return { result: named(raw), passing: isPassing(raw, reached) };
    const afterMs = afterOf(raw.headers, now());
    const result = (await digested(raw, ask)) ?? named(answerOf(raw, { ...asked, version, afterMs }));
    if (result.is !== 'fault') version = result.version ?? version;
    return { result, passing: isPassing(result, reached), ...(afterMs === undefined || result.is !== 'fault' ? {} : { afterMs }) };
  }

  /** Large answers, beside this thread. */
  async function digested({ status, headers, body, bytes }: Raw, { url }: Ask): Promise<Answer | undefined> {
    if (digest === undefined || status !== 200 || bytes < LARGE_BYTES) return undefined;
    const found = await digest.read(body, url);
    if (found === undefined) return named(faulty('broken', { reason: 'json' }));
    return 'read' in found ? { is: 'read', read: found.read, ...versionIn(headers), bytes } : named(faultOfPage(status, found.page));
  }

  /** Every fault says which host it was. */
  function named<T extends Answer>(answer: T): T | Faulty {
    return answer.is === 'fault' ? faulty(answer.fault.code, { host: base.host, ...answer.fault.data }) : answer;
  }

  async function wait(ms: number): Promise<void> {
    traffic.waits++;
    await Promise.race([sleep(ms), stopped]);
  }

  const request = (ask: Ask, asked: Asked): Promise<Answer> => patiently(() => attempt(ask, asked), { random, wait });

  function withBasic(ask: Ask, v2: boolean, user: string, password: string): Promise<Answer> {
    const pair = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
    return request({ ...ask, authorization: `Basic ${pair}` }, { as: 'basic', v2 });
  }

  async function withToken(ask: Ask, v2: boolean, { current, renew }: ReturnType<typeof tokens>): Promise<Answer> {
    const use = ({ text }: Token): Promise<Answer> => request({ ...ask, authorization: `Bearer ${text}` }, { as: 'oauth', v2 });
    const token = await current();
    if (token.is === 'fault') return named(token);
    const answer = await use(token);
    if (!isRefused(answer) || (v2 && v2RefusesTokens)) return answer;
    const fresh = await renew(token);
    if (fresh.is === 'fault') return named(fresh);
    const second = await use(fresh);
    // A fresh token that v2 refuses is none the worse for v1, and another one would not be better for v2.
    v2RefusesTokens ||= v2 && isRefused(second);
    return second;
  }

  function reader(): (ask: Ask, v2: boolean) => Promise<Answer> {
    if (login.is === 'basic') return (ask, v2) => withBasic(ask, v2, login.user, login.password);
    // In the body, so that no secret stands in a server's log of addresses.
    const form = { grant_type: 'client_credentials', client_id: login.id, client_secret: login.secret };
    const url = urlOf(base, TOKEN_PATH);
    const shared = tokens(() => request({ url, accept: JSON_TYPE, form }, { as: 'token', v2: false }), now);
    return (ask, v2) => withToken(ask, v2, shared);
  }

  const read = reader();
  return {
    get: async (path, accept = JSON_TYPE) => {
      const url = urlOf(base, path);
      return inTurn(() => read({ url, accept }, /^\/+api\/+v2(?:[/?]|$)/u.test(path)));
    },
    traffic,
    loginKind: login.is,
    rest: () => digest?.close(),
    close: () => {
      close();
      digest?.close();
      stop();
    },
  };
}

/** A token that may have expired, or been taken back, on the way. */
function isRefused(answer: Answer): boolean {
  if (answer.is === 'read') return false;
  if (answer.is === 'json') return answer.status === 401;
  return answer.fault.code === 'token-refused' && answer.fault.data.reason === 'token';
}

/** Whether the same request may go better in a while. A server that never answered is not waited for: the address may be wrong. */
function isPassing(answer: Answer, reached: boolean): boolean {
  if (answer.is === 'read') return false;
  if (answer.is === 'json') return answer.status >= 502 && answer.status <= 504;
  const { code, data } = answer.fault;
  if (code === 'html-error' || code === 'empty') return Number(data.status) >= 500;
  return code === 'rate-limit' || code === 'timeout' || code === 'broken' || (code === 'unreachable' && reached);
}
