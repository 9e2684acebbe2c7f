/** A list names each thing once: what it has already is not written into it again. */
import type { Change, Fix } from '../finding.js';
import { valueAtPath } from '../text/layout.js';
import type { OpenFiles } from './changes.js';

/** The fix in the files as they are: an item that would become what its list has already is taken out. */
export function withoutTwins(fix: Fix, files: OpenFiles): Fix {
  const changes = fix.changes.map(change => (isThere(change, files) ? ({ do: 'remove', place: change.place } as const) : change));
  return changes.every((change, index) => change === fix.changes[index]) ? fix : { ...fix, id: 'remove-twin', changes };
}

/** What a fix writes into which lists: another that writes the same has to see it there. */
export function itemsOf({ changes }: Fix): readonly string[] {
  return changes.filter(isItem).map(({ place, by }) => JSON.stringify([place.file, place.path.slice(0, -1), by]));
}

type Replacement = Extract<Change, { readonly do: 'replace' }>;

function isThere(change: Change, files: OpenFiles): change is Replacement {
  if (!isItem(change)) return false;
  const { place, by } = change;
  const document = files.get(place.file)?.document;
  const list = document === undefined ? undefined : valueAtPath(document, place.path.slice(0, -1));
  return Array.isArray(list) && list.some((item, index) => item === by && index !== place.path.at(-1));
}

function isItem(change: Change): change is Replacement {
  return change.do === 'replace' && change.place.at === 'value' && typeof change.place.path.at(-1) === 'number';
}
