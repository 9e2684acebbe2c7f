import { describe, expect, it } from 'vitest';
import { build } from './tell.js';

/** Of each problem: its code, and the reason it gives. */
function slips(yaml: string): string[] {
  return build(yaml).problems.map(({ code, data }) => [code, data.reason ?? data.found ?? data.key].join(' '));
}

describe('a blank that is missing behind a colon', () => {
  it.each([
    ['in the only line of a map', 'tags:\n  a:\n    purposes:[b]\n', 'type found-string-for-map'],
    ['in the first line of a map', 'tags:\n  a:\n    purposes:[b]\n    why: x\n', 'syntax yaml-NO_BLANK'],
    ['in the last line of a map', 'tags:\n  a:\n    why: x\n    purposes:[b]\n', 'syntax yaml-NO_BLANK'],
    ['behind a key in quotes', 'tags:\n  "a b":{purposes: [b]}\n', 'syntax yaml-NO_BLANK'],
    ['in front of a map', 'tags:\n  a:{purposes: [b]}\n', 'syntax yaml-NO_BLANK'],
    ['in braces', 'tags: {a: {purposes: [], why:abc}}', 'glued-key why:abc'],
  ])('is told %s', (_, yaml, found) => {
    expect(slips(yaml)).toEqual([found]);
  });

  it.each([
    ['there is no colon', 'tags:\n  a\n  b: {}\n', 'syntax yaml-MULTILINE_IMPLICIT_KEY'],
    ['it is an address', 'tags:\n  https://a.example\n  b: {}\n', 'syntax yaml-MULTILINE_IMPLICIT_KEY'],
    ['it is a text', 'tags: {a: text}', 'type found-string'],
    ['the key is none of ours', 'tags: {a: {purposes: [], colour:red}}', 'unknown-key colour:red'],
  ])('is not when %s', (_, yaml, found) => {
    expect(slips(yaml)).toEqual([found]);
  });
});

it('a line too far to the right is told at the one above, which it seems to go on', () => {
  const reasons = (yaml: string): unknown[] => build(yaml).problems.flatMap(({ data }) => data.reason ?? []);
  expect(reasons('why: short\n tags:\n  a: {}\n')).toContain('yaml-NEXT_TOO_FAR');
  expect(reasons('tags:\n  a: {}\n  b:\n    why: short\n     note: more\n')).toEqual(['yaml-NEXT_TOO_FAR']);
  expect(reasons('tags:\n  a:\n    why: Fairs: all of them\n')).toEqual(['yaml-BLOCK_AS_IMPLICIT_KEY']);
});

describe('quotes inside of quotes', () => {
  it.each([
    ['an apostrophe', "why: 'L'indirizzo a cui scrivere'", 'syntax yaml-APOSTROPHE_INSIDE'],
    ['an apostrophe before a blank', "why: 'Dell' indirizzo'", 'syntax yaml-APOSTROPHE_INSIDE'],
    ['a quote', 'why: "Il "vero" indirizzo"', 'syntax yaml-QUOTE_INSIDE'],
    ['not a text that begins with a quoted word', 'why: "Newsletter" e altro', 'syntax yaml-UNEXPECTED_TOKEN'],
    ['not what stands behind a list', 'purposes: [b] c', 'syntax yaml-UNEXPECTED_TOKEN'],
  ])('%s', (_, line, found) => {
    expect(slips(`tags:\n  a:\n    ${line}\n`)).toEqual([found]);
  });

  it.each(["why: 'L''indirizzo'", `why: "L'indirizzo"`, `why: 'Il "vero" indirizzo'`])('are right in %s', line => {
    expect(slips(`tags:\n  a:\n    ${line}\n`)).toEqual([]);
  });
});
