/** Arguments → command, option values, operands; every mistake gets its own sentence. */
import { parseArgs } from 'node:util';
import type { Language } from '../finding.js';
import { nearest } from '../text/near.js';
import { say } from './messages.js';
import { type Arguments, COMMON, type CommandInfo, type OptionInfo } from './options.js';
import { EXIT, Stop } from './stop.js';

/**
 * Reads the arguments of a command.
 * @throws Stop (exit 2) for an unknown option, a missing or impossible value
 */
export function parseArguments(name: string, info: CommandInfo, argv: readonly string[], language: Language): Arguments {
  const options = { ...info.options, ...COMMON };
  const { tokens, values, positionals } = parse(name, options, argv);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'option') continue;
    checkOption(name, options, token, language);
    const option = options[token.name];
    const next = tokens[index + 1];
    if (option?.bare !== undefined && next?.kind === 'positional' && option.choices?.includes(next.value)) {
      throw new Stop(EXIT.usage, 'glued-value', { option: token.name, value: next.value });
    }
  }
  return { values, operands: positionals };
}

function parse(name: string, options: Readonly<Record<string, OptionInfo>>, argv: readonly string[]) {
  const table = Object.fromEntries(
    Object.entries(options).map(([option, { type, multiple }]) => [
      option,
      { type, multiple: multiple === true, ...(option === 'help' ? { short: 'h' } : {}) },
    ]),
  );
  const { tokens, values, positionals } = parseArgs({
    args: withBareValues(options, argv),
    options: table,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (option?.type === 'string' && token.value === undefined) {
      throw new Stop(EXIT.usage, 'bad-arguments', {
        command: name,
        detail: `\`--${token.name}\` needs a value: --${token.name} ${option.value ?? ''}.`,
      });
    }
  }
  return { tokens, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])), positionals };
}

/** An option that may stand without a value gets it here: else it would take the argument behind it. Behind `--` there are no options. */
function withBareValues(options: Readonly<Record<string, OptionInfo>>, argv: readonly string[]): string[] {
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
  command: string,
  options: Readonly<Record<string, OptionInfo>>,
  { name, value }: { readonly name: string; readonly value?: string | undefined },
  language: Language,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined)
    throw new Stop(EXIT.usage, 'unknown-option', {
      command,
      name: name.length === 1 ? `-${name}` : `--${name}`,
      near: didYouMean(name, Object.keys(options), language, '--'),
    });
  if (option.choices !== undefined && !option.choices.includes(value ?? '')) {
    throw new Stop(EXIT.usage, 'bad-choice', { option: name, value: value ?? '', choices: option.choices.join(', ') });
  }
}

/** The half-sentence " Did you mean …?", empty when nothing is near. */
export function didYouMean(word: string, candidates: readonly string[], language: Language, prefix = ''): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : say('did-you-mean', language, { near: `${prefix}${near}` });
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
