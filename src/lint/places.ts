/** Where a finding about a declared thing stands, and what the reader of the files has told about that place already. */
import { group } from '../collections.js';
import type { Declarations, ItemEntry, Problem } from '../declarations/model.js';
import type { DocumentPath, FilePlace } from '../finding.js';
import { aliasInKey } from '../items.js';
import { aliasOf } from '../mautic/snapshot.js';
import { nameOf, type Policy } from './policy.js';

/** The value at a path below an entry. */
export function valueAt(place: FilePlace, ...path: readonly (string | number)[]): FilePlace {
  return { file: place.file, path: [...place.path, ...path], at: 'value' };
}

/** Name of an entry as people read it on Mautic's screens; its own key where Mautic was not seen, or where it stands for many items. */
export function nameOfEntry(entry: ItemEntry, policy: Policy): string {
  const [item] = policy.itemsOf(entry);
  if (item === undefined || entry.glob !== undefined) return entry.kind === 'form_field' ? aliasInKey(entry.key) : entry.key;
  return item.kind === 'form_field' && item.title === undefined ? aliasOf(item) : nameOf(item);
}

/** Which keys of an entry are part of a mistake that `schema-valid` tells: what is wrong there is not missing as well. */
export interface Told {
  has(entry: FilePlace, key: string): boolean;
}

/** Indexes the mistakes in the files by the places they are about. Most files have none. */
export function toldBy({ problems }: Declarations): Told {
  const files = new Map([...group(problems, ({ place }) => place.file)].map(([file, own]) => [file, toldIn(own)]));
  return { has: ({ file, path }, key) => files.get(file)?.(path, key) ?? false };
}

function toldIn(problems: readonly Problem[]): (path: DocumentPath, key: string) => boolean {
  const whole = new Set<string>();
  const inside = new Set<string>();
  const meant = new Set<string>();
  for (const { place, data } of problems) {
    whole.add(pathKey(place.path));
    for (let length = 1; length <= place.path.length; length++) inside.add(pathKey(place.path.slice(0, length)));
    // A key with a typing mistake stands for the one it is near to.
    if (place.at === 'key' && data.near !== undefined) meant.add(pathKey([...place.path.slice(0, -1), data.near]));
  }
  return (path, key) => {
    const wanted = pathKey([...path, key]);
    return whole.has(pathKey(path)) || inside.has(wanted) || meant.has(wanted);
  };
}

function pathKey(path: DocumentPath): string {
  return JSON.stringify(path);
}
