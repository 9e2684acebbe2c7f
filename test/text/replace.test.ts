import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/finding.js';
import { applyEdits } from '../../src/text/edits.js';
import { appendTo, insertFirst } from '../../src/text/insert.js';
import { replaceAt } from '../../src/text/replace.js';
import { parseYaml } from '../../src/text/yaml.js';

type By = Parameters<typeof replaceAt>[4];

function replaced(text: string, path: DocumentPath, by: By, at: 'key' | 'value' = 'value'): string | undefined {
  const edits = replaceAt(parseYaml(text), text, path, at, by);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

describe('replaceAt', () => {
  it.each<[string, string, By, string]>([
    ['a word', 'a: news # n\n', 'orders', 'a: orders # n\n'],
    ['a word in double quotes', 'a: "news"\n', 'orders', 'a: "orders"\n'],
    ['a word in single quotes', "a: 'news'\n", 'orders', "a: 'orders'\n"],
    ['what needs quotes', "a: 'news'\n", "it's: so", 'a: "it\'s: so"\n'],
    ['an identity', 'a: tag:x\n', 'contact_field:email', 'a: contact_field:email\n'],
    ['true and false', 'a: false\n', true, 'a: true\n'],
    ['what would be read as true', 'a: x\n', 'yes', 'a: "yes"\n'],
    ['a list', 'a: news, x\n', ['news', '2024'], 'a: [news, "2024"]\n'],
    ['nothing', 'a:\nb: 1\n', 'x', 'a: x\nb: 1\n'],
    ['a text of several lines', 'a: |\n  x\n  y\nb: 1\n', 'x', 'a: x\nb: 1\n'],
  ])('writes %s', (_, text, by, expected) => {
    expect(replaced(text, ['a'], by)).toBe(expected);
  });

  it('writes another key, and nothing where there is no place or an alias', () => {
    expect(replaced('purpose: [x] # p\n', ['purpose'], 'purposes', 'key')).toBe('purposes: [x] # p\n');
    expect(replaced('"a b": {}\n', ['a b'], 'evt-*', 'key')).toBe('"evt-*": {}\n');
    expect(replaced('a: 1\n', ['b'], 'x')).toBeUndefined();
    expect(replaced('x: &v 1\na: *v\n', ['a'], 'x')).toBeUndefined();
  });
});

describe('insertFirst', () => {
  it.each([
    ['# about\ntags: {}\n', '# about\nversion: 1\ntags: {}\n'],
    ['---\r\ntags: {}\r\n', '---\r\nversion: 1\r\ntags: {}\r\n'],
    ['{tags: {}}', '{version: 1, tags: {}}'],
    ['{"tags": {}}', '{"version": 1, "tags": {}}'],
  ])('goes in front of all else in %j', (text, expected) => {
    expect(applyEdits(text, insertFirst(parseYaml(text), text, 'version: 1') ?? [])).toBe(expected);
  });

  it('does not go into a list', () => {
    expect(insertFirst(parseYaml('- a\n'), '- a\n', 'version: 1')).toBeUndefined();
  });
});

describe('appendTo', () => {
  it.each([
    ['a: [x] # l\n', 'a: [x, z, "2024"] # l\n'],
    ['a: []\n', 'a: [z, "2024"]\n'],
    ['a:\n  - x # X\nb: 1\n', 'a:\n  - x # X\n  - z\n  - "2024"\nb: 1\n'],
    ['a:\n- x', 'a:\n- x\n- z\n- "2024"\n'],
    ['a: [x, # X\n  y # Y\n]\n', 'a: [x, # X\n  y # Y\n , z, "2024"\n]\n'],
    ['a: [ # none yet\n]\n', 'a: [ # none yet\n  z, "2024"\n]\n'],
    ['a: ["x, #1"]\n', 'a: ["x, #1", z, "2024"]\n'],
    ["a: [it's, x,]\n", 'a: [it\'s, x, z, "2024"]\n'],
    ['{"a": ["x"]}\n', '{"a": ["x", "z", "2024"]}\n'],
    ['{a: , b: 1}\n', '{a:  [z, "2024"], b: 1}\n'],
    ['a: ~\nb: 1\n', 'a:\n  - z\n  - "2024"\nb: 1\n'],
    ['a: null # none\n', 'a: # none\n  - z\n  - "2024"\n'],
    ['b: 1', 'b: 1\na:\n  - z\n  - "2024"\n'],
  ])('adds to the end of the list in %j', (text, expected) => {
    expect(applyEdits(text, appendTo(parseYaml(text), text, ['a'], '- z\n- "2024"') ?? [])).toBe(expected);
  });

  it('does not make a list of what is none', () => {
    expect(appendTo(parseYaml('a: x\n'), 'a: x\n', ['a'], '- z')).toBeUndefined();
  });
});
