/** docs/fixes.md has a row for every rule that has fixes, with what they are at best. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';

const PAGE = readFileSync(new URL('../../docs/fixes.md', import.meta.url), 'utf8');

it('has a row for every rule with fixes', () => {
  const rows = [...PAGE.matchAll(/^\| \[`([\w-]+)`\]\(rules\.md#([\w-]+)\) \| (\w+) \| .{15,} \|$/gmu)];
  const fixable = rules.filter(({ fix }) => fix !== 'none').map(({ id, fix }) => [id, id, fix]);
  expect(rows.map(([, id, anchor, fix]) => [id, anchor, fix]).sort()).toEqual(fixable.sort());
});
