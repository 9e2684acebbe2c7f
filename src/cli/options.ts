/** Every command with its options and examples: one table for parsing and for `--help`. */
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
}

export interface CommandInfo {
  /** What stands behind the name: `[GLOB...]`. */
  readonly operands: string;
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

export const FORMATS = ['stylish', 'json', 'github', 'markdown'] as const;

/** Options of every command. */
export const COMMON: Readonly<Record<string, OptionInfo>> = {
  language: {
    type: 'string',
    value: 'en|it',
    choices: ['en', 'it'],
    help: 'language of the messages (default: `language` of purposelint.yaml, else en)',
  },
  help: { type: 'boolean', help: 'this text' },
};

export const COMMANDS: Readonly<Record<string, CommandInfo>> = {
  check: {
    operands: '[GLOB...]',
    summary: 'hold the declarations against the snapshot',
    about:
      'Reads purposelint.yaml, the declarations and the snapshot of Mautic, and says what is undocumented, purposeless or wrongly asked. Globs replace `declarations` of purposelint.yaml. Works offline and changes nothing.',
    options: {
      format: {
        type: 'string',
        multiple: true,
        value: 'NAME[=FILE]',
        help: `${FORMATS.join(', ')}; to a file with =FILE; may be repeated (default: stylish)`,
      },
      'fail-on': {
        type: 'string',
        value: 'SEVERITY',
        choices: ['error', 'warn', 'info'],
        help: 'exit 1 from this severity on (default: error)',
      },
      now: { type: 'string', value: 'DATE', help: 'judge as of that day, such as 2026-11-02' },
      'no-snapshot': { type: 'boolean', help: 'look at the declarations alone; rules that need Mautic are not run' },
    },
    examples: [
      ['purposelint check', 'the whole policy'],
      ['purposelint check --format github --format markdown=summary.md', 'annotations, and a summary for the pull request'],
      ['purposelint check --no-snapshot', 'declarations only, for a pre-commit hook'],
      ['purposelint check --now 2026-06-30 --fail-on warn', 'as of the end of June, warnings too'],
    ],
    load: async () => (await import('./commands/check.js')).check,
  },
  pull: {
    operands: '--from PATH...',
    summary: 'write or refresh the snapshot of Mautic',
    about:
      'Reads saved API answers (a file each, or a bundle keyed by request) or an entity export of Mautic 7 (JSON or ZIP), from files and folders, and writes the snapshot: structure only, never a person’s value. Answers about people are refused unread.',
    options: {
      from: { type: 'string', multiple: true, value: 'PATH', help: 'file or folder of saved answers; may be repeated' },
      output: { type: 'string', value: 'FILE', help: 'where to write (default: `snapshot` of purposelint.yaml); - for standard output' },
      'taken-at': {
        type: 'string',
        value: 'TIME',
        help: 'when the answers were saved, such as 2026-11-02T09:30:00Z (default: newest time of the files)',
      },
      host: { type: 'string', value: 'HOST', help: 'host of the instance, when the files do not tell it (default: of `mautic.url`)' },
    },
    examples: [
      ['purposelint pull --from answers', 'every saved answer in a folder'],
      ['purposelint pull --from export.zip --output -', 'an entity export, printed'],
    ],
    load: async () => (await import('./commands/pull.js')).pull,
  },
  init: {
    operands: '',
    summary: 'start purposelint.yaml and declarations from the snapshot',
    about:
      'Writes purposelint.yaml and one entry, `purposes: []`, for each item of the snapshot that has none, with its name in Mautic as a comment. Adds to existing files and keeps what is in them.',
    options: {},
    examples: [['purposelint init', 'after `purposelint pull --from answers`']],
    load: async () => (await import('./commands/init.js')).init,
  },
  explain: {
    operands: '[RULE]',
    summary: 'what a rule flags, why, the law, and examples',
    about: 'Explains one rule in plain words; without a rule, lists all of them.',
    options: { json: { type: 'boolean', help: 'for machines' } },
    examples: [
      ['purposelint explain consent-forced', 'one rule'],
      ['purposelint explain consent-forced --language it', 'in Italian'],
      ['purposelint explain --json', 'all rules'],
    ],
    load: async () => (await import('./commands/explain.js')).explain,
  },
  config: {
    operands: '',
    summary: 'the resolved configuration and where each value comes from',
    about: 'Prints every value of the configuration with the file and line it comes from, or the default.',
    options: { json: { type: 'boolean', help: 'for machines' } },
    examples: [['purposelint config', 'as text']],
    load: async () => (await import('./commands/config.js')).config,
  },
};
