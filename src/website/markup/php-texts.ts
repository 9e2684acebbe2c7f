/** Texts of PHP → what they send: markup is read as such, code is handed on, addresses and names of inputs are recognised. */
import { nameOf, sendsOfAddress } from '../addresses.js';
import { aliasIn, CONTROL_NAMES } from '../form-keys.js';
import type { PhpText } from '../php/texts.js';
import type { Send } from '../site.js';
import { type PageWish, readPage } from './page.js';
import { placeIn } from './places.js';
import type { Scripts } from './scripts.js';
import { shortCodesIn } from './short-codes.js';

const TAG = /<[a-z][^<]*[\s/>]/iu;
const CALL = /\bmt\s*\(\s*["']/u;
const ADDRESS = /^\s*(?:https?:\/\/|\/\/|\u2d63)[^\s<>]*$/iu;

/** @param scripts gets the code */
export function sendsOfText({ text, start, end }: PhpText, wish: PageWish, scripts: Scripts): Send[] {
  if (TAG.test(text)) return readPage(text, start, wish, scripts);
  if (CALL.test(text)) {
    scripts.add({ dialect: wish.habits.dialect, scope: 'page' }, { start, end }, text);
    return [];
  }
  const at = { start, end };
  if (ADDRESS.test(text)) {
    return sendsOfAddress(text, 'request').map(send => ({ ...send, ...gateOf(send.what), ...placeIn(text, at, send) }));
  }
  const alias = aliasIn(text);
  if (alias === undefined) return shortCodesIn(text, start);
  if (CONTROL_NAMES.has(alias)) return [];
  const send = { what: 'form_field' as const, how: 'form-post' as const, ...nameOf(alias) };
  return [{ ...send, ...placeIn(text, at, send) }];
}

/** The code decides when what it prints is loaded. */
function gateOf(what: Send['what']): Pick<Send, 'gate'> {
  return what === 'tracking' || what === 'service' ? { gate: 'code' } : {};
}
