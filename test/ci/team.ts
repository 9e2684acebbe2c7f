/** A team's repository for the pipelines: the pizzeria in a temporary git repository, with purposelint installed. */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { execute, type Ran, ROOT } from './steps.js';

export interface Team {
  /** The working copy. */
  readonly path: string;
  /** The bare repository it was pushed to, as a forge has it. */
  readonly remote: string;
  /** A folder of its own beside them. */
  readonly temp: string;
  /** Variables with a PATH on which npm does nothing (what it would install is there), and gh and others are stand-ins. */
  readonly env: Readonly<Record<string, string>>;
  git(...args: string[]): Promise<string>;
  run(command: string, ...args: string[]): Promise<Ran>;
  read(path: string): string;
  write(path: string, text: string): void;
  /** A stand-in for a program, as a script for Node. */
  program(name: string, script: string): void;
}

const PERSON = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@aurora.example',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@aurora.example',
};

/** The program; `check` judges as of the day of the examples, whatever day it is. */
const PROGRAM = `if (process.argv[2] === 'check') process.argv.push('--now=2026-11-25');
import(${JSON.stringify(join(ROOT, 'dist/cli.cjs'))});
`;

function script(path: string, text: string): void {
  writeFileSync(path, `#!${process.execPath}\n${text}`);
  chmodSync(path, 0o755);
}

/**
 * @param folder where the policy lies in the repository
 * @param example whose policy it is
 */
export async function team(folder = '.', example = 'pizzeria'): Promise<Team> {
  const home = mkdtempSync(join(tmpdir(), 'purposelint-ci-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const [path, remote, temp, bin] = [join(home, 'team'), join(home, 'forge/aurora.git'), join(home, 'temp'), join(home, 'bin')] as const;
  const policy = join(path, folder);
  for (const made of [policy, remote, temp, bin, join(policy, 'node_modules/.bin')]) mkdirSync(made, { recursive: true });
  for (const name of ['privacy', 'site', 'docs', 'purposelint.yaml']) {
    const from = join(ROOT, 'examples', example, name);
    if (existsSync(from)) cpSync(from, join(policy, name), { recursive: true });
  }
  symlinkSync(ROOT, join(policy, 'node_modules/purposelint'));
  script(join(policy, 'node_modules/.bin/purposelint'), PROGRAM);
  writeFileSync(join(path, '.gitignore'), 'node_modules/\n');
  writeFileSync(join(policy, 'package.json'), '{"private": true, "devDependencies": {"purposelint": "1.0.0"}}\n');
  // Nothing of the pipeline, the hook or the git configuration that these tests themselves may run in.
  const machine = Object.entries(process.env).filter(([name]) => !/^(?:CI|GIT|GITHUB|PRE_COMMIT|RUNNER|MAUTIC)_|^WORKSPACE$/u.test(name));
  const env = {
    ...Object.fromEntries(machine.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    ...PERSON,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
  };
  writeFileSync(env.GIT_CONFIG_GLOBAL, '[init]\n\tdefaultBranch = main\n');
  const program = (name: string, text: string): void => script(join(bin, name), text);
  program('npm', '');
  const git = async (...args: string[]): Promise<string> => {
    const { exit, stdout, stderr } = await execute('git', args, path, env);
    if (exit !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  await git('init', '--quiet', '--bare', remote);
  await git('-C', remote, 'config', 'receive.advertisePushOptions', 'true');
  await git('init', '--quiet');
  await git('remote', 'add', 'origin', `file://${remote}`);
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Policy');
  await git('push', '--quiet', 'origin', 'main');
  return {
    path,
    remote,
    temp,
    env,
    git,
    program,
    run: (command, ...args) => execute(command, args, path, env),
    read: name => readFileSync(join(path, name), 'utf8'),
    write: (name, text) => {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), text);
    },
  };
}
