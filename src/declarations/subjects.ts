/** Path in a declaration file → the identity of the entry it lies in. */
import type { DocumentPath } from '../finding.js';
import { comparableKey, DECLARED_KINDS, formatIdentity } from '../items.js';

/** Sections whose keys are names, and the prefix of their identities. */
const PREFIXES: ReadonlyMap<unknown, string> = new Map<string, string>([
  ...DECLARED_KINDS.map(({ kind, section }) => [section, kind] as const),
  ['purposes', 'purpose'],
  ['recipients', 'recipient'],
  ['systems', 'system'],
  ['notices', 'notice'],
  ['tracking', 'tracking'],
]);
const BLOCKS: ReadonlySet<unknown> = new Set(['organisation', 'instance', 'rights', 'budget']);

/** `kind:key` inside an entry, the name of the block inside of one, else `file:<path>`. */
export function subjectAt(file: string, path: DocumentPath): string {
  const [section, name, inner, question] = path;
  if (BLOCKS.has(section) && path.length > 0) {
    return section === 'instance' && name === 'plugins' && inner !== undefined ? `plugin:${inner}` : String(section);
  }
  const prefix = PREFIXES.get(section);
  if (prefix === undefined || name === undefined) return `file:${file}`;
  const key = comparableKey(String(name));
  if (section === 'forms' && inner === 'fields' && question !== undefined) {
    return formatIdentity('form_field', `${key}/${comparableKey(String(question))}`);
  }
  return formatIdentity(prefix, key);
}
