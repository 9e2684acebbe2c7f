import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/output/wrap.js';

describe('wrap', () => {
  it('breaks at blanks, and keeps words whole', () => {
    expect(wrap([{ text: 'one two three https://a.very.long.example/address four' }], 10)).toEqual([
      'one two',
      'three',
      'https://a.very.long.example/address',
      'four',
    ]);
  });

  it('counts cells: marks none, East Asian letters two', () => {
    expect(wrap([{ text: '漢字 漢字 e\u0301e\u0301 x' }], 9)).toEqual(['漢字 漢字', 'e\u0301e\u0301 x']);
  });

  it('paints each piece, and never a blank at the end of a line', () => {
    const style = (text: string): string => `<${text}>`;
    expect(wrap([{ text: "say '" }, { text: 'a b', style }, { text: "' now" }], 8)).toEqual(["say '<a>", "<b>' now"]);
  });

  it('makes one empty line of nothing', () => {
    expect(wrap([], 10)).toEqual(['']);
  });
});
