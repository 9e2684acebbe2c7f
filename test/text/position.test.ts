import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, linesOf } from '../../src/text/position.js';

describe('position', () => {
  it.each([
    ['a: 1\nb: 2\n', 5, { line: 2, column: 1 }],
    ['a: 1\r\nb: 2\r\n', 9, { line: 2, column: 4 }],
    ['a: 1\n', 5, { line: 2, column: 1 }],
    ['a: 1', 99, { line: 1, column: 5 }],
    ['', 0, { line: 1, column: 1 }],
    ['\ufeffa: 1', 1, { line: 1, column: 1 }],
    ['寿司: 😀 x', 7, { line: 1, column: 7 }],
    ['\tx', 1, { line: 1, column: 2 }],
  ])('of %j at %i', (text, offset, expected) => {
    expect(linesOf(text).position(offset)).toEqual(expected);
  });

  it('counts as a plain count does', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '😀', 'é'), maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.nat(40), (text, offset) => {
        const before = text.slice(0, offset).split('\n');
        expect(linesOf(text).position(offset)).toEqual({ line: before.length, column: [...(before.at(-1) ?? '')].length + 1 });
      }),
    );
  });
});

describe('line', () => {
  it('is the whole line without its end', () => {
    const { line } = linesOf('\ufeffa: 1\r\n\n  b: 😀');
    expect([1, 2, 3, 4].map(line)).toEqual(['a: 1', '', '  b: 😀', '']);
  });
});

describe('snippet', () => {
  it('parts the line at the mark, tabs as spaces, without line end', () => {
    const text = 'x: 1\r\n\tkey:\tvalue # why\r\n';
    const start = text.indexOf('value');
    expect(linesOf(text).snippet({ start, end: start + 5 })).toEqual({
      line: 2,
      column: 7,
      before: '  key:  ',
      marked: 'value',
      after: ' # why',
    });
  });

  it('marks the first line only of what spans several', () => {
    expect(linesOf('a:\n  b: 1\n  c: 2\n').snippet({ start: 5, end: 16 })).toEqual({
      line: 2,
      column: 3,
      before: '  ',
      marked: 'b: 1',
      after: '',
    });
  });

  it('has an empty mark where nothing is written', () => {
    expect(linesOf('a:\r\nb: 1').snippet({ start: 2, end: 2 })).toEqual({ line: 1, column: 3, before: 'a:', marked: '', after: '' });
    expect(linesOf('a: 1\n').snippet({ start: 5, end: 5 })).toEqual({ line: 2, column: 1, before: '', marked: '', after: '' });
    expect(linesOf('').snippet({ start: 0, end: 0 })).toEqual({ line: 1, column: 1, before: '', marked: '', after: '' });
  });

  it('cuts long lines around the mark', () => {
    const text = `${'a'.repeat(100)}XYZ${'b'.repeat(100)}`;
    const { before, marked, after, column } = linesOf(text).snippet({ start: 100, end: 103 }, 23);
    expect([before, marked, after, column]).toEqual([`…${'a'.repeat(9)}`, 'XYZ', `${'b'.repeat(9)}…`, 101]);
    expect(linesOf('x'.repeat(50)).snippet({ start: 0, end: 50 }, 10).marked).toBe(`${'x'.repeat(9)}…`);
  });

  it('never is longer than its limit, and is the line where that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '😀', '寿'), maxLength: 60 }), fc.nat(130), fc.nat(20), (text, from, length) => {
        const { before, marked, after } = linesOf(text).snippet({ start: from, end: from + length }, 20);
        const shown = before + marked + after;
        expect([...shown].length).toBeLessThanOrEqual(20);
        if ([...text].length <= 20) expect(shown).toBe(text);
      }),
    );
  });
});

it.each([
  ['abc', 3],
  ['寿司', 4],
  ['한글', 4],
  ['ＡＢ', 4],
  ['😀', 2],
  ['e\u0301', 1],
  ['a\u200bb', 2],
  ['è', 1],
])('%s takes %i cells', (text, cells) => {
  expect(cellsOf(text)).toBe(cells);
});
