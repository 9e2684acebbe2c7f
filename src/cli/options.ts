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
      'Reads purposelint.yaml, the declarations and the snapshot of Mautic, and says what is undocumented, purposeless or wrongly asked. Globs replace `declarations` of purposelint.yaml. Works offline and changes nothing; with --live it looks at Mautic itself.',
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
      live: {
        type: 'boolean',
        help: 'take the snapshot from Mautic first, in memory; address and login as for `pull`, no file is written',
      },
      url: { type: 'string', value: 'URL', help: 'with --live: address of Mautic (default: `mautic.url`, else MAUTIC_URL)' },
      'no-snapshot': { type: 'boolean', help: 'look at the declarations alone; rules that need Mautic are not run' },
      timing: { type: 'boolean', help: 'say on standard error how many milliseconds each rule took' },
    },
    examples: [
      ['purposelint check', 'the whole policy'],
      ['purposelint check --format github --format markdown=summary.md', 'annotations, and a summary for the pull request'],
      ['purposelint check --no-snapshot', 'declarations only, for a pre-commit hook'],
      ['purposelint check --now 2026-06-30 --fail-on warn', 'as of the end of June, warnings too'],
      ['purposelint check --live --format markdown', 'every night: the Mautic of today, and what changed since the snapshot'],
    ],
    load: async () => (await import('./commands/check.js')).check,
  },
  doctor: {
    operands: '',
    summary: 'can Mautic be read, what does its role show, which role does it take',
    about:
      'The first thing to run. Asks Mautic for a total of each kind, never for a person, and says: can it be reached, does TLS hold, which version, which login, what the role may see kind by kind and what to change, how long a pull takes, which rules will not run, and which role to create. Address and login are those of pull. Exit code 3 when something cannot be seen.',
    options: {
      url: { type: 'string', value: 'URL', help: 'address of Mautic, with its folder (default: `mautic.url`, else MAUTIC_URL)' },
      json: { type: 'boolean', help: 'for machines' },
    },
    examples: [
      ['purposelint doctor', 'the Mautic of purposelint.yaml'],
      ['purposelint doctor --url https://example.com/mautic', 'before there is any file'],
    ],
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
  pull: {
    operands: '[--from PATH...]',
    summary: 'write or refresh the snapshot of Mautic',
    about:
      'Reads a live Mautic over its API and writes the snapshot: structure only, never a person’s value. The address is `mautic.url` of purposelint.yaml, --url or MAUTIC_URL; the login comes from the environment alone: MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET (OAuth2), or MAUTIC_USER and MAUTIC_PASSWORD (Basic), each also as a file named by …_FILE. A pull that was cut off goes on when run again within the hour. With --from it reads saved API answers (a file each, or a bundle keyed by request) or an entity export of Mautic 7 (JSON or ZIP) instead; answers about people are refused unread.',
    options: {
      url: { type: 'string', value: 'URL', help: 'address of Mautic, with its folder (default: `mautic.url`, else MAUTIC_URL)' },
      counts: {
        type: 'boolean',
        help: 'also count how many people have each field, tag and segment; no person is read, but it takes minutes',
      },
      older: {
        type: 'string',
        multiple: true,
        value: 'FIELD',
        help: 'with --counts: also how old the dates in that field are; may be repeated',
      },
      full: { type: 'boolean', help: 'read everything again, not only what changed since the last pull' },
      diff: { type: 'boolean', help: 'show what came, went, was renamed and changed since the snapshot that is there' },
      format: { type: 'string', value: 'NAME', choices: ['stylish', 'markdown', 'json'], help: 'of --diff: stylish, markdown, json' },
      'dry-run': { type: 'boolean', help: 'write no file' },
      output: { type: 'string', value: 'FILE', help: 'where to write (default: `snapshot` of purposelint.yaml); - for standard output' },
      from: { type: 'string', multiple: true, value: 'PATH', help: 'file or folder of saved answers; may be repeated' },
      'taken-at': {
        type: 'string',
        value: 'TIME',
        help: 'with --from: when the answers were saved, such as 2026-11-02T09:30:00Z (default: newest time of the files)',
      },
      host: {
        type: 'string',
        value: 'HOST',
        help: 'with --from: host of the instance, when the files do not tell it (default: of `mautic.url`)',
      },
    },
    examples: [
      ['purposelint pull', 'the Mautic of purposelint.yaml'],
      ['purposelint pull --diff --format markdown', 'and what changed, for a pull request'],
      ['purposelint pull --counts --older consent_date', 'numbers of people, and how old consent is'],
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
    examples: [['purposelint init', 'after `purposelint pull`']],
    load: async () => (await import('./commands/init.js')).init,
  },
  where: {
    operands: 'ITEM [ITEM]',
    summary: 'every use of an item, all items that nothing uses, or the ways from one to another',
    about:
      'Looks the item up in the snapshot and tells what asks for it, reads, writes, filters or sends it, in words and with the link to the screen in Mautic; then who uses these, what the item does itself, and what could not be looked at. An item is named kind:key, such as contact_field:email or segment:readers; kind:key#id where two have one key. With --unused it lists the items that nothing uses. With --path it tells how people get from one item to another, from a form to an e-mail say, and at which steps they are asked for the consent that the declarations name.',
    options: {
      unused: { type: 'boolean', help: 'list the items that nothing uses, instead of one item' },
      path: { type: 'boolean', help: 'the ways from the first item to the second, those without consent first' },
      json: { type: 'boolean', help: 'for machines' },
    },
    examples: [
      ['purposelint where contact_field:email', 'every use of a field'],
      ['purposelint where "form_field:Newsletter/email" --json', 'a question of a form, as data'],
      ['purposelint where --unused', 'what could be deleted'],
      ['purposelint where --path form:Contest "email:Monthly menu"', 'does who takes part get the menu, and was that asked?'],
    ],
    load: async () => (await import('./commands/where.js')).where,
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
