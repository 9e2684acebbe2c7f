/** Every shell script of the pipelines is one that shells and shellcheck take. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { ROOT } from './steps.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The scripts in a YAML file: of the steps of GitHub, and of the jobs of GitLab. */
function scriptsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'run' && typeof inner === 'string') return [inner];
    if (key === 'script' && Array.isArray(inner)) return [inner.join('\n')];
    return scriptsIn(inner);
  });
}

const YAML = [
  'action.yml',
  'examples/ci/github/purposelint.yml',
  'examples/ci/github/purposelint-nightly.yml',
  'examples/ci/gitlab/purposelint.gitlab-ci.yml',
];
const SCRIPTS: (readonly [name: string, shell: string, text: string])[] = [
  ...['examples/ci/shell/check.sh', 'examples/ci/shell/nightly.sh'].map(path => [path, 'sh', read(path)] as const),
  ...YAML.flatMap(path => {
    const scripts = parseAllDocuments(read(path)).flatMap(document => scriptsIn(document.toJS()));
    return scripts.map((script, index) => [`${path} ${index + 1}`, 'bash', script] as const);
  }),
];

const HAS_SHELLCHECK = spawnSync('shellcheck', ['--version']).status === 0;
if (!HAS_SHELLCHECK && process.env.CI === undefined) {
  process.stderr.write(
    '\nshellcheck is not installed: scripts are only parsed. Install it (apt-get install shellcheck, or brew install shellcheck).\n\n',
  );
}

describe('scripts', () => {
  it('are all found', () => expect(SCRIPTS).toHaveLength(13));

  it.each(SCRIPTS)('%s is a script for %s', (_, shell, text) => {
    expect(spawnSync(shell, ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('can be tried', () => {
    if (!HAS_SHELLCHECK && process.env.CI !== undefined)
      throw new Error('shellcheck is not installed, and CI is to try it: apt-get install shellcheck');
  });

  it.skipIf(!HAS_SHELLCHECK && process.env.CI === undefined).each(SCRIPTS)('%s passes shellcheck', (_, shell, text) => {
    // Runners end at the first failure; SC2016 is about single quotes, which keep a password out of the line on purpose.
    const input = text.startsWith('#!') ? text : `set -e\n${text}`;
    const { status, stdout } = spawnSync('shellcheck', [`--shell=${shell}`, '--exclude=SC2016', '-'], { input, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
  });
});
