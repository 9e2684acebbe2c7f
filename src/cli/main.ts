/** The program: connects the process to `run`. Output drains before it ends, and a reader that went away is no error. */
import type { Io, Output } from './io.js';
import { run } from './run.js';

function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', error => {
    if (!('code' in error && error.code === 'EPIPE')) throw error;
  });
  return { write: text => void stream.write(text), isTTY: stream.isTTY === true, columns: stream.columns > 0 ? stream.columns : 80 };
}

// A write that is under way ends first: it is one step, so nothing is left half-written.
function endAfterStep(): void {
  if (process.stderr.isTTY) process.stderr.write('\n');
  process.exit(130);
}
process.once('SIGINT', endAfterStep);

const world: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  now: () => new Date(),
  clock: () => performance.now(),
  letGo: () => {
    process.off('SIGINT', endAfterStep);
    return () => void process.once('SIGINT', endAfterStep);
  },
};

void run(process.argv.slice(2), world).then(code => {
  process.exitCode = code;
});
