/** Whatever the code is, reading it ends, and gives places that are there. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from '../../../src/website/site.js';
import { fixture, keysTold, readAll, scriptOf } from './reading.js';

const FILES = readdirSync(join(import.meta.dirname, '../../fixtures/website/code')).map(name => name.replace(/\.txt$/u, ''));

function holds(script: Script): void {
  for (const { sends, notes } of readAll([script], { helpers: ['TeamInput', 'step'] })) {
    for (const { start, end, key, certainty } of sends) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(script.text.length);
      expect(end).toBeGreaterThan(start);
      expect(certainty === 'open').toBe(certainty === 'open' && key === '');
    }
    if (notes.length > 0) expect(sends).toEqual([]);
  }
}

const any = fc.record({
  file: fc.constantFrom(...FILES),
  from: fc.nat(2000),
  length: fc.nat(40),
  put: fc.string({ unit: 'grapheme', maxLength: 6 }),
});

describe('code that is cut or changed anywhere', () => {
  it('is read all the same, as a whole file', () => {
    fc.assert(
      fc.property(any, ({ file, from, length, put }) => {
        const text = fixture(file);
        const at = from % text.length;
        holds(scriptOf(file, text.slice(0, at) + put + text.slice(at + length)));
      }),
      { numRuns: 60 },
    );
  });

  it('is read all the same, as a script in markup', () => {
    fc.assert(
      fc.property(any, ({ file, from, put }) => {
        const text = fixture(file);
        holds({ ...scriptOf('page.html', text.slice(0, from % text.length) + put), dialect: 'tsx' });
      }),
      { numRuns: 60 },
    );
  });
});

it('code that ends where a name should stand has its place around that', () => {
  const [{ sends } = { sends: [] }] = readAll([{ path: 'page.html', text: "mt('send', 'pageview', { film: 1, .", dialect: 'js' }]);
  expect(sends.length).toBeGreaterThan(0);
  for (const { start, end } of sends) expect(end).toBeGreaterThan(start);
});

it('a text that the end of the file cuts off has a place', () => {
  const text = "var src = 'https://m.example.test/mtracking.gif?';\nsrc += 'p";
  const [{ sends } = { sends: [] }] = readAll([{ path: 'page.html', text, dialect: 'js' }]);
  expect(sends.map(({ key, start, end }) => [key, text.slice(start, end)])).toContainEqual(['p', 'p']);
  for (const { start, end } of sends) expect(end).toBeGreaterThan(start);
});

const ENDLESS: readonly string[] = [
  'const a = b, b = c, c = a;',
  'let a = a + a;',
  'const a = { ...b }, b = { ...a };',
  'const a = { ...a };',
  'function a() { return a(); }',
  'function a(x) { return b(x); } function b(x) { return a(x); }',
  'const a = () => ({ ...a() });',
  'const a = [...a];',
  'const [a] = a;',
  'const { a } = a;',
  'for (const a of a) {}',
  'for (const a of Object.keys(a)) {}',
  'var a; a += a; a += a;',
  'const a = {}; a[a] = a; Object.assign(a, a);',
  'type A = { [K in keyof A]: A }; declare const a: A;',
  'interface A { a: A } declare const a: A;',
  'enum A { B = A.C, C = A.B } const a = A.B;',
  'class A { static readonly a = A.a; } const a = A.a;',
  'const mt = mt;\nconst a = 1;',
];

describe('code that goes round in circles', () => {
  it.each(ENDLESS)('%s', code => {
    const uses = `mt('send', 'pageview', { [a]: 1, ...a, tags: a }); mt(...a); f.append('mauticform[' + a + ']', a); fetch(a + '/contacts/batch/new', a);`;
    holds(scriptOf('a.ts', `${code}\n${uses}`));
  });

  it('is given up where the possibilities double with each step', () => {
    const steps = Array.from({ length: 40 }, (_, index) => `const a${index + 1} = a${index} + a${index};`).join('\n');
    expect(keysTold('a.ts', `const a0 = 'x';\n${steps}\nmt('send', 'pageview', { [a40]: 1 });`)).toHaveLength(1);
  });

  it('is given up where callers call each other without end', () => {
    const functions = Array.from(
      { length: 30 },
      (_, index) => `function f${index}(x) { f${(index + 1) % 30}(x); f${(index + 7) % 30}({ ...x }); }`,
    ).join('\n');
    const text = `${functions}\nfunction f(x) { mt('send', 'pageview', x); }\n${Array.from({ length: 30 }, (_, index) => `f${index}(y); f(z${index});`).join('\n')}`;
    expect(keysTold('a.js', text)).toEqual([' (open)']);
  });
});
