/** Which keys an object has, however it is made. */
import { describe, expect, it } from 'vitest';
import { keysTold, told } from './reading.js';

const OBJECTS: readonly (readonly [code: string, keys: readonly string[], before?: string])[] = [
  ['{ film: 1, "shoe size": 2, 3: 4 }', ['film', 'shoe size', '3']],
  ['{ film }', ['film']],
  ['{ get film() { return 1; }, onload() {} }', ['film']],
  ['{ ...{ film: 1 }, shoe: 2 }', ['film', 'shoe']],
  ['{ ...(isIt ? { film: 1 } : {}), ...(isIt && { shoe: 2 }), ...null }', ['film', 'shoe']],
  ['isIt ? { film: 1 } : { shoe: 2 }', ['film', 'shoe']],
  ['{ ...rest, film: 1 }', [' (open)', 'film']],
  ['data', ['film (resolved)', 'shoe (resolved)'], 'const data = { film: 1, shoe: 2 };'],
  ['data', ['film (resolved)', 'shoe (resolved)'], "const data = {}; data.film = 1; data['shoe'] = 2;"],
  ['data', ['film (resolved)', 'shoe (resolved)'], 'let data = { film: 1 }; if (isIt) data = { shoe: 2 };'],
  ['data', ['film (resolved)', 'shoe (resolved)'], 'const data = { film: 1 }; Object.assign(data, { shoe: 2 });'],
  ['Object.assign({}, { film: 1 }, data)', ['film', 'shoe (resolved)'], 'const data = { shoe: 1 };'],
  ['$.extend({}, { film: 1 }, data)', ['film', 'shoe (resolved)'], 'const data = {}; $.extend(data, { shoe: 1 });'],
  ["Object.fromEntries([['film', 1], [key, 2]])", ['film', 'shoe (resolved)'], "const key = 'shoe';"],
  ['Object.fromEntries(Object.entries(data).filter(([, value]) => value))', ['film (resolved)'], 'const data = { film: 1 };'],
  ['JSON.parse(JSON.stringify({ film: 1 }))', ['film']],
  ['build()', ['film (resolved)'], 'function build() { if (!isIt) return { film: 1 }; return {}; }'],
  ['build(2)', ['film (resolved)', 'shoe (resolved)'], 'const build = (shoe: number) => ({ film: 1, shoe });'],
  ['useMemo(() => ({ film: 1 }), [])', ['film (resolved)']],
  ['state.data', ['film (resolved)'], 'const state = { data: { film: 1 } };'],
  ['data', ['film (resolved)'], 'const [data] = useState({ film: 1 });'],
  ['data', ['film (resolved)', 'shoe (resolved)'], 'declare const data: { film: string; shoe?: number };'],
  [
    'data',
    ['film (resolved)', 'shoe (resolved)'],
    'interface A { film: string } interface B extends A { shoe: number } declare const data: B;',
  ],
  ['data', ['film (resolved)'], "declare const data: Pick<{ film: 1; shoe: 2 }, 'film'>;"],
  ['data', ['shoe (resolved)'], "declare const data: Omit<{ film: 1; shoe: 2 }, 'film'>;"],
  ['data', ['film (resolved)', 'shoe (resolved)'], "declare const data: Partial<Record<'film' | 'shoe', string>>;"],
  ['data', ['film (resolved)', 'shoe (resolved)'], 'declare const data: { film: 1 } | { shoe: 2 } | undefined;'],
  ['data', ['film (resolved)', 'shoe (resolved)'], 'declare const data: { film: 1 } & { shoe: 2 };'],
  ['data', [' (open)', 'film (resolved)'], 'declare const data: { film: 1; [key: string]: unknown };'],
  ['data', [' (open)'], 'declare const data: Record<string, string>;'],
  ['data', [' (open)'], 'declare const data: Map<string, string>;'],
  ['data', [' (open)'], 'declare const data: string[];'],
  ['data', [' (open)'], 'declare const data: any;'],
  ['data', [' (open)']],
  ['{}', []],
  ['null', []],
];

describe('keys', () => {
  it.each(OBJECTS.map(([code, keys, before = '']) => ({ code, keys, before })))(
    'of $code are $keys, after $before',
    ({ code, keys, before }) => {
      expect(keysTold('a.ts', `${before}\nmt('send', 'pageview', ${code});`).toSorted()).toEqual(keys.toSorted());
    },
  );

  it('that are set after the call are not sent by it', () => {
    const code = "const data: any = { film: 1 };\nmt('send', 'pageview', data);\ndata.shoe = 2;";
    expect(keysTold('a.ts', code)).toEqual(['film (resolved)']);
  });

  it('stand at their names, in quotes or not, and what has no name at the call', () => {
    const code = "const data = { film: 1 };\n  mt('send', 'pageview', { ...data, 'shoe size': 2, ...rest });";
    expect(told('a.ts', code)).toEqual([
      '1:16 contact_field film mt resolved',
      '2:3 tracking - mt literal none',
      '2:3 contact_field - mt open',
      '2:38 contact_field shoe size mt literal',
    ]);
  });

  it('are read without types as well', () => {
    const code = "/** @param {{film: string}} data */\nfunction view(data) { mt('send', 'pageview', data); }";
    expect(keysTold('a.js', code)).toEqual(['film (resolved)']);
  });

  it('with a literal address or number of a person say so, and not which', () => {
    const code = "mt('send', 'pageview', { email: 'anna@museum.example', phone: '+39 06 555 0100', film: 'a@b' });";
    expect(told('a.js', code)).toEqual([
      '1:1 tracking - mt literal none',
      '1:26 contact_field email mt literal value=email',
      '1:56 contact_field phone mt literal value=phone',
      '1:82 contact_field film mt literal',
    ]);
  });
});

const TAGS: readonly (readonly [code: string, tags: readonly string[], before?: string])[] = [
  ["'a, -b'", ['#a', '#-b']],
  ["['a', '-b']", ['#a', '#-b']],
  ["['a', x].join(',')", ['#a', '# (open)']],
  ["isIt ? 'a' : undefined", ['#a']],
  ["isIt ? ['a'] : ['b', 'c']", ['#a', '#b', '#c']],
  ["[...LIST, isIt && 'c'].filter(Boolean).join()", ['#a (resolved)', '#b (resolved)', '#c'], "const LIST = ['a', 'b'];"],
  [`\`a,-shop-\${x}\``, ['#a', '#-shop-* (pattern)']],
  ['x', ['# (open)']],
];

describe('tags', () => {
  it.each(TAGS.map(([code, tags, before = '']) => ({ code, tags, before })))('of $code are $tags', ({ code, tags, before }) => {
    expect(keysTold('a.ts', `${before}\nmt('send', 'pageview', { tags: ${code} });`).toSorted()).toEqual(tags.toSorted());
  });
});
