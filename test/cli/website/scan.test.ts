import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptySnapshot, POLICY, snapshotWith, workspace } from '../workspace.js';

const TS = "export {};\nmt('send', 'pageview', { favourite_film: film });\n";
const FIELD = {
  kind: 'contact_field',
  id: 7,
  key: 'favourite_film',
  title: 'Favourite film',
  added: '2026-11-02',
  changed: '2026-11',
  type: 'text',
  group: 'core',
  fixed: false,
  required: false,
  listable: true,
  visible: true,
  unique: false,
  public: true,
  default: 'empty',
  published: true,
};
const CONFIG = 'website: {include: [site/**], ignore: [site/dist]}\n';
const SITE = { 'site/newsletter.ts': TS, 'site/dist/bundle.ts': TS, 'site/plain.ts': 'export {};' };

describe('scan', () => {
  it('tells what the website of the configuration sends, with line and column', async () => {
    const { run } = workspace({ 'purposelint.yaml': CONFIG, ...SITE });
    const { exit, stdout, stderr } = await run('scan');
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`site/newsletter.ts
   2:1  page view: starts as the page loads
  2:26  contact field favourite_film, sent with the page view

2 files looked at · 1 sends something
`);
  });

  it('reads callers that have no trace of their own, each at its line', async () => {
    const { run } = workspace({
      'site/lib/visits.ts': "export const visited = (data: Record<string, unknown>) => window.mt('send', 'pageview', data);\n",
      'site/seen.ts': "import { visited } from './lib/visits';\nvisited({ film });\n",
      'site/lib/index.ts': "export * from './visits';\n",
      'site/booking.ts': "import { visited } from '@/site/lib';\nvisited({ evening });\n",
      'site/other.ts': "import { visited } from './calendar';\nvisited({ nothing });\n",
    });
    const { stdout } = await run('scan', 'site');
    expect(stdout).toContain('site/seen.ts\n  2:11  contact field film, sent with the page view\n');
    expect(stdout).toContain('site/booking.ts\n  2:11  contact field evening, sent with the page view\n');
    expect(stdout).not.toContain('nothing');
  });

  it('takes no file for a folder, whatever is imported', async () => {
    const { run } = workspace({
      'package.json': '{}',
      'site/a.ts': "import manifest from '../package.json';\nmt('send', 'pageview', { [manifest.name]: 1 });\n",
    });
    const { exit, stdout, stderr } = await run('scan', 'site');
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toContain('contact fields, sent with the page view: which ones the code does not');
  });

  it('works without a configuration: on the whole repository, or on what is named', async () => {
    const { run, runIn } = workspace({ ...SITE, 'node_modules/p/index.ts': TS });
    expect((await run('scan')).stdout).toMatch(/^site\/dist\/bundle\.ts\n[\s\S]*\n\n3 files looked at · 2 send something\n$/u);
    expect((await run('scan', 'site/newsletter.ts')).stdout).toContain('1 file looked at');
    expect((await runIn('site', 'scan', 'dist')).stdout).toMatch(/^dist\/bundle\.ts\n/u);
  });

  it('what the command line names replaces `include`, and `ignore` holds', async () => {
    const { run } = workspace({ 'purposelint.yaml': CONFIG, ...SITE, 'other/a.ts': TS });
    expect((await run('scan', 'other')).stdout).toMatch(/^other\/a\.ts\n/u);
    expect((await run('scan', 'site', 'other')).stdout).toContain('3 files looked at · 2 send something');
  });

  it('says so when nothing is sent', async () => {
    const { run } = workspace({ 'a.ts': 'export {};', 'b.html': '<p class="mt-4">' });
    expect(await run('scan')).toEqual({
      exit: 0,
      stdout: 'Nothing found that is sent to Mautic.\n\n2 files looked at · 0 send something\n',
      stderr: '',
    });
  });

  it('could not look when no file fits', async () => {
    const { run } = workspace({ 'purposelint.yaml': CONFIG, 'a.ts': TS });
    expect(await run('scan')).toMatchObject({
      exit: 3,
      stdout: '',
      stderr: expect.stringContaining('no file of code or markup fits site/**.'),
    });
    expect(await run('scan', 'b.json', '*.vue')).toMatchObject({ exit: 3, stderr: expect.stringContaining('fits b.json, *.vue.') });
    expect(await workspace({}).run('scan')).toMatchObject({ exit: 3, stdout: '', stderr: expect.stringContaining('fits **.') });
    expect(await run('scan', '../x/**')).toMatchObject({ exit: 2, stderr: expect.stringContaining('lies outside of the folder') });
  });

  it('tells of a broken file with its line and reads the others; where all are required it is exit 3', async () => {
    const files = {
      ...SITE,
      'site/broken.ts': "mt('send', 'pageview', { a: 1 });\nconst = {{\n",
      'site/latin.html': Uint8Array.from([...Buffer.from('mautic '), 0xe0]),
      'site/utf16.html': Buffer.from('\ufeffmautic', 'utf16le'),
    };
    const lenient = await workspace({ 'purposelint.yaml': CONFIG, ...files }).run('scan');
    expect([lenient.exit, lenient.stderr.split('\n')]).toEqual([
      0,
      [
        expect.stringMatching(
          /^site\/broken\.ts, line 2: not read, the code is broken there \(.+\)\. What this file sends is not known\.$/u,
        ),
        'site/latin.html: not read, it is not written in UTF-8. Save it in that encoding.',
        'site/utf16.html: not read, it is not written in UTF-8. Save it in that encoding.',
        '',
      ],
    ]);
    expect(lenient.stdout).toMatch(/^site\/newsletter\.ts\n[\s\S]*5 files looked at · 1 sends something · 3 not read\n$/u);
    const strict = await workspace({ 'purposelint.yaml': CONFIG.replace('}', ', required: true}'), ...files }).run('scan');
    expect([strict.exit, strict.stdout]).toEqual([3, lenient.stdout]);
    expect(strict.stderr).toContain('Could not check the whole website: files not read: 3.');
  });

  it('marks what Mautic does not have, and gives data', async () => {
    const { run } = workspace({
      'purposelint.yaml': CONFIG,
      'site/a.ts': "export {};\nmt('send', 'pageview', { favorite_film: film });\n",
      'privacy/mautic.snapshot.json': snapshotWith([FIELD]),
    });
    expect((await run('scan')).stdout).toContain('contact field favorite_film, sent with the page view: Mautic has no such thing\n');
    const { files } = JSON.parse((await run('scan', '--json')).stdout);
    expect(files[0].sends[1]).toMatchObject({ key: 'favorite_film', line: 2, column: 26, end_column: 39, missing: true });
    expect((await run('scan', '--language', 'it')).stdout).toContain('1 file esaminato · 1 invia qualcosa\n');
  });
});

it('tells the same with what was kept as without, also where one file calls another', async () => {
  const cache = workspace({}).path;
  const site = {
    'track.ts': "export function track(data: Record<string, string>) {\n  window.mt('send', 'pageview', data);\n}\n",
    'page.ts': "import { track } from './track'; // Mautic\ntrack({ film: a });\n",
    'shop.html': "<script>mt('send', 'pageview', { cart });</script>",
  };
  const { run, write } = workspace(site, { XDG_CACHE_HOME: cache });
  const told = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const warm = (await run('scan')).stdout;
    expect(warm).toBe((await workspace(files).run('scan')).stdout);
    return warm;
  };
  expect(await told(site)).toMatch(/page\.ts\n[^/]*contact field film/u);
  write('page.ts', "import { track } from './track';\n// Mautic: nobody calls it\n");
  expect(await told({ ...site, 'page.ts': "import { track } from './track';\n// Mautic: nobody calls it\n" })).toContain(
    'which ones the code does not say',
  );
  write('page.ts', site['page.ts']);
  write('track.ts', `${site['track.ts']}// the same\n`);
  expect(await told({ ...site, 'track.ts': `${site['track.ts']}// the same\n` })).toMatch(/page\.ts\n[^/]*contact field film/u);
});

describe('the other commands', () => {
  const FILES = {
    'purposelint.yaml': CONFIG,
    ...SITE,
    'privacy/all.yaml': `${POLICY}purposes: {}\n`,
    'privacy/mautic.snapshot.json': snapshotWith([FIELD]),
  };

  it('check looks at the website, and says at how much of it', async () => {
    const { run } = workspace(FILES);
    expect((await run('check')).stdout).toMatch(/ · 2 files of the website looked at[^\n]*\n$/u);
    expect((await run('check', '--language', 'it')).stdout).toMatch(/ · 2 file del sito esaminati[^\n]*\n$/u);
    expect((await run('check', '--no-website')).stdout).not.toContain('of the website looked at');
    const without = workspace({ ...FILES, 'purposelint.yaml': '' });
    expect((await without.run('check')).stdout).not.toContain('of the website looked at');
  });

  it('check could not check when no file of the website is there, or one that is required cannot be read', async () => {
    const none = workspace({ ...FILES, 'purposelint.yaml': 'website: {include: [web/**]}\n' });
    expect(await none.run('check')).toMatchObject({ exit: 3, stdout: '', stderr: expect.stringContaining('fits web/**.') });
    const required = workspace({
      'purposelint.yaml': 'website: {include: [site/**], required: true}\n',
      'site/broken.ts': 'mt(;',
      'privacy/all.yaml': POLICY,
      'privacy/mautic.snapshot.json': emptySnapshot(),
    });
    const { exit, stderr } = await required.run('check');
    expect(exit).toBe(3);
    expect(stderr).toMatch(/^site\/broken\.ts, line 1: not read[^\n]*\nCould not check the whole website: files not read: 1\./u);
  });

  it('where tells that the website sends a field, and at which line', async () => {
    const { run } = workspace(FILES);
    const { stdout } = await run('where', 'contact_field:favourite_film');
    expect(stdout).toContain('  - the code of your website: in site/newsletter.ts, line 2\n');
    // It was looked at: only the rest is not seen.
    expect(stdout).toContain('Not visible through Mautic, in any version: field mappings');
    const { direct } = JSON.parse((await run('where', 'contact_field:favourite_film', '--json')).stdout);
    expect(direct[0].use).toMatchObject({ from: 'tracking:website', how: 'writes', at: 'site', file: 'site/newsletter.ts', n: 2 });
    expect((await run('where', '--unused')).stdout).not.toContain('favourite_film');
    expect((await workspace({ ...FILES, 'purposelint.yaml': '' }).run('where', '--unused')).stdout).toContain('favourite_film');
  });

  it('config shows where the website is and where that is said', async () => {
    const { stdout } = await workspace(FILES).run('config');
    expect(stdout).toMatch(/^website\.include +\["site\/\*\*"\] {2}\(purposelint\.yaml:1\)$/mu);
    expect(stdout).toMatch(/^website\.required +false {2}\(default\)$/mu);
  });
});

it('a file that may not be read is told', async () => {
  const place = workspace({ 'a.html': 'mautic', 'b.html': '<script src="https://m.example/mtc.js"></script>' });
  chmodSync(join(place.path, 'a.html'), 0);
  const { stderr } = await place.run('scan');
  // The administrator may read everything.
  expect(stderr).toBe(process.getuid?.() === 0 ? '' : 'a.html: not read, permission denied. Give yourself the right to read it.\n');
});
