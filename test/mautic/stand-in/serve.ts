/**
 * The stand-in as a process of its own.
 *
 *   node test/mautic/stand-in/serve.mjs --version 5.1.0 [--scenario large] [--setting 'API switched off'] [--folder /crm]
 *        [--emails 20000x100000] [--port N] [-- COMMAND...]
 *
 * Prints its address and stays until SIGTERM; with a command it runs that, with MAUTIC_URL, MAUTIC_USER and MAUTIC_PASSWORD
 * set, and ends with its exit code.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { oneOf } from '../../../src/guards.js';
import { PASSWORD } from './rights.js';
import { type StandInOptions, startStandIn } from './stand-in.js';

const isVersion = oneOf(['5.1.0', '6.0.8', '7.0.2']);
const isScenario = oneOf(['museum', 'fresh', 'large']);

function optionsFrom(words: string[]): StandInOptions {
  const texts = ['version', 'scenario', 'setting', 'folder', 'emails', 'port'] as const;
  const { values } = parseArgs({ args: words, options: Object.fromEntries(texts.map(name => [name, { type: 'string' } as const])) });
  const { version, scenario = 'museum', setting, folder, emails, port } = values;
  const [, count, bytes] = /^(\d+)x(\d+)$/u.exec(emails ?? '') ?? [];
  if (!isVersion(version)) throw new Error('--version is 5.1.0, 6.0.8 or 7.0.2');
  if (!isScenario(scenario)) throw new Error('--scenario is museum, fresh or large');
  if (emails !== undefined && count === undefined) throw new Error('--emails is COUNTxBYTES');
  return {
    version,
    scenario,
    ...(setting === undefined ? {} : { setting }),
    ...(folder === undefined ? {} : { folder }),
    ...(count === undefined ? {} : { emails: { count: Number(count), bytes: Number(bytes) } }),
    ...(port === undefined ? {} : { port: Number(port) }),
  };
}

/** The exit code of the command; 128 and the signal's place when a signal ended it. */
function run(command: readonly string[], url: string): Promise<number> {
  const [program = '', ...args] = command;
  const env = { ...process.env, MAUTIC_URL: url, MAUTIC_USER: 'admin', MAUTIC_PASSWORD: PASSWORD };
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: 'inherit', env });
    child.once('error', failed);
    child.once('exit', (code, signal) => done(signal === null ? (code ?? 1) : 143));
  });
}

/** Starts, and does what the words ask for. */
export async function serve(words: readonly string[]): Promise<void> {
  const dashes = words.indexOf('--');
  const own = dashes < 0 ? words : words.slice(0, dashes);
  const standIn = await startStandIn(optionsFrom([...own]));
  if (dashes >= 0) {
    process.exitCode = await run(words.slice(dashes + 1), standIn.url);
    await standIn.close();
    return;
  }
  process.stdout.write(`${standIn.url}\n`);
  process.once('SIGTERM', () => void standIn.close());
  process.once('SIGINT', () => void standIn.close());
}
