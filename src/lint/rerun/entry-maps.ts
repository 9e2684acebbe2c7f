/** The maps of entries in a declaration file: what is watched, and compared, entry by entry and key by key. */
import { DECLARED_KINDS } from '../../items.js';

/** Maps at the root of a file. */
const AT_ROOT: ReadonlySet<string> = new Set([
  ...DECLARED_KINDS.map(({ section }) => section),
  ...['purposes', 'recipients', 'systems', 'notices'],
]);

/** The map of questions in the entry of a form. */
const QUESTIONS = 'forms.fields';

/** Is that a map of entries? @param part `contact_fields` at the root, `forms.fields` in an entry of `forms` */
export function isEntryMap(part: string): boolean {
  return part === QUESTIONS || AT_ROOT.has(part);
}
