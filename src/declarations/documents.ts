/** The documents that declarations name: paths in the repository (the command line looks whether they are there), or web addresses. */
import type { DocumentPath, FilePlace } from '../finding.js';
import { isRecord } from '../guards.js';
import type { DeclarationFile, Problem } from './model.js';
import { subjectAt } from './subjects.js';

/** Keys whose text is always a path or an address; everywhere else `document` may be the name of an entry, whose value is a map. */
const KEYS: ReadonlySet<string> = new Set(['document', 'declaration']);

/**
 * Problems for documents that are not there.
 * @param exists whether a path, relative to the root of the repository, is a file inside it
 */
export function missingDocuments(files: readonly DeclarationFile[], exists: (path: string) => boolean): Problem[] {
  return files.flatMap(file =>
    [...documentsIn(file.document.value, [])]
      .filter(({ value }) => !/^https?:\/\//u.test(value) && !exists(value))
      .map(({ value, path }): Problem => {
        const place: FilePlace = { file: file.path, path, at: 'value' };
        return { code: 'document', subject: subjectAt(file.path, path), place, data: { value } };
      }),
  );
}

function* documentsIn(value: unknown, path: DocumentPath): Generator<{ value: string; path: DocumentPath }> {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* documentsIn(entry, [...path, index]);
  } else if (isRecord(value)) {
    for (const [key, entry] of Object.entries(value)) {
      if (KEYS.has(key) && typeof entry === 'string') yield { value: entry, path: [...path, key] };
      else if (!key.startsWith('x-')) yield* documentsIn(entry, [...path, key]);
    }
  }
}
