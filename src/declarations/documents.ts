/** The documents that declarations name: paths in the repository (the command line looks whether they are there), or web addresses. */
import type { DocumentPath, FilePlace } from '../finding.js';
import { isRecord } from '../guards.js';
import type { DeclarationFile, Problem } from './model.js';
import { subjectAt } from './subjects.js';

/** Keys whose text is always a path or an address; everywhere else `document` may be the name of an entry, whose value is a map. */
const KEYS: ReadonlySet<string> = new Set(['document', 'declaration']);
/** One of them, or a key that is written with escapes. */
const NAMED = /document|declaration|\\[xuU]/u;

/**
 * Problems for documents that are not there.
 * @param exists whether a path, relative to the root of the repository, is a file inside it
 */
export function missingDocuments(files: readonly DeclarationFile[], exists: (path: string) => boolean): Problem[] {
  // Most files name none, and need not be gone through.
  return files
    .filter(({ text }) => NAMED.test(text))
    .flatMap(file =>
      documentsIn(file.document.value)
        .filter(({ value }) => !/^https?:\/\//u.test(value) && !exists(value))
        .map(({ value, path }): Problem => {
          const place: FilePlace = { file: file.path, path, at: 'value' };
          return { code: 'document', subject: subjectAt(file.path, path), place, data: { value } };
        }),
    );
}

interface Named {
  readonly value: string;
  readonly path: DocumentPath;
}

/** Texts at these keys, however deep; own notes (`x-…`) are nobody's business. */
function documentsIn(root: unknown): Named[] {
  const found: Named[] = [];
  const steps: (string | number)[] = [];
  const look = (value: unknown, step: string | number): void => {
    steps.push(step);
    if (typeof value !== 'string') visit(value);
    else if (typeof step === 'string' && KEYS.has(step)) found.push({ value, path: [...steps] });
    steps.pop();
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (let index = 0; index < value.length; index++) look(value[index], index);
    else if (isRecord(value)) for (const key of Object.keys(value)) if (!key.startsWith('x-')) look(value[key], key);
  };
  visit(root);
  return found;
}
