import { expect, it } from 'vitest';
import { readFiles } from '../../src/website/read.js';
import { madeUpReaders, send } from './made-up-readers.js';

const NO_HOST = { readText: () => undefined, exists: () => false };
const WISH = { helpers: [], host: NO_HOST };
const read = (files: Readonly<Record<string, string>>, readers = madeUpReaders()) =>
  readFiles(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    WISH,
    readers,
  );

it('takes markup and its scripts together, in the order of the text, each send once', async () => {
  // The markup reader sees what stands in the script as well: the same send at the same place.
  const [page] = await read({ 'a.html': 'send city script send film end send age' });
  expect(page?.file.sends).toEqual([send('city', 5), send('film', 22), send('age', 36)]);
});

it('reads all scripts in one go, of pages and files', async () => {
  const readers = madeUpReaders();
  await read({ 'a.html': 'script send a end', 'b.ts': 'send b', 'c.vue': 'no script' }, readers);
  expect(readers.log).toEqual(['markup', 'code', 'a.html b.ts']);
});

it('loads only the reader that has something to read', async () => {
  const pages = madeUpReaders();
  await read({ 'a.html': 'send a' }, pages);
  expect(pages.log).toEqual(['markup']);
  const code = madeUpReaders();
  await read({ 'a.mts': 'send a' }, code);
  expect(code.log).toEqual(['code', 'a.mts']);
  const none = madeUpReaders();
  await read({ 'a.json': 'send a' }, none);
  expect(none.log).toEqual([]);
});

it('gives files in their order, with comments and notes, and whether there are scripts in them', async () => {
  const readings = await read({
    'b.ts': '// purposelint-ignore unknown-alias: old\ntake ./c.ts\nsend b',
    'a.html': 'broken',
  });
  expect(readings.map(({ file }) => file.path)).toEqual(['b.ts', 'a.html']);
  expect(readings[0]?.file.ignores).toEqual([{ rule: 'unknown-alias', reason: 'old', start: 0, end: 40, line: 2 }]);
  expect(readings.map(({ hasScripts }) => hasScripts)).toEqual([true, false]);
  expect(readings[1]?.file.notes).toEqual([{ code: 'syntax', start: 0 }]);
});

it('a script that is nested too deeply is not read, and the others are', async () => {
  const readings = await read({ 'a.js': 'deep', 'b.js': 'send b' });
  expect(readings.map(({ file }) => [file.notes, file.sends.length])).toEqual([
    [[{ code: 'syntax', detail: 'nested too deeply' }], 0],
    [[], 1],
  ]);
});

it('any other fault of a reader is told as such', async () => {
  await expect(read({ 'a.js': 'boom' })).rejects.toThrow(new TypeError('boom'));
});
