/** A text that is written, and yet says nothing: empty, or what people write for "to be decided". */
import { UNDECIDED_WORD } from './purposes/references.js';

/** Does a text say nothing? `todo`, `tbd` and question marks do not either. */
export function isBlank(text: string): boolean {
  const written = text.trim();
  return written === '' || UNDECIDED_WORD.test(written);
}
