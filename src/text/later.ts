/**
 * What is made when it is first asked for. The engine reads a regular expression when it is made, and looks `\p{…}` up in its tables of
 * letters, which takes up to a millisecond for each: what a short run may not need is not made at the start.
 */
export function later<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
