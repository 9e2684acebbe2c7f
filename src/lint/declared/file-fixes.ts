/** Fixes of mistakes in the files: what was meant is clear from what the format and the other names allow. */
import type { DeclarationFile, Problem } from '../../declarations/model.js';
import type { Fix } from '../../finding.js';
import { isRecord } from '../../guards.js';
import { comparableKey, parseIdentity } from '../../items.js';
import { valueAtPath } from '../../text/layout.js';
import type { RuleContext } from '../rule.js';

/**
 * The fixes of a mistake; none where only a person can know. A near name is safe when no other is near.
 * @param file the file in which it is
 * @param isName whether a text is the name of one thing
 */
export function fixesOfProblem(
  { code, place, data, isOnlyNear = false }: Problem,
  file: DeclarationFile | undefined,
  isName: (text: string) => boolean,
): Fix[] {
  if (file === undefined || file.document.faults.length > 0) return [];
  const { document } = file;
  if (code === 'version-missing') {
    return [{ id: 'write-version', safe: true, changes: [{ do: 'add', place, lines: 'version: 1', first: true }] }];
  }
  const found = valueAtPath(document, place.path);
  if (code === 'type' && data.found === 'found-string' && data.allowed === 'type-array') {
    if (typeof found !== 'string' || (SEPARATOR.test(found) && !isName(found))) return [];
    return [{ id: 'make-list', safe: true, changes: [{ do: 'replace', place, by: [found] }] }];
  }
  const { near } = data;
  if (near === undefined || place.range !== undefined) return [];
  if (place.at === 'key') {
    const map = valueAtPath(document, place.path.slice(0, -1));
    return isRecord(map) && !Object.hasOwn(map, near) ? [nearFix(place, near, isOnlyNear)] : [];
  }
  // In front of the name may stand what kind of thing it is.
  const name = data.key !== undefined && typeof found === 'string' && found.endsWith(data.key) ? data.key : data.value;
  if (typeof found !== 'string' || name === undefined || !found.endsWith(name)) return [];
  return [nearFix(place, found.slice(0, found.length - name.length) + near, isOnlyNear)];
}

/** What may stand between several. */
const SEPARATOR = /[\s,;|+&]/u;

/** The names of the things that lists name: purposes, recipients, systems, and items that are declared or in Mautic. */
export function namesOf({
  declarations,
  policy,
  snapshot,
}: Pick<RuleContext, 'declarations' | 'policy' | 'snapshot'>): (text: string) => boolean {
  const { purposes, recipients, systems } = declarations;
  return text => {
    const key = comparableKey(text);
    if ([purposes, recipients, systems].some(entries => entries.has(key)) || snapshot.item(text) !== undefined) return true;
    const identity = parseIdentity(text);
    return identity !== null && policy.entryFor(identity.kind, identity.key, identity.id) !== undefined;
  };
}

/** The fix that writes the name that was meant. */
export function nearFix(place: Problem['place'], near: string, isOnlyNear: boolean): Fix {
  return { id: 'replace-near', safe: isOnlyNear, changes: [{ do: 'replace', place, by: near }] };
}
