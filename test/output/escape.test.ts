/** The escaping helper of each format. */
import { describe, expect, it } from 'vitest';
import {
  escapeCommandProperty,
  escapeCommandText,
  escapeMarkdown,
  escapeMarkdownTarget,
  escapeSarif,
  escapeTerminal,
  escapeXml,
  markdownCode,
  pathAsUri,
  toHarmlessJson,
  visible,
} from '../../src/output/escape.js';

type Case = readonly [given: string, shown: string];

describe('visible', () => {
  it.each<Case>([
    ['plain, è, 漢字, עברית', 'plain, è, 漢字, עברית'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u009b31m \u007f \u0000', '\\u009b31m \\u007f \\u0000'],
    ['\u202egpj.exe', '\\u202egpj.exe'],
    ['a\u200bb\ufeff\u00ad\u2060', 'a\\u200bb\\ufeff\\u00ad\\u2060'],
    ['\u2028\u2029\ud83d', '\\u2028\\u2029\\ud83d'],
    ['\u{e0041}tag', '\\u{e0041}tag'],
    ['👩\u200d💻 ❤\ufe0f 👍🏽', '👩\u200d💻 ❤\ufe0f 👍🏽'],
    ['a\u200db', 'a\\u200db'],
  ])('%j is %j', (given, shown) => expect(visible(given)).toBe(shown));

  it('says the same of a character whether or not it stands beside one that cannot be seen', () => {
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    expect(characters.filter(character => visible(`\u200b ${character}`) !== `\\u200b ${visible(character)}`)).toEqual([]);
  });
});

describe('terminal', () => {
  it.each<Case>([
    ['::error::x', ':\\:error::x'],
    ['a ::add-mask::b', 'a :\\:add-mask::b'],
    ['Foo::Bar', 'Foo::Bar'],
    ['##[error]x ##vso[a]b', '#\\#[error]x #\\#vso[a]b'],
    ['## heading', '## heading'],
  ])('%j is %j', (given, shown) => expect(escapeTerminal(given)).toBe(shown));
});

describe('workflow command', () => {
  it('escapes its text and, more, its properties', () => {
    expect(escapeCommandText('50%0A: a, b\n')).toBe('50%250A: a, b\\n');
    expect(escapeCommandProperty('50%0A: a, b\n')).toBe('50%250A%3A a%2C b\\n');
  });
});

describe('markdown', () => {
  it.each<Case>([
    ['a | b', 'a &#124; b'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['a_b *c* `d` [e](f)', 'a\\_b \\*c\\* \\`d\\` \\[e\\]\\(f\\)'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['=1+1', '\\=1+1'],
    ['v1.2-beta = 3', 'v1.2-beta = 3'],
    ['@octocat #12 GH-3', '@&#8203;octocat \\#&#8203;12 GH&#8203;-3'],
    ['https://x.example www.x.example', 'https:&#8203;//x.example www&#8203;.x.example'],
    ['a@b.example :smile:', 'a@&#8203;b.example \\:smile:'],
    ['\\| \\', '\\\\&#124; \\\\'],
  ])('%j is %j', (given, shown) => expect(escapeMarkdown(given)).toBe(shown));

  it.each<Case>([
    ['key', '`key`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a\nb', '`a\\nb`'],
    ['<b>', '`<b>`'],
    ['a|b', '<code>a&#124;b</code>'],
    ['##[x]', '<code>\\#\\#\\[x\\]</code>'],
    ['', ''],
  ])('code %j is %j', (given, shown) => expect(markdownCode(given)).toBe(shown));

  it('a link target ends where it should', () => {
    expect(escapeMarkdownTarget('https://x.example/a|b>c d\\')).toBe('https://x.example/a%7Cb%3Ec%20d%5C');
  });
});

describe('sarif', () => {
  it('makes no link of what looks like one', () => {
    expect(escapeSarif('[x](y) [1](2)\n] (z)')).toBe('[x]\\(y) [1]\\(2)\\n] (z)');
  });

  it.each<Case>([
    ['privacy/è.yaml', 'privacy/%C3%A8.yaml'],
    ['../a b/#?.yaml', '../a%20b/%23%3F.yaml'],
    ['c:%41\ud800', 'c%3A%2541%EF%BF%BD'],
  ])('the address of %j is %s', (given, uri) => expect(pathAsUri(given)).toBe(uri));
});

describe('xml', () => {
  it.each<Case>([
    ['a & b < c > "d"', 'a &amp; b &lt; c &gt; &quot;d&quot;'],
    [']]>', ']]&gt;'],
    ['\u0000\u001b\ufffe\uffff\ud800', '\\u0000\\u001b\\ufffe\\uffff\\ud800'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u202ex', '\\u202ex'],
    ['::error::x ##[y]', ':\\:error::x #\\#[y]'],
    ['🎉 è', '🎉 è'],
  ])('%j is %j', (given, shown) => expect(escapeXml(given)).toBe(shown));
});

describe('json', () => {
  it('keeps values, and no byte does harm', () => {
    const value = { a: '\u202e\u009b\u200b\ud800\u{e0041}##[error]', b: 'è' };
    const text = toHarmlessJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).toBe('{\n  "a": "\\u202e\\u009b\\u200b\\ud800\\udb40\\udc41#\\u0023[error]",\n  "b": "è"\n}');
  });
});
