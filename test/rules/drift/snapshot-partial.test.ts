import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/snapshot-partial.js';
import type { Preset } from '../../../src/lint/rule.js';
import type { Coverage } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';

const find = (coverage: readonly Coverage[], preset: Preset = 'recommended') => findingsOf(rule, { declarations: '', coverage }, preset);

describe('snapshot-partial', () => {
  it('lists the rules that were not run, why, and for what', () => {
    const [finding, ...others] = find([{ of: 'stage', state: 'absent', rows: 0, why: ['refused'] }]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ subject: 'snapshot', key: 'refused', place: { item: 'snapshot' }, severity: 'info' });
    expect(finding?.data).toMatchObject({ reason: 'refused', what: ['stage'] });
    expect(finding?.data.rules?.slice(0, 2)).toEqual(['undeclared-stage', 'ghost-declaration']);
  });

  it('gives one finding a cause: kinds refused together share one, another cause has its own', () => {
    const found = find([
      { of: 'stage', state: 'absent', rows: 0, why: ['refused'] },
      { of: 'form', state: 'partial', rows: 2, total: 9, why: ['rows-missing', 'thin-answer'] },
      { of: 'form_field', state: 'partial', rows: 0, why: ['rows-missing', 'thin-answer'] },
      { of: 'segment', state: 'absent', rows: 0, why: ['refused'] },
      { of: 'tag', state: 'partial', rows: 30, total: 62, why: ['own-only', 'rows-missing'] },
    ]);
    expect(found.map(({ data }) => [data.reason, data.what]).sort()).toEqual([
      ['own-only', ['tag']],
      ['refused', ['segment', 'stage']],
      ['rows-missing', ['form']],
    ]);
  });

  it('leaves numbers of people that nobody asked for to the summary', () => {
    const { findings, notRun } = lintExample({ declarations: '', items: [{ kind: 'contact_field', id: 1, key: 'hobby' }], finds: [] });
    expect(notRun.filter(({ of }) => of === 'contact_field.counts').map(({ why }) => why)).toContainEqual(['not-asked']);
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });

  it('is a warning in strict, and cannot be waived', () => {
    const stage: Coverage = { of: 'stage', state: 'absent', rows: 0, why: ['refused'] };
    expect(find([stage], 'strict')[0]?.severity).toBe('warn');
    const waived = `waivers:\n  - {rule: snapshot-partial, item: snapshot, reason: We know that already, until: 2027-01-31, approved_by: dpo}`;
    expect(findingsOf(rule, { declarations: waived, coverage: [stage], finds: [] })[0]?.state).toBe('open');
  });

  it('is silent when everything was seen', () => {
    expect(find([])).toEqual([]);
  });

  it('says so when there is no snapshot at all', () => {
    const { findings } = lintExample({ declarations: '', finds: [] }, 'recommended', false);
    const [finding, ...others] = findings.filter(({ rule: id }) => id === rule.id);
    expect(others).toEqual([]);
    expect(finding?.data).toMatchObject({ reason: 'no-snapshot', what: [] });
    expect(finding?.data.rules).toContain('undeclared-field');
    expect(finding?.data.rules).not.toContain('snapshot-stale');
  });
});
