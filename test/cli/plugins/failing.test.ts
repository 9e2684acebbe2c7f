/** Rules of the team's own that fail: each is named, the others report, and the exit code is 2. */
import { describe, expect, it } from 'vitest';
import { tellFailures } from '../../../src/cli/failures.js';
import { RuleFailure } from '../../../src/lint/rule-failure.js';
import { foundIn, OURS, ruleFile, ruleText, runSoon, withRules } from './support.js';

const SMALL = 'small-letter contact_field:email';
const AFTER = { 'z-small.ts': ruleFile('small-letter') };
const USUAL = { milliseconds: 5000, megabytes: 1024 };
const QUICK = { milliseconds: 700, megabytes: 1024 };

/** What a run says of a rule before another one that is fine. */
async function checked(files: Readonly<Record<string, string>>, limits = USUAL) {
  const place = withRules({ ...files, ...AFTER });
  const ran = await runSoon(place, ['check', '--format', 'json'], limits);
  return { ...ran, found: foundIn(ran).sort() };
}

const ALL = [...OURS, SMALL].sort();

describe('a rule that fails', () => {
  it('by an error is named with the line', async () => {
    const check = `() => {\n    const first: string | undefined = [].at(0);\n    throw new Error(\`nothing at \${String(first)}\`);\n  }`;
    const { exit, stderr, found } = await checked({ 'a.ts': ruleFile('thrower', check) });
    expect(stderr).toBe(
      'The rule `thrower` of privacy/rules/a.ts failed: nothing at undefined (privacy/rules/a.ts:12). Correct it there, and try it with `purposelint rules test`.\n',
    );
    expect([exit, found]).toEqual([2, ALL]);
  });

  it('by never ending is ended, and the rules behind it run in a new thread', async () => {
    const { exit, stderr, found } = await checked({ 'a.ts': ruleFile('endless', '() => {\n    for (;;);\n  }') }, QUICK);
    expect(stderr).toBe(
      'The rule `endless` of privacy/rules/a.ts took longer than 0.7 s and was ended. Is there a loop that never ends?\n',
    );
    expect([exit, found]).toEqual([2, ALL]);
  });

  it('by taking all memory is ended', async () => {
    const check = '() => {\n    const all: number[][] = [];\n    for (;;) all.push(new Array<number>(1_000_000).fill(1.5));\n  }';
    const { exit, stderr, found } = await checked({ 'a.ts': ruleFile('greedy', check) }, { milliseconds: 60_000, megabytes: 150 });
    expect(stderr).toBe('The rule `greedy` of privacy/rules/a.ts took more than 150 MB of memory and was ended.\n');
    expect([exit, found]).toEqual([2, ALL]);
  });

  it('by an endless recursion is told', async () => {
    const { exit, stderr, found } = await checked({
      'a.ts': ruleFile('deep', '() => {\n    const down = (): never => down();\n    return down();\n  }'),
    });
    expect(stderr).toMatch(/^The rule `deep` of privacy\/rules\/a\.ts failed: Maximum call stack size exceeded/u);
    expect([exit, found]).toEqual([2, ALL]);
  });

  it('is said in Italian, too', async () => {
    const place = withRules({ 'a.ts': ruleFile('thrower', "() => {\n    throw new Error('ahi');\n  }") });
    const { exit, stderr } = await place.run('check', '--language', 'it');
    expect([exit, stderr]).toEqual([
      2,
      'La regola `thrower` di privacy/rules/a.ts ha dato errore: ahi (privacy/rules/a.ts:11). Correggila lì e provala con `purposelint rules test`.\n',
    ]);
  });

  it('is not taken for one that found nothing: its waivers and accepted findings stay as they are', async () => {
    const place = withRules({ 'a.ts': ruleFile('small-letter') });
    const policy = place.read('privacy/policy.yaml');
    place.write(
      'privacy/policy.yaml',
      `${policy}waivers:\n  - {rule: small-letter, item: contact_field:email, reason: As the notice has it, until: 2027-02-01}\n`,
    );
    const accepted = [{ rule: 'small-letter', subject: 'contact_field:city' }];
    place.write('privacy/baseline.json', JSON.stringify({ format: 'purposelint-baseline', version: 1, written: '2026-11-02', accepted }));
    place.write('privacy/rules/a.ts', ruleFile('small-letter', '() => {\n    throw new Error();\n  }'));
    const ran = await place.run('check', '--format', 'json');
    expect(foundIn(ran).sort()).toEqual([...OURS].sort());
    const { not_run }: { not_run: unknown[] } = JSON.parse(ran.stdout);
    expect(not_run).toContainEqual({ rule: 'small-letter', of: 'rule', why: ['failed'] });
  });
});

describe('a rule that returns what is no finding', () => {
  const place = "{ file: 'privacy/policy.yaml', path: ['contact_fields', 'email'], at: 'key' as const }";
  it.each([
    ['nothing', '() => undefined as never', '`check()` must be a list'],
    ['no subject', `() => [{ subject: '', place: ${place}, data: {} }]`, '`check()[0].subject` must be a text'],
    ['no place', "() => [{ subject: 'x', data: {} } as never]", '`check()[0].place` must be an object'],
    ['no data', `() => [{ subject: 'x', place: ${place} } as never]`, '`check()[0].data` must be an object'],
    [
      'a file that was not read',
      "() => [{ subject: 'x', place: { file: 'package.json', path: [], at: 'key' }, data: {} }]",
      '`check()[0].place.file` must be one of the files that were read: take the `place` of an entry',
    ],
    [
      'an unknown severity',
      `() => [{ subject: 'x', place: ${place}, data: {}, severity: 'fatal' as 'error' }]`,
      '`check()[0].severity` must be one of: error, warn, info',
    ],
    [
      'a number in letters',
      `() => [{ subject: 'x', place: ${place}, data: { count: 'two' as unknown as number } }]`,
      '`check()[0].data.count` must be a number',
    ],
    ['a fix', `() => [{ subject: 'x', place: ${place}, data: {}, fixes: [] }]`, '`check()[0].fixes` is not for rules of your own'],
  ])('%s', async (_, check, misfit) => {
    const { exit, stderr, found } = await checked({ 'a.ts': ruleFile('odd', check) });
    expect(stderr).toBe(
      `The rule \`odd\` of privacy/rules/a.ts returned something that is no finding: ${misfit}. Correct it there, and try it with \`purposelint rules test\`.\n`,
    );
    expect([exit, found]).toEqual([2, ALL]);
  });
});

describe('a file that cannot be loaded', () => {
  const load = (before: string) => `import { rule, valueAt } from 'purposelint';\n${before}\nexport default ${ruleText('loader')};\n`;
  it.each([
    [
      'throws',
      load("if (valueAt.length > 0) throw new Error('no');"),
      'privacy/rules/a.ts failed while it was loaded: no (privacy/rules/a.ts:2). Its rules were not run.',
    ],
    [
      'never ends',
      load('for (;;) if (valueAt.length > 9) break;'),
      'privacy/rules/a.ts took longer than 0.7 s to load and was ended. Its rules were not run; is there a loop that never ends?',
    ],
    [
      'exports nothing',
      'export const a = 1;\n',
      'privacy/rules/a.ts: `default` must be a rule. Its rules were not run; make them with `rule({…})` of purposelint, one or an array as default export.',
    ],
    [
      'exports no rule',
      "export default { id: 'x' };\n",
      'privacy/rules/a.ts: `check` must be a function. Its rules were not run; make them with `rule({…})` of purposelint, one or an array as default export.',
    ],
    [
      'has an id of ours',
      ruleFile('no-purpose'),
      'privacy/rules/a.ts: `no-purpose` is the id of a rule of purposelint. Give your rule another one; it was not run.',
    ],
    [
      'has a wide id',
      ruleFile('No_Purpose'),
      'privacy/rules/a.ts: `id` must be small letters, digits and single hyphens, such as house-style. Its rules were not run; make them with `rule({…})` of purposelint, one or an array as default export.',
    ],
    [
      'wants to be last',
      ruleFile('late', undefined, " stage: 'last',"),
      'privacy/rules/a.ts: `stage` is not for rules of your own. Its rules were not run; make them with `rule({…})` of purposelint, one or an array as default export.',
    ],
    [
      'has placeholders that nothing fills',
      ruleFile('holes').replace("message: \"'{item}'", "message: \"'{thing}'"),
      'privacy/rules/a.ts: `text.en.message` must have placeholders that findings can hold, and the same in both languages. Its rules were not run; make them with `rule({…})` of purposelint, one or an array as default export.',
    ],
  ])('%s', async (_, text, sentence) => {
    const { exit, stderr, found } = await checked({ 'a.ts': text }, QUICK);
    expect(stderr).toBe(`${sentence}\n`);
    expect([exit, found]).toEqual([2, ALL]);
  });

  it('twice the same id: the first one runs', async () => {
    const place = withRules({ 'a.ts': ruleFile('small-letter'), 'b.ts': ruleFile('small-letter', '() => []') });
    const ran = await place.run('check', '--format', 'json');
    expect(ran.stderr).toBe(
      'privacy/rules/b.ts: a rule `small-letter` is also in privacy/rules/a.ts. Give one of them another id; the one in privacy/rules/b.ts was not run.\n',
    );
    expect([ran.exit, foundIn(ran).sort()]).toEqual([2, ALL]);
  });
});

it('a rule of ours that fails is a fault to be reported', () => {
  const said: string[] = [];
  const stderr = { write: (text: string) => void said.push(text), isTTY: false, columns: 80 };
  const io = { cwd: '', env: {}, stdout: stderr, stderr, now: () => new Date(0), clock: () => 0 };
  expect(tellFailures({ troubles: [] }, [new RuleFailure('no-purpose', new Error('oh'))], 'en', io)).toBe(true);
  expect(said.join('')).toBe(
    'The rule `no-purpose` failed inside (oh). This is a fault of purposelint, not of your files: please report it.\n',
  );
});
