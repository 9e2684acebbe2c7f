// The step of action.yml: finds the program, runs `check` (and `diff`), and hands on what they say: annotations on standard output, Markdown
// to the summary of the step, counts and paths as outputs. Inputs come as environment variables and never meet a shell.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findProgram } from './program.mjs';

const { env } = process;
const input = name => (env[`PURPOSELINT_${name}`] ?? '').trim();

/** In the text of a workflow command. */
const escaped = text => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Why something could not be done, as an annotation and in the summary. */
function tell(text) {
  process.stdout.write(`::error title=purposelint::${escaped(text)}\n`);
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/gu) ?? []).map(({ length }) => length + 1)));
  summarise(`**purposelint**\n\n${fence}text\n${text}\n${fence}\n`);
}

function summarise(markdown) {
  // GitHub refuses a summary above 1 MiB as a whole.
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${markdown.slice(0, 250_000)}\n`);
}

function output(name, value) {
  const end = randomUUID();
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}

/** Runs the program; what it says on standard error is shown, and given back. */
function run(program, folder, args, stdout = 'inherit') {
  const child = spawnSync(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', stdout, 'pipe'], maxBuffer: 1e8 });
  const said = child.error?.message ?? child.stderr.toString();
  process.stderr.write(said);
  return { exit: child.status ?? 2, said: said.trim(), printed: child.stdout?.toString() ?? '' };
}

const read = path => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** @returns the exit code of the step */
function main(scratch) {
  const folder = resolve(env.GITHUB_WORKSPACE ?? '.', input('FOLDER'));
  const { program, problem } = findProgram(folder, input('VERSION'), scratch);
  if (problem !== undefined) {
    tell(problem);
    return 2;
  }
  const base = input('BASE');
  const checked = check(program, folder, base, scratch);
  if (base === '' || checked > 1) return checked;
  const { exit, said, printed } = run(program, folder, ['diff', '--format=markdown', '--', base], 'pipe');
  if (exit > 1) tell(said);
  summarise(printed);
  return Math.max(checked, exit > 1 ? exit : 0);
}

function check(program, folder, base, scratch) {
  const sarif = input('SARIF') === '' ? '' : resolve(folder, input('SARIF'));
  const json = join(scratch, 'findings.json');
  const markdown = join(scratch, 'findings.md');
  const formats = ['github', `json=${json}`, `markdown=${markdown}`, ...(sarif === '' ? [] : [`sarif=${sarif}`])];
  const more = input('ARGS')
    .split('\n')
    .map(line => line.trim());
  const { exit, said } = run(program, folder, [
    'check',
    ...formats.map(format => `--format=${format}`),
    `--fail-on=${input('FAIL_ON') || 'error'}`,
    ...(base === '' ? [] : [`--base=${base}`]),
    ...more.filter(line => line !== ''),
  ]);
  if (exit > 1) tell(said);
  summarise(read(markdown));
  const { summary } = JSON.parse(read(json) || '{}');
  output('errors', summary?.error ?? '');
  output('warnings', summary?.warn ?? '');
  output('sarif', sarif !== '' && existsSync(sarif) ? sarif : '');
  return exit;
}

const scratch = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'purposelint-'));
try {
  process.exitCode = main(scratch);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
output('exit-code', process.exitCode);
