/** The action and the workflows for GitHub: by GitHub's own reader of them, and by what makes a workflow safe. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, readYaml, type Step } from './steps.js';

type Validate = (path: string, text: string) => Promise<readonly { readonly message: string }[]>;

/** GitHub's language service imports JSON in a way that no Node takes unbundled. */
async function languageService(): Promise<Validate> {
  const contents = `import { validate } from '@actions/languageservice';
    import { TextDocument } from 'vscode-languageserver-textdocument';
    let count = 0; // it keeps what it has read, by address
    export default (path, text) => validate(TextDocument.create('file:///' + count++ + '/' + path, 'yaml', 1, text));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  const module: { exports: { default?: Validate } } = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(import.meta.url));
  if (module.exports.default === undefined) throw new Error('the language service was not bundled');
  return module.exports.default;
}

const WORKFLOWS = ['examples/ci/github/purposelint.yml', 'examples/ci/github/purposelint-nightly.yml'];
const ALL = ['action.yml', ...WORKFLOWS];
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('GitHub reads them', () => {
  let validate: Validate;
  beforeAll(async () => {
    validate = await languageService();
  });
  const messages = async (path: string, source: string) => (await validate(path, source)).map(({ message }) => message).sort();

  it.each(WORKFLOWS)('%s', async path => {
    expect(await messages('.github/workflows/a.yml', text(path))).toEqual([]);
    const wrong = text(path).replace('timeout-minutes', 'timeout-minute').replace('github.', 'githib.');
    expect(await messages('.github/workflows/a.yml', wrong)).toEqual([
      "Unexpected value 'timeout-minute'",
      "Unrecognized named-value: 'githib'",
    ]);
  });

  it('action.yml', async () => {
    expect(await messages('action.yml', text('action.yml'))).toEqual([]);
    expect(await messages('action.yml', text('action.yml').replace('shell: bash', 'shel: bash'))).toContainEqual(
      expect.stringContaining('shel'),
    );
  });
});

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs?: Readonly<
    Record<string, { readonly 'timeout-minutes'?: number; readonly permissions?: unknown; readonly steps: readonly Step[] }>
  >;
  readonly runs?: { readonly steps: readonly Step[] };
}

/** What a security reviewer would flag. */
function flaws({ permissions, jobs = {}, runs }: Workflow, source: string): string[] {
  const steps = [...(runs?.steps ?? []), ...Object.values(jobs).flatMap(job => job.steps)];
  return [
    ...steps.filter(({ run = '' }) => run.includes('${{')).map(({ name }) => `${name}: an expression in a script`),
    ...[...source.matchAll(/uses: (.*)/gu)]
      .map(([, used = '']) => used)
      .filter(used => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(used)),
    ...(runs === undefined && JSON.stringify(permissions) !== '{}' ? ['permissions for all jobs'] : []),
    ...Object.entries(jobs).flatMap(([name, job]) => (job.permissions === undefined || job['timeout-minutes'] === undefined ? [name] : [])),
    ...(/uses: actions\/checkout/u.test(source) && !source.includes('persist-credentials: false') ? ['the checkout keeps its token'] : []),
    ...(/pull_request_target|write-all/u.test(source) ? ['too much is allowed'] : []),
  ];
}

describe('they are safe', () => {
  it.each(ALL)('%s', path => expect(flaws(readYaml(path), text(path))).toEqual([]));

  it('which would be told', () => {
    const steps = [{ name: 'x', run: 'echo $' + '{{ github.head_ref }}' }];
    expect(flaws({ jobs: { a: { steps } } }, '- uses: actions/checkout@v4\n')).toHaveLength(5);
  });

  it('writes are allowed where they are needed, and nowhere else', () => {
    const allowed = WORKFLOWS.map(path => Object.values(readYaml<Workflow>(path).jobs ?? {}).map(({ permissions }) => permissions));
    expect(allowed).toEqual([[{ contents: 'read', 'security-events': 'write' }], [{ contents: 'write', 'pull-requests': 'write' }]]);
  });
});
