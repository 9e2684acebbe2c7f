/** A file whose reads are noted, entry by entry and key by key: `contact_fields.why`; `contact_fields.*` is read by who looks which keys there are. */
import type { Content, Declarations } from '../../declarations/model.js';
import { isRecord } from '../../guards.js';
import { isEntryMap } from './entry-maps.js';

/** Tells that a part is read. */
export type Note = (part: string) => void;

/** The content of a file, whoever reads its entries being noted. It holds the same. */
export function watchedContent(content: Content, note: Note): Content {
  return watchedKeys(content, '', note);
}

/** The declarations, whoever reads one of their members being noted: `#references`. */
export function watchedMembers(declarations: Declarations, note: Note): Declarations {
  return new Proxy(declarations, {
    get: (target, key) => {
      note(`#${String(key)}`);
      const member: unknown = Reflect.get(target, key);
      return member;
    },
  });
}

/** An object whose keys are noted, and whose maps of entries are watched. @param prefix of its parts */
function watchedKeys<T extends object>(object: T, prefix: string, note: Note): T {
  const partOf = (key: PropertyKey): string => `${prefix}${String(key)}`;
  const maps = new Map<PropertyKey, unknown>();
  return new Proxy(object, {
    get: (target, key) => {
      const part = partOf(key);
      note(part);
      const value: unknown = Reflect.get(target, key);
      if (!isEntryMap(part) || !isRecord(value)) return value;
      const map = maps.get(key) ?? watchedEntries(value, `${part}.`, note);
      maps.set(key, map);
      return map;
    },
    has: (target, key) => {
      note(partOf(key));
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor: (target, key) => {
      note(partOf(key));
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys: target => {
      note(partOf('*'));
      return Reflect.ownKeys(target);
    },
  });
}

/** A map whose entries are watched; which entries there are is no secret. */
function watchedEntries(map: Record<string, unknown>, prefix: string, note: Note): Record<string, unknown> {
  const entries = new Map<PropertyKey, unknown>();
  return new Proxy(map, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (!isRecord(value)) return value;
      const entry = entries.get(key) ?? watchedKeys(value, prefix, note);
      entries.set(key, entry);
      return entry;
    },
  });
}
