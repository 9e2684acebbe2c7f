import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/finding.js';
import { applyEdits } from '../../src/text/edits.js';
import { removeAt } from '../../src/text/remove.js';
import { parseYaml } from '../../src/text/yaml.js';

function without(text: string, ...path: DocumentPath): { text: string; takesComments: boolean } | undefined {
  const removal = removeAt(parseYaml(text), text, path);
  return removal === undefined ? undefined : { text: applyEdits(text, removal.edits), takesComments: removal.takesComments };
}

const [PLAIN, COMMENTS] = [false, true];

describe('removeAt', () => {
  it.each([
    ['an entry with the comment behind it', 'tags:\n  a: {} # A\n  b: {} # B\n', ['tags', 'a'], 'tags:\n  b: {} # B\n', COMMENTS],
    ['the last one, at the end of the file', 'tags:\n  a: {}\n  b: {}', ['tags', 'b'], 'tags:\n  a: {}\n', PLAIN],
    ['the only one', 'tags:\n  a: {} # A\nx-a: 1\n', ['tags', 'a'], 'tags: {}\nx-a: 1\n', COMMENTS],
    ['the only one, behind a comment', 'tags: # all\n  a: {}\n', ['tags', 'a'], 'tags: {} # all\n', PLAIN],
    ['the comment above it', 'tags:\n  a: {}\n  # about b\n  b: {}\n', ['tags', 'b'], 'tags:\n  a: {}\n', COMMENTS],
    ['not the one that heads all of them', 'tags:\n  # all\n  a: {}\n  b: {}\n', ['tags', 'a'], 'tags:\n  # all\n  b: {}\n', PLAIN],
    ['not one behind an empty line', 'tags:\n  a: {}\n  # old\n\n  b: {}\n', ['tags', 'b'], 'tags:\n  a: {}\n  # old\n\n', PLAIN],
    [
      'comments in it, to its end',
      'tags:\n  a:\n    why: x\n    # in a\n\n    # too\n  # about b\n  b: {}\n',
      ['tags', 'a'],
      'tags:\n  # about b\n  b: {}\n',
      COMMENTS,
    ],
    [
      'comments behind what is in it',
      'tags:\n  a: # A\n    purposes: []\n  b:\n    purposes: [] # B\n    owner: x\n',
      ['tags', 'b'],
      'tags:\n  a: # A\n    purposes: []\n',
      COMMENTS,
    ],
    ['a sign in a text', 'tags:\n  "#a#1": {}\n  b: {}\n', ['tags', '#a#1'], 'tags:\n  b: {}\n', PLAIN],
    ['an item with the comment behind it', 'x-a:\n  - a # A\n  - b\n', ['x-a', 0], 'x-a:\n  - b\n', COMMENTS],
    ['a text of several lines', 'tags:\n  a:\n    why: |\n      x\n      y\n  b: {}\n', ['tags', 'a'], 'tags:\n  b: {}\n', PLAIN],
    ['line ends of Windows', 'tags:\r\n  a: {}\r\n  b: {}\r\n', ['tags', 'a'], 'tags:\r\n  b: {}\r\n', PLAIN],
    ['a quoted key', 'tags:\n  "a: b": {}\n  b: {}\n', ['tags', 'a: b'], 'tags:\n  b: {}\n', PLAIN],
    ['an item of a list', 'waivers:\n  - rule: x\n    item: a\n  - {rule: y}\n', ['waivers', 0], 'waivers:\n  - {rule: y}\n', PLAIN],
    ['an item with an anchor', 'waivers:\n- &w {rule: x}\n- {rule: y}\n', ['waivers', 0], 'waivers:\n- {rule: y}\n', PLAIN],
    ['the only item', 'waivers:\n  - {rule: x}\n', ['waivers', 0], 'waivers: []\n', PLAIN],
    ['from braces, the first', 'tags: {a: {}, b: {}} # all\n', ['tags', 'a'], 'tags: {b: {}} # all\n', PLAIN],
    ['from braces, the last', 'tags: {a: {}, b: {}}\n', ['tags', 'b'], 'tags: {a: {}}\n', PLAIN],
    ['from braces, the last before a comma', 'tags: {a: {}, b: {},}\n', ['tags', 'b'], 'tags: {a: {}, }\n', PLAIN],
    ['from braces, the only one', 'tags: { a: {} }\n', ['tags', 'a'], 'tags: {}\n', PLAIN],
    ['from braces, a line', 'tags: {\n  a: {}, # A\n  b: {}\n}\n', ['tags', 'a'], 'tags: {\n  b: {}\n}\n', COMMENTS],
    ['from braces, the last line', 'tags: {\n  a: {}, # A\n  b: {} # B\n}\n', ['tags', 'b'], 'tags: {\n  a: {}, # A\n}\n', COMMENTS],
    ['from brackets', 'x-a: [a, "b", &c c]\n', ['x-a', 2], 'x-a: [a, "b"]\n', PLAIN],
  ] as const)('takes out %s', (_, text, path, expected, takesComments) => {
    expect(without(text, ...path)).toEqual({ text: expected, takesComments });
    expect(parseYaml(expected).faults).toEqual([]);
  });

  it.each([
    ['what is not there', 'tags: {a: {}}\n', ['tags', 'b']],
    ['what stands behind an alias', 'x-a: &t {a: {}, b: {}}\ntags: *t\n', ['tags', 'a']],
    ['the whole file', 'tags: {}\n', ['tags']],
    ['a key in the line of a dash', '- a: 1\n  b: 2\n', [0, 'a']],
  ] as const)('does not take out %s', (_, text, path) => {
    expect(without(text, ...path)).toBeUndefined();
  });
});
