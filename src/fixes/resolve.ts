/** The fixes of a finding as text edits, for those who show or offer them. */
import type { Declarations } from '../declarations/model.js';
import type { Fix, ResolvedFix, RuleFinding } from '../finding.js';
import { changeFiles, type OpenFiles, openFiles } from './changes.js';
import { tryChanges } from './try.js';
import { withoutTwins } from './twins.js';

/**
 * The fixes of a finding that can be made in the files as they are, the best first. Pure.
 * @param declarations those that the finding is about
 * @param files the same, opened: for those who ask for many findings
 */
export function resolveFixes(
  { fixes = [] }: Pick<RuleFinding, 'fixes'>,
  declarations: Pick<Declarations, 'files'>,
  files: OpenFiles = openFiles(declarations.files),
): ResolvedFix[] {
  return fixes.flatMap(fix => resolveFix(withoutTwins(fix, files), files) ?? []);
}

/** A fix as edits; undefined when it cannot be made. One that takes comments with it is not safe, whatever its rule says. */
export function resolveFix(fix: Fix, files: OpenFiles): ResolvedFix | undefined {
  const changed = changeFiles(fix.changes, files);
  if (changed === undefined || changed.every(({ edits }) => edits.length === 0)) return undefined;
  if (changed.some(({ file }) => files.hasAnchors(file)) && tryChanges(fix.changes, files) === undefined) return undefined;
  return {
    id: fix.id,
    safe: fix.safe && !changed.some(({ takesComments }) => takesComments),
    files: changed.map(({ file, edits }) => ({ file: file.path, edits })),
  };
}
