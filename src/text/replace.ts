/** Another key or value in a YAML file by text edit, in the quotes that are there. */
import type { DocumentPath, Edit } from '../finding.js';
import type { TextDocument } from './document.js';
import { eolOf } from './layout.js';
import { keyText, valueText } from './scalars.js';

/**
 * The edit that writes another key or value.
 * @returns undefined when the place does not exist, or is an alias: what stands behind one is text of another part
 */
export function replaceAt(
  document: TextDocument,
  text: string,
  path: DocumentPath,
  at: 'key' | 'value',
  by: string | number | boolean | readonly string[],
): readonly Edit[] | undefined {
  const range = path.length === 0 ? undefined : document.rangeOf(path, at);
  if (range === undefined || text[range.start] === '*') return undefined;
  const old = text.slice(range.start, range.end);
  const fresh = written(by, at, old);
  // A value that is missing is empty right behind the colon; a text of several lines ends with its line end.
  const before = old === '' ? ' ' : '';
  const after = /^[|>]/u.test(old) && old.endsWith('\n') ? eolOf(text) : '';
  return [{ ...range, text: before + fresh + after }];
}

function written(by: string | number | boolean | readonly string[], at: 'key' | 'value', old: string): string {
  if (typeof by !== 'string') return valueText(by);
  const plain = at === 'key' ? keyText(by) : valueText(by);
  if (plain.startsWith('"')) return plain;
  if (old.startsWith('"')) return `"${plain}"`;
  return old.startsWith("'") ? `'${plain}'` : plain;
}
