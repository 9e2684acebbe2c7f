/** The run cannot go on: the sentence to say and the exit code. */
import type { Language } from '../finding.js';
import { errorCode } from '../guards.js';
import type { MessageCode } from './messages.js';

/** Exit codes, the same for every command and format. */
export const EXIT = { ok: 0, findings: 1, usage: 2, notChecked: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export class Stop extends Error {
  constructor(
    readonly exit: ExitCode,
    readonly code: MessageCode,
    readonly data: Readonly<Record<string, string | number>> = {},
    /** Left out while the configuration is not read yet: then the language of the command line. */
    readonly language?: Language,
  ) {
    super(code);
    this.name = 'Stop';
  }
}

/**
 * Does some work whose errors are to be said in this language.
 * @throws Stop with the language, unless it has one; any other error as it is
 */
export async function speaking<T>(language: Language, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Stop ? new Stop(error.exit, error.code, error.data, error.language ?? language) : error;
  }
}

/** A file could not be written; what was there is then untouched. */
export function notWritable(path: string, error: unknown): Stop {
  return new Stop(EXIT.usage, 'not-writable', { path, detail: errorCode(error) });
}
