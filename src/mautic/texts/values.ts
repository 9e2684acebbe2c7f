/** Ids, flags, dates and collections as Mautic spells them: numbers as texts, 0/1 as booleans, `[]` for `{}`, snake_case in exports. */
import { isRecord } from '../../guards.js';

/** An id: a whole number, or its digits as a text; anything else is undefined. */
export function asId(value: unknown): number | undefined {
  const id = typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}

/** The id in a reference of any shape: an id, a row with one, or an address of API v2 (`/api/v2/emails/12`). 0 is no reference. */
export function refId(value: unknown): number | undefined {
  if (isRecord(value)) return refId(keyOf(value, 'id', '@id'));
  const tail = typeof value === 'string' ? /^\/api\/v2\/\w+\/(\d{1,15})$/u.exec(value)?.[1] : undefined;
  const id = asId(tail ?? value);
  return id === 0 ? undefined : id;
}

/** All ids in a list, an id-keyed object, or a single reference. */
export function refIds(value: unknown): number[] {
  const rows = Array.isArray(value) || (isRecord(value) && !Object.hasOwn(value, 'id')) ? rowsOf(value) : [value];
  return rows.flatMap(row => refId(row) ?? []);
}

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  [false, false],
  [0, false],
  ['0', false],
  ['false', false],
  ['', false],
]);

/** A boolean: true/false, 0/1, "0"/"1", `""` = false; null and everything else are undefined. */
export function asFlag(value: unknown): boolean | undefined {
  return FLAGS.get(value);
}

/** The rows of a list or of an id-keyed object (in numerical order of ids); anything else has none. */
export function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [];
}

/** A scalar as a text; null, lists and objects are `""`. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** All scalars of a list, or a single one, as texts; empty ones are left out. */
export function textsOf(value: unknown): string[] {
  const rows = Array.isArray(value) || isRecord(value) ? rowsOf(value) : [value];
  return rows.map(textOf).filter(text => text !== '');
}

const CAPITAL = /[A-Z]/u;
const CAPITALS = /[A-Z]/gu;

/** The value of the first of these keys that the row has, each in camelCase (API) and snake_case (entity export); undefined: none of them. */
export function keyOf(row: unknown, ...names: readonly string[]): unknown {
  if (!isRecord(row)) return undefined;
  for (const name of names) {
    if (Object.hasOwn(row, name)) return row[name];
    const snake = CAPITAL.test(name) ? name.replace(CAPITALS, letter => `_${letter.toLowerCase()}`) : name;
    if (snake !== name && Object.hasOwn(row, snake)) return row[snake];
  }
  return undefined;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/u;

/** The day (UTC) of a date as Mautic sends it; null, `""` and the zero date of MySQL are `""`; what is no date is undefined. */
export function asDay(value: unknown): string | undefined {
  if (value === null || value === '') return '';
  const match = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (match === null) return undefined;
  const [, day = '', clock = '00:00', offset = 'Z'] = match;
  if (day === '0000-00-00') return '';
  const moment = new Date(`${day}T${clock}:00${offset.replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2')}`);
  if (Number.isNaN(moment.getTime())) return undefined;
  return moment.toISOString().slice(0, 10);
}

/** The month of a date, as `asDay`. */
export function asMonth(value: unknown): string | undefined {
  return asDay(value)?.slice(0, 7);
}

/** Order of two texts by their UTF-8 bytes (not by UTF-16 units, which puts emoji before some other letters). */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return byteRank(left) - byteRank(right);
  }
  return a.length - b.length;
}

function byteRank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
