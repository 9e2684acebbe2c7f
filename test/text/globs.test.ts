/** Globs mean what they mean to `fast-glob`, by which they were read before. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import glob from 'fast-glob';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { statOf } from '../../src/text/files/faults.js';
import { expandGlobs } from '../../src/text/files/find.js';
import { matchNames } from '../../src/text/glob-names.js';
import { isPattern } from '../../src/text/globs.js';

const FOLDERS = ['a', 'b', 'A', '.dot', 'a b', '1', 'è', 'a(1)', '[x]', 'node_modules', '.git', 'wow!'];
const FILES = ['a', 'a.yaml', 'b.html', '.a.yaml', '02.yaml', '寿司.yaml', '{a}.yaml', 'a!.yaml', '[x].yaml', '*.yaml', '!a.yaml'];

const NAMES = ['', ...FOLDERS, ...FOLDERS.flatMap(top => FOLDERS.map(below => `${top}/${below}`))].flatMap(folder =>
  FILES.flatMap(file => (FOLDERS.includes(file) ? [] : [folder === '' ? file : `${folder}/${file}`])),
);

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'purposelint-globs-'));
  for (const name of NAMES) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), '');
  }
  symlinkSync('../b', join(root, 'a/linked'));
  symlinkSync('../a.yaml', join(root, 'a/linked.yaml'));
  symlinkSync('gone', join(root, 'a/broken.yaml'));
  symlinkSync('a', join(root, 'linked'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const isLinked = (name: string): boolean => /linked|broken/u.test(name);

/** How `fast-glob` was asked. */
function before(patterns: readonly string[]): string[] {
  const found = patterns.flatMap((pattern, index) => {
    if (pattern.startsWith('!')) return [];
    const leftOut = patterns.slice(index + 1).flatMap(later => (later.startsWith('!') ? [later.slice(1).replace(/^\.\//u, '')] : []));
    return glob.sync(pattern.replace(/^\.\//u, ''), {
      cwd: root,
      ignore: ['**/node_modules/**', '**/.git/**', ...leftOut],
      followSymbolicLinks: false,
      onlyFiles: false,
      objectMode: true,
    });
  });
  // A link to nothing is chosen, too: whoever reads it is told.
  const isLinkToFile = (path: string): boolean => statOf(join(root, path))?.isFile() ?? true;
  const files = found.filter(({ path, dirent }) => dirent.isFile() || (dirent.isSymbolicLink() && isLinkToFile(path)));
  return [...new Set(files.map(({ path }) => path))].sort();
}

const PARTS = [
  ...FOLDERS,
  '*',
  '**',
  'a?',
  '.*',
  'a*',
  '*a*',
  '[ab]',
  '[!a]',
  '{a,b}',
  '{a,.dot}',
  '{a/b,b}',
  '{a/**/b,a/1}',
  '@(a|b)',
  'a!(b)',
  '+(a)',
];
const ENDS = [
  '*.yaml',
  '**',
  '*',
  'a.yaml',
  '{a,b}.*',
  '?.yaml',
  '.*',
  '*.{yaml,html}',
  '{,.}a.yaml',
  '{01..03}.yaml',
  '[!a]*',
  '@(a|02).yaml',
  '**.yaml',
];
const ODD = [
  '{a}.yaml',
  '*!.yaml',
  'a!(b).yaml',
  'a\\[x\\].yaml',
  '[x].yaml',
  '*\\**',
  '(a|b).*',
  '*[0-9]*',
  '{*,b}*',
  '.{a,b}*',
  '*.?(y)a*',
];

const path = fc
  .tuple(
    fc.constantFrom('', '', '', './'),
    fc.array(fc.constantFrom(...PARTS), { maxLength: 3 }),
    fc.constantFrom(...ENDS, ...ODD, ...PARTS),
  )
  .map(([start, parts, end]) => start + [...parts, end].join('/'));
const globs = fc.tuple(path, fc.array(fc.tuple(fc.constantFrom('', '!'), path), { maxLength: 3 }));

it.each([
  '*.yaml',
  '**/*.yaml',
  '**/*.html',
  'a/*.yaml',
  'a/**/*.yaml',
  '1/b/*.yaml',
  'A/b/**/*.yaml',
  'node_modules/*.yaml',
  'gone/**/*.yaml',
])('chooses what `fast-glob` chose: %s', async usual => {
  expect(await expandGlobs(root, [usual])).toEqual(before([usual]));
  expect(await expandGlobs(root, [usual, 'b/*.yaml'])).toEqual(before([usual, 'b/*.yaml']));
  expect(await matchNames(NAMES, [usual])).toEqual(before([usual]).filter(name => !isLinked(name)));
});

it('chooses what `fast-glob` chose, over the disk and over names', async () => {
  await fc.assert(
    fc.asyncProperty(globs, async ([first, others]) => {
      const patterns = [first, ...others.map(([sign, glob]) => sign + glob)].filter(isPattern);
      const found = await expandGlobs(root, patterns);
      expect(found).toEqual(before(patterns));
      expect(await matchNames(NAMES, patterns)).toEqual(found.filter(name => !isLinked(name)));
    }),
    { numRuns: 200 },
  );
});

it('finds what `fast-glob` missed: below a name of one letter, and in a folder that is none', async () => {
  expect(await expandGlobs(root, ['?/02.yaml'])).toEqual(['1/02.yaml', 'A/02.yaml', 'a/02.yaml', 'b/02.yaml', 'è/02.yaml']);
  expect(await expandGlobs(root, ['a.yaml/*.yaml', 'gone/**'])).toEqual([]);
});

it('follows a linked folder only where a glob begins in it', async () => {
  expect(await expandGlobs(root, ['linked/0*.yaml', '*/0*.yaml', 'a/linked*/**', '!**/b/**', '!*1/*'])).toEqual(
    ['A/02.yaml', 'a b/02.yaml', 'a(1)/02.yaml', 'a/02.yaml', 'linked/02.yaml', 'wow!/02.yaml', '[x]/02.yaml', 'è/02.yaml'].sort(),
  );
});

it('leaves out what lies in a folder that is left out, on the disk as in the history', async () => {
  const globs = ['a/**/02.yaml', '!a/b', '!**/a b', '!*/[1A]/**', '!a/[x]', '!a/{è,wow!}'];
  expect(await expandGlobs(root, globs)).toEqual(['a/02.yaml', 'a/[x]/02.yaml', 'a/a(1)/02.yaml', 'a/a/02.yaml']);
  expect(await matchNames(NAMES, globs)).toEqual(await expandGlobs(root, globs));
});
