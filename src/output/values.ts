/** Values in words: numbers, people, periods, days, lists. */
import { amountsIn } from '../declarations/periods.js';
import type { People } from '../finding.js';
import type { Unit, Words } from './words.js';

/** Longest name or value of Mautic in a message, in characters. */
const NAME_LENGTH = 60;
/** Longest text to type, in characters. */
const KEY_LENGTH = 160;

/** A name or value, cut. */
export function cutName(text: string): string {
  return cut(text, NAME_LENGTH);
}

/** Something to type or to look up, cut only when it is absurdly long. */
export function cutKey(text: string): string {
  return cut(text, KEY_LENGTH);
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Twice as many units hold at least as many characters.
  const characters = [...text.slice(0, 2 * length + 2)];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** A number with at most one decimal, its thousands set apart. `Intl` does the same, and takes as long as all the rest of a message. */
export function numberIn({ thousands, decimal }: Words, value: number): string {
  const [whole = '', rest] = String(Math.round(value * 10) / 10).split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/gu, thousands) : whole;
  return rest === undefined ? grouped : `${grouped}${decimal}${rest}`;
}

/** `1 file`, `3 files`, of a number as `numberIn` writes it. */
export function plural(one: string, many: string): (count: string) => string {
  return count => `${count} ${count === '1' ? one : many}`;
}

/** How many people; empty when there are none. */
export function peopleIn(words: Words, people: People): string {
  if (people === 'unknown') return words.people.unknown;
  if (people === 0) return '';
  return people === '<5' || people < 5 ? words.people.few : words.people.some(numberIn(words, people));
}

/** A share in per cent: 0.3 is 0.3%. */
export function percentIn(words: Words, share: number): string {
  const least = 0.1;
  if (share > 0 && share < least) return words.underPercent(numberIn(words, least));
  return words.percent(numberIn(words, share));
}

const UNITS: readonly Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** A period such as P1Y6M in words; undefined when the text is none. */
export function periodIn(words: Words, period: string): string | undefined {
  const amounts = amountsIn(period);
  if (amounts === undefined) return undefined;
  const parts = UNITS.flatMap((unit, index) => {
    const amount = amounts[index]?.replace(/^0+(?=\d)/u, '');
    if (amount === undefined) return [];
    return [plural(...words.units[unit])(amount)];
  });
  return joined(words, parts);
}

/** A day (2026-11-02), or a month (2026-11), in words; anything else as it is. */
export function dateIn(words: Words, date: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?=$|T)/u.exec(date);
  if (match === null) return cutName(date);
  const [, year, month, day] = match;
  return day === undefined ? words.date(Number(year), Number(month)) : words.date(Number(year), Number(month), Number(day));
}

/** The name of a country (ISO 3166-1 alpha-2) in the language; anything else as it is. */
export function countryIn(words: Words, country: string): string {
  if (!/^[A-Z]{2}$/u.test(country)) return cutName(country);
  return new Intl.DisplayNames([words.locale], { type: 'region' }).of(country) ?? country;
}

/** `a, b and c`. */
function joined(words: Words, parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${words.and} ${last}`;
}
