/** The README shows what is there: a real piece of the demo, valid files, all commands and formats. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, FORMATS } from '../../src/cli/options.js';
import isConfig from '../../src/generated/config.validate.js';
import isDeclaration from '../../src/generated/declaration.validate.js';
import { parseYaml } from '../../src/text/yaml.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const EXPECTED = readFileSync(new URL('../../examples/pizzeria/expected.txt', import.meta.url), 'utf8');

/** The fenced blocks of a language, in order. */
const blocks = (language: string): string[] =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gsu'))].map(([, text]) => text ?? '');
const parsed = (text: string): unknown => parseYaml(text).value;

describe('README', () => {
  it('shows output that the demo prints, piece by piece', () => {
    const [block = ''] = blocks('console');
    const pieces = block.split(/^\[…\]\n/mu).map(piece => piece.replace(/^\$ .*\n/u, '').trim());
    expect(pieces.length).toBeGreaterThan(0);
    for (const piece of pieces) expect(EXPECTED).toContain(piece);
    expect(block).toContain('favourite_film');
  });

  it('shows declarations and a configuration that are valid', () => {
    const declarations = blocks('yaml').filter(text => text.includes('version: 1'));
    expect(declarations).toHaveLength(2);
    for (const text of declarations) expect(isDeclaration(parsed(text))).toBe(true);
    const configs = blocks('yaml').filter(text => text.startsWith('extends:'));
    expect(configs.map(text => isConfig(parsed(text)))).toEqual([true]);
  });

  it('names every command and every format', () => {
    const named = [...README.matchAll(/^\| `purposelint (\w+)/gmu)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(COMMANDS).sort());
    const [, formats = ''] = /--format NAME\[=FILE\]` \(([^;]*);/u.exec(README) ?? [];
    expect(formats.match(/\w+/gu)).toEqual([...FORMATS]);
  });
});
