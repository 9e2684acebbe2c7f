/** What the stand-in answers, and Mautic's own errors (bodies byte for byte). */
import { phpJson } from './json-text.js';

export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: readonly Buffer[];
  /** Mautic's common controllers name their version; everything in front of them does not. */
  readonly versioned: boolean;
  /** Worked out by the stand-in's rules, or a recorded body. */
  readonly from: 'rules' | 'recording';
}

export const JSON_TYPE = 'application/json';
const SITE_ERROR = (status: number): string =>
  `Looks like I encountered an error (error #${status}). If I do it again, please report me to the system administrator!`;

export function answer(status: number, body: string | readonly Buffer[], more: Partial<Answer> = {}): Answer {
  const parts = typeof body === 'string' ? [Buffer.from(body)] : body;
  return { status, type: JSON_TYPE, body: parts, versioned: false, from: 'rules', ...more };
}

/** The shape of errors in front of the controllers. */
export function refused(status: number, message: string, type: string | null): Answer {
  return answer(status, phpJson({ errors: [{ message, code: status, type }] }).replaceAll("'", '\\u0027'));
}

/** The shape of errors of the controllers themselves: no `type`, and the version is named. */
function told(status: number, message: string): Answer {
  return answer(status, phpJson({ errors: [{ code: status, message, details: [] }] }), { versioned: true });
}

export const FORBIDDEN = told(403, 'You do not have access to the requested area/action.');
export const NO_ITEM = told(404, 'Item was not found.');
export const siteError = (status: number): Answer => refused(status, SITE_ERROR(status), null);
export const noRoute = (path: string): Answer => refused(404, `Requested URL not found: ${path}`, null);
export const NO_CREDENTIALS = refused(401, 'API authorization denied.', 'access_denied');
export const BAD_CREDENTIALS = refused(401, 'Authorization denied, invalid credentials.', 'access_denied');
export const BAD_TOKEN = refused(401, 'The access token provided is invalid.', 'invalid_grant');
export const OLD_TOKEN = refused(401, 'The access token provided has expired.', 'invalid_grant');
export const API_OFF = refused(
  403,
  "API disabled. You need to enable the API in the API settings of Mautic's Configuration.",
  'api_disabled',
);
export const BASIC_OFF = refused(
  403,
  "Basic Auth disabled. You need to enable HTTP basic auth in the API settings of Mautic's Configuration.",
  'access_denied',
);
export const NO_DATABASE = refused(
  500,
  'The site is currently offline due to encountering an error. If the problem persists, please contact the system administrator. System administrators, check server logs for errors.',
  null,
);
/** The stand-in's own word for what nobody recorded: better no answer than an invented one. */
export const NOT_RECORDED = answer(501, '{"errors":[{"message":"The stand-in has no recording of this.","code":501,"type":"stand_in"}]}');

export function bodyOf({ body }: Answer): Buffer {
  const [first, ...others] = body;
  return first !== undefined && others.length === 0 ? first : Buffer.concat(body);
}
