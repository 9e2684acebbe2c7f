/** The order of texts in what the program says and writes. */

/** By code unit: the order does not depend on the language of the machine. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
