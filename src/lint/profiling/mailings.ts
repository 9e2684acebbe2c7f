/** Which purposes are advertising to people on a list, apart from watching and rating them. */
import type { Purpose } from '../../generated/declaration.js';
import { traitsOf } from '../purposes/vocabulary.js';

/** Is it advertising, and not profiling by its very use? A yes to it is a yes to messages. */
export function isMailing(purpose: Purpose): boolean {
  const traits = traitsOf(purpose);
  return traits.includes('marketing') && !traits.includes('profiling');
}
