import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/finding.js';
import type { TextDocument } from '../../src/text/document.js';
import { readOrdinary } from '../../src/text/yaml-events.js';
import { parseThoroughly } from '../../src/text/yaml-thorough.js';

const root = join(import.meta.dirname, '../..');

function pathsIn(value: unknown, path: DocumentPath = []): DocumentPath[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((entry, index) => pathsIn(entry, [...path, index]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, entry]) => pathsIn(entry, [...path, key]))];
}

/** Value and faults, and where each key and value stands. */
function told(document: TextDocument): unknown {
  const places = pathsIn(document.value).map(path => [path, document.rangeOf(path, 'key'), document.rangeOf(path, 'value')]);
  return { value: JSON.stringify(document.value), faults: document.faults, places };
}

/** The fast reader leaves a text to the thorough one, or gives the same. */
function expectSame(text: string): boolean {
  const fast = readOrdinary(text);
  if (fast !== undefined) expect(told(fast)).toEqual(told(parseThoroughly(text)));
  return fast !== undefined;
}

const BLOCKS = `a: |
  x

  y

b: >-
   f
   g
# c
c: "x
  y"
d: 'it''s'
e: {a: 0, b: [1, 2, {c: d}], "q": , r: 's' } # t
f: plain
  more
g:
- 1
- - 2
  - |+
    3

- k: v
  l:
h: []
i: {}
j: |2

    k
m: "\\u00e9\\n" # n
`;
const examples = ['pizzeria', 'b2b-agency'].flatMap(name => {
  const folder = join(root, 'examples', name, 'privacy');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.ya?ml$/u.test(file));
  return files.map(file => readFileSync(join(folder, file), 'utf8'));
});
const PIECES =
  'a|: |- |\n|  | |{|}|[|]|,|"|\'| #|#|>|?|? |~|!|@|`|%|\r\n|:|-|\\|\\n|=|&|*|é|\u{1f600}|\u00a0|\u200b|k: v\n|\n\n|""|null|<<: |---|...|\t'
    .split('|')
    .concat('|', '|-\n', '>+\n');
const change = fc.record({ at: fc.nat(), removed: fc.nat(5), piece: fc.constantFrom('', ...PIECES) });

function changed(text: string, changes: readonly { readonly at: number; readonly removed: number; readonly piece: string }[]): string {
  return changes.reduce((before, { at, removed, piece }) => {
    const from = at % (before.length + 1);
    return before.slice(0, from) + piece + before.slice(from + removed);
  }, text);
}

describe('the two readers of YAML', () => {
  it('agree on every file of the examples, and all of them take the fast one', () => {
    expect(examples.length).toBeGreaterThan(20);
    expect(examples.filter(text => !expectSame(text))).toEqual([]);
  });

  it('agree on all kinds of scalars and collections, whatever the line ends', () => {
    expect(expectSame(BLOCKS)).toBe(true);
    expect(expectSame(BLOCKS.replaceAll('\n', '\r\n'))).toBe(true);
  });

  it('agree on what is left of a file after a few slips', () => {
    const heads = [BLOCKS, ...examples.map(text => text.split('\n').slice(0, 25).join('\n'))];
    let fast = 0;
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
        if (expectSame(changed(text, changes))) fast += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(fast).toBeGreaterThan(100);
  });

  it('agree on texts made of marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }), pieces => {
        expectSame(pieces.join(''));
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves to the thorough one what is out of the ordinary', () => {
    const rare = [
      'a: &x 1\nb: *x\n',
      'a: !t 1\n',
      'a: 1\na: 2\n',
      '<<: {a: 1}\n',
      '%YAML 1.2\n---\na: 1\n',
      'a: 1\n---\nb: 2\n',
      'a:\tb\n',
      '',
      '? a\n',
    ];
    expect(rare.filter(text => readOrdinary(text) !== undefined)).toEqual([]);
  });
});
