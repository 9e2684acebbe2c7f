/** What everything of `doctor` is written with: names of kinds and of permissions. */
import { coverageWords } from '../../lint/coverage-words.js';
import type { Right } from '../../mautic/rights.js';
import { code, listed, type Sentence, text } from '../parts.js';
import type { Words } from '../words.js';
import type { DoctorWords } from './words.js';

export interface Telling {
  readonly words: Words;
  readonly doctor: DoctorWords;
}

/** Names of kinds and parts, as coverage calls them, in one list with an "and". */
export function kindsIn(of: readonly string[], { words }: Telling): Sentence {
  return listed(
    of.map(name => [text(coverageWords(words.language)[name] ?? name)]),
    words.and,
  );
}

/** `form:forms (viewown, viewother)`. */
export function permissionOf({ area, levels }: Right) {
  return code(`${area} (${levels.join(', ')})`);
}
