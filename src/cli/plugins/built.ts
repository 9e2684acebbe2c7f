/** Files of the built program. */
import { existsSync } from 'node:fs';

/** The address of a file of the built program: beside the program itself; run from its sources, in what was built last. */
export function builtFile(name: string): URL {
  const beside = new URL(`./${name}`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../../dist/${name}`, import.meta.url);
}
