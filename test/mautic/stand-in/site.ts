/** One Mautic behind a web server: which answer a request gets, and in which order the refusals come. */
import { type Answer, API_OFF, answer, NO_DATABASE, noRoute } from './answer.js';
import type { Data } from './data.js';
import { NOT_HERE, outside, page, redirect } from './html.js';
import { type Caller, logins } from './logins.js';
import type { Counts } from './people.js';
import { parseQuery, type Query } from './query.js';
import type { Settings } from './settings.js';
import { isV1Route, v1 } from './v1.js';
import { v2 } from './v2.js';

export interface Request {
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly accept: string | undefined;
  /** The body of a form that was posted. */
  readonly form: string;
}

export interface SiteOptions {
  readonly settings: Settings;
  readonly folder: string;
  readonly indexOnly: boolean;
  readonly tokenSeconds: number;
  readonly v2Tokens: boolean;
  readonly now: () => number;
  readonly counts: Counts;
  /** The address that the site believes to have. */
  readonly site: () => string;
}

export interface Site {
  readonly answer: (request: Request) => { answer: Answer; caller: Caller };
}

const NOBODY: Caller = { auth: 'none', role: undefined };
const HOUR = 3600;

export function openSite(data: Data, options: SiteOptions): Site {
  const { settings, folder, indexOnly, now } = options;
  const doors = logins({ major: data.major, basicOff: settings.basicOff, tokenSeconds: options.tokenSeconds, now });
  const limiter = rateLimiter(settings.callsAnHour, now);

  const api = (request: Request, path: string, query: Query): { answer: Answer; caller: Caller } => {
    const isV2 = data.major >= 7 && /^\/api\/v2(?:\/|$)/u.test(path);
    const known = !isV2 && isV1Route(path, data.major);
    const caller = doors.caller(request.authorization, query, known);
    if (settings.apiOff) return { caller, answer: API_OFF };
    const { refusal, role } = caller;
    if (refusal !== undefined || role === undefined) return { caller, answer: withChallenge(request, refusal ?? API_OFF) };
    const limited = limiter(known);
    if (limited.refusal !== undefined) return { caller, answer: limited.refusal };
    const asked = { path, whole: request.path, query, accept: request.accept, role, bearer: caller.auth === 'bearer' };
    const given = (): Answer => {
      if (path.endsWith('/')) return redirect(data, 301, `${options.site()}${path.slice(0, -1)}`);
      if (path === '/api') return data.major < 7 ? noRoute(request.path) : page(data, '/api', 401);
      return isV2 ? v2(data, asked, options.v2Tokens) : v1(data, asked, options.counts);
    };
    const answered = given();
    return { caller, answer: { ...answered, headers: { ...answered.headers, ...limited.headers } } };
  };

  return {
    answer: request => {
      const [whole = '', raw = ''] = request.path.split(/\?(.*)/su);
      const inFolder = folder === '' || whole === folder || whole.startsWith(`${folder}/`);
      const below = whole.slice(folder.length) || '/';
      const byIndex = /^\/index\.php(?=\/|$)/u.test(below);
      if (!inFolder || (indexOnly && !byIndex)) return { caller: NOBODY, answer: NOT_HERE };
      const path = byIndex ? below.slice('/index.php'.length) || '/' : below;
      if (settings.noDatabase) return { caller: NOBODY, answer: noDatabase(data, request) };
      const query = parseQuery(raw);
      if (path === '/oauth/v2/token')
        return { caller: NOBODY, answer: doors.token(request.method === 'POST' ? parseQuery(request.form) : query) };
      const isApi = path === '/api' || path.startsWith('/api/');
      if (isApi && request.method === 'OPTIONS') return { caller: NOBODY, answer: answer(204, '', { type: 'text/html; charset=UTF-8' }) };
      if (!isApi) return { caller: NOBODY, answer: outside(data, path, options.site()) };
      if (request.method !== 'GET' && request.method !== 'HEAD') return { caller: NOBODY, answer: WRITES };
      return api(request, path, query);
    },
  };
}

/** The stand-in's own word: nothing that is tested here may write. */
const WRITES = answer(405, '{"errors":[{"message":"The stand-in can only be read.","code":405,"type":"stand_in"}]}');

/** HEAD without credentials is told what is wanted; GET is not. */
function withChallenge({ method, authorization }: Request, refusal: Answer): Answer {
  if (method !== 'HEAD' || authorization !== undefined) return refusal;
  const wanted = 'Bearer realm="Service", error="access_denied", error_description="OAuth2 authentication required"';
  return { ...refusal, headers: { 'www-authenticate': wanted } };
}

/** Without its database the site answers in JSON only to exactly this header. */
function noDatabase(data: Data, { accept }: Request): Answer {
  if (accept === 'application/json') return NO_DATABASE;
  return page(data, '/api/tags?limit=5&orderBy=id', 500, 'database refuses the login');
}

interface Limited {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Answer;
}

/** Up to 6.x: so many calls an hour for the whole site. */
function rateLimiter(limit: number | undefined, now: () => number): (known: boolean) => Limited {
  let left = limit ?? 0;
  let reset = 0;
  return known => {
    if (limit === undefined) return { headers: {} };
    if (now() >= reset * 1000) {
      left = limit;
      reset = Math.floor(now() / 1000) + HOUR;
    }
    left -= 1;
    return left < 0 ? { headers: {}, refusal: tooMany(limit, reset, known) } : { headers: limitHeaders(limit, left, reset) };
  };
}

function limitHeaders(limit: number, left: number, reset: number): Record<string, string> {
  return { 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': String(Math.max(0, left)), 'x-ratelimit-reset': String(reset) };
}

/** The refusal of the limiter, which is typed as JSON on known routes only. */
export function tooMany(limit: number, reset: number, known: boolean): Answer {
  const message = `You exceeded the rate limit of ${limit} API calls per hour.`;
  const body = `{ "errors": [ { "code": 429, "message": "${message}", "details": [] } ]}`;
  const type = known ? 'application/json' : 'text/html; charset=UTF-8';
  return answer(429, body, { type, headers: limitHeaders(limit, 0, reset) });
}
