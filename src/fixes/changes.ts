/** Changes in symbols → text edits on the files as they are. */
import { group } from '../collections.js';
import { FIRST_LINE, homeFor } from '../declarations/homes.js';
import type { DeclarationFile } from '../declarations/model.js';
import type { Change, Edit } from '../finding.js';
import { appendTo, inMapThere, insertFirst, insertInto } from '../text/insert.js';
import { removeAt } from '../text/remove.js';
import { replaceAt } from '../text/replace.js';

/** A change in the file that it is for; what was to be declared has its place. */
export type PlacedChange = Exclude<Change, { readonly do: 'declare' }>;

/** The edits of a file, and the changes of values that they are to make. */
export interface FileChange {
  readonly file: DeclarationFile;
  readonly changes: readonly PlacedChange[];
  readonly edits: readonly Edit[];
  /** Comment lines go with what is taken out. */
  readonly takesComments: boolean;
}

/** Files to make changes in; what is found out about one is found out once. */
export interface OpenFiles {
  readonly files: readonly DeclarationFile[];
  get(path: string): DeclarationFile | undefined;
  /** Path of the file in which entries of a section live. */
  homeFor(section: string): string | undefined;
  /** A part of the file is named by an anchor: an edit of one part may change others. */
  hasAnchors(file: DeclarationFile): boolean;
}

const ANCHOR = /(?:^|[\s[{,:])&[^\s,[\]{}&;]+(?:\s|$)/u;

/** Opens files for changes. */
export function openFiles(files: readonly DeclarationFile[]): OpenFiles {
  const byPath = new Map(files.map(file => [file.path, file]));
  const homes = new Map<string, string | undefined>();
  const anchored = new Map<DeclarationFile, boolean>();
  return {
    files,
    get: path => byPath.get(path),
    homeFor: section => {
      if (!homes.has(section)) homes.set(section, homeFor(files, section)?.path);
      return homes.get(section);
    },
    hasAnchors: file => {
      const found = anchored.get(file) ?? ANCHOR.test(file.text);
      anchored.set(file, found);
      return found;
    },
  };
}

/**
 * The edits that changes come to, by file; what goes into one map goes in together.
 * @returns undefined when one of them cannot be made by text edit: its file is not there or cannot be read, its place is not there or behind
 * an alias, something else stands where entries should go
 */
export function changeFiles(changes: readonly Change[], files: OpenFiles): readonly FileChange[] | undefined {
  const placed = placeChanges(changes, files);
  if (placed.length < changes.length) return undefined;
  const changed: FileChange[] = [];
  for (const [path, own] of group(placed, ({ place }) => place.file)) {
    const file = files.get(path);
    if (file === undefined || file.document.faults.length > 0) return undefined;
    // Of what goes in at one point, that which is further in comes first.
    const together = joined(inMapsThere(joined(own), file)).sort((one, other) => depthOf(other, file) - depthOf(one, file));
    const made = together.flatMap(change => editsFor(change, file) ?? []);
    if (made.length < together.length) return undefined;
    const edits = made.flatMap(each => each.edits);
    changed.push({ file, changes: together, edits, takesComments: made.some(each => each.takesComments === true) });
  }
  return changed;
}

/** Additions as those to maps and lists that are there; in a file without content, nothing stands in front of its version. */
function inMapsThere(changes: readonly PlacedChange[], { path: file, document }: DeclarationFile): readonly PlacedChange[] {
  const version = { do: 'add', place: { file, path: [], at: 'value' }, lines: FIRST_LINE } as const;
  const there = changes.map((change): PlacedChange => {
    if (change.do !== 'add' && change.do !== 'append') return change;
    const { place } = change;
    const { path, lines } = inMapThere(document, place.path, change.do === 'add' ? change.lines : change.items.join('\n'));
    return path.length === place.path.length ? change : { do: 'add', place: { ...place, path }, lines };
  });
  return document.value === null ? [version, ...there] : there;
}

/** How far in a change is: an addition as far as the map that is there; an item of a list, which may be indented as the key of the list, further. */
function depthOf({ do: what, place }: PlacedChange, { document }: DeclarationFile): number {
  let depth = place.path.length;
  while (depth > 0 && document.rangeOf(place.path.slice(0, depth), 'value') === undefined) depth--;
  return what === 'append' ? depth + 1 : depth;
}

/** Changes in the files that they are for; what has no home is left out. */
export function placeChanges(changes: readonly Change[], files: OpenFiles): readonly PlacedChange[] {
  return changes.flatMap((change): PlacedChange[] => {
    if (change.do !== 'declare') return [change];
    const home = files.homeFor(change.section);
    return home === undefined ? [] : [{ do: 'add', place: { file: home, path: [change.section], at: 'value' }, lines: change.lines }];
  });
}

/** Additions to one map or list become one, at the place of the first; what several bring goes in once. */
function joined(changes: readonly PlacedChange[]): PlacedChange[] {
  const sameTarget = group(changes, ({ do: what, place, ...change }) => JSON.stringify([what, place.path, place.at, 'first' in change]));
  return [...sameTarget.values()].flatMap((same): PlacedChange[] => {
    const [first] = same;
    if (first?.do === 'add') {
      const lines = new Set(same.flatMap(change => (change.do === 'add' ? [change.lines] : [])));
      return [{ ...first, lines: [...lines].join('\n') }];
    }
    if (first?.do === 'append')
      return [{ ...first, items: [...new Set(same.flatMap(change => (change.do === 'append' ? change.items : [])))] }];
    return same.slice(0, 1);
  });
}

function editsFor(
  change: PlacedChange,
  { document, text }: DeclarationFile,
): { readonly edits: readonly Edit[]; readonly takesComments?: boolean } | undefined {
  const { path, at } = change.place;
  if (change.do === 'remove') return removeAt(document, text, path);
  const edits =
    change.do === 'replace'
      ? replaceAt(document, text, path, at, change.by)
      : change.do === 'append'
        ? appendTo(document, text, path, change.items.join('\n'))
        : change.first === true
          ? insertFirst(document, text, change.lines)
          : insertInto(document, text, path, change.lines);
  return edits === undefined ? undefined : { edits };
}
