import { describe, expect, it } from 'vitest';
import { build } from './tell.js';

/** Of each problem: code, key, the section above, what is near, and whether that may be written without asking. */
function keysIn(yaml: string): string[] {
  return build(yaml).problems.map(({ code, data, isOnlyNear }) => [code, data.key, data.section, data.near, isOnlyNear].join(' ').trim());
}

describe('an entry that lost its indent', () => {
  it.each([
    [
      'behind an empty section',
      'contact_fields:\nemail: {purposes: []}\nphone: {purposes: []}\n',
      ['outdented-key email contact_fields', 'outdented-key phone contact_fields'],
    ],
    ['that says nothing', 'tags:\npage:\n', ['outdented-key page tags']],
    ['behind other entries', 'tags:\n  vip: {}\nform: {purposes: []}\n', ['outdented-key form tags']],
    ['of a form', 'forms:\n  A: {}\nemail: {fields: {a: {}}}\n', ['outdented-key email forms']],
    ['in a form', 'forms:\n  A:\n    fields:\n    email: {}\n', ['outdented-key email fields']],
    ['that is a key of the map above', 'purposes:\n  a:\n    consent:\n    field: x\n', ['outdented-key field consent', 'type consent']],
    ['or is a section', 'tags:\nemials:\n  Menu: {purposes: []}\n', ['outdented-key emials tags emails false']],
  ])('%s', (_, yaml, found) => {
    expect(keysIn(yaml)).toEqual(expect.arrayContaining(found));
    expect(keysIn(yaml)).toHaveLength(found.length);
  });
});

describe('a mistyped section is safe to correct', () => {
  it.each([
    ['when it holds names', 'tags: {a: {}}\nemials: {Menu: {purposes: []}}', 'unknown-key emials  emails true'],
    ['when it holds keys that it may have', 'recipients: {}\norganization: {name: A}', 'unknown-key organization  organisation true'],
    ['not when it is empty', 'tags: {a: {}}\nemials:\n', 'unknown-key emials  emails false'],
    ['not when it holds what an entry holds', 'email: {purposes: []}', 'unknown-key email'],
    ['not when it holds something else', 'stages: {a: {}}\ndefault: {colour: red}', 'unknown-key default  defaults false'],
  ])('%s', (_, yaml, found) => {
    expect(keysIn(yaml)).toEqual([found]);
  });
});
