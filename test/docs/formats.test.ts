/** docs/formats.md names every format, and where its files go. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/options.js';

const PAGE = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

it('has a row for every format', () => {
  expect([...PAGE.matchAll(/^\| `(\w+)` \|/gmu)].map(([, name]) => name)).toEqual([...FORMATS]);
});

it('shows formats that exist', () => {
  const shown = [...PAGE.matchAll(/--format (\w+)/gu)].map(([, name]) => name).filter(name => name !== 'NAME');
  expect(new Set([...shown, 'json'])).toEqual(new Set(FORMATS));
});
