/** What the compiler says of rules of the team's own, and what they may import. */
import { describe, expect, it } from 'vitest';
import { workspace } from '../workspace.js';
import { CHECK, foundIn, OURS, ruleFile, ruleText, withRules } from './support.js';

const SMALL = 'small-letter contact_field:email';
const REFUSED =
  'cannot be imported. A rule imports `purposelint` and files of its own repository, nothing else: it reads its context, and no files, network or packages.';

/** What is said of one file of rules, line by line. */
async function told(text: string, more: Readonly<Record<string, string>> = {}, name = 'a.ts'): Promise<string[]> {
  const { exit, stderr } = await withRules({ [name]: text }, more).run('check');
  expect(exit).toBe(2);
  return stderr.trimEnd().split('\n');
}

describe('a type error', () => {
  it('is told with line and column, and the other rules report', async () => {
    const place = withRules({ 'a.ts': ruleFile('typed').replace("family: 'hygiene'", "family: 'dirt'"), 'b.ts': ruleFile('small-letter') });
    const ran = await place.run('check', '--format', 'json');
    expect(ran.stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^privacy\/rules\/a\.ts:4:16: Type '"dirt"' is not assignable to type 'Family'\.$/u),
      'privacy/rules/a.ts: mistakes to correct: 1. Its rules were not run.',
    ]);
    expect([ran.exit, foundIn(ran).sort()]).toEqual([2, [...OURS, SMALL].sort()]);
  });

  it('in a file that it imports is told there', async () => {
    const text = ruleFile('typed').replace('void valueAt;', "import { letter } from './letters.ts';\nvoid [valueAt, letter];");
    expect(await told(text, { 'privacy/rules/letters.ts': 'export const letter: string = 1;\n' })).toEqual([
      "privacy/rules/letters.ts:1:14: Type 'number' is not assignable to type 'string'.",
      'privacy/rules/a.ts: mistakes to correct: 1. Its rules were not run.',
    ]);
  });

  it('is shown twenty times, and all are counted', async () => {
    const lines = await told(
      `${ruleFile('typed')}${Array.from({ length: 23 }, (_, at) => `export const a${at}: string = ${at};\n`).join('')}`,
    );
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('privacy/rules/a.ts: mistakes to correct: 23, of which the first 20 are shown. Its rules were not run.');
  });

  it('of what Node or a browser have is told: a rule has neither', async () => {
    const lines = await told(
      ruleFile('typed', '() => {\n    console.log(process.env);\n    void fetch(location.href);\n    return [];\n  }'),
    );
    expect(lines.map(line => /Cannot find name '(\w+)'/u.exec(line)?.[1])).toEqual(['console', 'process', 'fetch', 'location', undefined]);
  });

  it('leaves settings, waivers and accepted findings of the rule alone', async () => {
    const place = withRules({ 'a.ts': ruleFile('small-letter') });
    place.write('purposelint.yaml', `${place.read('purposelint.yaml')}rules: {small-letter: error}\n`);
    place.write(
      'privacy/policy.yaml',
      `${place.read('privacy/policy.yaml')}waivers:\n  - {rule: small-letter, item: contact_field:email, reason: As the notice has it, until: 2027-02-01}\n`,
    );
    place.write('privacy/rules/a.ts', ruleFile('small-letter').replace("'hygiene'", 'hygiene'));
    const ran = await place.run('check', '--format', 'json');
    expect([ran.exit, foundIn(ran).sort()]).toEqual([2, [...OURS].sort()]);
  });
});

it('broken syntax is told with line and column', async () => {
  expect(await told("import { rule } from 'purposelint';\nexport default rule({ id: 'x', ;\n")).toEqual([
    'privacy/rules/a.ts:2:32: Property assignment expected.',
    'privacy/rules/a.ts: mistakes to correct: 1. Its rules were not run.',
  ]);
});

describe('an import', () => {
  it.each([
    ['of Node', "import { readFileSync } from 'node:fs';\nvoid readFileSync;", 'node:fs'],
    ['of Node by its old name', "import fs = require('fs');\nvoid fs;", 'fs'],
    ['of a package', "import * as yaml from 'yaml';\nvoid yaml;", 'yaml'],
    ['of a package when it runs', "void import('left-pad');", 'left-pad'],
    ['from outside of the repository', "import { a } from '../../../a.js';\nvoid a;", '../../../a.js'],
  ])('%s is refused', async (_, line, name) => {
    const lines = await told(`${ruleFile('importer')}${line}\n`);
    expect(lines[0]).toMatch(/^privacy\/rules\/a\.ts:\d+:\d+: /u);
    expect(lines[0]?.replace(/^[^ ]* /u, '')).toBe(`\`${name}\` ${REFUSED}`);
    expect(lines[1]).toBe('privacy/rules/a.ts: mistakes to correct: 1. Its rules were not run.');
  });

  it('that the compiler is talked out of is refused when it runs', async () => {
    const declared = "declare module 'node:fs' {\n  export function readFileSync(path: string): string;\n}\n";
    const text = ruleFile('importer').replace('void valueAt;', "import { readFileSync } from 'node:fs';\nvoid [valueAt, readFileSync];");
    const lines = await told(`// @ts-nocheck\n${text}`, { 'privacy/rules/fs.d.ts': declared });
    expect(lines.join('\n')).toMatch(/`node:fs` cannot be imported/u);
  });

  it.each(['./letters.js', './letters.ts', './letters', '../rules/letters.ts'])('of %s, a file of the repository, is fine', async path => {
    const check = '({ declarations }) => small(declarations)';
    const text = `import { rule } from 'purposelint';\nimport { small } from '${path}';\nexport default ${ruleText('small-letter', check)};\n`;
    const letters = `import { type Declarations, type RuleFinding, valueAt } from 'purposelint';
export function small(declarations: Declarations): RuleFinding[] {
  return (${CHECK})({ declarations });
}
`.replace('({ declarations }) =>', '({ declarations }: { declarations: Declarations }) =>');
    const ran = await withRules({ 'a.ts': text }, { 'privacy/rules/letters.ts': letters }).run('check', '--format', 'json');
    expect([ran.stderr, foundIn(ran).sort()]).toEqual(['', [...OURS, SMALL].sort()]);
  });
});

it.each(['a.mts', 'a.js', 'a.mjs'])('a rule may be in %s', async name => {
  const text = name.endsWith('ts') ? ruleFile('small-letter') : ruleFile('small-letter');
  const ran = await withRules({ [name]: text }).run('check', '--format', 'json');
  expect([ran.stderr, foundIn(ran).sort()]).toEqual(['', [...OURS, SMALL].sort()]);
});

it('several rules may be in one file', async () => {
  const text = `import { rule, valueAt } from 'purposelint';\nexport default [\n${ruleText('small-letter')},\n${ruleText('small-again')}];\n`;
  const ran = await withRules({ 'a.ts': text }).run('check', '--format', 'json');
  expect(foundIn(ran).sort()).toEqual([...OURS, SMALL, 'small-again contact_field:email'].sort());
});

describe('a path of plugins', () => {
  const at = (path: string, more: Readonly<Record<string, string>> = {}) =>
    workspace({ 'purposelint.yaml': `language: en\nplugins:\n  - "${path}"\n`, 'privacy/policy.yaml': 'version: 1\n', ...more });
  it.each([
    ['/etc/rule.ts', 'leads out of the repository.'],
    ['../rule.ts', 'leads out of the repository.'],
    ['./privacy/../rule.ts', 'leads out of the repository.'],
    ['node_modules/x/rule.ts', 'is in a package.'],
    ['purposelint-rules', 'is no file of rules.'],
    ['@team/rules', 'is no file of rules.'],
    ['https://example.com/rule.cjs', 'is no file of rules.'],
    ['privacy/rule.d.ts', 'is no file of rules.'],
    ['privacy/none.ts', ''],
  ])('%s is refused at its line', async (path, words) => {
    const { exit, stdout, stderr } = await at(path).run('check');
    const expected = words === '' ? `purposelint.yaml:3: there is no file \`${path}\`.` : `purposelint.yaml:3: \`${path}\` ${words}`;
    expect([exit, stdout, stderr.startsWith(expected)]).toEqual([2, '', true]);
  });

  it('that is a link out of the repository is refused', async () => {
    const other = workspace({ 'rule.ts': ruleFile('outside') });
    const place = at('privacy/rule.ts');
    const { symlinkSync } = await import('node:fs');
    symlinkSync(`${other.path}/rule.ts`, `${place.path}/privacy/rule.ts`);
    const { exit, stderr } = await place.run('check');
    expect([exit, stderr]).toEqual([
      2,
      'purposelint.yaml:3: `privacy/rule.ts` is a link that leads out of the repository. Put the file itself into the repository.\n',
    ]);
  });

  it('is not taken from a preset, and not from declarations', async () => {
    const place = at('privacy/a.ts', { 'ours.yaml': 'plugins: [./privacy/a.ts]\n', 'privacy/a.ts': ruleFile('small-letter') });
    place.write('purposelint.yaml', 'extends: ./ours.yaml\n');
    const preset = await place.run('check');
    expect([preset.exit, preset.stdout]).toEqual([2, expect.stringContaining('plugins')]);
    place.write('purposelint.yaml', '');
    place.write('privacy/policy.yaml', 'version: 1\nplugins: [./privacy/a.ts]\n');
    expect(foundIn(await place.run('check', '--no-snapshot', '--format', 'json'))).toContain('schema-valid file:privacy/policy.yaml');
  });
});
