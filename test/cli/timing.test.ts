import { expect, it } from 'vitest';
import { timesTable } from '../../src/cli/times-table.js';
import { emptySnapshot, POLICY, workspace } from './workspace.js';

it('lists the slowest first, what is no rule in brackets, and the total', () => {
  const times = new Map([
    ['snapshot', 2],
    ['no-purpose', 0.25],
    ['schema-valid', 12.34],
  ]);
  expect(timesTable(times, new Set(['no-purpose', 'schema-valid']), 'en')).toBe(
    `Milliseconds, slowest first; in brackets, what is no rule:
     12.3  schema-valid
      2.0  (snapshot)
      0.3  no-purpose
     14.6  in all
`,
  );
});

it('goes to standard error, and only when it is asked for', async () => {
  const { run } = workspace({ 'privacy/all.yaml': POLICY, 'privacy/snapshot.json': emptySnapshot() });
  const plain = await run('check');
  const timed = await run('check', '--timing');
  expect(timed.stdout).toBe(plain.stdout);
  expect(plain.stderr).not.toContain('Milliseconds');
  expect(timed.stderr).toMatch(/^Milliseconds, slowest first/mu);
  expect(timed.stderr).toContain('      0.0  no-purpose\n');
  expect(timed.stderr).toContain('      0.0  (declarations)\n');
  expect(timed.exit).toBe(plain.exit);
});
