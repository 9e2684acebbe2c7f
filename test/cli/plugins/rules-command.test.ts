/** `purposelint rules new` and `rules test`, as people run them. */
import { describe, expect, it } from 'vitest';
import { emptySnapshot, POLICY, workspace } from '../workspace.js';
import { CHECK, ruleFile, runSoon, withRules } from './support.js';

const PATH = 'privacy/rules/house-style.ts';

describe('rules new', () => {
  it('writes a rule that passes its own test at once, and finds', async () => {
    const place = workspace({
      'purposelint.yaml': '# Ours\nlanguage: en # or it\n',
      'privacy/policy.yaml': `${POLICY}contact_fields:\n  email: {purposes: [site-operation], why: address to write to people}\n`,
      'privacy/mautic.snapshot.json': emptySnapshot(),
    });
    const made = await place.run('rules', 'new', 'house-style');
    expect(made).toEqual({
      exit: 0,
      stdout: `${PATH}\n`,
      stderr: `${PATH} written, and named in \`plugins\` of purposelint.yaml. Next: \`purposelint rules test\`.\n`,
    });
    expect(place.read('purposelint.yaml')).toBe(`# Ours\nlanguage: en # or it\nplugins:\n  - ./${PATH}\n`);
    expect(await place.run('rules', 'test')).toEqual({
      exit: 0,
      stdout: `house-style (${PATH})\n  bad   as expected: contact_field:email\n  good  as expected: nothing\n`,
      stderr: 'All examples are as expected (2).\n',
    });
    const checked = await place.run('check');
    expect(checked.stdout).toContain("The why of 'email' does not begin with a capital letter. Write it as a sentence.");
    expect((await place.run('check', '--language', 'it')).stdout).toContain('Il why di «email» non inizia con una maiuscola.');
  });

  it.each([
    ['plugins: [./privacy/a.ts] # two\r\n', 'plugins: [./privacy/a.ts, "./privacy/rules/house-style.ts"] # two\r\n'],
    ['plugins:\n  - ./privacy/a.ts\nlanguage: it\n', 'plugins:\n  - ./privacy/a.ts\n  - ./privacy/rules/house-style.ts\nlanguage: it\n'],
    ['plugins: []\n', 'plugins: ["./privacy/rules/house-style.ts"]\n'],
    [`plugins: [./${PATH}]\n`, `plugins: [./${PATH}]\n`],
    ['', `plugins:\n  - ./${PATH}\n`],
    ['\ufeffextends: strict', `\ufeffextends: strict\nplugins:\n  - ./${PATH}\n`],
  ])('names it in %j', async (before, after) => {
    const place = workspace({ 'purposelint.yaml': before });
    expect((await place.run('rules', 'new', 'house-style')).exit).toBe(0);
    expect(place.read('purposelint.yaml')).toBe(after);
  });

  it('without a configuration says what to write', async () => {
    const place = workspace({ 'a.txt': '' });
    const { exit, stderr } = await place.run('rules', 'new', 'house-style');
    expect([exit, stderr]).toEqual([
      0,
      `${PATH} written. There is no purposelint.yaml yet: make it with \`purposelint init\`, and write into it \`plugins: [./${PATH}]\`.\n`,
    ]);
    expect((await place.run('rules', 'test', PATH)).exit).toBe(0);
  });

  it('overwrites nothing', async () => {
    const place = workspace({ 'purposelint.yaml': '', [PATH]: 'mine' });
    const { exit, stderr } = await place.run('rules', 'new', 'house-style');
    expect([exit, stderr]).toEqual([2, `${PATH} is there already and was not touched.\n`]);
    expect([place.read(PATH), place.read('purposelint.yaml')]).toEqual(['mine', '']);
  });

  it.each(['House', '../x', 'a--b', '-a', 'a b', 'a.ts', '', 'x'.repeat(61)])('refuses the name %j', async name => {
    const { exit, stderr } = await workspace({ 'purposelint.yaml': '' }).run('rules', 'new', '--', name);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('cannot be the name of a rule')]);
  });

  it('refuses the name of a rule of ours', async () => {
    const { exit, stderr } = await workspace({ 'purposelint.yaml': '' }).run('rules', 'new', 'no-purpose');
    expect([exit, stderr]).toEqual([2, '`no-purpose` is a rule of purposelint already. Choose another name.\n']);
  });
});

describe('rules test', () => {
  it('says what was expected and what was found', async () => {
    const place = withRules({
      'a.ts': ruleFile('small-letter').replace("finds: ['contact_field:email']", "finds: ['contact_field:city']"),
    });
    expect(await place.run('rules', 'test')).toEqual({
      exit: 1,
      stdout:
        'small-letter (privacy/rules/a.ts)\n  bad   expected: contact_field:city; found: contact_field:email\n  good  as expected: nothing\n',
      stderr: 'Not as expected: 1 of 2.\n',
    });
  });

  it('wants a bad example in which something is found, and a good one in which nothing is', async () => {
    const never = ruleFile('never', '() => []').replace("finds: ['contact_field:email']", 'finds: []');
    expect((await withRules({ 'a.ts': never }).run('rules', 'test')).stdout).toContain(
      'bad   expected: nothing; but a bad example is there to be found',
    );
    const always = ruleFile('always', CHECK.replace('a-z', 'A-Za-z')).replace('finds: [] }', "finds: ['contact_field:email'] }");
    expect((await withRules({ 'a.ts': always }).run('rules', 'test')).stdout).toContain(
      'but a good example is one in which nothing is found',
    );
  });

  it('goes on after a rule that fails, and ends with 2', async () => {
    const place = withRules({ 'a.ts': ruleFile('endless', '() => {\n    for (;;);\n  }'), 'b.ts': ruleFile('small-letter') });
    const { exit, stdout, stderr } = await runSoon(place, ['rules', 'test'], { milliseconds: 500, megabytes: 1024 });
    expect([exit, stdout]).toEqual([
      2,
      'endless (privacy/rules/a.ts)\n  bad  failed\n  good  failed\nsmall-letter (privacy/rules/b.ts)\n  bad   as expected: contact_field:email\n  good  as expected: nothing\n',
    ]);
    expect(stderr).toContain('The rule `endless` of privacy/rules/a.ts took longer than 0.5 s');
  });

  it('tells a file that cannot be read, and tries the others', async () => {
    const place = withRules({ 'a.ts': 'export default 1;\n', 'b.ts': ruleFile('small-letter') });
    const { exit, stdout, stderr } = await place.run('rules', 'test');
    expect([exit, stdout.split('\n')[0]]).toEqual([2, 'small-letter (privacy/rules/b.ts)']);
    expect(stderr).toContain('privacy/rules/a.ts: `default` must be a rule.');
  });

  it('without any, says how to start', async () => {
    const { exit, stderr } = await workspace({ 'purposelint.yaml': '' }).run('rules', 'test');
    expect([exit, stderr]).toEqual([
      2,
      'There are no rules of your own: `plugins` of purposelint.yaml names none. Write one with `purposelint rules new NAME`.\n',
    ]);
  });

  it.each([[[]], [['new']], [['new', 'a', 'b']], [['tst']]])('%j is told how it is used', async operands => {
    const { exit, stderr } = await workspace({ 'purposelint.yaml': '' }).run('rules', ...operands);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('Say `purposelint rules new NAME`')]);
  });
});
