import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/text/json.js';

describe('parseJson', () => {
  it('reads JSON, with or without byte order mark', () => {
    expect(parseJson('{"a": [1, null, "x"]}')).toEqual({ value: { a: [1, null, 'x'] } });
    expect(parseJson('\ufeff[]')).toEqual({ value: [] });
    expect(Object.keys(Object(parseJson('{"__proto__": 1}').value))).toEqual(['__proto__']);
  });

  it.each([
    ['', 0],
    ['{"a": 1,}', 8],
    ['{"a": 1\n"b": 2}', 8],
    ['[1, 2', 5],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ["{'a': 1}", 1],
    ['{"a": tru}', 6],
    ['{"a": 01}', 7],
    ['{"a": "x\ny"}', 6],
    ['{"a": "\\q"}', 6],
    ['[1]]', 3],
    ['{"a": [1}', 8],
    ['{} {}', 3],
    ['[,]', 1],
    ['1, 2', 1],
    ['<html>', 0],
    ['\ufeff{"a"', 5],
  ])('finds where %j stops being JSON', (text, start) => {
    const { value, fault } = parseJson(text);
    expect(value).toBeUndefined();
    expect(fault).toMatchObject({ code: 'syntax', range: { start, end: Math.min(start + 1, text.length) } });
  });

  it('finds a place in what is no JSON, and none in what is', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        expect(parseJson(json).fault).toBeUndefined();
        const broken = `${json}]`;
        expect(parseJson(broken).fault?.range.start).toBe(json.length);
        const half = json.slice(0, cut % json.length);
        const { fault } = parseJson(half);
        if (fault !== undefined) expect(fault.range.start).toBeLessThanOrEqual(half.length);
      }),
    );
  });
});
