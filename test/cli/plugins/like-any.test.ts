/** A rule of the team's own is like any other rule: settings, waivers, baseline, formats, explain, config. */
import { expect, it } from 'vitest';
import { foundIn, ruleFile, withRules } from './support.js';

const FILES = { 'a.ts': ruleFile('small-letter') };
const FOUND = 'small-letter contact_field:email';

/** A repository with more in its files. */
function place({ config = '', policy = '' }: { readonly config?: string; readonly policy?: string } = {}) {
  const made = withRules(FILES);
  made.write('purposelint.yaml', `${made.read('purposelint.yaml')}${config}`);
  made.write('privacy/policy.yaml', `${made.read('privacy/policy.yaml')}${policy}`);
  return made;
}

it('is shown at its place, in words', async () => {
  const { exit, stdout } = await place().run('check');
  expect(exit).toBe(0);
  expect(stdout).toContain("  5:44  warning  small-letter\n    'email' begins small.");
});

it.each([
  ['error', 1, [FOUND]],
  ['info', 0, [FOUND]],
  ['off', 0, []],
])('has the severity of the configuration: %s', async (severity, exit, found) => {
  const made = place({ config: `rules: {small-letter: ${severity}}\n` });
  const ran = await made.run('check', '--format', 'json');
  expect([ran.exit, ran.stderr, foundIn(ran).filter(entry => entry.startsWith('small'))]).toEqual([exit, '', found]);
  expect((await made.run('config')).stdout).toMatch(new RegExp(`rules\\.small-letter +${severity} +\\(purposelint\\.yaml:2\\)`, 'u'));
});

it('a preset of one’s own may set it, and takes the severity of `strict` where that is the base', async () => {
  const made = place({ config: 'extends: ./ours.yaml\n' });
  made.write('ours.yaml', 'extends: strict\n');
  expect((await made.run('config')).stdout).toMatch(/rules\.small-letter +error +\(preset strict\)/u);
  made.write('ours.yaml', 'extends: strict\nrules: {small-letter: info}\n');
  expect((await made.run('config')).stdout).toMatch(/rules\.small-letter +info +\(ours\.yaml:2\)/u);
});

it('a rule that is nowhere is refused, with the name that is near', async () => {
  const { exit, stderr } = await place({ config: 'rules: {small-leter: warn}\n' }).run('check');
  expect([exit, stderr]).toEqual([2, expect.stringContaining("Did you mean 'small-letter'?")]);
});

it('takes a waiver, and one that is not needed is told', async () => {
  const waiver = (item: string) => `waivers:\n  - {rule: small-letter, item: ${item}, reason: As the notice has it, until: 2027-02-01}\n`;
  const fits = await place({ policy: waiver('contact_field:email') }).run('check', '--format', 'json');
  expect(foundIn(fits)).toContain(`${FOUND} waived`);
  expect(foundIn(fits).some(entry => entry.startsWith('exception-hygiene'))).toBe(false);
  const idle = await place({ policy: waiver('contact_field:city') }).run('check', '--format', 'json');
  expect(foundIn(idle)).toEqual(expect.arrayContaining([FOUND, 'exception-hygiene waiver:small-letter/contact_field:city']));
});

it('goes into the baseline, and out of it when it is mended', async () => {
  const made = place({ config: 'rules: {small-letter: error}\n' });
  expect((await made.run('baseline', 'write')).exit).toBe(0);
  expect(made.read('privacy/baseline.json')).toContain('{"rule":"small-letter","subject":"contact_field:email"}');
  const ran = await made.run('check', '--format', 'json');
  expect([ran.exit, foundIn(ran)]).toEqual([0, expect.arrayContaining([`${FOUND} baselined`])]);
  made.write('privacy/policy.yaml', made.read('privacy/policy.yaml').replace('why: address', 'why: Address'));
  expect((await made.run('baseline', 'prune')).stdout).toBe('small-letter contact_field:email\n');
});

it('that fails keeps the baseline from being written', async () => {
  const made = place();
  made.write('privacy/rules/a.ts', ruleFile('small-letter', "() => {\n    throw new Error('no');\n  }"));
  const { exit, stderr } = await made.run('baseline', 'write');
  expect([exit, stderr]).toEqual([2, expect.stringMatching(/^The rule `small-letter` of privacy\/rules\/a\.ts failed: no/u)]);
  expect(() => made.read('privacy/baseline.json')).toThrow();
});

it('has a fingerprint and a description in SARIF', async () => {
  const { stdout } = await place().run('check', '--format', 'sarif');
  const {
    runs,
  }: { runs: { tool: { driver: { rules: { id: string; shortDescription: { text: string } }[] } }; results: Record<string, unknown>[] }[] } =
    JSON.parse(stdout);
  const rule = runs[0]?.tool.driver.rules.find(({ id }) => id === 'small-letter');
  const result = runs[0]?.results.find(({ ruleId }) => ruleId === 'small-letter');
  expect(rule?.shortDescription.text).toBe('Small letter');
  expect(result?.partialFingerprints).toEqual({ 'purposelint/v1': expect.stringMatching(/^[0-9a-f]{16}$/u) });
});

it('is explained with its examples, and listed', async () => {
  const made = place();
  const { exit, stdout } = await made.run('explain', 'small-letter');
  expect(exit).toBe(0);
  expect(stdout).toContain("- warning: 'email' begins small.");
  expect(stdout).toContain('purposelint says nothing.');
  expect((await made.run('explain')).stdout).toMatch(/small-letter +warning \/ error +Small letter/u);
  const { stdout: json } = await made.run('explain', 'small-letter', '--json');
  expect(JSON.parse(json)).toMatchObject([{ id: 'small-letter', title: 'Small letter' }]);
});

it('stays as it is when the others are fixed', async () => {
  const waiver = 'waivers:\n  - {rule: small-letter, item: contact_field:email, reason: As the notice has it, until: 2027-02-01}\n';
  const made = place({ policy: waiver });
  made.write(
    'privacy/policy.yaml',
    made.read('privacy/policy.yaml').replace('why: address', 'status: planned, planned_for: 2027-01-15, why: address'),
  );
  const ran = await made.run('check', '--fix=unsafe', '--format', 'json');
  expect([ran.exit, foundIn(ran)]).toEqual([0, expect.arrayContaining([`${FOUND} waived`])]);
  expect(made.read('privacy/policy.yaml')).toContain(waiver);
});
