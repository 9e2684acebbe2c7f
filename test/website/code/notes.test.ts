/** What is not read, and what is said of it. */
import { describe, expect, it } from 'vitest';
import { readAll, scriptOf } from './reading.js';

const CALL = "mt('send', 'pageview', { film: 1 });\n";

function notes(path: string, text: string): unknown {
  const [reading] = readAll([scriptOf(path, text)]);
  return [reading?.notes, reading?.sends.length];
}

describe('minified code', () => {
  const line = `${'var a=function(b){return b+1};'.repeat(60)}${CALL.trim()}`;

  it.each([
    ['long lines', line],
    ['long lines after a comment', `/*! a library\n * of ours\n */\n${line}`],
    ['middling lines with a source map', `${`${line.slice(-300)}\n`.repeat(8)}//# sourceMappingURL=a.js.map\n`],
    ['what a bundler writes', `${'var a = 1;\n'.repeat(100)}__webpack_require__(1);\n${CALL}`],
  ])('is left out: %s', (_, text) => {
    expect(notes('a.js', text)).toEqual([[{ code: 'minified' }], 0]);
  });

  it.each([
    ['ordinary lines', `${'var a = function (b) { return b + 1; };\n'.repeat(60)}${CALL}`],
    ['one long line among many', `${'var a = 1;\n'.repeat(100)}var b = '${'x'.repeat(2000)}';\n${CALL}`],
    ['a short file in one line', CALL.trim()],
  ])('is not %s', (_, text) => {
    expect(notes('a.js', text)).toEqual([[], 2]);
  });

  it('is read inside markup, where snippets are short', () => {
    expect(notes('page.html', line)).toEqual([[], 2]);
  });
});

describe('broken code', () => {
  it('is not read, and its first fault is told', () => {
    expect(notes('a.ts', `${CALL}const x = ;\nif (`)).toEqual([[{ code: 'syntax', start: 47, detail: 'Expression expected.' }], 0]);
  });

  it('does not keep other files from being read', () => {
    const readings = readAll([
      scriptOf('a.ts', 'const x = ;'),
      scriptOf('b.ts', CALL),
      scriptOf('c.ts', "import './a';\nexport const y = 1;"),
    ]);
    expect(readings.map(({ notes, sends }) => [notes.length, sends.length])).toEqual([
      [1, 0],
      [0, 2],
      [0, 0],
    ]);
  });

  it.each([
    ['types in a script', 'a.js', `// @flow\nfunction f(a: string): void {}\n${CALL}`],
    ['what is wrong only of its types', 'a.ts', `const x: number = 'text'; x.y.z();\n${CALL}`],
    ['an old cast', 'a.ts', `(<any>x);\n${CALL}`],
    ['elements in a script', 'a.js', `const x = <p>text</p>;\n${CALL}`],
    ['await and return outside of functions', 'a.mjs', `await x;\n${CALL}`],
    ['a first line for the shell', 'a.cjs', `#!/usr/bin/env node\n${CALL}`],
  ])('is not: %s', (_, path, text) => {
    expect(notes(path, text)).toEqual([[], 2]);
  });

  it.each([
    ['brackets', '(\n'.repeat(5000) + ')\n'.repeat(5000)],
    ['lists', '[\n'.repeat(5000)],
    ['functions', '() => \n'.repeat(3000)],
    ['calls', `x${'.then(y)\n'.repeat(3000)}`],
  ])('is what is nested too deeply: %s', (_, text) => {
    const [reading, other] = readAll([scriptOf('a.js', `const x = ${text};`), scriptOf('b.js', CALL)]);
    expect(reading?.notes.map(({ code }) => code)).toEqual(['syntax']);
    expect(other?.sends.length).toBe(2);
  });

  it('is not a long sum, or a long list', () => {
    const text = `const x = ${"'a' +\n".repeat(3000)}'';\nconst y = [${'1,\n'.repeat(3000)}];\n${CALL}`;
    expect(notes('a.js', text)).toEqual([[], 2]);
  });
});
