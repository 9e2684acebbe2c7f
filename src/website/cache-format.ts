/** What was read of a website, as it is kept for the next run: names and places only, and marks of the texts. Never trusted when read back. */
import { isRecord, oneOf } from '../guards.js';
import type { Certainty, Ignore, Send, SendHow, SentKind, SiteFile, SiteNote } from './site.js';

export interface KeptFile {
  /** Mark of its content. */
  readonly hash: string;
  /** It is a script, or there are some in it. */
  readonly hasScripts: boolean;
  readonly file: SiteFile;
}

export interface Kept {
  /** Marks of the other files that were asked for, by their paths; null: there was none. */
  readonly asked: Readonly<Record<string, string | null>>;
  readonly files: readonly KeptFile[];
}

const FORMAT = 'purposelint-site';

/** @param madeBy program, compiler and settings: what is kept holds only for the same */
export function keptText(kept: Kept, madeBy: string): string {
  return `${JSON.stringify({ format: FORMAT, made_by: madeBy, ...kept })}\n`;
}

/** What is kept in a text; undefined when it is broken, foreign, or made by another program or under other settings. */
export function readKept(text: string, madeBy: string): Kept | undefined {
  const value = parsed(text);
  if (!isRecord(value) || value.format !== FORMAT || value.made_by !== madeBy) return undefined;
  const { asked, files } = value;
  return isMap(asked, isMark) && isList(files, isKeptFile) ? { asked, files } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Guard<T> = (value: unknown) => value is T;

const isText = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isTrue = (value: unknown): value is true => value === true;
const isMark = (value: unknown): value is string | null => value === null || isText(value);

function isList<T>(value: unknown, isOne: Guard<T>): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

function isMap<T>(value: unknown, isOne: Guard<T>): value is Readonly<Record<string, T>> {
  return isRecord(value) && Object.values(value).every(isOne);
}

type Shape<T> = { readonly [K in keyof T]-?: Guard<Exclude<T[K], undefined>> };

/** A guard for objects that have these properties and no others; those in `may` may be missing. */
function shaped<T extends object>(shape: Shape<T>, may: readonly (keyof T & string)[] = []): Guard<T> {
  const guards = new Map<string, Guard<unknown>>(Object.entries(shape));
  const needed = [...guards.keys()].filter(key => !may.some(optional => optional === key));
  return (value): value is T =>
    isRecord(value) &&
    needed.every(key => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, inner]) => guards.get(key)?.(inner) === true);
}

const isWhat = oneOf<SentKind>([
  'contact_field',
  'company_field',
  'tag',
  'tag_removed',
  'form',
  'form_field',
  'page_data',
  'opaque',
  'tracking',
  'slot',
  'focus_item',
  'service',
]);
const isHow = oneOf<SendHow>(['mt', 'pixel', 'script', 'form-embed', 'form-post', 'rest-push', 'short-code', 'slot']);
const isCertainty = oneOf<Certainty>(['literal', 'resolved', 'pattern', 'open']);
const isGate = oneOf<NonNullable<Send['gate']>>(['none', 'held', 'code']);
const isValue = oneOf<NonNullable<Send['value']>>(['email', 'phone']);
const isNoteCode = oneOf<SiteNote['code']>(['minified', 'syntax', 'unreadable']);

const isSend = shaped<Send>(
  {
    what: isWhat,
    key: isText,
    form: isText,
    how: isHow,
    certainty: isCertainty,
    start: isOffset,
    end: isOffset,
    gate: isGate,
    insecure: isTrue,
    inUrl: isTrue,
    value: isValue,
    helper: isText,
  },
  ['form', 'gate', 'insecure', 'inUrl', 'value', 'helper'],
);
const isIgnore = shaped<Ignore>({ rule: isText, reason: isText, start: isOffset, end: isOffset, line: isOffset });
const isNote = shaped<SiteNote>({ code: isNoteCode, start: isOffset, detail: isText }, ['start', 'detail']);
const isSiteFile = shaped<SiteFile>({
  path: isText,
  sends: (value): value is SiteFile['sends'] => isList(value, isSend),
  ignores: (value): value is SiteFile['ignores'] => isList(value, isIgnore),
  notes: (value): value is SiteFile['notes'] => isList(value, isNote),
});
const isKeptFile = shaped<KeptFile>({
  hash: isText,
  hasScripts: isBoolean,
  file: isSiteFile,
});
