/** Conditions as a snapshot keeps them: the class of the operator, and a value only where it says nothing about a person (section 4.4). */
import { isRecord, type UnknownRecord } from '../../guards.js';
import type { DraftUse } from '../draft.js';
import { readAddress } from '../texts/address.js';
import { mask } from '../texts/mask.js';
import { asFlag, keyOf, textOf, textsOf } from '../texts/values.js';

export type Op = NonNullable<DraftUse['op']>;

/** Operators of segments, campaigns, forms and reports. */
const OPS: ReadonlyMap<string, Op> = new Map<string, Op>([
  ['=', 'is'],
  ['eq', 'is'],
  ['!=', 'is-not'],
  ['neq', 'is-not'],
  ['!empty', 'set'],
  ['notEmpty', 'set'],
  ['isNotNull', 'set'],
  ['empty', 'unset'],
  ['isNull', 'unset'],
  ['in', 'any-of'],
  ['!in', 'none-of'],
  ['notIn', 'none-of'],
  ['in_all', 'all-of'],
  ['!in_all', 'not-all-of'],
  ['gt', 'more'],
  ['gte', 'more'],
  ['lt', 'less'],
  ['lte', 'less'],
  ['between', 'between'],
  ['!between', 'not-between'],
  ['notBetween', 'not-between'],
  ['like', 'matches'],
  ['contains', 'matches'],
  ['startsWith', 'matches'],
  ['endsWith', 'matches'],
  ['regexp', 'matches'],
  ['!like', 'not-matches'],
  ['notLike', 'not-matches'],
  ['!contains', 'not-matches'],
  ['!regexp', 'not-matches'],
  ['date', 'date'],
]);

/** The class of an operator as Mautic's editor or API writes it; `other` for one that is not known, such as a plugin's. */
export function opOf(operator: unknown): Op {
  return OPS.get(textOf(operator)) ?? 'other';
}

/** The value of a filter row: `properties.filter` if that key exists, else the old root keys. `display` may name staff: it is never read. */
export function filterValue(row: UnknownRecord): unknown {
  const { properties } = row;
  if (isRecord(properties) && Object.hasOwn(properties, 'filter')) return properties.filter;
  return keyOf(row, 'filter', 'value');
}

const UNIT = '(?:minute|hour|day|week|month|year)';
const SHIFT = String.raw`[+-]\d{1,4} ${UNIT}s?`;
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const RELATIVE_DATES: readonly RegExp[] = [
  /^(?:today|tomorrow|yesterday)$/u,
  new RegExp(`^${SHIFT}$`, 'u'),
  new RegExp(`^(?:birthday|anniversary)(?: ${SHIFT})?$`, 'u'),
  /^(?:this|last|next) (?:week|month|year)$/u,
  new RegExp(`^(?:first|last) day of(?: ${MONTH})?(?: (?:this|last|next|previous))?(?: (?:week|month|year))?$`, 'u'),
];

/** A relative date such as `-24 months`; a date itself is not kept. */
function relativeDate(value: unknown): string | undefined {
  const text = textOf(value).trim().toLowerCase();
  return RELATIVE_DATES.some(form => form.test(text)) ? text : undefined;
}

/** What may be kept of a condition's value once the target is known. */
export function keptValue(value: unknown): Pick<DraftUse, 'value' | 'flag' | 'candidates'> {
  const texts = textsOf(value);
  return { value: relativeDate(value), flag: yesOrNo(value), candidates: texts.length === 0 ? undefined : texts };
}

/** What a boolean field is compared with or set to. */
export function yesOrNo(value: unknown): 'yes' | 'no' | undefined {
  const text = textOf(value).toLowerCase();
  const flag = text === 'yes' || text === 'no' ? text === 'yes' : text === '' ? undefined : asFlag(text);
  return flag === undefined ? undefined : flag ? 'yes' : 'no';
}

/** A page address as `host/path`; wild cards stay. Words without a host or a `/`, and regular expressions, are not kept. */
export function pageAddress(value: unknown, operator?: unknown): string | undefined {
  const text = textOf(value).trim();
  if (text === '' || /regexp/u.test(textOf(operator))) return undefined;
  const wildHost = /^(?:https?:)?\/\/(\*[^/?#]*)([^?#]*)/iu.exec(text);
  if (wildHost !== null) return mask(`${wildHost[1] ?? ''}${wildHost[2] ?? ''}`.slice(0, 400)).text;
  const address = readAddress(text, true);
  if (address === undefined) return undefined;
  const named = address.host !== '' || text.includes('/');
  const place = address.host + (address.host === '' && !text.startsWith('/') ? address.path.slice(1) : address.path);
  return named && place !== '' ? place : undefined;
}
