import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/finding.js';
import { isRecord } from '../../src/guards.js';
import { linesOf } from '../../src/text/position.js';
import { parseYaml } from '../../src/text/yaml.js';

/** Maps as ordinary objects, to compare them: entries keep `__proto__`. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isRecord(value) ? Object.entries(value).map(([key, entry]) => [key, plain(entry)]) : value;
}

/** Each fault as `code line:column marked text`. */
function faults(text: string): string[] {
  const lines = linesOf(text);
  return parseYaml(text).faults.map(({ code, range }) => {
    const { line, column } = lines.position(range.start);
    return `${code} ${line}:${column} ${text.slice(range.start, range.end)}`;
  });
}

function written(text: string, path: DocumentPath, at: 'key' | 'value'): string | undefined {
  const range = parseYaml(text).rangeOf(path, at);
  return range === undefined ? undefined : text.slice(range.start, range.end);
}

describe('values', () => {
  it('knows null, true, false and plain numbers, and leaves all else text', () => {
    const { value, faults } = parseYaml(
      'a: 2\nb: -1.50\nc: true\nd: False\ne: ~\nf:\ng: null\nh: yes\ni: off\nj: 2026-11-02\nk: 12:30\nl: "5"\nm: 0\nn: On\n',
    );
    expect(faults).toEqual([]);
    expect(value).toEqual({
      a: 2,
      b: -1.5,
      c: true,
      d: false,
      e: null,
      f: null,
      g: null,
      h: 'yes',
      i: 'off',
      j: '2026-11-02',
      k: '12:30',
      l: '5',
      m: 0,
      n: 'On',
    });
  });

  it.each(['00120', '0x1F', '0o17', '+390301234', '1e5', '51e09', '.5', '5.', '.inf', '.nan', '12345678901234567890', '1_000'])(
    'keeps %s as it is written',
    source => {
      expect(parseYaml(`a: ${source}`)).toMatchObject({ value: { a: source }, faults: [] });
    },
  );

  it('makes every key a text as written', () => {
    expect(Object.keys(Object(parseYaml('2024: a\n1.0: b\ntrue: c\n~: d\n"x y": e\n').value))).toEqual(['2024', '1.0', 'true', '~', 'x y']);
  });

  it('has ordinary keys of every name', () => {
    const { value } = parseYaml('__proto__: {a: 1}\nconstructor: 2\ntoString:\nhasOwnProperty: x\n');
    expect(plain(value)).toEqual([
      ['__proto__', [['a', 1]]],
      ['constructor', 2],
      ['toString', null],
      ['hasOwnProperty', 'x'],
    ]);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.hasOwn({}, 'a')).toBe(false);
  });

  it('keeps sentences with line breaks', () => {
    expect(parseYaml('a: |\n  one\n  two\nb: >\n  one\n  two\nc: one\n  two\n').value).toEqual({
      a: 'one\ntwo\n',
      b: 'one two\n',
      c: 'one two',
    });
  });

  it.each(['', '\n', '# only a comment\n', '---\n', '\ufeff'])('reads %j as nothing', text => {
    expect(parseYaml(text)).toMatchObject({ value: null, faults: [] });
  });

  it('reads anchors and aliases, the last anchor before it', () => {
    expect(parseYaml('a: &x {b: &y 1}\nc: *x\nd: &x 2\ne: [*x, *y]\n')).toMatchObject({
      value: { a: { b: 1 }, c: { b: 1 }, d: 2, e: [2, 1] },
      faults: [],
    });
  });

  it('takes !!str as text', () => {
    expect(parseYaml('a: !!str 5\nb: ! 6\n')).toMatchObject({ value: { a: '5', b: '6' }, faults: [] });
  });
});

describe('faults', () => {
  it.each([
    ['a second colon', 'a:\n  why: Address: the street\n', ['syntax 2:8 A']],
    ['a quote that is never closed', 'a: 1\nb: "abc\nc: 2\n', ['syntax 2:4 "']],
    ['a bracket that is never closed', 'a: {b: 1, c: [2\nd: 3\n', ['syntax 1:14 [']],
    ['a brace that is never closed, at the end', 'a: {b: 1, c: 2\n', ['syntax 1:4 {']],
    ['a reserved first letter', 'a: @x\nb: `y`\n', ['syntax 1:4 @', 'syntax 2:4 `']],
    ['a line that stands too far left', 'a:\n  b: 1\n c: 2\n', ['syntax 3:1  ']],
    ['a key without colon', 'version: 1\ntags\n  a: {}\n', ['syntax 2:1 tags\n  a']],
    ['a list as key', '[a]: 1\n', ['syntax 1:1 [']],
    ['tabs, a block of them once', 'a:\n\tb: 1\n\tc: 2\nd:\n\te: 1\n', ['tab 2:1 \tb: 1\n\t', 'tab 5:1 \t']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1 a']],
    ['a key three times', '"a": 1\n\'a\': 2\na: 3\n', ["duplicate-key 2:1 'a'", 'duplicate-key 3:1 a']],
    ['merge keys', 'a: &x {b: 1}\nc: {<<: *x, d: 2}\n', ['merge-key 2:5 <<']],
    ['unknown tags', 'a: !secret x\nb: !!int 5\nc: !map {}\n', ['tag 1:4 !secret', 'tag 2:4 !!int', 'tag 3:4 !map']],
    ['an unknown alias', 'a: *x\nb: &x 1\n', ['alias 1:4 *x']],
    ['a star that was meant as text', 'tags:\n  *foo: {}\n', ['alias 2:3 *foo:']],
    ['an alias inside of what it stands for', 'a: &x [*x]\n', ['alias 1:8 *x']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['multiple-documents 2:1 ---']],
    ['all of a file', 'a: @x\nb: *y\nc: "z" z\na: 1\n', ['syntax 1:4 @', 'alias 2:4 *y', 'syntax 3:8 z', 'duplicate-key 4:1 a']],
  ])('tells %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
    expect(faults(text.replaceAll('\n', '\r\n'))).toEqual(expected.map(fault => fault.replaceAll('\n', '\r\n')));
    expect(faults(`\ufeff${text}`)).toEqual(expected);
  });

  it('names the first place of a key that is there twice, and keeps what both hold', () => {
    const text = 'tags: {a: 1}\nforms: {}\ntags: {a: 2, b: 3}\n';
    const { value, faults, rangeOf } = parseYaml(text);
    expect(faults).toMatchObject([{ code: 'duplicate-key', detail: 'tags', range: { start: 23, end: 27 }, first: { start: 0, end: 4 } }]);
    expect(value).toEqual({ tags: { a: 1, b: 3 }, forms: {} });
    expect([rangeOf(['tags', 'a'], 'value')?.start, rangeOf(['tags', 'b'], 'key')?.start]).toEqual([10, 36]);
  });

  it('bounds what aliases add', () => {
    const letters = [...'abcdefghijklmnop'];
    const level = (name: string, index: number) => `${name}: &${name} [${Array(10).fill(index === 0 ? 1 : `*${letters[index - 1]}`)}]`;
    expect(faults(letters.map(level).join('\n'))).toEqual(['alias 5:29 *d']);
  });

  it('bounds the depth', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(faults(nested(40))).toEqual([]);
    expect(faults(nested(60))).toEqual(['too-deep 1:53 [']);
    expect(faults(nested(20_000))).toEqual(['too-deep 1:53 [']);
  });
});

it('what follows a fault behind which the library gives up is no fault', () => {
  expect(faults('tags:\n  *evt: {a: b}\n  evt-*: {}\n  b: {}\n')).toEqual(['alias 2:3 *evt:']);
});

describe('rangeOf', () => {
  const text =
    'version: 1\ntags:\n  "evt-*": {purposes: [visits, "a b"]} # why\n  x: |\n    long\n  empty:\n  flow: {a, b: }\nref: &r {k: v}\nuse: *r\n';

  it.each<[DocumentPath, 'key' | 'value', string]>([
    [[], 'value', text.trimEnd()],
    [['version'], 'key', 'version'],
    [['version'], 'value', '1'],
    [['tags', 'evt-*'], 'key', '"evt-*"'],
    [['tags', 'evt-*'], 'value', '{purposes: [visits, "a b"]}'],
    [['tags', 'evt-*', 'purposes', 1], 'value', '"a b"'],
    [['tags', 'evt-*', 'purposes', 1], 'key', '"a b"'],
    [['tags', 'x'], 'value', '|\n    long\n'],
    [['tags', 'empty'], 'value', ''],
    [['tags', 'flow', 'a'], 'value', ''],
    [['use'], 'value', '*r'],
    [['use', 'k'], 'value', 'v'],
  ])('%j %s', (path, at, expected) => {
    expect(written(text, path, at)).toBe(expected);
    expect(written(text.replaceAll('\n', '\r\n'), path, at)).toBe(expected.replaceAll('\n', '\r\n'));
  });

  it.each<[DocumentPath]>([
    [['nothing']],
    [['version', 'x']],
    [['tags', 'evt-*', 'purposes', 2]],
    [['tags', 'evt-*', 'purposes', '0']],
    [['use', 'x']],
  ])('is undefined at %j', path => {
    expect([written(text, path, 'key'), written(text, path, 'value')]).toEqual([undefined, undefined]);
  });

  it('finds an empty value right behind its colon', () => {
    expect(parseYaml('a:\n  b:\nc: 1\n').rangeOf(['a', 'b'], 'value')).toEqual({ start: 7, end: 7 });
  });
});
