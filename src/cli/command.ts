/** What a command is: its syntax and help, the arguments that it gets, and what it does with them. */
import type { Io } from './io.js';
import type { ExitCode } from './stop.js';

export interface OptionInfo {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands behind the option in the help: `--now DATE`. */
  readonly value?: string;
  readonly help: string;
  /** Closed list of values. */
  readonly choices?: readonly string[];
  /** The value of an option that is given without one; it takes another only behind `=`. */
  readonly bare?: string;
  /** The option that it belongs to. */
  readonly needs?: string;
  /** An option that it does not go together with. */
  readonly apart?: string;
}

export interface CommandInfo {
  /** What stands behind the name: `[GLOB...]`. */
  readonly operands: string;
  /** How many of them it takes; left out where it takes any number, or says itself what is wrong. */
  readonly most?: number;
  readonly summary: string;
  readonly about: string;
  readonly options: Readonly<Record<string, OptionInfo>>;
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** Loaded only when it is called. */
  readonly load: () => Promise<Command>;
}

/** Values of the options, by name, and the operands. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly operands: readonly string[];
}

export type Command = (args: Arguments, io: Io) => Promise<ExitCode>;
