/** What expressions are worked out to, seen as the key that they give. */
import { describe, expect, it } from 'vitest';
import { keysTold } from './reading.js';

const KNOWN: readonly (readonly [code: string, key: string, before?: string])[] = [
  ["'film'", 'film'],
  ['`film`', 'film'],
  ["'fi' + 'lm'", 'film'],
  [`('fi' as string) + \`l\${'m'}\``, 'film'],
  ['name', 'film', "const name = 'film';"],
  ['name', 'film', "let name; name = 'film';"],
  ['name', 'film', "const { name } = { name: 'film' };"],
  ['name', 'film', "const { a: { b: name } } = { a: { b: 'film' } };"],
  ['name', 'film', "const [, name] = ['shoe', 'film'];"],
  ["prefix + 'm'", 'film', "var prefix = 'fi'; prefix += 'l';"],
  ['NAMES.film', 'film', "const NAMES = Object.freeze({ film: 'film' } as const);"],
  ["NAMES['a']['b']", 'film', "const NAMES = { a: { b: 'film' } };"],
  ['LIST[1]', 'film', "const LIST = ['shoe', 'film'];"],
  ['Name.Film', 'film', "enum Name { Film = 'film' }"],
  ['Name.Film', 'film', "const enum Name { Film = 'film' }"],
  ['Names.FILM', 'film', "class Names { static readonly FILM = 'film'; }"],
  ['Names.FILM', 'film', "namespace Names { export const FILM = 'film'; }"],
  ['name()', 'film', "const name = () => 'film';"],
  ["name('m')", 'film', "function name(end: string) { return 'fil' + end; }"],
  ["name('m')", 'film', "function name(end: string, start = 'fil') { return start + end; }"],
  ["String('film')", 'film'],
  ["'FILM'.toLowerCase()", 'film'],
  ["' film '.trim()", 'film'],
  ["['fi', 'lm'].join('')", 'film'],
  ["'fi'.concat('lm')", 'film'],
  ["[null, 'film', undefined].filter(Boolean).join('_')", 'film'],
  ['name', 'film', "declare const name: 'film';"],
];

const SEVERAL: readonly (readonly [code: string, keys: readonly string[], before?: string])[] = [
  ["isIt ? 'film' : 'shoe'", ['film', 'shoe']],
  ["given || 'film'", ['film', ' (open)']],
  ["a ?? 'film'", ['film', ' (open)']],
  ["isIt && 'film'", ['film']],
  [`\`\${isIt ? 'film' : 'shoe'}_\${isIt ? 1 : 2}\``, ['film_1', 'film_2', 'shoe_1', 'shoe_2']],
  ['NAMES[which]', ['film (resolved)', 'shoe (resolved)'], "const NAMES = { a: 'film', b: 'shoe' };"],
  ['NAMES[which]', ['film (resolved)'], "const NAMES = { a: 'film', b: 'shoe' }; declare const which: 'a';"],
  ['name', ['film (resolved)', 'shoe (resolved)'], "let name = 'film'; if (isIt) name = 'shoe';"],
  ['name', ['film (resolved)', 'shoe (resolved)'], "declare const name: 'film' | 'shoe';"],
  [`\`a_\${x}\``, ['a_* (pattern)']],
  ["x.y + '_' + z()", ['*_* (pattern)']],
  ['unknown', [' (open)']],
  ['name', [' (open)'], 'const name = name2; const name2 = name;'],
  ['name()', [' (open)'], 'function name() { return name(); }'],
];

describe('texts', () => {
  it.each(KNOWN)('%s is %s, after %s', (code, key, before = '') => {
    const [found] = keysTold('a.ts', `${before}\nmt('send', 'pageview', { [${code}]: 1 });`);
    expect(found?.replace(' (resolved)', '')).toBe(key);
  });

  it.each(SEVERAL.map(([code, keys, before = '']) => ({ code, keys, before })))(
    '$code may be $keys, after $before',
    ({ code, keys, before }) => {
      const found = keysTold('a.ts', `${before}\nmt('send', 'pageview', { [${code}]: 1 });`);
      expect(found.toSorted()).toEqual(keys.toSorted());
    },
  );

  it('never combine more than a few possibilities', () => {
    const choices = Array.from({ length: 9 }, (_, index) => `\${x ? 'a${index}' : 'b${index}'}`).join('');
    expect(keysTold('a.ts', `mt('send', 'pageview', { [\`${choices}\`]: 1 });`).length).toBeLessThanOrEqual(20);
  });

  it('are what a variable is when it is used, not what becomes of it', () => {
    const code = "let name = 'film';\nmt('send', 'pageview', { [name]: 1 });\nname = 'shoe';";
    expect(keysTold('a.ts', code)).toEqual(['film (resolved)']);
  });

  it('of two variables with one name are told apart', () => {
    const code = "const name = 'film';\n{ const name = 'shoe'; name; }\nmt('send', 'pageview', { [name]: 1 });";
    expect(keysTold('a.ts', code)).toEqual(['film (resolved)']);
  });
});
