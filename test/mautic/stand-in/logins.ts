/** Who asks: Basic, bearer tokens, the token endpoint, and what each refuses. */
import { randomUUID } from 'node:crypto';
import { type Answer, answer, BAD_CREDENTIALS, BAD_TOKEN, BASIC_OFF, NO_CREDENTIALS, OLD_TOKEN, refused, siteError } from './answer.js';
import { phpJson } from './json-text.js';
import type { Query } from './query.js';
import { CLIENT_SECRET, PASSWORD, ROLE_OF, WEAK } from './rights.js';

export interface Caller {
  readonly auth: 'none' | 'basic' | 'bearer';
  readonly role: string | undefined;
  readonly refusal?: Answer;
}

export interface Doors {
  readonly major: number;
  readonly basicOff: boolean;
  readonly tokenSeconds: number;
  readonly now: () => number;
}

export interface Logins {
  readonly caller: (header: string | undefined, query: Query, knownRoute: boolean) => Caller;
  /** The token endpoint, asked by GET or POST. */
  readonly token: (form: Query) => Answer;
}

const BASIC = /^Basic ([\w+/]+=*)$/u;

export function logins({ major, basicOff, tokenSeconds, now }: Doors): Logins {
  const tokens = new Map<string, { role: string; until: number }>();

  const basic = (coded: string | undefined, knownRoute: boolean): Caller => {
    const turned = (refusal: Answer): Caller => ({ auth: 'basic', role: undefined, refusal });
    if (basicOff) return turned(BASIC_OFF);
    if (coded === undefined) return turned(BAD_CREDENTIALS);
    const [user = '', ...password] = Buffer.from(coded, 'base64').toString().split(':');
    const role = password.join(':') === PASSWORD ? ROLE_OF.get(user) : undefined;
    if (role !== undefined && !(role === WEAK.role && major >= 7)) return { auth: 'basic', role };
    return turned(major < 6 ? BAD_CREDENTIALS : silent(knownRoute));
  };

  const bearer = (token: string): Caller => {
    const found = tokens.get(token);
    if (found === undefined) return { auth: 'bearer', role: undefined, refusal: BAD_TOKEN };
    return found.until > now() ? { auth: 'bearer', role: found.role } : { auth: 'bearer', role: undefined, refusal: OLD_TOKEN };
  };

  return {
    caller: (header, query, knownRoute) => {
      const inQuery = query.text('access_token');
      const inHeader = /^Bearer (.+)$/u.exec(header ?? '')?.[1];
      if (inQuery !== undefined && inHeader !== undefined) return { auth: 'bearer', role: undefined, refusal: siteError(500) };
      const token = inHeader ?? inQuery;
      if (token !== undefined) return bearer(token);
      if (header?.startsWith('Basic ') === true) return basic(BASIC.exec(header)?.[1], knownRoute);
      return { auth: 'none', role: undefined, refusal: NO_CREDENTIALS };
    },
    token: form => {
      const grant = form.text('grant_type');
      if (grant === undefined || grant === '') return refused(400, 'Invalid grant_type parameter or parameter missing', 'invalid_request');
      const role = ROLE_OF.get(form.text('client_id') ?? '');
      if (role === undefined || form.text('client_secret') !== CLIENT_SECRET)
        return refused(400, 'The client credentials are invalid', 'invalid_client');
      if (grant !== 'client_credentials') return refused(400, 'The grant type is unauthorized for this client_id', 'unauthorized_client');
      const token = randomUUID();
      tokens.set(token, { role, until: now() + tokenSeconds * 1000 });
      return answer(200, phpJson({ access_token: token, expires_in: tokenSeconds, token_type: 'bearer', scope: null }));
    },
  };
}

/** From 6.0 on, wrong and too weak passwords look alike: no body at all. */
function silent(knownRoute: boolean): Answer {
  const type = knownRoute ? 'application/json' : 'text/html; charset=UTF-8';
  return answer(401, '', { type, headers: { 'www-authenticate': 'Basic realm="Secured Area"' } });
}
