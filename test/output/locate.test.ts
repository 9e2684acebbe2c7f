/** From a symbolic place to line and column. */
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import { lint } from '../../src/lint/lint.js';
import type { Item } from '../../src/mautic/snapshot.js';
import { snapshotOf } from '../../src/output/example.js';
import { type Locator, makeLocator } from '../../src/output/locate.js';
import type { SourceText } from '../../src/text/document.js';

const A = 'version: 1\ncontact_fields:\n  email: {purposes: [newsletter]}\nforms:\n  Short: {purposes: [x]}\n';
const B =
  'version: 1\r\ncontact_fields:\r\n  "😀 città": {purposes: [], why: x}\r\n  fax: {purposes: []}\r\nforms:\r\n  Newsletter:\r\n    purposes: [newsletter]\r\n    fields: {email: {}}\r\n';
const ITEMS: readonly Item[] = [
  { kind: 'contact_field', id: 44, key: 'film' },
  { kind: 'form', id: 1, key: 'Newsletter' },
  { kind: 'form', id: 2, key: 'Short' },
  { kind: 'form', id: 3, key: 'Unknown' },
  { kind: 'form_field', id: 7, key: 'Newsletter/mobile', form: 'form:Newsletter' },
  { kind: 'form_field', id: 8, key: 'Short/mobile', form: 'form:Short' },
  { kind: 'form_field', id: 9, key: 'Unknown/mobile', form: 'form:Unknown' },
  { kind: 'category', id: 4, key: 'email/menu|x', bundle: 'email/../<x>' },
  { kind: 'notification', id: 5, key: 'push' },
];

function locatorOver(files: readonly SourceText[], host = 'mautic.aurora.example'): Locator {
  const snapshot = snapshotOf({ declarations: '', finds: [], items: ITEMS, made: { host } });
  const run = {
    declarations: buildDeclarations(files),
    snapshot,
    now: '2026-11-25',
    preset: 'recommended',
    rules: [],
    configured: new Map(),
  } as const;
  return makeLocator(lint(run).context);
}

const files = [
  { path: 'a.yaml', text: A },
  { path: 'b.yaml', text: B },
];
const locator = locatorOver(files);
const at = (place: Parameters<Locator['locate']>[0]): string => {
  const found = locator.locate(place);
  if (found === undefined) return 'nowhere';
  const { file, line, column, endLine, endColumn, snippet } = found;
  return `${file}:${line}:${column}-${endLine}:${endColumn} ${snippet === undefined ? '' : `[${snippet.marked}]`}`.trimEnd();
};

describe('places in files', () => {
  it.each([
    ['a key', { path: ['contact_fields', '😀 città'], at: 'key' }, 'b.yaml:3:3-3:12 ["😀 città"]'],
    ['a value, columns in characters', { path: ['contact_fields', '😀 città', 'purposes'], at: 'value' }, 'b.yaml:3:25-3:27 [[]]'],
    [
      'what is missing, at the key of what lacks it',
      { path: ['contact_fields', 'fax', 'retention', 'period'], at: 'value' },
      'b.yaml:4:3-4:6 [fax]',
    ],
    ['what has nothing around it', { path: ['purposes', 'x'], at: 'value' }, 'b.yaml:1:1-1:1'],
    ['the whole file', { path: [], at: 'value' }, 'b.yaml:1:1-1:1'],
    ['a range, before the path', { path: ['forms'], at: 'key', range: [0, 7] }, 'b.yaml:1:1-1:8 [version]'],
  ] as const)('%s', (_, place, shown) => {
    expect(at({ file: 'b.yaml', ...place })).toBe(shown);
  });

  it('a file that is no declaration', () => {
    expect(at({ file: 'purposelint.yaml', path: ['rules'], at: 'key' })).toBe('purposelint.yaml:1:1-1:1');
  });
});

describe('places of items', () => {
  it.each([
    ['contact_field:film', 'b.yaml:2:1-2:15'],
    ['form:Unknown', 'a.yaml:4:1-4:6'],
    ['form_field:Newsletter/mobile', 'b.yaml:8:5-8:11'],
    ['form_field:Short/mobile', 'a.yaml:5:3-5:8'],
    ['form_field:Unknown/mobile', 'a.yaml:4:1-4:6'],
    ['tag:evt', 'a.yaml:1:1-1:1'],
    ['tracking:website', 'a.yaml:1:1-1:1'],
    ['snapshot', 'nowhere'],
    ['notification:push', 'nowhere'],
  ])('%s stands at %s', (item, shown) => {
    expect(at({ item })).toBe(shown);
  });

  it('are nowhere when there is no file', () => {
    expect(locatorOver([]).locate({ item: 'tag:evt' })).toBeUndefined();
  });
});

describe('links', () => {
  it.each([
    ['contact_field:film', 'https://mautic.aurora.example/s/contacts/fields/edit/44'],
    ['form_field:Short/mobile', 'https://mautic.aurora.example/s/forms/view/2'],
    ['category:email/menu|x', 'https://mautic.aurora.example/s/categories/email%2F..%2F%3Cx%3E/edit/4'],
    ['notification:push', undefined],
    ['tag:gone', undefined],
  ])('%s: %s', (reference, link) => {
    expect(locator.link(reference)).toBe(link);
  });

  it.each(['a b', 'evil.example\n::error::x', '<script>'])('none to the host %j', host => {
    expect(locatorOver(files, host).link('form:Short') ?? '').toMatch(/^(?:https:\/\/[\w.:-]+\/s\/forms\/view\/2)?$/u);
  });
});
