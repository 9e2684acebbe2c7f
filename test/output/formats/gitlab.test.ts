/** Code Quality of GitLab: each entry against the schema by which GitLab takes it, and what its documentation asks beyond. */
import { describe, expect, it } from 'vitest';
import { gitlab } from '../../../src/output/formats/gitlab.js';
import type { Report } from '../../../src/output/report.js';
import { goldenReport, OPTIONS } from '../made-up.js';
import { reportWithBaseline } from './hand-made.js';
import { gitlabFaults } from './schemas.js';

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const entriesOf = (report: Report): readonly Entry[] => JSON.parse(gitlab(report, OPTIONS));

describe('Code Quality', () => {
  it.each(['en', 'it'] as const)('has entries that GitLab takes (%s)', language => {
    const entries = entriesOf(goldenReport(language));
    expect(entries).toHaveLength(24);
    expect(entries.flatMap(gitlabFaults)).toEqual([]);
    expect(entries.filter(({ severity }) => !['info', 'minor', 'major', 'critical', 'blocker'].includes(severity))).toEqual([]);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(24);
    expect(entries.filter(({ location: { path } }) => path.startsWith('./') || path.startsWith('/'))).toEqual([]);
  });

  it('would be told what GitLab does not take', () => expect(gitlabFaults({ description: 'x', location: {} })).not.toEqual([]));

  it('says what was found, where, and what to do', () => {
    const entries = entriesOf(goldenReport());
    expect(entries[1]).toEqual({
      description:
        "The field 'Favourite film (favourite_film)', filled in for 810 people, is not declared: nobody can tell people what it is for. Add it under `contact_fields`. In Mautic: https://mautic.aurora.example/s/contacts/fields/edit/44",
      check_name: 'told',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/u),
      severity: 'critical',
      location: { path: 'privacy/fields.yaml', lines: { begin: 2, end: 2 } },
    });
    expect(entries.at(-1)).toMatchObject({ severity: 'info', location: { path: 'purposelint.yaml', lines: { begin: 1 } } });
  });

  it('keeps its fingerprints in another language', () => {
    const prints = (report: Report): string[] => entriesOf(report).map(({ fingerprint }) => fingerprint);
    expect(prints(goldenReport('it'))).toEqual(prints(goldenReport()));
  });

  it('leaves out what is waived or in the baseline', () => {
    expect(entriesOf(goldenReport()).filter(({ description }) => description.includes('Fax'))).toEqual([]);
    expect(entriesOf(reportWithBaseline())).toHaveLength(23);
  });

  it('is an empty list when nothing was found', () => expect(gitlab({ ...goldenReport(), findings: [] }, OPTIONS)).toBe('[]\n'));
});
