import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import isValid from '../../src/generated/declaration.quick.js';
import validate from '../../src/generated/declaration.validate.js';
import { isRecord } from '../../src/guards.js';
import { parseYaml } from '../../src/text/yaml.js';

const EXAMPLES = ['examples/pizzeria/privacy', 'examples/b2b-agency/privacy'];
const texts = [
  ...EXAMPLES.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(path => path.endsWith('.yaml'))
    .map(path => readFileSync(path, 'utf8')),
  ...rules.flatMap(({ examples: { bad, good } }) => [bad.declarations, good.declarations].map(text => `version: 1\n${text}`)),
];
const values = texts.map(text => parseYaml(text).value).filter(isRecord);

type Part = Record<string, unknown> | unknown[];
type Change = (holder: Part, key: string | number) => void;

/** Every map and list in a value. */
function parts(value: unknown): Part[] {
  const inside = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  const itself = Array.isArray(value) ? [value] : isRecord(value) ? [value] : [];
  return [...itself, ...inside.flatMap(parts)];
}

const OTHERS = [
  null,
  '',
  'text',
  '2026-11-02',
  'P24M',
  'IT',
  -1,
  0,
  1.5,
  true,
  [],
  ['a', 'a'],
  {},
  { 'x-note': 1 },
  { unknown: 1 },
  'https://a.example',
];
const KEYS = ['unknown', 'x-own', '__proto__', 'purposes', 'version', 'name', 'period', 'document', 'consent'];
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...OTHERS).map(
    (other): Change =>
      (holder, key) =>
        Reflect.set(holder, key, structuredClone(other)),
  ),
  fc.constant<Change>((holder, key) => Reflect.deleteProperty(holder, key)),
  fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...OTHERS)).map(
    ([key, other]): Change =>
      holder =>
        Object.defineProperty(holder, key, { value: structuredClone(other), enumerable: true, configurable: true, writable: true }),
  ),
);

it('the quick validator finds right what the one that tells errors finds right', () => {
  const found = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...values), fc.array(fc.tuple(fc.nat(), fc.nat(), changes), { maxLength: 3 }), (whole, edits) => {
      const value = structuredClone(whole);
      for (const [at, key, change] of edits) {
        const all = parts(value);
        const holder = all[at % all.length];
        const keys = holder === undefined ? [] : Object.keys(holder);
        if (holder !== undefined && keys.length > 0) change(holder, keys[key % keys.length] ?? '');
      }
      const isRight = validate(value);
      found[isRight ? 'right' : 'wrong'] += 1;
      expect(isValid(value)).toBe(isRight);
    }),
    { numRuns: 3_000 },
  );
  expect(found.right).toBeGreaterThan(300);
  expect(found.wrong).toBeGreaterThan(300);
});

it.each([null, undefined, 1, 'text', [], true].map(value => [value]))('nor is %s', value => expect(isValid(value)).toBe(false));
