/** What an answer is that is no JSON: told by its form, never by words that a server translates. */

/** Mautic's own sentence about PHP is not translated; the rest of it has version numbers only. */
const PHP_VERSION = /^[^<]{0,200}\bPHP version \d/u;
const PAGE = /<(?:!doctype|html|head|body)\b/iu;
/** The names of Mautic's own login form, or any password to type. */
const LOGIN_FORM = /<input\b[^<>]{0,500}\b(?:name=["']?_username\b|type=["']?password\b)/iu;
/** How PHP prints its errors, as HTML and as text. */
const PHP_MESSAGE = /(?:^|>|\n)\s*(?:PHP )?(?:Fatal error|Parse error|Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?:\s/u;
/** As much of a text as is looked at for a sign at its start. */
const START = 4_000;

export type Page = 'php-version' | 'php-around' | 'php-instead' | 'login' | 'cut-json' | 'other';

/** A text that is not empty and no JSON. */
export function pageOf(text: string): Page {
  const start = text.slice(0, START);
  if (PHP_VERSION.test(start)) return 'php-version';
  if (!PAGE.test(start) && hasJson(text)) return 'php-around';
  if (PHP_MESSAGE.test(start)) return 'php-instead';
  if (LOGIN_FORM.test(text.slice(0, 200_000))) return 'login';
  return /^\s*[{[]/u.test(start) ? 'cut-json' : 'other';
}

/** JSON with something in front of it or behind it. A list that was cut holds whole objects too, and is none. */
function hasJson(text: string): boolean {
  if (/^\s*\[\s*[{"]/u.test(text)) return false;
  const from = text.search(/\{\s*"/u);
  return from >= 0 && jsonOf(text.slice(from, text.lastIndexOf('}') + 1)) !== undefined;
}

/** The object or list that a text is; undefined when it is none. A byte order mark in front does not matter. */
export function jsonOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
