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
const TOKEN = /(?:\{|%7[Bb])([a-z0-9_.-]{1,40})(?:(?:=|%3[Dd])((?:(?!\}|%7[Dd])[^\n]){0,300}))?(?:\}|%7[Dd])/gu;
const FALLBACK = /(?:\||%7[Cc]).*$/su;
const QUOTES = /^(?:"|'|%22|&quot;)|(?:"|'|%22|&quot;)$/gu;

export function tokensIn(text: string): Token[] {
  if (!text.includes('{') && !text.includes('%7')) return [];
  return [...text.matchAll(TOKEN)].map(match => ({
    name: match[1] ?? '',
    value: (match[2] ?? '').replace(FALLBACK, '').replace(QUOTES, '').trim(),
    index: match.index,
  }));
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
