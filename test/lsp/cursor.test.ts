import { describe, expect, it } from 'vitest';
import { cursorAt } from '../../src/lsp/cursor.js';

/** Path, role and text at the mark `|` in a text. */
function at(marked: string): string {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const cursor = cursorAt(text, offset);
  if (cursor === undefined) return 'nowhere';
  const { path, role, typed, start, end, inFlow, hasColon } = cursor;
  const marks = `${inFlow ? ' flow' : ''}${hasColon ? ' colon' : ''}`;
  return `${path.join('/')} ${role} <${typed}> [${text.slice(start, end)}]${marks}`;
}

describe('the place at the cursor', () => {
  it.each([
    ['an empty text', '¦', ' open <> []'],
    ['a key at the root', 'version: 1\nta¦', ' open <ta> [ta]'],
    ['an empty line in a section', 'tags:\n  ¦', 'tags open <> []'],
    ['a half-typed key', 'tags:\n  a: {}\n  ev¦\n  z: {}\n', 'tags open <ev> [ev]'],
    ['a key that is being changed', 'tags:\n  ev¦t-old: {}\n', 'tags open <ev> [evt-old] colon'],
    ['a key with blanks that is being changed', 'forms:\n  Win a¦ dinner: {}\n', 'forms open <Win a> [Win a dinner] colon'],
    ['a key in quotes', 'tags:\n  "ev¦t": {}\n', 'tags open <ev> ["evt"] colon'],
    ['a quote that is not closed', 'tags:\n  "ev¦\n  b: {}\n', 'tags open <ev> ["ev]'],
    ['an empty value', 'tags:\n  a:\n    purposes: ¦\n', 'tags/a/purposes value <> []'],
    ['a value', 'purposes:\n  a:\n    notice: si¦te\n', 'purposes/a/notice value <si> [site]'],
    ['a line below a key', 'tags:\n  a:\n    purposes:\n      ne¦', 'tags/a/purposes open <ne> [ne]'],
    ['behind a dash', 'tags:\n  a:\n    purposes:\n      - ¦', 'tags/a/purposes/0 open <> []'],
    ['behind a dash with no blank', 'tags:\n  a:\n    purposes:\n      -¦', 'tags/a/purposes/0 open <> []'],
    ['the third entry', 'tags:\n  a:\n    purposes:\n      - x\n      - y\n      - z¦', 'tags/a/purposes/2 open <z> [z]'],
    ['a dash in the column of its key', 'tags:\n  a:\n    purposes:\n    - x\n    - y¦', 'tags/a/purposes/1 open <y> [y]'],
    ['a key behind a list', 'tags:\n  a:\n    purposes:\n    - x\n    wh¦', 'tags/a open <wh> [wh]'],
    ['a map in a list', 'waivers:\n  - rule: x\n    item: ta¦', 'waivers/0/item value <ta> [ta]'],
    ['the next map in a list', 'waivers:\n  - rule: x\n    item: y\n  - rule: ¦', 'waivers/1/rule value <> []'],
    ['a list in brackets', 'tags:\n  a: {purposes: [x, ne¦]}\n', 'tags/a/purposes/1 value <ne> [ne] flow'],
    ['brackets that are not closed', 'tags:\n  a: {purposes: [x, ¦\n  b: {}\n', 'tags/a/purposes/1 value <> [] flow'],
    ['a key in braces', 'tags:\n  a: {pu¦}\n', 'tags/a key <pu> [pu] flow'],
    ['a value in braces', 'purposes:\n  a: {notice: ¦}\n', 'purposes/a/notice value <> [] flow'],
    ['a key of names in braces', 'tags: {a: {}, ev¦}\n', 'tags key <ev> [ev] flow'],
    ['a text in quotes in brackets', 'tags:\n  a: {purposes: ["n¦"]}\n', 'tags/a/purposes/0 value <n> ["n"] flow'],
    ['brackets over lines', 'tags:\n  a:\n    purposes: [\n      x,\n      y¦', 'tags/a/purposes/1 value <y> [y] flow'],
    ['behind brackets that were never closed', 'tags:\n  a: {purposes: [x\n  b: {}\n  c¦', 'tags open <c> [c]'],
    ['behind a quote that was never closed', 'tags:\n  a: {why: "x\n  b: {}\n  c¦', 'tags open <c> [c]'],
    [
      'a colon in a word',
      'purposes:\n  a:\n    consent: {collected_by: [form:Ne¦]}',
      'purposes/a/consent/collected_by/0 value <form:Ne> [form:Ne] flow',
    ],
    ['Windows line ends', 'tags:\r\n  a:\r\n    purposes: [¦]\r\n', 'tags/a/purposes/0 value <> [] flow'],
    ['behind a long text', 'tags:\n  a:\n    why: |\n      long: text\n    pu¦', 'tags/a open <pu> [pu]'],
    ['a whole file in braces', '{tags: {a: {purposes: [¦', 'tags/a/purposes/0 value <> [] flow'],
  ])('%s', (_, text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it.each([
    ['a comment', '# ta¦'],
    ['a comment behind a value', 'tags: # ta¦'],
    ['a comment behind a text', 'tags:\n  a: {why: x # y¦'],
    ['a long text', 'tags:\n  a:\n    why: |\n      te¦xt'],
    ['behind a closed list', 'tags:\n  a: {purposes: [x] ¦}'],
    ['a document marker', '---¦'],
  ])('nothing is told in %s', (_, text) => {
    expect(at(text)).toBe('nowhere');
  });
});
