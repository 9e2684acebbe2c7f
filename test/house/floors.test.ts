/** The floors of the house: sizes, and types that are not talked away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse, ROOT, sourceFiles } from './program.js';

const SOURCES = sourceFiles('src', 'rules');
const TESTS = sourceFiles('test').filter(path => !path.startsWith('test/fixtures/'));
const ALL = [...SOURCES, ...sourceFiles('test', 'assembly')];
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const lines = (path: string): number => text(path).trimEnd().split('\n').length;

/** Casts, non-null assertions, `any` and silenced checks in one file. */
function looseTypes(path: string, source: string): string[] {
  const file = parse(path, source);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const cast = (ts.isAsExpression(node) && node.type.getText() !== 'const') || ts.isTypeAssertionExpression(node);
    if (cast || ts.isNonNullExpression(node) || node.kind === ts.SyntaxKind.AnyKeyword) {
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [
    ...found,
    ...(source.match(/^\s*\/[/*]+\s*(?:@ts-(?:ignore|expect-error|nocheck)|biome-ignore)/gmu) ?? []).map(text => text.trim()),
  ];
}

const COPYING = /^(?:new (?:Map|Set)\()?\[\s*\.\.\.\(\s*/u;

/** Lists in a map that are copied for each value that is added: `map.set(key, [...(map.get(key) ?? []), value])` takes quadratic time. */
function copiedLists(path: string, source: string): string[] {
  const file = parse(path, source);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'set') {
      const value = node.arguments[1]?.getText() ?? '';
      const isCopy = COPYING.test(value) && value.replace(COPYING, '').startsWith(`${node.expression.expression.getText()}.get(`);
      if (isCopy) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('sizes', () => {
  it('no file is longer than 300 lines, no rule longer than 80, the median file is under 100', () => {
    expect(ALL.filter(path => lines(path) > 300)).toEqual([]);
    expect(sourceFiles('rules').filter(path => lines(path) > 80 && path !== 'rules/index.ts')).toEqual([]);
    const sizes = SOURCES.map(lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(100);
  });
});

describe('types', () => {
  it('are never talked away', () => {
    expect([...SOURCES, ...TESTS].flatMap(path => looseTypes(path, text(path)))).toEqual([]);
  });

  it('would be told if they were', () => {
    const told = looseTypes(
      'x.ts',
      'const a = b as C;\nconst d = e!;\nlet f: any;\nconst g = [1] as const;\n  // @ts-ignore\n/* biome-ignore x */',
    );
    expect(told).toEqual(['x.ts:1 b as C', 'x.ts:2 e!', 'x.ts:3 any', '// @ts-ignore', '/* biome-ignore']);
  });
});

describe('maps of lists', () => {
  it('are filled in place, by src/collections.ts', () => {
    expect(SOURCES.flatMap(path => copiedLists(path, text(path)))).toEqual([]);
  });

  it('would be told if they were copied', () => {
    const told = copiedLists(
      'x.ts',
      'a.b.set(k, [...(a.b.get(k) ?? []), v]);\nm.set(k, new Set([...(m.get(k) ?? []), ...v]));\nm.set(k, [...(n.get(k) ?? [])]);',
    );
    expect(told).toEqual(['x.ts:1 a.b.set(k, [...(a.b.get(k) ?? []), v])', 'x.ts:2 m.set(k, new Set([...(m.get(k) ?? []), ...v]))']);
  });
});
