/** A text that is written, and yet says nothing: empty, or what people write for "to be decided". */
import { UNDECIDED_WORD } from './purposes/references.js';

export function isBlank(text: string): boolean {
  const written = text.trim();
  return written === '' || UNDECIDED_WORD.test(written);
}
