/** TypeScript and JavaScript → what they send to Mautic, through the compiler API. */
import type { Script, Send, SiteNote } from '../site.js';

/** The files around the scripts, for imports and `tsconfig.json`: paths relative to the root of the repository, and never outside it. */
export interface CodeHost {
  /** Undefined when there is no such file, or it may not be read. */
  readonly readText: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
}

export interface CodeWish {
  /** Names of functions and components of the team that send to Mautic. */
  readonly helpers: readonly string[];
  readonly host: CodeHost;
}

export interface CodeReading {
  readonly sends: readonly Send[];
  readonly notes: readonly SiteNote[];
  /** Other files that were read for it. */
  readonly dependencies: readonly string[];
}

/** Reads scripts together, so that what one takes from another is known. */
export function readScripts(_scripts: readonly Script[], _wish: CodeWish): ReadonlyMap<Script, CodeReading> {
  return new Map();
}
