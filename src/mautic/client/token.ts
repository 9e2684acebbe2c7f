/** OAuth2 tokens by client credentials: fetched when first needed, kept in memory, renewed once for everybody. */
import { isRecord } from '../../guards.js';
import { type Answer, errorType } from './client-answer.js';
import { type Faulty, faulty } from './faults.js';

export const TOKEN_PATH = '/oauth/v2/token';

export interface Token {
  readonly is: 'token';
  readonly text: string;
}

export interface Tokens {
  /** A token that is good for a while, or why there is none. */
  current(): Promise<Token | Faulty>;
  /** A token other than the refused one; two requests refused at once get the same new one. */
  renew(refused: Token): Promise<Token | Faulty>;
}

interface Kept {
  readonly token: Token;
  /** After this moment (milliseconds) the token is not used any more. */
  readonly until: number;
}

/** No token lasts shorter than an answer may take; a tenth of its life at most is given away. */
const MARGIN_MS = 60_000;

/** `request` asks the token endpoint, with patience. */
export function tokens(request: () => Promise<Answer>, now: () => Date): Tokens {
  let kept: Kept | undefined;
  let coming: Promise<Token | Faulty> | undefined;

  async function fetchToken(): Promise<Token | Faulty> {
    const asked = now().getTime();
    const answer = readToken(await request());
    if (answer.is === 'fault') return answer;
    const life = answer.seconds * 1000;
    const token: Token = { is: 'token', text: answer.text };
    kept = { token, until: asked + life - Math.min(MARGIN_MS, life / 10) };
    return token;
  }

  function once(): Promise<Token | Faulty> {
    coming ??= fetchToken().finally(() => {
      coming = undefined;
    });
    return coming;
  }

  return {
    current: async () => (kept !== undefined && now().getTime() < kept.until ? kept.token : once()),
    renew: async refused => (kept !== undefined && kept.token !== refused ? kept.token : once()),
  };
}

interface NewToken {
  readonly is: 'new';
  readonly text: string;
  readonly seconds: number;
}

/** Codes of the token endpoint (oauth2-php, seen live 5.1.0 and 7.0.2). */
const GRANT_TYPES: ReadonlySet<string> = new Set(['unauthorized_client', 'unsupported_grant_type', 'invalid_grant']);

function readToken(answer: Answer): NewToken | Faulty {
  if (answer.is === 'fault') return answer;
  if (answer.is === 'read') return notMautic(200);
  const { status, value } = answer;
  if (status === 200) return isRecord(value) ? newToken(value) : notMautic(status);
  if (status >= 500) return faulty('html-error', { status, reason: 'server' });
  if (status !== 400 && status !== 401 && status !== 403) return notMautic(status);
  return faulty(GRANT_TYPES.has(errorType(value)) ? 'client-grant' : 'client-wrong', { status });
}

/** A token goes into a header: one that does not fit there is none, and must not reach an error's text either. */
function newToken({ access_token: text, expires_in: seconds }: Readonly<Record<string, unknown>>): NewToken | Faulty {
  if (typeof text !== 'string' || !/^[\x21-\x7e]{1,8000}$/u.test(text)) return notMautic(200);
  return { is: 'new', text, seconds: typeof seconds === 'number' && seconds > 0 ? seconds : Number.POSITIVE_INFINITY };
}

function notMautic(status: number): Faulty {
  return faulty('not-mautic', { status, reason: 'address' });
}
