import { describe, expect, it } from 'vitest';
import { COMMANDS, COMMON } from '../../src/cli/options.js';
import { emptySnapshot, POLICY, snapshotWith, workspace } from './workspace.js';

describe('arguments', () => {
  it.each([
    [['chek'], "There is no command 'chek'. Did you mean 'check'?"],
    [['check', '--fail'], "`purposelint check` has no option '--fail'."],
    [['check', '--langage', 'it'], "no option '--langage'. Did you mean '--language'?"],
    [['check', '--fail-on', 'errors'], "'errors' is not possible for `--fail-on`. Choose one of: error, warn, info."],
    [['check', '--now'], '`--now` needs a value: `--now DATE`. Run `purposelint check --help`'],
    [['--language', 'it', 'check', '--now'], '`--now` richiede un valore: `--now DATE`. Con `purposelint check --help`'],
    [['--language'], '`--language` needs a value: `--language en|it`. Run `purposelint --help`'],
    [['--language=fr', 'check'], "'fr' is not possible for `--language`. Choose one of: en, it."],
    [['--languages', 'it'], "There is no command '--languages'."],
    [['config', 'rules'], "'rules' is one name too many. Run `purposelint config --help`"],
    [['init', 'privacy'], "'privacy' is one name too many."],
    [['explain', 'consent-forced', 'why'], "'why' is one name too many."],
    [['diff', 'main', 'work'], "'work' is one name too many."],
    [['check', '--url', 'https://mautic.example.com'], '`--url` is for `--live`: say both.'],
    [['check', '--live', '--no-snapshot'], '`--no-snapshot` and `--live` do not go together.'],
    [['check', '--dry-run', '--format', 'json'], '`--dry-run` and `--format` do not go together.'],
    [['pull', '--older', 'consent_date'], '`--older` is for `--counts`: say both.'],
    [['pull', '--format', 'json'], '`--format` is for `--diff`: say both.'],
    [['pull', '--url', 'https://mautic.example.com', '--host', 'x'], '`--host` is for `--from`: say both.'],
    [['pull', '--taken-at', '2026-11-02T09:30:00Z'], '`--taken-at` is for `--from`: say both.'],
    [['pull', '--from', 'answers', '--counts'], '`--from` and `--counts` do not go together.'],
    [['pull', '--from', 'answers', '--older', 'consent_date', '--counts'], '`--from` and `--counts` do not go together.'],
    [['pull', '--dry-run', '--output', 'x.json'], '`--dry-run` and `--output` do not go together.'],
    [['check', '--now', '2026-02-30'], "'2026-02-30' is not a date."],
    [['check', '--format', 'pdf'], "'pdf' is not possible for `--format`."],
    [['check', '--format', 'json', '--format', 'github'], 'Two formats would go to stdout.'],
    [['pull'], 'Where is Mautic? Write `mautic: {url: https://mautic.example.com}` into purposelint.yaml'],
    [['pull', '--from', 'nowhere'], 'nowhere does not exist.'],
    [['explain', 'consent-forcd'], "There is no rule 'consent-forcd'. Did you mean 'consent-forced'?"],
  ])('%j is told with the next step', async (argv, says) => {
    const { exit, stderr, stdout } = await workspace({ 'privacy/policy.yaml': POLICY }).run(...argv);
    expect(stderr).toContain(says);
    expect([exit, stdout]).toEqual([2, '']);
  });

  const switches = Object.entries(COMMANDS)
    .map(([name, info]) => ({ name, ...info() }))
    .flatMap(({ name, options }) =>
      Object.entries({ ...options, ...COMMON }).flatMap(([option, { type }]) => (type === 'boolean' ? [[name, option] as const] : [])),
    );
  it.each(switches)('%s --%s takes no value, and does nothing with one', async (name, option) => {
    const { exit, stdout, stderr } = await workspace({ 'privacy/policy.yaml': POLICY }).run(name, `--${option}=true`);
    expect([exit, stdout, stderr]).toEqual([2, '', `\`--${option}\` takes no value: write \`--${option}\` alone, or leave it out.\n`]);
  });

  it('the language may stand in front of the command', async () => {
    const place = workspace({ 'privacy/policy.yaml': POLICY });
    const behind = await place.run('check', '--no-snapshot', '--language', 'it');
    expect(behind.stdout).toContain('nessuno snapshot');
    expect(await place.run('--language', 'it', 'check', '--no-snapshot')).toEqual(behind);
    expect(await place.run('--language=it', 'check', '--no-snapshot')).toEqual(behind);
  });

  it.each(Object.keys(COMMANDS))('%s --help has examples', async name => {
    const { exit, stdout } = await workspace({}).run(name, '--help');
    expect(exit).toBe(0);
    expect(stdout).toContain(`purposelint ${name}`);
    expect(stdout).toContain('Examples');
  });

  it('a hostile argument writes nothing to the terminal but text', async () => {
    const { stderr } = await workspace({}).run('\u001b[2Jcheck\n::error::x');
    expect(stderr).not.toContain('\u001b');
    expect(stderr).not.toMatch(/^::/mu);
  });
});

describe('without a command', () => {
  const snapshot = { 'privacy/mautic.snapshot.json': snapshotWith([{ kind: 'tag', id: 1, key: 'vip', description: '' }]) };
  it.each([
    ['an empty folder', {}, 'No purposelint.yaml here.'],
    ['no snapshot', { 'purposelint.yaml': '' }, 'There is no snapshot at privacy/mautic.snapshot.json yet.'],
    ['no declarations', { 'purposelint.yaml': '', ...snapshot }, 'There are no declarations yet.'],
    [
      'everything there',
      { 'purposelint.yaml': '', 'privacy/policy.yaml': POLICY, ...snapshot },
      '1 declaration file and a snapshot of 2026-11-25.',
    ],
  ])('%s: says the next step', async (_, files, says) => {
    const { exit, stdout } = await workspace(files).run();
    expect(exit).toBe(0);
    expect(stdout).toContain(says);
  });

  it('speaks the language of the configuration, or the one that is asked for', async () => {
    const place = workspace({ 'purposelint.yaml': 'language: it\n', 'privacy/mautic.snapshot.json': emptySnapshot() });
    expect((await place.run()).stdout).toContain('Non ci sono ancora dichiarazioni.');
    expect((await place.run('--language', 'en')).stdout).toContain('There are no declarations yet.');
  });
});
