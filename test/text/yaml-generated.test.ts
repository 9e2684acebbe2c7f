import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/finding.js';
import { isRecord } from '../../src/guards.js';
import { parseYaml } from '../../src/text/yaml.js';

/** Maps as ordinary objects, to compare them: entries keep `__proto__`. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isRecord(value) ? Object.entries(value).map(([key, entry]) => [key, plain(entry)]) : value;
}

function written(text: string, path: DocumentPath, at: 'key' | 'value'): string | undefined {
  const range = parseYaml(text).rangeOf(path, at);
  return range === undefined ? undefined : text.slice(range.start, range.end);
}

/** A generated document with what was written at each path. */
interface Written {
  readonly text: string;
  readonly places: readonly { readonly path: DocumentPath; readonly key: string; readonly value: string }[];
  readonly value: unknown;
}

const scalars = fc.oneof(
  fc
    .constantFrom('newsletter', 'P24M', '2026-11-02', 'Address of the menu', 'yes', 'già', '寿司', 'a#b', '__proto__')
    .map(text => ({ source: text, value: text })),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map(text => ({ source: JSON.stringify(text), value: text })),
  fc.integer().map(number => ({ source: String(number), value: number })),
  fc.boolean().map(flag => ({ source: String(flag), value: flag })),
);
const keys = fc.oneof(
  fc.constantFrom('a', '__proto__', 'constructor', 'first name', '2024', 'evt-*', 'x-y', 'è').map(text => ({ source: text, name: text })),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map(text => ({ source: JSON.stringify(text), name: text })),
);
type Tree =
  | { readonly source: string; readonly value: unknown }
  | { readonly list: readonly Tree[] }
  | { readonly map: readonly { readonly key: { source: string; name: string }; readonly tree: Tree }[]; readonly flow: boolean };
const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalars,
    fc.record({ list: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({
      map: fc.uniqueArray(fc.record({ key: keys, tree: tie('tree') }), { selector: pair => pair.key.name, maxLength: 4 }),
      flow: fc.boolean(),
    }),
  ),
}));

/** Writes a tree in flow notation, or block notation for maps that ask for it, and notes where everything stands. */
function write(root: Tree): Written {
  let text = '';
  const places: Written['places'][number][] = [];
  function value(node: Tree, path: DocumentPath, indent: number, inFlow: boolean): unknown {
    if ('source' in node) {
      text += node.source;
      return node.value;
    }
    if ('list' in node) {
      text += '[';
      const list = node.list.map((entry, index) => {
        text += index > 0 ? ', ' : '';
        return item(entry, [...path, index], indent);
      });
      text += ']';
      return list;
    }
    const flow = inFlow || node.flow || node.map.length === 0;
    const entries = node.map.map(({ key, tree }, index) => {
      if (flow) text += index > 0 ? ', ' : '{';
      else if (index > 0 || path.length > 0) text += `\n${' '.repeat(indent)}`;
      text += `${key.source}: `;
      return [key.name, item(tree, [...path, key.name], indent + 2, flow, key.source)] as const;
    });
    if (flow) text += node.map.length === 0 ? '{}' : '}';
    return Object.fromEntries(entries);
  }
  function item(node: Tree, path: DocumentPath, indent: number, inFlow = true, key?: string): unknown {
    const start = text.length;
    const result = value(node, path, indent, inFlow);
    const own = text.slice(start).trimStart();
    places.push({ path, key: key ?? own, value: own });
    return result;
  }
  const result = value(root, [], 0, false);
  return { text: `${text}\n`, places, value: result };
}

describe('generated documents', () => {
  it('are read as written, every key and value at its place, whatever the line ends', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('\n', '\r\n'), (root, eol) => {
        const { text, places, value } = write(root);
        const source = text.replaceAll('\n', eol);
        const document = parseYaml(source);
        expect(document.faults).toEqual([]);
        expect(plain(document.value)).toEqual(plain(value));
        for (const { path, key, value: own } of places) {
          expect([path, written(source, path, 'key')]).toEqual([path, key.replaceAll('\n', eol)]);
          expect([path, written(source, path, 'value')]).toEqual([path, own.replaceAll('\n', eol)]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never throw, and faults lie inside of the text', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '&x ',
      '*x',
      '!t ',
      '|',
      '>',
      '\t',
      '---\n',
      '<<',
      '?',
      '%',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        for (const { range } of parseYaml(text).faults) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
