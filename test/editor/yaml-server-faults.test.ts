/** Every kind of schema fault is a red line at its place. */
import { expect, it } from 'vitest';
import { openYamlServer } from './yaml-server.js';

const FAULTS: readonly (readonly [what: string, file: string, text: string, line: number, says: RegExp])[] = [
  ['an unknown key', 'a.yaml', 'version: 1\ntags:\n  evt:\n    purposes: []\n    colour: red\n', 5, /colour/u],
  ['an unknown section', 'b.yaml', 'version: 1\n\nlabels: {}\n', 3, /labels/u],
  ['a wrong type', 'c.yaml', 'version: 1\ntags:\n  evt:\n    purposes: news\n', 4, /array/u],
  ['a text for true or false', 'd.yaml', 'version: 1\ntags:\n  evt:\n    personal: perhaps\n', 4, /boolean/u],
  ['a word that is not on the list', 'e.yaml', 'version: 1\npurposes:\n  news:\n    use: email-marketin\n', 4, /email-marketing/u],
  ['a missing key', 'f.yaml', 'version: 1\nrecipients:\n  host:\n    role: processor\n', 3, /name/u],
  ['a missing version', 'g.yaml', 'tags: {}\n', 1, /version/u],
  ['a period that is none', 'h.yaml', 'version: 1\ntracking:\n  website:\n    cookies:\n      mtc_id: {lifetime: a year}\n', 5, /pattern/u],
  ['a country that is none', 'i.yaml', 'version: 1\norganisation:\n  countries: [Italy]\n', 3, /pattern/u],
  [
    'a date that is none',
    'j.yaml',
    'version: 1\nwaivers:\n  - rule: no-purpose\n    item: tag:x\n    until: 31.12.2026\n',
    5,
    /date|pattern/iu,
  ],
  [
    'a day that does not exist',
    'k.yaml',
    'version: 1\nwaivers:\n  - rule: no-purpose\n    item: tag:x\n    until: 2026-13-31\n',
    5,
    /date|pattern/iu,
  ],
];

const SETTINGS: typeof FAULTS = [
  ['an unknown setting', 'l', 'extends: strict\nsnapshots: x\n', 2, /snapshots/u],
  ['a language that is not there', 'm', 'language: fr\n', 1, /en.*it/u],
];

it('each fault is told at its line', async () => {
  const editor = await openYamlServer();
  const files = [
    ...FAULTS.map(([what, file, ...rest]) => [what, `examples/new/privacy/${file}`, ...rest] as const),
    ...SETTINGS.map(([what, file, ...rest]) => [what, `examples/new/${file}/purposelint.yaml`, ...rest] as const),
  ];
  for (const [what, file, text, line, says] of files) {
    const told = await editor.open(file, text);
    expect(new Set(told.map(({ range }) => range.start.line + 1)), what).toEqual(new Set([line]));
    expect(
      told.some(({ message }) => says.test(message)),
      `${what}: ${told.map(({ message }) => message).join(' ')}`,
    ).toBe(true);
  }
});
