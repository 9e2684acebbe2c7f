import { expect, it } from 'vitest';
import { parseYaml } from '../../src/text/yaml.js';

/** The value, and the text at each fault. */
function read(text: string): unknown[] {
  const { value, faults } = parseYaml(text);
  return [JSON.parse(JSON.stringify(value)), faults.map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`)];
}

const CONFLICT = 'tags:\n  x: {}\n<<<<<<< HEAD\n  a: {why: one}\n=======\n  a: {why: two}\n  b: {}\n>>>>>>> branch\n  c: {}\n';

it('an unfinished merge is one fault, and the first side is read', () => {
  const found = [{ tags: { x: {}, a: { why: 'one' }, c: {} } }, ['merge-mark: <<<<<<< HEAD']];
  expect(read(CONFLICT)).toEqual(found);
  expect(read(CONFLICT.replaceAll('\n', '\r\n'))).toEqual(found);
  expect(read(CONFLICT.replace('=======', '||||||| base\n  a: {}\n======='))).toEqual(found);
});

it('what is read stands where it stood', () => {
  const range = parseYaml(CONFLICT).rangeOf(['tags', 'c'], 'key');
  expect(CONFLICT.slice(range?.start, range?.end)).toBe('c');
});

it('other faults beside it are told as ever, but for those of the other side', () => {
  const text = 'a: *none\n<<<<<<< HEAD\nb: 1\n=======\nb: [\n>>>>>>> x\nc: d: e\n';
  expect(read(text)[1]).toEqual(['alias: *none', 'merge-mark: <<<<<<< HEAD', 'syntax: d']);
});

it('marks that are left alone are told, wherever they are', () => {
  expect(read('a: 1\n=======\nb: 2\n>>>>>>> x')).toEqual([{ a: 1, b: 2 }, ['merge-mark: =======', 'merge-mark: >>>>>>> x']]);
  expect(read('a: 1\n<<<<<<< HEAD\nb: 2\n')).toEqual([{ a: 1, b: 2 }, ['merge-mark: <<<<<<< HEAD']]);
});

it('no others are marks', () => {
  expect(read('a: |\n  =======\n  <<<<<<< HEAD\nb: ">>>>>>> x"\n# =======\n')).toEqual([
    { a: '=======\n<<<<<<< HEAD\n', b: '>>>>>>> x' },
    [],
  ]);
  expect(read('a: 1\n========\n')[1]).not.toContain('merge-mark: ========');
});
