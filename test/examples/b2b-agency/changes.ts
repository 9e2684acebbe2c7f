/** Changes to the large example: what somebody writes in a pull request, and what somebody does in Mautic. */
import { isRecord, type UnknownRecord } from '../../../src/guards.js';
import type { Edit } from './breaking.js';

type List = 'items' | 'uses' | 'counts' | 'coverage';

/** All of these, in their order: what one thing that happens changes in several places. */
export function all(...edits: readonly Edit[]): Edit {
  return example => edits.reduce((before, edit) => edit(before), example);
}

/** In a declaration: a text that stands there once becomes another. */
export function written(path: string, from: string, to: string): Edit {
  return example => {
    const parts = (example.texts.get(path) ?? '').split(from);
    if (parts.length !== 2 || from === to) throw new Error(`${path} has this ${parts.length - 1} times: ${from}`);
    return { ...example, texts: new Map([...example.texts, [path, parts.join(to)]]) };
  };
}

/** A row that was not there. */
export function added(list: List, row: UnknownRecord): Edit {
  return onList(list, rows => {
    if (rows.some(matches(row))) throw new Error(`is there already: ${JSON.stringify(row)}`);
    return [...rows, row];
  });
}

/** The one row like this is gone. */
export function gone(list: List, like: UnknownRecord): Edit {
  return onList(list, rows => {
    const left = rows.filter(row => !matches(like)(row));
    if (left.length !== rows.length - 1) throw new Error(`${rows.length - left.length} rows are like ${JSON.stringify(like)}`);
    return left;
  });
}

/** The one row like this has other values. */
export function changed(list: List, like: UnknownRecord, change: UnknownRecord): Edit {
  return rewritten(list, like, row => ({ ...row, ...change }));
}

/** An item, by its identity, has other values. */
export function item(identity: string, change: UnknownRecord): Edit {
  return changed('items', named(identity), change);
}

/** A list of an item (its options, actions, events) has one more. */
export function grown(identity: string, list: string, element: UnknownRecord): Edit {
  return rewritten('items', named(identity), row => ({ ...row, [list]: [...elementsOf(row, list), element] }));
}

/** The one element like this, in a list of an item, has other values. */
export function part(identity: string, list: string, like: UnknownRecord, change: UnknownRecord): Edit {
  return rewritten('items', named(identity), row => {
    const elements = elementsOf(row, list);
    if (elements.filter(matches(like)).length !== 1) throw new Error(`${list} of ${identity}: not one like ${JSON.stringify(like)}`);
    return { ...row, [list]: elements.map(element => (matches(like)(element) ? { ...element, ...change } : element)) };
  });
}

/** An item, by its identity, is gone. */
export function deleted(identity: string): Edit {
  return gone('items', named(identity));
}

/** When and how the snapshot was taken. */
export function made(change: UnknownRecord): Edit {
  return example => {
    const before = isRecord(example.mautic.made) ? example.mautic.made : {};
    return { ...example, mautic: { ...example.mautic, made: { ...before, ...change } } };
  };
}

/** The one row like this becomes another. */
function rewritten(list: List, like: UnknownRecord, change: (row: UnknownRecord) => UnknownRecord): Edit {
  return onList(list, rows => {
    const found = rows.filter(matches(like));
    if (found.length !== 1) throw new Error(`${found.length} rows are like ${JSON.stringify(like)}`);
    return rows.map(row => {
      const other = found.includes(row) ? change(row) : row;
      if (other !== row && matches(other)(row)) throw new Error(`is so already: ${JSON.stringify(like)}`);
      return other;
    });
  });
}

function elementsOf(row: UnknownRecord, list: string): UnknownRecord[] {
  const elements = row[list];
  return Array.isArray(elements) ? elements.filter(isRecord) : [];
}

function onList(list: List, change: (rows: readonly UnknownRecord[]) => readonly UnknownRecord[]): Edit {
  return example => {
    const rows = example.mautic[list];
    return { ...example, mautic: { ...example.mautic, [list]: change(Array.isArray(rows) ? rows.filter(isRecord) : []) } };
  };
}

/** Whether a row has all these values. */
function matches(like: UnknownRecord): (row: UnknownRecord) => boolean {
  return row => Object.entries(like).every(([name, value]) => JSON.stringify(row[name]) === JSON.stringify(value));
}

function named(identity: string): UnknownRecord {
  const colon = identity.indexOf(':');
  return { kind: identity.slice(0, colon), key: identity.slice(colon + 1) };
}
