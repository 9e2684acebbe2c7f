/** Labels from Mautic that would like to be more than text: from the saved answer through `init` to every format. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/options.js';
import { isRecord } from '../../src/guards.js';
import { parseYaml } from '../../src/text/yaml.js';
import { TODAY, type Workspace, workspace } from '../cli/workspace.js';
import { AWKWARD, HOSTILE, hostileAnswers, keysIn, RAW, STEERING } from './hostile.js';

/** Commands of older runners and other CI systems, which count anywhere in a line. */
const OTHER_COMMAND = /##(?:vso|teamcity)?\[/u;

async function pulled(answers: Readonly<Record<string, string>>): Promise<Workspace> {
  const place = workspace({ ...answers, 'privacy/ours.yaml': 'version: 1\ntags: {}\n' });
  const { exit, stdout, stderr } = await place.run('pull', '--from', 'answers', '--taken-at', `${TODAY}T08:00:00Z`, '--host', 'm.example');
  expect([exit, RAW.test(stdout + stderr)]).toEqual([0, false]);
  return place;
}

interface Printed {
  readonly findings: readonly { readonly rule: string; readonly subject: string; readonly message: string }[];
}

async function findingsOf(place: Workspace): Promise<Printed['findings']> {
  const { stdout } = await place.run('check', '--format', 'json');
  const printed: Printed = JSON.parse(stdout);
  return printed.findings;
}

/** What each format may not hold, whatever the labels are. */
function expectHarmless(format: string, stdout: string): void {
  expect([format, RAW.exec(stdout)?.[0]]).toEqual([format, undefined]);
  const commands = stdout.split('\n').filter(line => /^\s*::/u.test(line));
  if (format !== 'github') expect([format, commands, OTHER_COMMAND.exec(stdout)?.[0]]).toEqual([format, [], undefined]);
  // Every line is a command of its own here, and GitHub looks for no second one in it.
  else expect(commands).toEqual(commands.filter(line => /^::(?:error|warning|notice)(?: [A-Za-z]+=[^:]*)?::/u.test(line)));
}

describe.each([
  ['undeclared', false],
  ['as init has declared them', true],
])('hostile labels, %s', (_, declared) => {
  it.each(FORMATS.flatMap(format => ['en', 'it'].map(language => [format, language] as const)))(
    'are text in %s (%s)',
    async (format, language) => {
      const place = await pulled(hostileAnswers());
      if (declared) expect((await place.run('init')).exit).toBe(0);
      const { exit, stdout, stderr } = await place.run('check', '--format', format, '--language', language);
      expect([exit, stderr]).toEqual([1, '']);
      expectHarmless(format, stdout);
    },
  );
});

describe('a label that is no more than text', () => {
  it('is told in JSON as it is', async () => {
    const findings = await findingsOf(await pulled(hostileAnswers()));
    const tags = findings.filter(({ rule }) => rule === 'undeclared-tag').map(({ subject }) => subject);
    expect(tags.sort()).toEqual(HOSTILE.map(text => `tag:${text}`).sort());
  });

  it('is shown on a terminal with its codes, in one line', async () => {
    const { stdout } = await (await pulled(hostileAnswers())).run('check');
    expect(stdout).toContain("The tag 'red \\u001b[31m and");
    expect(stdout).toContain("The tag 'two\\nlines: {a: 1}'");
    expect(stdout).toContain("The tag 'gpj\\u202egnp.exe'");
    expect(stdout).not.toMatch(/^ *lines: \{a: 1\}/mu);
  });

  it('splits no table, opens no markup and makes no list in Markdown', async () => {
    const place = await pulled(hostileAnswers());
    const { stdout } = await place.run('check', '--format', 'markdown');
    const findings = await findingsOf(place);
    expect(stdout).not.toMatch(/<script|<img|\]\(javascript/iu);
    expect(stdout.match(/^- \*\*/gmu)).toHaveLength(findings.length);
    const rows = stdout.split('\n').filter(line => line.startsWith('|'));
    expect(new Set(rows.map(row => row.split('|').length)).size).toBe(1);
  });

  it('ends no annotation: one line each, percent signs twice encoded', async () => {
    const { stdout } = await (await pulled(hostileAnswers())).run('check', '--format', 'github');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter(line => !line.startsWith('::'))).toEqual([]);
    for (const level of ['error', 'warning', 'notice'])
      expect(lines.filter(line => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10);
    expect(stdout).not.toMatch(/%0A::/u);
  });

  it.each(['en', 'it'])('is no rule to explain, and is not echoed as it came (%s)', async language => {
    for (const name of HOSTILE) {
      const { exit, stdout, stderr } = await workspace({}).run('explain', '--language', language, '--', name);
      expect([exit, stdout]).toEqual([2, '']);
      expect([name, RAW.test(stderr), stderr.split('\n').some(line => line.startsWith('::'))]).toEqual([name, false, false]);
    }
  });
});

describe('what init writes', () => {
  it('has each name as a key that YAML reads as the same name, and comments that stay in their line', async () => {
    const place = await pulled(hostileAnswers());
    expect((await place.run('init')).exit).toBe(0);
    for (const [path, section, names] of [
      ['privacy/ours.yaml', 'tags', HOSTILE],
      ['privacy/forms.yaml', 'forms', HOSTILE],
      ['privacy/fields.yaml', 'contact_fields', HOSTILE.map((_, index) => `field_${index}`)],
    ] as const) {
      const text = place.read(path);
      expect([path, STEERING.test(text)]).toEqual([path, false]);
      expect(keysIn(text, section)).toEqual([...names]);
    }
    const forms = parseYaml(place.read('privacy/forms.yaml')).value;
    const entries = isRecord(forms) && isRecord(forms.forms) ? Object.values(forms.forms) : [];
    expect(entries).toEqual(HOSTILE.map(() => ({ purposes: [], fields: { secret: {} } })));
  });

  it('leaves every item with an entry, and each entry to decide', async () => {
    const place = await pulled(hostileAnswers());
    await place.run('init');
    const findings = await findingsOf(place);
    const unwanted = findings.filter(
      ({ rule }) => rule.startsWith('undeclared-') || rule === 'schema-valid' || rule === 'ghost-declaration',
    );
    expect(unwanted).toEqual([]);
    const undecided = findings.filter(({ rule }) => rule === 'no-purpose').map(({ subject }) => subject);
    expect(undecided).toHaveLength(4 * HOSTILE.length);
    expect(new Set(undecided).size).toBe(undecided.length);
  });

  it('holds whatever people call a tag', { timeout: 60_000 }, async () => {
    const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    const awkward = fc.array(fc.constantFrom(...AWKWARD), { minLength: 1, maxLength: 5 }).map(parts => parts.join(''));
    const name = fc.oneof(anything, awkward).filter(text => text.trim() !== '');
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 25, selector: text => text.normalize('NFC').trim() });
    await fc.assert(
      fc.asyncProperty(names, async tags => {
        const answer = JSON.stringify({ total: String(tags.length), tags: tags.map((tag, index) => ({ id: index + 1, tag })) });
        const place = await pulled({ 'answers/tags.json': answer });
        expect((await place.run('init')).exit).toBe(0);
        expect(parseYaml(place.read('privacy/ours.yaml')).faults).toEqual([]);
        for (const format of FORMATS) expectHarmless(format, (await place.run('check', '--format', format)).stdout);
        const told = new Set((await findingsOf(place)).map(({ rule }) => rule));
        expect(['undeclared-tag', 'ghost-declaration', 'schema-valid'].filter(rule => told.has(rule))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
