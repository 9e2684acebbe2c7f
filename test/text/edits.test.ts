import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/text/edits.js';
import { insertInto } from '../../src/text/insert.js';
import { parseYaml } from '../../src/text/yaml.js';

describe('applyEdits', () => {
  it('applies edits in any order, those at one point in theirs', () => {
    const edits = [
      { start: 4, end: 5, text: 'X' },
      { start: 0, end: 1, text: '' },
      { start: 4, end: 4, text: '1' },
      { start: 4, end: 4, text: '2' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('bcd12Xf');
  });

  it.each([
    [
      [
        { start: 0, end: 3, text: '' },
        { start: 2, end: 4, text: '' },
      ],
    ],
    [
      [
        { start: 0, end: 3, text: '' },
        { start: 1, end: 1, text: 'x' },
      ],
    ],
    [[{ start: 5, end: 7, text: '' }]],
    [[{ start: 2, end: 1, text: '' }]],
  ])('refuses %j', edits => {
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError);
  });
});

const ENTRY = 'new:\n  purposes: [] # Label\n';

function inserted(text: string, section = 'tags', entry = ENTRY): string | undefined {
  const edits = insertInto(parseYaml(text), text, [section], entry);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

describe('insertInto', () => {
  it.each([
    ['an empty file', '', 'tags:\n  new:\n    purposes: [] # Label\n'],
    ['a comment', '# hello', '# hello\ntags:\n  new:\n    purposes: [] # Label\n'],
    ['a missing section', 'version: 1\n', 'version: 1\ntags:\n  new:\n    purposes: [] # Label\n'],
    ['a missing section and final newline', 'version: 1', 'version: 1\ntags:\n  new:\n    purposes: [] # Label\n'],
    ['an end marker', 'version: 1\n...\n', 'version: 1\ntags:\n  new:\n    purposes: [] # Label\n...\n'],
    ['an empty section', 'tags:\n# c\nx-a: 1\n', 'tags:\n  new:\n    purposes: [] # Label\n# c\nx-a: 1\n'],
    ['an empty section at the end', 'tags:', 'tags:\n  new:\n    purposes: [] # Label\n'],
    ['empty braces with a comment', 'tags: {} # none\nx-a: 1\n', 'tags: # none\n  new:\n    purposes: [] # Label\nx-a: 1\n'],
    ['null', 'tags: null\n', 'tags:\n  new:\n    purposes: [] # Label\n'],
    [
      'a section in the middle',
      'tags:\n    a: {} # A\n\n# forms\nforms: {}\n',
      'tags:\n    a: {} # A\n    new:\n      purposes: [] # Label\n\n# forms\nforms: {}\n',
    ],
    [
      'a section with an empty last entry',
      'tags:\n  a:\n  b: # B\nx-a: 1',
      'tags:\n  a:\n  b: # B\n  new:\n    purposes: [] # Label\nx-a: 1',
    ],
    [
      'a last entry that ends in a text of several lines',
      'tags:\n  a:\n    why: |\n      x\n      y\nx-a: 1\n',
      'tags:\n  a:\n    why: |\n      x\n      y\n  new:\n    purposes: [] # Label\nx-a: 1\n',
    ],
    ['line ends of Windows', 'tags:\r\n  a: {}\r\nx-a: 1\r\n', 'tags:\r\n  a: {}\r\n  new:\r\n    purposes: [] # Label\r\nx-a: 1\r\n'],
    ['line ends of Windows, no final one', 'tags:\r\n  a: {}', 'tags:\r\n  a: {}\r\n  new:\r\n    purposes: [] # Label\r\n'],
    ['a section in braces', 'tags: {a: {}} # all\n', 'tags: {a: {}, new: {purposes: []}} # all\n'],
    ['a section in braces on lines', 'tags: {\n  a: {},\n  } # all\n', 'tags: {\n  a: {}, new: {purposes: []}\n  } # all\n'],
    ['a section in braces that ends in a comment', 'tags: {\n  a: {} # A\n  }\n', 'tags: {\n  a: {} # A\n , new: {purposes: []}\n  }\n'],
    [
      'a section in braces that ends in a comma and a comment',
      'tags: {\n  a: {}, # A\n  # B\n  }\n',
      'tags: {\n  a: {}, # A\n  # B\n  new: {purposes: []}\n  }\n',
    ],
    ['a section in braces that holds a comment only', 'tags: { # A\n  }\n', 'tags: { # A\n  new: {purposes: []}\n  }\n'],
    ['a file in braces', '{"version": 1}\n', '{"version": 1, "tags": {"new": {"purposes": []}}}\n'],
    ['a file in braces with the section', '{"tags": {}, "version": 1}', '{"tags": {"new": {"purposes": []}}, "version": 1}'],
    ['a section in braces without a colon', '{version: 1, tags}', '{version: 1, tags: {new: {purposes: []}}}'],
    ['a key without a value', 'x-a: 1\n? tags # all\n', 'x-a: 1\n? tags # all\n:\n    new:\n      purposes: [] # Label\n'],
    ['a file that ends at once', '...\n', 'tags:\n  new:\n    purposes: [] # Label\n...\n'],
    ['an empty document', '--- # c\n...\n', '--- # c\ntags:\n  new:\n    purposes: [] # Label\n...\n'],
    ['nothing', '~\n', '\ntags:\n  new:\n    purposes: [] # Label\n'],
    ['nothing, with a comment', '--- null # c\n', '--- # c\ntags:\n  new:\n    purposes: [] # Label\n'],
    ['a file in braces with an empty section', '{tags: , version: 1}', '{tags:  {new: {purposes: []}}, version: 1}'],
  ])('into %s', (_, text, expected) => {
    expect(inserted(text)).toBe(expected);
    expect(parseYaml(expected)).toMatchObject({ value: { tags: { new: { purposes: [] } } }, faults: [] });
  });

  it.each(['tags: [a]\n', 'tags: a\n', '- a\n', 'x-a: &t {a: {}}\ntags: *t\n'])('not into %j', text => {
    expect(inserted(text)).toBeUndefined();
  });

  it('adds the entry and changes no other value', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b b', 'evt-*', '2024'), { maxLength: 3 });
    const styles = fc.constantFrom('block', 'flow', 'deep');
    fc.assert(
      fc.property(names, styles, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (keys, style, eol, last, final) => {
        const entries = keys.map(key =>
          style === 'deep' ? `  ${JSON.stringify(key)}: # c\n    why: x\n` : `  ${JSON.stringify(key)}: {why: x} # c\n`,
        );
        const flow = `tags: {${keys.map(key => `${JSON.stringify(key)}: {why: x}`).join(', ')}} # c\n`;
        const section = style === 'flow' || keys.length === 0 ? flow : `tags:\n${entries.join('')}`;
        const whole = last ? `version: 1\n${section}` : `${section}version: 1 # v\n`;
        const text = (final ? whole : whole.slice(0, -1)).replaceAll('\n', eol);
        const result = inserted(text) ?? '';
        const expected = { version: 1, tags: { ...Object.fromEntries(keys.map(key => [key, { why: 'x' }])), new: { purposes: [] } } };
        expect(parseYaml(result)).toMatchObject({ value: expected, faults: [] });
        expect(result.split('#').length).toBeGreaterThanOrEqual(text.split('#').length);
        if (eol === '\r\n') expect(result.replaceAll('\r\n', '')).not.toContain('\n');
      }),
    );
  });
});
