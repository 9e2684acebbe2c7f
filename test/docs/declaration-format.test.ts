/** The reference of declarations and configuration offers what the program takes: rules, their options, examples that are read. */
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { isRecord } from '../../src/guards.js';
import { child, places, read, schemaOf } from '../schemas/places.js';

const PAGE = read('docs/declaration-format.md');
const IDS = rules.map(({ id }) => id);
const OPTIONS = rules.flatMap(({ id, options }) => Object.keys(options?.recommended ?? {}).map(option => `${id}.${option}`)).sort();

const settings = child(child(child(schemaOf('config'), '$defs'), 'RuleSetting'), 'properties');

/** An option in the schema as `rule.option`: its description, or that of its definition, begins with the rule. */
function optionIn(name: string): string {
  const option = child(settings, name);
  const definition = String(option.$ref).replace('#/$defs/', '');
  const { description = child(child(schemaOf('config'), '$defs'), definition).description } = option;
  return `${/^Rule `([\w-]+)`/u.exec(String(description))?.[1]}.${name}`;
}

it('offers the options that rules have, in the schema and on the page', () => {
  const { severity: _, ...options } = settings;
  expect(Object.keys(options).map(optionIn).sort()).toEqual(OPTIONS);
  const line = /^Rule options: .*$/mu.exec(PAGE)?.[0] ?? '';
  expect([...line.matchAll(/`([\w-]+\.\w+)`/gu)].map(([, option]) => option).sort()).toEqual(OPTIONS);
});

/** Values of a key anywhere in examples of a schema. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(entry => valuesOf(key, entry));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(key, inner)]);
}

it.each(['declaration', 'config'])('names no rule in the examples of %s.v1.json that does not exist', name => {
  const examples = places(schemaOf(name)).flatMap(({ schema }) => (Array.isArray(schema.examples) ? [schema.examples] : []));
  const waived = valuesOf('rule', examples);
  const set = valuesOf('rules', examples).flatMap(value => (isRecord(value) ? Object.keys(value) : []));
  const all = [
    ...waived,
    ...set,
    ...places(schemaOf(name)).flatMap(({ schema }) => /\brule `([\w-]+)`/iu.exec(String(schema.description))?.[1] ?? []),
  ];
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter(rule => typeof rule !== 'string' || !IDS.includes(rule))).toEqual([]);
});

it('names no rule on the page that does not exist', () => {
  const waived = [...PAGE.matchAll(/\{rule: ([\w-]+)/gu)].map(([, rule]) => rule ?? '');
  const asking = [...PAGE.matchAll(/`(undeclared-[\w-]+)`/gu)].map(([, rule]) => rule ?? '');
  expect(waived).toHaveLength(1);
  expect([...waived, ...asking].filter(rule => !IDS.includes(rule))).toEqual([]);
});

it('shows the examples that the tests read', () => {
  const [minimal, rich] = [...PAGE.matchAll(/^```yaml\n([\s\S]*?)^```$/gmu)].map(([, text]) => text);
  expect(minimal).toBe(read('test/fixtures/declarations/minimal.yaml'));
  expect(rich).toBe(read('test/fixtures/declarations/rich.yaml'));
});
