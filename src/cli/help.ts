/** The texts of `--help`, made from the table of commands. */
import type { CommandInfo, OptionInfo } from './command.js';
import { COMMANDS, COMMON } from './options.js';
import { VERSION } from './version.js';

const EXIT_CODES = `Exit codes
  0  nothing at or above --fail-on
  1  findings
  2  usage, configuration or internal error
  3  could not check: no files, no snapshot, snapshot too old or incomplete`;

/** Help of the whole program. */
export function programHelp(): string {
  const commands = Object.entries(COMMANDS).map(([name, info]) => [name, info().summary] as const);
  return `purposelint ${VERSION}: every datum needs a purpose. Holds what a team declares about its data against what Mautic has.

Usage
  purposelint COMMAND [OPTIONS]

Commands
${table(commands)}

  Without a command it says what to do next in this folder. \`purposelint COMMAND --help\` tells more.

Options
${table([['--version', 'print the version'], ...optionRows(COMMON)])}

Examples
${table([
  ['purposelint doctor --url https://mautic.example.com', 'try the way to Mautic'],
  ['purposelint pull', 'make the snapshot of Mautic'],
  ['purposelint init', 'start declarations from it'],
  ['purposelint check', 'hold one against the other'],
])}

${EXIT_CODES}

Not legal advice: purposelint prints findings, evidence and what to do next.
`;
}

/** Help of one command. */
export function commandHelp(name: string, info: CommandInfo): string {
  return `purposelint ${name}: ${info.summary}

${info.about}

Usage
  purposelint ${[name, info.operands, '[OPTIONS]'].filter(part => part !== '').join(' ')}

Options
${table([...optionRows(info.options), ...optionRows(COMMON)])}

Examples
${table(info.examples)}
`;
}

function optionRows(options: Readonly<Record<string, OptionInfo>>): [string, string][] {
  return Object.entries(options).map(([name, { value, bare, help }]) => [`--${name}${valueRow(value, bare)}`, help]);
}

function valueRow(value: string | undefined, bare: string | undefined): string {
  if (value === undefined) return '';
  return bare === undefined ? ` ${value}` : `[=${value}]`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
