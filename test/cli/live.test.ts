/** The commands on a live Mautic, as people run them. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../mautic/stand-in/stand-in.js';
import { POLICY, type Workspace, workspace } from './workspace.js';

const LOGIN = { MAUTIC_USER: 'admin', MAUTIC_PASSWORD: 'sample-password' };
const SNAPSHOT = 'privacy/mautic.snapshot.json';

async function museum(options: Partial<StandInOptions> = {}, env: Readonly<Record<string, string>> = LOGIN): Promise<[StandIn, Workspace]> {
  const server = await startStandIn({ version: '5.1.0', ...options });
  onTestFinished(() => server.close());
  const files = { 'purposelint.yaml': `mautic: {url: "${server.url}"}\n`, 'privacy/policy.yaml': POLICY };
  return [server, workspace(files, env)];
}

describe('pull', () => {
  it('writes the snapshot, says what it cost, and the next one changes nothing but the time', async () => {
    const [server, repository] = await museum();
    const first = await repository.run('pull');
    expect(first.exit).toBe(0);
    expect(first.stdout).toBe('');
    const told = first.stderr.split('\n');
    expect(told[0]).toContain('Logged in by user and password (Basic): each call costs the server about half a second.');
    expect(told[1]).toMatch(
      /^privacy\/mautic\.snapshot\.json written: 385 items and 336 uses of 127\.0\.0\.1:\d+ \(Mautic 5\.1\.0\), 34 requests, 2\d\d kB, 1 s\.$/u,
    );
    expect(told.slice(2)).toEqual(['']);
    const made = /"made":(.*),/u.exec(repository.read(SNAPSHOT))?.[1] ?? '';
    expect(JSON.parse(made)).toEqual({
      taken_at: '2026-11-25T12:00:00Z',
      source: 'rest',
      host: new URL(server.url).host,
      mautic: '5.1.0',
      series: '5.1',
    });
    const second = await repository.run('pull', '--language', 'it');
    expect(second.stderr).toContain('privacy/mautic.snapshot.json: è cambiata solo la data; 385 elementi e 336 usi');
  });

  it('by OAuth2 says nothing of costs; secrets may stand in files', async () => {
    const [server, repository] = await museum({}, { MAUTIC_CLIENT_ID: 'admin', MAUTIC_CLIENT_SECRET_FILE: 'SECRET' });
    repository.write('secret.txt', 'sample-secret\n');
    const env = { MAUTIC_CLIENT_ID: 'admin', MAUTIC_CLIENT_SECRET_FILE: join(repository.path, 'secret.txt') };
    const other = workspace({ 'purposelint.yaml': `mautic: {url: "${server.url}"}\n` }, env);
    const { exit, stderr } = await other.run('pull');
    expect(exit).toBe(0);
    expect(stderr.split('\n')).toHaveLength(2);
    expect((await repository.run('pull')).exit).toBe(2);
  });

  it('--diff shows what changed since, as text, Markdown and JSON; --dry-run writes nothing', async () => {
    const [server, repository] = await museum();
    await repository.run('pull');
    const before = repository.read(SNAPSHOT);
    server.setRows((kind, rows) =>
      kind === 'tags'
        ? rows.filter(row => row.id !== 1)
        : kind === 'forms'
          ? rows.map(row => (row.id === 2 ? { ...row, name: 'Renamed form' } : row))
          : rows,
    );
    const text = await repository.run('pull', '--diff', '--dry-run');
    expect(text.exit).toBe(0);
    expect(text.stdout).toContain("Tag 'newsletter'");
    expect(text.stdout).toContain('Renamed form');
    expect(text.stderr).toContain('No file was written.');
    expect(repository.read(SNAPSHOT)).toBe(before);
    const markdown = await repository.run('pull', '--diff', '--dry-run', '--format', 'markdown');
    expect(markdown.stdout).toContain(`${server.url}/s/forms/view/2`);
    const { stdout, exit } = await repository.run('pull', '--diff', '--format', 'json');
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'purposelint-drift', version: 1 });
    expect(repository.read(SNAPSHOT)).not.toBe(before);
    expect((await repository.run('pull', '--diff')).stdout).toMatch(/^Nothing changed in Mautic/u);
  });

  it('--counts says first how long it takes, and adds numbers', async () => {
    const [server, repository] = await museum();
    const { stderr, exit } = await repository.run('pull', '--counts', '--older', 'birth_date');
    expect(exit).toBe(0);
    expect(stderr).toMatch(/Counting takes 2\d\d calls, about 1 min; no person is read\. Ctrl-C leaves the snapshot as it is\./u);
    expect(repository.read(SNAPSHOT)).toContain('{"of":"contact_field:diet","how":"filled","n":"<5"}');
    expect(repository.read(SNAPSHOT)).toContain('{"of":"contact_field:birth_date","how":"older",');
    expect(server.requests.every(({ path, bytes }) => !/contacts\?|companies\?/u.test(path) || bytes < 200)).toBe(true);
  });

  it('with fewer rights: writes what it sees, says what is missing and what to do, exit 3', async () => {
    const [, repository] = await museum({}, { ...LOGIN, MAUTIC_USER: 'reader.own' });
    const { stderr, exit } = await repository.run('pull');
    expect(exit).toBe(3);
    expect(stderr).toContain('the API user sees only its own forms, segments, campaigns, e-mails, landing pages');
    expect(stderr).toContain('`purposelint doctor` says which permission is missing.');
    expect(repository.read(SNAPSHOT)).toContain('{"of":"email","state":"absent","rows":0,"total":9,"why":["own-only"]}');
  });

  it('with a list that comes broken: says the true cause, and speaks of no permission', async () => {
    const [server, repository] = await museum();
    server.setFaults([{ on: /\/api\/(?:stages|pages)/u, is: 'empty' }]);
    const { stderr, exit } = await repository.run('pull');
    expect(exit).toBe(3);
    expect(stderr.match(/PHP ran out of memory/gu)).toHaveLength(1);
    expect(stderr).toContain('Not whole: no usable answer came when stages, landing pages were asked for (run it again).\n');
    expect(stderr).not.toContain('permission');
  });

  it('that is cut off leaves the snapshot alone and goes on when run again', async () => {
    const [server, repository] = await museum({ scenario: 'large' });
    await repository.run('pull');
    const before = repository.read(SNAPSHOT);
    server.setFaults([{ on: /\/api\/reports/u, is: 'redirect' }]);
    const cut = await repository.run('pull', '--full');
    expect(cut.exit).toBe(3);
    expect(cut.stderr).toContain('What was read is kept for an hour: `purposelint pull` goes on from there.');
    expect(repository.read(SNAPSHOT)).toBe(before);
    server.setFaults([]);
    const { stderr, exit } = await repository.run('pull');
    expect([exit, stderr.includes('Going on from where the last pull was cut off.')]).toEqual([0, true]);
    expect(repository.read(SNAPSHOT)).toBe(before);
  });
});

describe('addresses, logins and options', () => {
  it.each([
    [['pull', '--url', 'http://mautic.example'], {}, 'Over `http://` the login would travel readable'],
    [['pull', '--url', 'mautic.example'], {}, 'has to be a whole web address'],
    [['pull', '--url', 'https://mautic.example'], {}, 'There is no login for Mautic.'],
    [['pull', '--url', 'https://mautic.example'], { MAUTIC_USER: 'admin' }, 'Set the variable MAUTIC_PASSWORD'],
    [['pull', '--from', 'x', '--counts'], {}, '`--from` and `--counts` do not go together.'],
    [['pull', '--dry-run', '--output', 'x'], {}, '`--dry-run` and `--output` do not go together.'],
    [['pull', '--format', 'json'], {}, '`--format` is for `--diff`'],
    [['check', '--live', '--no-snapshot'], {}, '`--no-snapshot` and `--live` do not go together.'],
  ])('%j: exit 2, and what to do', async (argv, env, says) => {
    const { exit, stderr, stdout } = await workspace({ 'privacy/policy.yaml': POLICY }, env).run(...argv);
    expect(stderr).toContain(says);
    expect([exit, stdout]).toEqual([2, '']);
  });

  it('MAUTIC_URL is the address where nothing else says one', async () => {
    const [server] = await museum();
    const repository = workspace({}, { ...LOGIN, MAUTIC_URL: `${server.url}/index.php/` });
    expect((await repository.run('pull')).exit).toBe(0);
    expect(server.requests.every(({ path }) => path.startsWith('/index.php/api/'))).toBe(true);
  });
});

describe('check --live', () => {
  it('judges the Mautic of this moment, and writes no file', async () => {
    const [, repository] = await museum();
    const { exit, stdout, stderr } = await repository.run('check', '--live');
    expect(exit).toBe(1);
    expect(stdout).toContain('undeclared-field');
    expect(stderr).toContain('Read from 127.0.0.1');
    expect(() => repository.read(SNAPSHOT)).toThrow();
    expect(() => repository.read('privacy/.purposelint/.gitignore')).toThrow();
  });

  it('as Markdown tells what changed since the committed snapshot', async () => {
    const [server, repository] = await museum();
    await repository.run('pull');
    server.setRows((kind, rows) => (kind === 'tags' ? rows.filter(row => row.id !== 1) : rows));
    const { stdout } = await repository.run('check', '--live', '--format', 'markdown');
    const [, drift = ''] = stdout.split('\n## What changed in Mautic');
    expect(drift).toContain('newsletter');
  });

  it('a Mautic that cannot be reached is exit 3 and no finding', async () => {
    const [, repository] = await museum({}, { ...LOGIN, MAUTIC_PASSWORD: 'wrong' });
    const { exit, stdout } = await repository.run('check', '--live');
    expect([exit, stdout]).toEqual([3, '']);
  });
});

describe('the museum of every version', () => {
  it.each(['5.1.0', '6.0.8', '7.0.2'] as const)('%s: the same bytes as from its answers in files', async version => {
    const [server, repository] = await museum({ version });
    await repository.run('pull');
    const answers: Record<string, unknown> = {};
    for (const { path } of [...server.requests]) answers[`GET ${path}`] = await bodyOf(server.url + path);
    repository.write('answers.json', JSON.stringify(answers));
    const files = await repository.run('pull', '--from', 'answers.json', '--output', 'files.json');
    expect(files.exit).toBe(0);
    const lines = (path: string) => repository.read(path).replace(/^"made":.*$/mu, '');
    expect(lines('files.json')).toBe(lines(SNAPSHOT));
    const where = await repository.run('where', 'contact_field:religion');
    expect([where.exit, where.stdout.includes("question 'Religion'")]).toEqual([0, true]);
    const unused = await repository.run('where', '--unused');
    expect(unused.exit).toBe(0);
  });
});

async function bodyOf(url: string): Promise<unknown> {
  const authorization = `Basic ${Buffer.from('admin:sample-password').toString('base64')}`;
  const accept = url.includes('/api/v2/') ? 'application/ld+json' : 'application/json';
  return (await fetch(url, { headers: { authorization, accept } })).json();
}
