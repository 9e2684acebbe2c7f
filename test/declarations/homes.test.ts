import { expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import { homeFor, policyFile } from '../../src/declarations/homes.js';

const filesOf = (...paths: readonly string[]) => buildDeclarations(paths.map(path => ({ path, text: 'version: 1\n' }))).files;

it('looks for what nobody has written yet in the file that is named for it, else in the first', () => {
  const files = filesOf('privacy/content.yaml', 'privacy/policy.yaml', 'privacy/tags.yaml');
  expect([policyFile(files)?.path, homeFor(files, 'tags')?.path]).toEqual(['privacy/policy.yaml', 'privacy/tags.yaml']);
  const others = filesOf('a/my-policy.yaml', 'b/x.yaml');
  expect([policyFile(others)?.path, homeFor(others, 'tags')?.path]).toEqual(['a/my-policy.yaml', 'a/my-policy.yaml']);
  expect(policyFile([])).toBeUndefined();
});
