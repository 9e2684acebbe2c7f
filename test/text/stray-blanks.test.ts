import { expect, it } from 'vitest';
import { parseYaml } from '../../src/text/yaml.js';

/** The value, and for each fault its code with the text in front of the place and at it. */
function read(text: string): unknown[] {
  const { value, faults } = parseYaml(text);
  return [
    JSON.parse(JSON.stringify(value)),
    faults.map(({ code, range }) => `${code}: ${JSON.stringify(text.slice(range.start, range.end))}`),
  ];
}

it.each(['\u00a0', '\u2003', '\u202f', '\u3000', '\u200b'])('%j in front of a key is a fault, and the key is read', sign => {
  expect(read(`tags:\n${sign}${sign}x:\n    why: one\n  y: {}\n`)).toEqual([
    { tags: { x: { why: 'one' }, y: {} } },
    [`stray-blank: ${JSON.stringify(sign + sign)}`],
  ]);
});

it('lines that follow each other are one fault', () => {
  const text = 'tags:\n \u00a0x:\n\u00a0 \u00a0 why: one\n  y:\n\u00a0\u00a0\u00a0\u00a0why: two\n';
  expect(read(text)).toEqual([
    { tags: { x: { why: 'one' }, y: { why: 'two' } } },
    [`stray-blank: ${JSON.stringify(' \u00a0x:\n\u00a0 \u00a0 ')}`, `stray-blank: ${JSON.stringify('\u00a0'.repeat(4))}`],
  ]);
});

it('behind a colon or a dash it is one as well', () => {
  const found = ['stray-blank: "\u00a0"'];
  expect(read('a:\u00a0[x]\n')).toEqual([{ a: ['x'] }, found]);
  expect(read('Menu as PDF:\u00a0x\n')).toEqual([{ 'Menu as PDF': 'x' }, found]);
  expect(read('"a b":\u00a0x\n')).toEqual([{ 'a b': 'x' }, found]);
  expect(read('a:\n  -\u00a0x\n  - y\n')).toEqual([{ a: ['x', 'y'] }, found]);
  expect(read('a:\n  - b:\u00a0x\n    c: y\n')).toEqual([{ a: [{ b: 'x', c: 'y' }] }, found]);
});

it('in a text it is a sign like others', () => {
  const texts = [
    ['a: Exemple\u00a0; «\u00a0oui\u00a0»\n', 'Exemple\u00a0; «\u00a0oui\u00a0»'],
    ['a: "one\n  \u00a0two:\u00a0three"\n', 'one \u00a0two:\u00a0three'],
    ['a: |\n  one\n  \u00a0two:\u00a0three\n', 'one\n\u00a0two:\u00a0three\n'],
    ['a: >-\n  - \u00a0one\n  -\u00a0two\n', '- \u00a0one -\u00a0two'],
    ['a: one\n  \u00a0two\n', 'one \u00a0two'],
    ['a: x –\u00a0y\n', 'x –\u00a0y'],
  ];
  for (const [text = '', value] of texts) expect(read(text)).toEqual([{ a: value }, []]);
});
