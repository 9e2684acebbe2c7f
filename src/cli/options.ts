/** Every command with its options and examples: one table for parsing and for `--help`. */
import type { CommandInfo, OptionInfo } from './command.js';

export const FORMATS = ['stylish', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown'] as const;

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

/** Made when it is asked for: a run is of one command. */
export const COMMANDS: Readonly<Record<string, () => CommandInfo>> = {
  check: () => ({
    operands: '[GLOB...]',
    summary: 'hold the declarations against the snapshot',
    about:
      'Reads purposelint.yaml, the declarations and the snapshot of Mautic, and says what is undocumented, purposeless or wrongly asked. With globs it tells only what belongs to those declaration files; all of `declarations` are read, as they belong together. Works offline and changes nothing without --fix; with --live it looks at Mautic itself.',
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
      fix: {
        type: 'string',
        value: 'unsafe',
        bare: 'safe',
        choices: ['safe', 'unsafe'],
        help: 'write into the declarations what can be fixed; =unsafe: also what takes something away or states something (docs/fixes.md)',
      },
      'dry-run': {
        type: 'boolean',
        apart: 'format',
        help: 'print what --fix would change as a unified diff, and write nothing; exit 1 if anything would',
      },
      now: { type: 'string', value: 'DATE', help: 'judge as of that day, such as 2026-11-02' },
      base: {
        type: 'string',
        value: 'BRANCH',
        help: 'also judge what changes for people since this branch left that one: new uses of old data, a raised budget; needs git',
      },
      live: {
        type: 'boolean',
        help: 'take the snapshot from Mautic first, in memory; address and login as for `pull`, no file is written',
      },
      url: { type: 'string', value: 'URL', needs: 'live', help: 'with --live: address of Mautic (default: `mautic.url`, else MAUTIC_URL)' },
      'no-baseline': { type: 'boolean', help: 'count the accepted findings as well, as if there were no baseline' },
      'no-snapshot': { type: 'boolean', apart: 'live', help: 'look at the declarations alone; rules that need Mautic are not run' },
      'no-website': { type: 'boolean', help: 'do not scan the code of the website, although `website` of purposelint.yaml names it' },
      timing: { type: 'boolean', help: 'say on standard error how many milliseconds each rule took' },
    },
    examples: [
      ['purposelint check', 'the whole policy'],
      ['purposelint check --format github --format markdown=summary.md', 'annotations, and a summary for the pull request'],
      ['purposelint check --no-snapshot', 'declarations only, for a pre-commit hook'],
      ['purposelint check --base origin/main', 'in a pull request: may old data be used in the new way?'],
      ['purposelint check --now 2026-06-30 --fail-on warn', 'as of the end of June, warnings too'],
      ['purposelint check --fix', 'entries to decide for what is undeclared, and clear mistakes mended'],
      ['purposelint check --fix=unsafe --dry-run', 'everything that could be fixed, as a diff'],
      ['purposelint check --live --format markdown', 'every night: the Mautic of today, and what changed since the snapshot'],
    ],
    load: async () => (await import('./commands/check.js')).check,
  }),
  scan: () => ({
    operands: '[GLOB...]',
    summary: 'what the code of your website sends to Mautic',
    about:
      'Reads TypeScript, JavaScript, HTML and templates and tells what they send: fields, tags, forms, tracking scripts and pixels, other trackers; each with file, line and column, and what the code does not say. It looks at `website.include` of purposelint.yaml, at the files, folders or globs that are named instead, or else at the whole repository, and runs nothing of it. check does the same, and judges it. With a snapshot at hand, forms have their names, and what Mautic does not have is marked. Exit code 3 when no file fits, or when one cannot be read and `website.required` asks for all.',
    options: { json: { type: 'boolean', help: 'for machines' } },
    examples: [
      ['purposelint scan', 'the website of purposelint.yaml, else the whole repository'],
      ['purposelint scan site "themes/**/*.twig"', 'a folder and some templates'],
      ['purposelint scan --json', 'as data'],
    ],
    load: async () => (await import('./commands/scan.js')).scan,
  }),
  doctor: () => ({
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
  }),
  pull: () => ({
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
        needs: 'counts',
        help: 'with --counts: also how old the dates in that field are; may be repeated',
      },
      full: { type: 'boolean', help: 'read everything again, not only what changed since the last pull' },
      diff: { type: 'boolean', help: 'show what came, went, was renamed and changed since the snapshot that is there' },
      format: {
        type: 'string',
        value: 'NAME',
        choices: ['stylish', 'markdown', 'json'],
        needs: 'diff',
        help: 'of --diff: stylish, markdown, json',
      },
      'dry-run': { type: 'boolean', apart: 'output', help: 'write no file' },
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
  }),
  init: () => ({
    operands: '',
    most: 0,
    summary: 'start purposelint.yaml and declarations from the snapshot',
    about:
      'Writes purposelint.yaml and one entry, `purposes: []`, for each item of the snapshot that has none, with its name in Mautic as a comment. Adds to existing files and keeps what is in them. With --ci it writes the jobs for GitHub or GitLab instead: a check of every pull request, and every night a fresh snapshot as a pull request.',
    options: {
      ci: { type: 'string', value: 'github|gitlab', choices: ['github', 'gitlab'], help: 'write the jobs for that forge instead' },
    },
    examples: [
      ['purposelint init', 'after `purposelint pull`'],
      ['purposelint init --ci github', 'the workflows, and what to set on GitHub'],
    ],
    load: async () => (await import('./commands/init.js')).init,
  }),
  baseline: () => ({
    operands: 'write|prune [GLOB...]',
    summary: 'accept what is found today, so that only what is new fails; then make it less',
    about:
      'write accepts the findings of today, each by rule and item, never by line or wording, and writes them to `baseline` of purposelint.yaml (default: privacy/baseline.json). From then on check counts them apart, and only what is new fails. The file may only shrink: write refuses to replace it, prune takes out what is not found any more, and never adds. What no waiver may excuse is not accepted. Globs narrow it to what belongs to those declaration files.',
    options: { now: { type: 'string', value: 'DATE', help: 'judge as of that day, such as 2026-11-02' } },
    examples: [
      ['purposelint baseline write', 'after `purposelint init`: start on a Monday'],
      ['purposelint baseline prune', 'after some of it was mended'],
      ['purposelint baseline prune privacy/tags.yaml', 'only what belongs to that file'],
    ],
    load: async () => (await import('./commands/baseline.js')).baseline,
  }),
  where: () => ({
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
  }),
  lsp: () => ({
    operands: '',
    most: 0,
    summary: 'the language server, for editors',
    about:
      'Speaks the Language Server Protocol over standard input and output: the findings of check while you type, on the text as it is in the editor; names to choose from, what Mautic has behind a name, where it is declared, fixes and waivers. Editors start it; docs/editor.md has the settings for each.',
    options: {
      stdio: { type: 'boolean', help: 'standard input and output; there is no other way' },
      clientProcessId: { type: 'string', value: 'NUMBER', help: 'end with that process; editors say it' },
      now: { type: 'string', value: 'DATE', help: 'judge as of that day, such as 2026-11-02' },
    },
    examples: [['purposelint lsp', 'the command to write into the settings of an editor']],
    load: async () => (await import('./commands/lsp.js')).lsp,
  }),
  diff: () => ({
    operands: '[BASE]',
    most: 1,
    summary: 'what a branch changes for people, for its reviewer',
    about:
      'Compares declarations, snapshot and baseline with those at the commit where this branch left BASE, a branch, tag or commit, and tells in plain words: new data, new purposes, new recipients, longer retention, more questions that must be answered, a weaker legal basis, exceptions added; and what was given up. It describes and does not judge: the exit code is 0, and 3 when it could not compare. Without BASE: the branch that the pull request goes into, in GitHub Actions and GitLab CI, else the main branch of `origin`. What is not committed counts as well.',
    options: {
      format: { type: 'string', value: 'NAME', choices: ['text', 'markdown', 'json'], help: 'text, markdown, json (default: text)' },
      now: { type: 'string', value: 'DATE', help: 'look at both as of that day, such as 2026-11-02' },
    },
    examples: [
      ['purposelint diff main', 'before a pull request'],
      ['purposelint diff --format markdown >> "$GITHUB_STEP_SUMMARY"', 'in CI, for the reviewer'],
      ['purposelint diff v2026.10 --format json', 'since a tag, as data'],
    ],
    load: async () => (await import('./commands/diff.js')).diff,
  }),
  explain: () => ({
    operands: '[RULE]',
    most: 1,
    summary: 'what a rule flags, why, the law, and examples',
    about: 'Explains one rule in plain words; without a rule, lists all of them.',
    options: { json: { type: 'boolean', help: 'for machines' } },
    examples: [
      ['purposelint explain consent-forced', 'one rule'],
      ['purposelint explain consent-forced --language it', 'in Italian'],
      ['purposelint explain --json', 'all rules'],
    ],
    load: async () => (await import('./commands/explain.js')).explain,
  }),
  rules: () => ({
    operands: 'new NAME | test [FILE...]',
    summary: 'write a rule of your own, or try those that you have',
    about:
      'Rules of your own are TypeScript files of the repository that `plugins` of purposelint.yaml names; check runs them beside the others. new writes privacy/rules/NAME.ts, a rule that works, with its examples, and its entry in `plugins`. test runs the examples of all of them, or of the files that are named, and says of each what was expected and found. docs/own-rules.md tells what a rule sees and returns.',
    options: {},
    examples: [
      ['purposelint rules new house-style', 'a rule to start from'],
      ['purposelint rules test', 'do all of them find what their examples say?'],
      ['purposelint rules test privacy/rules/house-style.ts', 'one file, also before it is in `plugins`'],
    ],
    load: async () => (await import('./commands/rules.js')).rules,
  }),
  config: () => ({
    operands: '',
    most: 0,
    summary: 'the resolved configuration and where each value comes from',
    about: 'Prints every value of the configuration with the file and line it comes from, or the default.',
    options: { json: { type: 'boolean', help: 'for machines' } },
    examples: [['purposelint config', 'as text']],
    load: async () => (await import('./commands/config.js')).config,
  }),
};
