/** Runs the steps of a workflow or an action as GitHub's runner does, as far as there is no network: `run` in bash, `uses` are told only. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Job extends Ran {
  /** Names of the steps that ran or would have. */
  readonly steps: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface World {
  /** The checkout. */
  readonly cwd: string;
  /** A folder for what the runner keeps. */
  readonly temp: string;
  /** Values of the expressions, by their text. */
  readonly expressions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a program to its end, whatever that is. */
export function execute(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ran> {
  return new Promise(done => {
    const child = execFile(command, args, { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const code = error?.code;
      done({ exit: error === null ? 0 : typeof code === 'number' ? code : -1, stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** Runs steps one after another; after one that fails, only those that are always to run. */
export async function runSteps(steps: readonly Step[], { cwd, temp, expressions, env }: World): Promise<Job> {
  mkdirSync(temp, { recursive: true });
  const files = { GITHUB_STEP_SUMMARY: join(temp, 'summary'), GITHUB_OUTPUT: join(temp, 'output') };
  writeFileSync(files.GITHUB_STEP_SUMMARY, '');
  const outputs: Record<string, string> = {};
  const ran: string[] = [];
  const told = { stdout: '', stderr: '' };
  let exit = 0;
  for (const step of steps) {
    if (!isWanted(step, exit, outputs)) continue;
    ran.push(step.name ?? '');
    if (step.run === undefined) continue;
    writeFileSync(files.GITHUB_OUTPUT, '');
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, filledIn(value, expressions)]);
    const runner = { GITHUB_WORKSPACE: cwd, RUNNER_TEMP: temp, NO_COLOR: '1', ...files };
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', filledIn(step.run, expressions)];
    const result = await execute('bash', args, cwd, { ...runner, ...env, ...Object.fromEntries(own) });
    told.stdout += result.stdout;
    told.stderr += result.stderr;
    if (exit === 0) exit = result.exit;
    for (const [name, value] of outputsIn(readFileSync(files.GITHUB_OUTPUT, 'utf8'))) outputs[`${step.id}.${name}`] = value;
  }
  return { exit, ...told, steps: ran, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
}

function isWanted({ if: condition = 'success()' }: Step, exit: number, outputs: Readonly<Record<string, string>>): boolean {
  if (condition === 'always()') return true;
  const [, name = '', value] = /^steps\.node\.outputs\.(\w+) != '(\w+)'$/u.exec(condition) ?? [];
  if (condition !== 'success()' && name === '') throw new Error(`what does ${condition} mean?`);
  return exit === 0 && (name === '' || outputs[`node.${name}`] !== value);
}

/** As the runner does it: text for text, before any shell sees it. */
function filledIn(text: string, expressions: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ *(.*?) *\}\}/gu, (_, expression: string) => {
    const value = expressions[expression];
    if (value === undefined) throw new Error(`no value for ${expression}`);
    return value;
  });
}

/** The file that GITHUB_OUTPUT names: `name=value`, or a block with an end of its own. */
function outputsIn(file: string): [string, string][] {
  const found = file.matchAll(/^([\w-]+)(?:=(.*)|<<(\S+)\n([\s\S]*?)\n?\3)$/gmu);
  return [...found].map(([, name = '', line, , block]) => [name, line ?? block ?? '']);
}

export const ROOT = resolve(import.meta.dirname, '../..');

/** A YAML file of this repository. */
export function readYaml<T>(path: string): T {
  return parse(readFileSync(join(ROOT, path), 'utf8'));
}
