/** Arguments → a command → an exit code. What stops a run is said here, in one place; nothing leaves with a stack trace. */
import { LANGUAGES, type Language } from '../finding.js';
import { oneOf } from '../guards.js';
import { RuleFailure } from '../lint/rule-failure.js';
import { didYouMean, parseArguments } from './arguments.js';
import { ConfigFaults } from './config-faults.js';
import { failureSentence } from './failures.js';
import { commandHelp, programHelp } from './help.js';
import type { Io } from './io.js';
import { say } from './messages.js';
import { COMMANDS } from './options.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { VERSION } from './version.js';

const isLanguage = oneOf(LANGUAGES);

/** Runs the program. Never throws: an unforeseen error is one sentence and exit code 2. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const language = spokenLanguage(argv);
    if (error instanceof ConfigFaults) await (await import('./config-report.js')).reportConfigFaults(error, language, io);
    io.stderr.write(`${sentenceFor(error, language)}\n`);
    return error instanceof Stop ? error.exit : EXIT.usage;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const front = languageInFront(argv);
  const [name, ...rest] = argv.slice(front.length);
  const spoken = spokenLanguage(argv);
  if (name === undefined) {
    parseArguments('', { options: {} }, front, spoken);
    return (await import('./next-step.js')).nextStep(askedLanguage(front), io);
  }
  if (name === '--version' || name === '-V') return print(io, `${VERSION}\n`);
  if (name === '--help' || name === '-h' || name === 'help') return print(io, programHelp());
  const info = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
  if (info === undefined) throw unknownCommand(name, spoken);
  if (rest.includes('--help') || rest.includes('-h')) return print(io, commandHelp(name, info));
  const args = parseArguments(name, info, [...front, ...rest], spoken);
  const command = await info.load();
  return command(args, io);
}

/** The language may stand in front of the command, too. */
function languageInFront([first, value]: readonly string[]): readonly string[] {
  if (first === '--language') return value === undefined ? [first] : [first, value];
  return first?.startsWith('--language=') === true ? [first] : [];
}

function print(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return EXIT.ok;
}

function unknownCommand(name: string, language: Language): Stop {
  return new Stop(EXIT.usage, 'unknown-command', { name, near: didYouMean(name, Object.keys(COMMANDS), language) });
}

/** The language for what happens before the configuration is read. */
export function spokenLanguage(argv: readonly string[]): Language {
  return askedLanguage(argv) ?? 'en';
}

/** The language asked for on the command line. */
function askedLanguage(argv: readonly string[]): Language | undefined {
  const at = argv.indexOf('--language');
  const value = at >= 0 ? argv[at + 1] : argv.find(argument => argument.startsWith('--language='))?.slice('--language='.length);
  return isLanguage(value) ? value : undefined;
}

/** An error in one sentence. */
export function sentenceFor(error: unknown, spoken: Language): string {
  if (error instanceof Stop) return say(error.code, error.language ?? spoken, error.data);
  if (error instanceof ConfigFaults) return say('bad-config', spoken, { file: error.file.path, count: error.problems.length });
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof RuleFailure) return failureSentence(error, spoken);
  return say('internal', spoken, { detail });
}
