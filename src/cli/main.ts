/** The program: connects the process to `run`. Output drains before it ends, and a reader that went away is no error. */
import type { Io } from './io.js';
import { run, sentenceFor, spokenLanguage } from './run.js';
import { standardOutput } from './standard-output.js';
import { EXIT } from './stop.js';

const argv = process.argv.slice(2);

// A write that is under way ends first: it is one step, so nothing is left half-written.
function endAfterStep(): void {
  if (world.stderr.isTTY) world.stderr.write('\n');
  process.exit(130);
}
process.once('SIGINT', endAfterStep);

/** Standard output is full: that is said on standard error, unless that is full as well. */
function endIncomplete(error: unknown): void {
  try {
    world.stderr.write(`${sentenceFor(error, spokenLanguage(argv))}\n`);
  } finally {
    process.exit(EXIT.usage);
  }
}

const stdout = standardOutput(1, () => process.stdout, endIncomplete);
const stderr = standardOutput(
  2,
  () => process.stderr,
  () => process.exit(EXIT.usage),
);
const world: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout,
  stderr,
  now: () => new Date(),
  clock: () => performance.now(),
  letGo: () => {
    process.off('SIGINT', endAfterStep);
    return () => void process.once('SIGINT', endAfterStep);
  },
};

void run(argv, world).then(
  code => {
    // Else Node waits for threads of the engine that still compile or tidy up, for nothing.
    if (stdout.isWritten() && stderr.isWritten()) process.exit(code);
    process.exitCode = code;
  },
  () => process.exit(EXIT.usage),
);
