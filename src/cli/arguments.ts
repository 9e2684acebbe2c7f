/** Arguments → command, option values, operands; every mistake gets its own sentence. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Language } from '../finding.js';
import { nearest } from '../text/near.js';
import type { Arguments, CommandInfo, OptionInfo } from './command.js';
import { say } from './messages.js';
import { COMMON } from './options.js';
import { EXIT, Stop } from './stop.js';

/**
 * Reads the arguments of a command.
 * @param name of the command; '' where none is named
 * @throws Stop (exit 2) for an unknown option, a missing or impossible value, options that do not go together, an operand too many
 */
export function parseArguments(name: string, info: CommandSyntax, argv: readonly string[], language: Language): Arguments {
  const options = { ...info.options, ...COMMON };
  const command = name === '' ? 'purposelint' : `purposelint ${name}`;
  const { tokens, values, positionals } = parseArgs({
    args: withBareValues(options, argv),
    options: syntaxOf(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'option') continue;
    const option = checkOption(options, token, command, language);
    const next = tokens[index + 1];
    if (option.bare !== undefined && next?.kind === 'positional' && option.choices?.includes(next.value)) {
      throw new Stop(EXIT.usage, 'glued-value', { option: token.name, value: next.value });
    }
  }
  const given = new Set(Object.keys(values));
  for (const option of given) checkTogether(option, options[option], given);
  const extra = positionals[info.most ?? Number.POSITIVE_INFINITY];
  if (extra !== undefined) throw new Stop(EXIT.usage, 'extra-operand', { operand: extra, command });
  return { values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])), operands: positionals };
}

type CommandSyntax = Pick<CommandInfo, 'options' | 'most'>;
type Options = Readonly<Record<string, OptionInfo>>;

/** The options as Node's parser wants them. */
function syntaxOf(options: Options): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([option, { type, multiple }]) => [
      option,
      { type, multiple: multiple === true, ...(option === 'help' ? { short: 'h' } : {}) },
    ]),
  );
}

/** An option that may stand without a value gets it here: else it would take the argument behind it. Behind `--` there are no options. */
function withBareValues(options: Options, argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) => {
    const bare = argument.startsWith('--') && (end < 0 || index < end) ? options[argument.slice(2)]?.bare : undefined;
    return bare === undefined ? argument : `${argument}=${bare}`;
  });
}

function plain(value: string | boolean | (string | boolean)[] | undefined): string | boolean | readonly string[] | undefined {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : value;
}

function checkOption(
  options: Options,
  { name, value }: { readonly name: string; readonly value?: string | undefined },
  command: string,
  language: Language,
): OptionInfo {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined)
    throw new Stop(EXIT.usage, 'unknown-option', {
      name: name.length === 1 ? `-${name}` : `--${name}`,
      near: didYouMean(name, Object.keys(options), language, '--'),
      command,
    });
  if (option.type === 'boolean') {
    if (value !== undefined) throw new Stop(EXIT.usage, 'no-value', { option: name });
  } else if (value === undefined) {
    throw new Stop(EXIT.usage, 'needs-value', { option: name, value: option.value ?? '', command });
  } else if (option.choices !== undefined && !option.choices.includes(value)) {
    throw new Stop(EXIT.usage, 'bad-choice', { option: name, value, choices: option.choices.join(', ') });
  }
  return option;
}

function checkTogether(name: string, option: OptionInfo | undefined, given: ReadonlySet<string>): void {
  if (option?.needs !== undefined && !given.has(option.needs))
    throw new Stop(EXIT.usage, 'needs-option', { option: name, needs: option.needs });
  if (option?.apart !== undefined && given.has(option.apart)) throw optionsApart(name, option.apart);
}

/** @param one of two options that do not go together, with the value that keeps them apart */
export function optionsApart(one: string, other: string): Stop {
  return new Stop(EXIT.usage, 'options-apart', { one, other });
}

/** The half-sentence " Did you mean …?", empty when nothing is near. */
export function didYouMean(word: string, candidates: readonly string[], language: Language, prefix = ''): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : say('did-you-mean', language, { near: `${prefix}${near}` });
}

/** Whether an option without a value was given. */
export function hasOption(args: Arguments, name: string): boolean {
  return args.values[name] === true;
}

/** A text option; undefined when it was not given. */
export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A repeatable option. */
export function listOption(args: Arguments, name: string): readonly string[] {
  const value = args.values[name];
  return typeof value === 'object' ? value : [];
}
