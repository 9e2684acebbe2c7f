/** A fix as text edits. */
import type { Fix, ResolvedFix } from '../finding.js';
import { changeFiles, type OpenFiles, type PlacedChange, placeChanges } from './changes.js';
import { tryChanges } from './try.js';

/**
 * A fix as edits. One that takes comments with it is not safe, whatever its rule says.
 * @returns `shared` when others would change with it, which share a part of the file by an anchor; undefined when it cannot be made at all
 */
export function resolveFix(fix: Fix, files: OpenFiles): ResolvedFix | 'shared' | undefined {
  const changed = changeFiles(fix.changes, files);
  if (changed === undefined) return placeChanges(fix.changes, files).some(change => isAlias(change, files)) ? 'shared' : undefined;
  if (changed.every(({ edits }) => edits.length === 0)) return undefined;
  if (changed.some(({ file }) => files.hasAnchors(file)) && tryChanges(fix.changes, files) === undefined) return 'shared';
  return {
    id: fix.id,
    safe: fix.safe && !changed.some(({ takesComments }) => takesComments),
    files: changed.map(({ file, edits }) => ({ file: file.path, edits })),
  };
}

/** Does what is to change stand behind an alias, or in something that does? */
function isAlias({ place: { file, path } }: PlacedChange, files: OpenFiles): boolean {
  const { document, text = '' } = files.get(file) ?? {};
  return path.some((_, depth) => {
    const range = document?.rangeOf(path.slice(0, depth + 1), 'value');
    return range !== undefined && text[range.start] === '*';
  });
}
