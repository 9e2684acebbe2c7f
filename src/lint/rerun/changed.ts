/** Which parts of a declaration file differ from how it was read before. */
import { saysOf } from '../../declarations/entries.js';
import type { Content, Declarations } from '../../declarations/model.js';
import type { Reference } from '../../declarations/references.js';
import { isRecord, type UnknownRecord } from '../../guards.js';
import { isEntryMap } from './entry-maps.js';

/** What stands in files besides entries, each a member of the declarations. */
const BLOCKS: ReadonlySet<string> = new Set(['organisation', 'instance', 'rights', 'budget', 'tracking', 'waivers']);

/**
 * Parts that differ, as a watched file names them: `contact_fields.why`, `#organisation`.
 * @returns undefined when more differs than what blocks hold and some keys of entries that were there before
 */
export function changedParts(before: Content, after: Content): readonly string[] | undefined {
  if (!isRecord(before) || !isRecord(after)) return undefined;
  return ofEach(keysOf(before, after), key => {
    if (isEqual(before[key], after[key])) return [];
    if (BLOCKS.has(key)) return [`#${key}`];
    return isEntryMap(key) ? changedInMap(before[key], after[key], key) : undefined;
  });
}

/** Members of the declarations that are made of all files, and differ in what comes from one of these files. */
export function changedMembers(before: Declarations, after: Declarations, files: ReadonlySet<string>): string[] {
  const own = ({ place }: Reference): boolean => files.has(place.file);
  const [old, now] = [before.references.filter(own), after.references.filter(own)];
  return [
    '#files',
    ...(isEqual(old.map(told), now.map(told)) ? [] : ['#references']),
    ...(isEqual(before.problems, after.problems) ? [] : ['#problems']),
  ];
}

/** The order of entries is that of findings. */
function changedInMap(old: unknown, now: unknown, part: string): readonly string[] | undefined {
  if (!isRecord(old) || !isRecord(now) || !isEqual(Object.keys(old), Object.keys(now))) return undefined;
  return ofEach(Object.keys(old), name => {
    const [one, other] = [old[name], now[name]];
    if (isEqual(one, other)) return [];
    return isRecord(one) && isRecord(other) ? changedInEntry(one, other, part) : undefined;
  });
}

/** Whether an entry has purposes at all is known by its entry, and noted by nobody. */
function changedInEntry(old: UnknownRecord, now: UnknownRecord, part: string): readonly string[] | undefined {
  if (saysOf(old) !== saysOf(now)) return undefined;
  const areKeys = isEqual(Object.keys(old), Object.keys(now));
  const changed = ofEach(keysOf(old, now), key => {
    if (isEqual(old[key], now[key])) return [];
    const own = `${part}.${key}`;
    return isEntryMap(own) ? changedInMap(old[key], now[key], own) : [own];
  });
  return areKeys || changed === undefined ? changed : [...changed, `${part}.*`];
}

/** What of a reference does not follow from the rest. */
function told({ text, at, place }: Reference): readonly unknown[] {
  return [text, at, place];
}

/** The same values, in the same order. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isEqual(value, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key, index) => key === others[index] && isEqual(one[key], other[key]));
}

/** The answers for all of them together; undefined when there is none for one. */
function ofEach(keys: readonly string[], answer: (key: string) => readonly string[] | undefined): readonly string[] | undefined {
  const answers = keys.map(answer);
  return answers.every(one => one !== undefined) ? answers.flat() : undefined;
}

function keysOf(one: UnknownRecord, other: UnknownRecord): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}
