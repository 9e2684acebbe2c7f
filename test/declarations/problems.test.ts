import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { PROBLEM_WORDS } from '../../src/declarations/problem-words.js';
import { PROBLEM_SENTENCES, problemWords } from '../../src/declarations/problems.js';
import { SPOTS, type Spot } from '../../src/declarations/spots.js';
import { declarationShapes } from '../../src/generated/declaration.shapes.js';
import { isRecord } from '../../src/guards.js';
import { DECLARED_KINDS } from '../../src/items.js';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();

describe('sentences and words', () => {
  it.each(Object.entries({ ...PROBLEM_SENTENCES(), ...PROBLEM_WORDS() }))('%s says the same in both languages', (_, { en, it }) => {
    expect(placeholders(it)).toEqual(placeholders(en));
    expect([en.trim(), it.trim()]).toEqual([en, it]);
    expect(it).not.toMatch(/e'|perche|piu\b/u);
  });

  it.each(Object.entries(PROBLEM_SENTENCES()))('%s is a sentence', (_, { en, it }) => {
    for (const text of [en, it]) expect(text).toMatch(/^["'«`A-Z{].*[.?\]]$/u);
  });

  it('are one table for a rule', () => {
    expect(problemWords('en').twice).toBe("'{key}' is declared twice: here and in {file}, line {line}.");
    expect(problemWords('it')['list-LegalBasis']).toBe('una base giuridica');
  });
});

/** The definitions with a closed list of words. */
function closedLists(): string[] {
  return ['declaration', 'config'].flatMap(name => {
    const schema: unknown = JSON.parse(readFileSync(new URL(`../../schemas/${name}.v1.json`, import.meta.url), 'utf8'));
    const defs = isRecord(schema) && isRecord(schema.$defs) ? schema.$defs : {};
    return Object.entries(defs).flatMap(([list, def]) => (isRecord(def) && Array.isArray(def.enum) ? [list] : []));
  });
}

describe('words are there for', () => {
  const words = problemWords('en');

  it('every closed list', () => {
    expect(closedLists().length).toBeGreaterThan(25);
    expect(closedLists().filter(name => words[`list-${name}`] === undefined)).toEqual([]);
  });

  it('every fault that the parser knows', () => {
    const types = readFileSync(
      createRequire(import.meta.url)
        .resolve('yaml')
        .replace(/index\.js$/u, 'errors.d.ts'),
      'utf8',
    );
    const codes = [...(/ErrorCode = ([^;]+);/u.exec(types)?.[1] ?? '').matchAll(/'(\w+)'/gu)].map(([, code]) => code);
    // These have codes of their own, or are switched off.
    const own = ['TAB_AS_INDENT', 'TAG_RESOLVE_FAILED', 'BAD_ALIAS', 'RESOURCE_EXHAUSTION', 'MULTIPLE_DOCS', 'DUPLICATE_KEY'];
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter(code => !own.includes(code ?? '') && words[`yaml-${code}`] === undefined)).toEqual([]);
  });

  it('everything that a reference may be expected to be', () => {
    const spots: readonly Spot[] = Object.values(SPOTS).flatMap((list): Spot[] => list.map(([, spot]) => spot));
    const expected = spots.map(({ bare, prefixes = [], words: free = [] }) => {
      if (bare !== undefined && bare !== 'text') return bare;
      return prefixes.includes('report') ? 'item' : [...prefixes, ...free].join('-');
    });
    // Purposes have a rule of their own; where any text goes, and where no other kind is known, nothing is expected.
    const never = ['purpose', 'tag', 'contact_field'];
    expect([...new Set(expected)].filter(name => !never.includes(name) && words[`expected-${name}`] === undefined)).toEqual([]);
  });

  it('every section of items in the shapes', () => {
    for (const { section } of DECLARED_KINDS) expect(declarationShapes['']?.[section]).toMatch(/^\*/u);
  });
});

it('holds no shape within itself, however deep: what asks a shape for its checks would not find all of them', () => {
  const inside = (name: string): readonly string[] => Object.values(declarationShapes[name] ?? {}).map(shape => shape.replace('*', ''));
  const within = (name: string, above: readonly string[]): readonly string[] =>
    inside(name).flatMap(inner => (inner === '' ? [] : above.includes(inner) ? [inner] : within(inner, [...above, inner])));
  expect(Object.keys(declarationShapes).flatMap(name => within(name, [name]))).toEqual([]);
});
