import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { send } from '../../website/made-up-readers.js';
import { sent, siteFolder, TRACE } from './site-folder.js';

const MODULE = `${TRACE}export {}\n`;
const cacheFiles = (cache: string): string[] => readdirSync(join(cache, 'purposelint'));

it('reads only files with a trace, and counts all', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film`, 'b.ts': 'send nothing', 'c.json': `${TRACE}send x`, 'd.html': 'send mautic' });
  const scanned = await folder.scan();
  expect(scanned.site).toEqual({
    looked: 3,
    files: [
      { path: 'a.ts', sends: [send('film', 15)], ignores: [], notes: [] },
      { path: 'd.html', sends: [send('mautic', 5)], ignores: [], notes: [] },
    ],
    texts: new Map([
      ['a.ts', { path: 'a.ts', text: `${TRACE}send film` }],
      ['d.html', { path: 'd.html', text: 'send mautic' }],
    ]),
  });
  expect(scanned.log).toEqual(['markup', 'code', 'a.ts']);
});

it('loads nothing where nothing has a trace, and keeps nothing', async () => {
  const folder = siteFolder({ 'a.ts': 'send film', 'b.html': 'send film' });
  const { site, log } = await folder.scan();
  expect([site.files, site.looked, log]).toEqual([[], 2, []]);
  expect(existsSync(folder.cache)).toBe(false);
});

it('loads and reads nothing the second time, and says the same', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film`, 'b.html': `${TRACE}script take ./c.ts end`, 'c.ts': 'city' });
  const cold = await folder.scan();
  const warm = await folder.scan();
  expect(warm.site).toEqual(cold.site);
  expect(warm.log).toEqual([]);
  expect(sent(warm)).toEqual({ 'a.ts': ['film'], 'b.html': ['city'] });
});

it('reads all scripts again when one has changed, and only the pages that have', async () => {
  const folder = siteFolder({
    'a.ts': `${MODULE}send film`,
    'b.ts': `${MODULE}send city`,
    'c.html': `${TRACE}send x`,
    'd.html': `${TRACE}send y`,
  });
  await folder.scan();
  folder.write('b.ts', `${MODULE}send age`);
  const script = await folder.scan();
  expect(script.log).toEqual(['code', 'a.ts b.ts']);
  expect(sent(script)).toEqual({ 'a.ts': ['film'], 'b.ts': ['age'], 'c.html': ['x'], 'd.html': ['y'] });
  folder.write('c.html', `${TRACE}send z`);
  const page = await folder.scan();
  // There might have been a script in it now.
  expect(page.log).toEqual(['markup', 'code', 'a.ts b.ts']);
  expect(sent(page)['c.html']).toEqual(['z']);
  expect((await folder.scan()).log).toEqual([]);
});

it('without scripts, a page that has changed is read alone', async () => {
  const folder = siteFolder({ 'a.html': `${TRACE}send x`, 'b.html': `${TRACE}send y` });
  await folder.scan();
  folder.write('a.html', `${TRACE}send z`);
  const { site, log } = await folder.scan();
  expect([sent({ site, log }), log]).toEqual([{ 'a.html': ['z'], 'b.html': ['y'] }, ['markup']]);
});

it.each<[string, (folder: ReturnType<typeof siteFolder>) => void, readonly string[]]>([
  ['changes', folder => folder.write('names.ts', 'age'), ['age']],
  ['is gone', folder => folder.remove('names.ts'), ['unknown']],
  ['gets a trace itself', folder => folder.write('names.ts', '// mautic'), ['// mautic']],
])('reads a file again when one that was read for it %s', async (_, change, keys) => {
  const folder = siteFolder({ 'a.ts': `${MODULE}take ./names.ts`, 'b.ts': `${MODULE}send x`, 'names.ts': 'city' });
  expect(sent(await folder.scan())['a.ts']).toEqual(['city']);
  change(folder);
  expect(sent(await folder.scan())).toEqual({ 'a.ts': keys, 'b.ts': ['x'] });
});

it('reads all again when a file comes that was looked for, and when it goes', async () => {
  const folder = siteFolder({ 'a.ts': `${MODULE}take ./names.ts`, 'names.ts': 'city' });
  expect(sent(await folder.scan())).toEqual({ 'a.ts': ['city'] });
  folder.write('tsconfig.json', 'it_');
  expect(sent(await folder.scan())).toEqual({ 'a.ts': ['it_city'] });
  folder.write('tsconfig.json', 'en_');
  expect(sent(await folder.scan())).toEqual({ 'a.ts': ['en_city'] });
  folder.remove('tsconfig.json');
  expect(sent(await folder.scan())).toEqual({ 'a.ts': ['city'] });
});

it('reads all again when what all scripts share changes', async () => {
  const folder = siteFolder({ 'a.ts': `${MODULE}send a`, 'shared.js': `${TRACE}global x` });
  expect(sent(await folder.scan())).toEqual({ 'a.ts': ['x', 'a'], 'shared.js': ['x'] });
  folder.write('a.ts', `${MODULE}send b`);
  const one = await folder.scan();
  expect([sent(one)['a.ts'], one.log]).toEqual([
    ['x', 'b'],
    ['code', 'a.ts shared.js'],
  ]);
  folder.write('shared.js', `${TRACE}global y`);
  expect(sent(await folder.scan())['a.ts']).toEqual(['y', 'b']);
  folder.write('new.js', `${TRACE}global z`);
  expect(sent(await folder.scan())['a.ts']).toEqual(['yz', 'b']);
  folder.remove('shared.js');
  expect(sent(await folder.scan())).toEqual({ 'a.ts': ['z', 'b'], 'new.js': ['z'] });
});

it('lets Ctrl-C end it at once while it reads, and not while it writes', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film` });
  const steps: string[] = [];
  const letGo = (): (() => void) => {
    steps.push(`let go, ${existsSync(folder.cache) ? 'kept' : 'nothing kept'}`);
    return () => void steps.push(`held, ${existsSync(folder.cache) ? 'kept' : 'nothing kept'}`);
  };
  await folder.scan({ letGo });
  expect([steps, existsSync(folder.cache)]).toEqual([['let go, nothing kept', 'held, nothing kept'], true]);
  await folder.scan({ letGo });
  // Nothing was read anew.
  expect(steps).toHaveLength(2);
});

it('reads all again for other helpers', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}track(1)` });
  expect(sent(await folder.scan())).toEqual({});
  expect(sent(await folder.scan({ helpers: ['track'] }))).toEqual({ 'a.ts': ['track'] });
  expect(sent(await folder.scan())).toEqual({});
});

it('what is scanned in part is read as such, and leaves what is kept of the whole as it is', async () => {
  const folder = siteFolder({ 'a.ts': `${MODULE}send a`, 'shared.js': `${TRACE}global x` });
  await folder.scan();
  expect(sent(await folder.scan({ globs: ['a.ts'], isPart: true }))).toEqual({ 'a.ts': ['a'] });
  const whole = await folder.scan();
  expect([sent(whole)['a.ts'], whole.log]).toEqual([['x', 'a'], []]);
});

it('keeps names and places in one file that only the user may read, and no text', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film // "Ada Rossi"` });
  await folder.scan();
  const [name = '', ...others] = cacheFiles(folder.cache);
  expect([name, others]).toEqual([expect.stringMatching(/^site-[\w-]+$/u), []]);
  const path = join(folder.cache, 'purposelint', name);
  expect(readFileSync(path, 'utf8')).toContain('"key":"film"');
  expect(readFileSync(path, 'utf8')).not.toContain('Ada');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder.cache, 'purposelint')).mode & 0o777).toBe(0o700);
});

it.each<[string, (text: string) => string]>([
  ['is no JSON', () => '{'],
  ['is of another program', text => text.replace(/"made_by":"./u, '"made_by":"!')],
  ['holds a send of an unknown kind', text => text.replace('contact_field', 'person')],
  ['holds a send without a place', text => text.replace(/"start":\d+,/u, '')],
  ['holds more than it may', text => text.replace('"key":"film"', '"key":"film","text":"Ada"')],
  ['holds a place that is none', text => text.replace(/"start":\d+/u, '"start":-1')],
  ['has no files', text => text.replace('"files":', '"other":')],
])('ignores what is kept when it %s', async (_, spoil) => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film` });
  await folder.scan();
  const path = join(folder.cache, 'purposelint', cacheFiles(folder.cache)[0] ?? '');
  const spoilt = spoil(readFileSync(path, 'utf8'));
  expect(spoilt).not.toBe(readFileSync(path, 'utf8'));
  writeFileSync(path, spoilt);
  const { site, log } = await folder.scan();
  expect(log).toEqual(['code', 'a.ts']);
  expect(site.files[0]?.sends).toEqual([send('film', 15)]);
});

it('takes away what was kept of repositories that nobody has scanned for three months', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film` });
  await folder.scan();
  const [own = ''] = cacheFiles(folder.cache);
  const days = { 'site-forgotten.json': 100, 'site-rested.json': 80, 'other.json': 100 };
  for (const [name, age] of Object.entries(days)) {
    const path = join(folder.cache, 'purposelint', name);
    writeFileSync(path, '');
    const time = statSync(join(folder.cache, 'purposelint', own)).mtimeMs / 1000 - age * 24 * 60 * 60;
    utimesSync(path, time, time);
  }
  // What is kept of a repository that was not there before.
  rmSync(join(folder.cache, 'purposelint', own));
  await folder.scan();
  expect(cacheFiles(folder.cache).sort()).toEqual(['other.json', own, 'site-rested.json'].sort());
});

it('does not follow a link in the place of what is kept', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film` });
  await folder.scan();
  const path = join(folder.cache, 'purposelint', cacheFiles(folder.cache)[0] ?? '');
  const elsewhere = join(folder.cache, 'elsewhere.json');
  writeFileSync(elsewhere, readFileSync(path));
  folder.remove(join('..', 'cache', 'purposelint', cacheFiles(folder.cache)[0] ?? ''));
  symlinkSync(elsewhere, path);
  expect((await folder.scan()).log).toEqual(['code', 'a.ts']);
});

it('goes on without a cache where none can be written, or none is wanted', async () => {
  const folder = siteFolder({ 'a.ts': `${TRACE}send film` });
  mkdirSync(folder.cache);
  writeFileSync(join(folder.cache, 'purposelint'), 'a file in the place of the folder');
  expect(sent(await folder.scan())).toEqual({ 'a.ts': ['film'] });
  const other = siteFolder({ 'a.ts': `${TRACE}send film` });
  await other.scan({ env: { XDG_CACHE_HOME: other.cache, PURPOSELINT_NO_CACHE: '1' } });
  expect(existsSync(other.cache)).toBe(false);
});
