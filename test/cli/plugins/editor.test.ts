/** Rules of the team's own in an editor: they look beside it, and what they find comes when they have found it. */
import { expect, it } from 'vitest';
import { worldOf } from '../../../src/cli/lsp-world.js';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { lint } from '../../../src/lint/lint.js';
import { TODAY, type Workspace } from '../workspace.js';
import { ruleFile, withRules } from './support.js';

const POLICY = 'privacy/policy.yaml';
const SMALL = 'small-letter contact_field:email';

/** The language server's view of a repository, and a wait for the moment when there is more to find. */
async function opened(place: Workspace) {
  const output = { write: () => undefined, isTTY: false, columns: 80 };
  const world = worldOf(
    { cwd: place.path, env: {}, stdout: output, stderr: output, now: () => new Date(TODAY), clock: () => 0 },
    undefined,
    () => TODAY,
  );
  let tell: () => void = () => undefined;
  const workspace = await world.open(place.path, () => tell());
  const judge = (text: string) => workspace.judge(buildDeclarations([{ path: POLICY, text }]), null, lint);
  const found = (text: string): string[] =>
    judge(text)
      .findings.filter(({ rule }) => rule.startsWith('small'))
      .map(({ rule, subject }) => `${rule} ${subject}`);
  const told = (text: string) =>
    new Promise<string[]>(resolve => {
      tell = () => resolve(found(text));
      found(text);
    });
  return { world, workspace, judge, found, told };
}

it('finds while the text is typed', async () => {
  const place = withRules({ 'a.ts': ruleFile('small-letter') });
  const { workspace, found, told } = await opened(place);
  const text = place.read(POLICY);
  expect(found(text)).toEqual([]);
  expect(await told(text)).toEqual([SMALL]);
  expect(await told(text.replace('why: address', 'why: Address'))).toEqual([]);
  expect(workspace.settingsFiles).toContain('privacy/rules/a.ts');
  expect(workspace.rules.some(({ id }) => id === 'small-letter')).toBe(true);
});

it('takes no waiver for unused before they have looked', async () => {
  const place = withRules({ 'a.ts': ruleFile('small-letter') });
  const { world, judge } = await opened(place);
  const waiver = 'waivers:\n  - {rule: small-letter, item: contact_field:email, reason: As the notice has it, until: 2027-02-01}\n';
  const { findings, failures } = judge(`${place.read(POLICY)}${waiver}`);
  expect(findings.filter(({ subject }) => subject.startsWith('waiver:'))).toEqual([]);
  expect(failures.flatMap(failure => world.troubles(failure, place.path))).toEqual([]);
});

it('says what keeps them from being run, and which one fails', async () => {
  const broken = await opened(withRules({ 'a.ts': 'export default 1;\n' }));
  expect(broken.workspace.troubles.map(({ message }) => message)).toEqual([
    expect.stringContaining('privacy/rules/a.ts: `default` must be a rule.'),
  ]);
  const place = withRules({ 'a.ts': ruleFile('small-letter', "() => {\n    throw new Error('no');\n  }") });
  const { world, judge, told } = await opened(place);
  await told(place.read(POLICY));
  const { failures } = judge(place.read(POLICY));
  expect(failures.flatMap(failure => world.troubles(failure, place.path))).toEqual([
    { message: expect.stringMatching(/^The rule `small-letter` of privacy\/rules\/a\.ts failed: no/u) },
  ]);
});
