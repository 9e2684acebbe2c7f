/** `purposelint` without a command: what to do next in this folder. */
import type { Language } from '../finding.js';
import { loadConfiguration } from './configuration.js';
import type { Io } from './io.js';
import { type MessageCode, say } from './messages.js';
import { readSnapshot } from './reading.js';
import { findDeclarations, hasSnapshot } from './session.js';
import { EXIT, type ExitCode } from './stop.js';

/** Says the next step. The command itself succeeds, whatever that step is. */
export async function nextStep(spoken: Language | undefined, io: Io): Promise<ExitCode> {
  const config = await loadConfiguration(io);
  const language = spoken ?? config.language;
  const say_ = (code: MessageCode, data: Record<string, string | number> = {}): ExitCode => {
    io.stdout.write(`${say(code, language, data)}\n`);
    return EXIT.ok;
  };
  const paths = await findDeclarations(config);
  if (config.file === null && paths.length === 0) return say_('next-init');
  if (!hasSnapshot(config)) return say_('next-pull', { path: config.snapshot });
  if (paths.length === 0) return say_('next-declare');
  return say_('next-check', { files: paths.length, date: readSnapshot(config).made.taken_at.slice(0, 10) });
}
