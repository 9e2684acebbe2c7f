/** Names of tags and attributes between two positions, and which of them are wanted. */
import { reads } from './bytes';

const NUMBERS = 4096;
/** Wanted names by their numbers; two names with one number only make more stay. */
export const TAGS = memory.data(NUMBERS);
export const ATTRIBUTES = memory.data(NUMBERS);
/** Tags whose content is no markup. */
const CONTENTS = ['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'title', 'textarea'];

export function want(names: usize, start: usize, end: usize): void {
  store<u8>(names + numberOf(start, end), 1);
}

export function isWanted(names: usize, start: usize, end: usize): bool {
  return load<u8>(names + numberOf(start, end)) === 1;
}

/** The name of a tag whose content is no markup; null: it is another. */
export function contentOf(start: usize, end: usize): string | null {
  for (let index = 0; index < CONTENTS.length; index++) if (isName(start, end, CONTENTS[index])) return CONTENTS[index];
  return null;
}

export function isName(start: usize, end: usize, name: string): bool {
  return end - start === <usize>name.length && reads(start, name);
}

/** A name as a number, by its first four letters in either case and by its length. */
function numberOf(start: usize, end: usize): u32 {
  const length = <u32>(end - start);
  const letters = load<u32>(start) & (length < 4 ? (1 << (8 * length)) - 1 : u32.MAX_VALUE);
  return (((letters | 0x20202020) ^ (length << 24)) * 0x9e3779b1) >>> 20;
}
