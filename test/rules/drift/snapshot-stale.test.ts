import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/snapshot-stale.js';
import { rules } from '../../../rules/index.js';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { lint } from '../../../src/lint/lint.js';
import type { Preset } from '../../../src/lint/rule.js';
import { snapshotOf } from '../../../src/output/example.js';
import { findingsOf, lintExample } from '../examples.js';

const find = (day: string, preset: Preset = 'recommended', now = '2026-11-25') =>
  findingsOf(rule, { declarations: '', made: { taken_at: `${day}T23:59:00Z` }, now }, preset);

describe('snapshot-stale', () => {
  it('says of which day the snapshot is', () => {
    expect(find('2026-06-03')).toMatchObject([
      { subject: 'snapshot', place: { item: 'snapshot' }, data: { date: '2026-06-03' }, severity: 'warn' },
    ]);
  });

  it('takes seven days, in strict one', () => {
    expect(find('2026-11-18')).toEqual([]);
    expect(find('2026-11-17')).toHaveLength(1);
    expect(find('2026-11-24', 'strict')).toEqual([]);
    expect(find('2026-11-23', 'strict')).toMatchObject([{ severity: 'error' }]);
  });

  it('judges as of the day of the run, also an earlier one', () => {
    expect(find('2026-06-03', 'recommended', '2026-06-05')).toEqual([]);
    expect(find('2026-06-03', 'recommended', '2026-05-01')).toEqual([]);
  });

  it.each([
    ['P1M', 1, 0],
    ['P2M', 0, 0],
    ['PT12H', 1, 0],
  ])('takes max_age from the configuration: %s', (max_age, old, fresh) => {
    const run = (taken_at: string) => {
      const { findings } = lint({
        declarations: buildDeclarations([]),
        snapshot: snapshotOf({ declarations: '', made: { taken_at }, finds: [] }),
        now: '2026-11-25',
        preset: 'recommended',
        rules,
        configured: new Map([[rule.id, { options: { max_age } }]]),
      });
      return findings.filter(finding => finding.rule === rule.id).length;
    };
    expect([run('2026-10-20T00:00:00Z'), run('2026-11-25T04:00:00Z')]).toEqual([old, fresh]);
  });

  it('has nothing to say without a snapshot', () => {
    const { findings, notRun } = lintExample({ declarations: '', finds: [] }, 'recommended', false);
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([]);
  });
});
