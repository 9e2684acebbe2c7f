/** Trying changes out: the new texts, if they say what they said before and nothing else than the changes. */
import type { DeclarationFile } from '../declarations/model.js';
import { readFile } from '../declarations/read-file.js';
import type { Change } from '../finding.js';
import { applyEdits } from '../text/edits.js';
import { changeFiles, type FileChange, type OpenFiles } from './changes.js';
import { holdsAfter } from './values.js';

/**
 * The files that changes touch, as they are afterwards.
 * @returns undefined when a change cannot be made, when two of them meet, when any value changes that none of them is about, or when a file has
 * more mistakes than before
 */
export function tryChanges(changes: readonly Change[], files: OpenFiles): readonly DeclarationFile[] | undefined {
  const after = changeFiles(changes, files)?.map(tried);
  return after?.every(file => file !== undefined) ? after : undefined;
}

function tried({ file, changes, edits }: FileChange): DeclarationFile | undefined {
  const text = edited(file.text, edits);
  if (text === undefined) return undefined;
  const { document: _, ...source } = file;
  const after = readFile({ ...source, text });
  const { document } = after.file;
  if (document.faults.length > 0 || !holdsAfter(file.document.value, changes, document.value)) return undefined;
  return after.problems.length > 0 && after.problems.length > readFile(source).problems.length ? undefined : after.file;
}

function edited(text: string, edits: FileChange['edits']): string | undefined {
  try {
    return applyEdits(text, edits);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
