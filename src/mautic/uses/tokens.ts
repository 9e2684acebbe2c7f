/** Tokens of Mautic in subjects, bodies and addresses: `{contactfield=city|there}`, also URL-encoded. */
import type { Target } from '../draft.js';
import { isPersonal } from '../texts/mask.js';

export interface Token {
  readonly name: string;
  /** What follows the `=`, decoded, without quotes and fallback. */
  readonly value: string;
  /** Position in the text. */
  readonly index: number;
}

/** Names and values are case-sensitive and end at the first brace, as in Mautic; the fallback after `|` is dropped here. */
const TOKEN = /(?:\{|%7[Bb])([a-z0-9_.-]{1,40})(?:(?:=|%3[Dd])((?:(?!\}|%7[Dd])[^\n]){0,300}))?(?:\}|%7[Dd])/uy;
const FALLBACK = /(?:\||%7[Cc]).*$/su;
const QUOTES = /^(?:"|'|%22|&quot;)|(?:"|'|%22|&quot;)$/gu;
/** A value that needs no look at its fallback, quotes and blanks. */
const PLAIN = /^[\w.-]*$/u;

/** Tokens in their order. Only places with a brace are looked at: bodies are long, and their style sheets are full of other braces. */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  let brace = text.indexOf('{');
  let encoded = text.indexOf('%7');
  while (brace >= 0 || encoded >= 0) {
    const index = brace < 0 || (encoded >= 0 && encoded < brace) ? encoded : brace;
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(text);
    const next = match === null ? index + 1 : TOKEN.lastIndex;
    if (match !== null) tokens.push({ name: match[1] ?? '', value: tokenValue(match[2] ?? ''), index });
    if (brace >= 0 && brace < next) brace = text.indexOf('{', next);
    if (encoded >= 0 && encoded < next) encoded = text.indexOf('%7', next);
  }
  return tokens;
}

function tokenValue(text: string): string {
  return PLAIN.test(text) ? text : text.replace(FALLBACK, '').replace(QUOTES, '').trim();
}

/** What a token that reads somebody's data reads; `formfield` is a question of the form whose message it stands in. */
export function readBy(token: Token): Target | undefined {
  if (token.value === '') return undefined;
  if (token.name === 'contactfield' || token.name === 'leadfield') return { field: token.value };
  if (token.name === 'formfield') return { question: token.value };
  return token.name === 'ownerfield' ? { pseudo: 'record:owner' } : undefined;
}

/** Ways out of a mailing. */
export const EXITS: ReadonlySet<string> = new Set(['dnc_url', 'resubscribe_url', 'unsubscribe_text', 'unsubscribe_url']);

/** Controls of a preference centre: tokens, and slots of the old builder. */
export const CONTROLS: ReadonlySet<string> = new Set([
  'categorylist',
  'channelfrequency',
  'leadidentifier',
  'preferredchannel',
  'saveprefsbutton',
  'segmentlist',
  'successmessage',
]);

const OTHERS_KNOWN: readonly string[] = [
  'assetlink',
  'contactfield',
  'dwc',
  'dynamiccontent',
  'focus',
  'form',
  'formfield',
  'langbar',
  'leadfield',
  'ownerfield',
  'pagelink',
  'pagemetadescription',
  'pagetitle',
  'sharebuttons',
  'signature',
  'subject',
  'tracking_pixel',
  'webview_text',
  'webview_url',
];
const KNOWN: ReadonlySet<string> = new Set([...EXITS, ...CONTROLS, ...OTHERS_KNOWN]);

/** The name of a token that Mautic itself does not have (a plugin's, such as `doi_link`); undefined for known ones and for what is no name. */
export function otherToken({ name }: Token): string | undefined {
  return KNOWN.has(name) || !/[a-z]/u.test(name) || isPersonal(name) ? undefined : name;
}
