/** Globs over names choose what globs over the disk choose. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { expandGlobs } from '../../src/text/files/find.js';
import { matchNames } from '../../src/text/glob-names.js';

const NAMES = [
  'a.yaml',
  'b.yml',
  'privacy/a.yaml',
  'privacy/.hidden.yaml',
  'privacy/.dot/a.yaml',
  'privacy/deep/er/b.yaml',
  'privacy/città e (1) [x]!.yaml',
  'privacy/{a}.yaml',
  'node_modules/x/a.yaml',
  'privacy/node_modules/a.yaml',
  'PRIVACY2/a.yaml',
];

const GLOBS = [
  '**/*.yaml',
  'privacy/**/*.yaml',
  'privacy/*.yaml',
  './privacy/*.yaml',
  'privacy/**',
  '*.{yaml,yml}',
  'privacy/{a,b}.yaml',
  '!privacy/deep/**',
  '!**/a.yaml',
  'privacy/a.yaml',
  'privacy//a.yaml',
  'privacy/@(a|b).yaml',
  'privacy/?.yaml',
  '**/.dot/*.yaml',
  'privacy/**/[ab].yaml',
  'privacy/c*(1)*.yaml',
];

it('chooses the same files as on the disk', async () => {
  const root = mkdtempSync(join(tmpdir(), 'purposelint-globs-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of NAMES) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), '');
  }
  const lists = fc.uniqueArray(fc.constantFrom(...GLOBS), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lists, async globs => {
      expect(await matchNames(NAMES, globs)).toEqual(await expandGlobs(root, globs));
    }),
    { numRuns: 300 },
  );
});

it('leaves out a path that is not there, and refuses one outside', async () => {
  expect(await matchNames(NAMES, ['privacy/gone.yaml', 'a.yaml'])).toEqual(['a.yaml']);
  await expect(matchNames(NAMES, ['../a.yaml'])).rejects.toThrow('outside');
});
