/** When a rule's evidence is there: whole kinds, kinds one by one, parts of them, numbers of people. */
import { describe, expect, it } from 'vitest';
import { evidenceFor } from '../../src/lint/coverage-needs.js';
import { type Rule, rule } from '../../src/lint/rule.js';
import { viewSnapshot } from '../../src/lint/snapshot-view.js';
import type { Count, Coverage, Item, Made } from '../../src/mautic/snapshot.js';
import { snapshotOf } from '../../src/output/example.js';

const ITEMS: Item[] = [
  { kind: 'form', id: 1, key: 'Club' },
  { kind: 'segment', id: 1, key: 'readers' },
];
const COUNT: Count = { of: 'segment:readers', how: 'people', n: 12 };
const text = { title: '', message: '', why: '', next: '' };
const example = { declarations: '', finds: [] };

interface Seen {
  readonly counts?: readonly Count[];
  readonly coverage?: readonly Coverage[];
  readonly series?: Made['series'];
}

function evidence(wants: Partial<Rule>, { counts, coverage = [], series = '7.0' }: Seen = {}, hasBase = true) {
  const snapshot = snapshotOf({
    ...example,
    items: ITEMS,
    ...(counts === undefined ? {} : { counts }),
    coverage,
    made: { series },
  });
  const made = rule({
    id: 'r',
    family: 'drift',
    since: '1.0.0',
    evidence: 'certain',
    severity: { recommended: 'warn', strict: 'warn' },
    waivable: true,
    fix: 'none',
    law: [],
    text: { en: text, it: text },
    examples: { bad: example, good: example },
    check: () => [],
    ...wants,
  });
  const { runs, kinds, notRun } = evidenceFor(made, viewSnapshot(snapshot), { base: hasBase, website: true });
  return { runs, kinds: [...kinds], notRun: notRun.map(({ of, why }) => [of, ...why]) };
}

describe('numbers of people', () => {
  it('were not asked for when there are none of the kind', () => {
    expect(evidence({ needs: ['segment.counts'] })).toEqual({ runs: false, kinds: [], notRun: [['segment.counts', 'not-asked']] });
    expect(evidence({ needs: ['segment.counts'] }, { counts: [COUNT] })).toEqual({ runs: true, kinds: [], notRun: [] });
    expect(evidence({ needs: ['form.counts'] }, { counts: [COUNT] }).notRun).toEqual([['form.counts', 'not-asked']]);
  });

  it('of answers are in no Mautic before 7.0, which matters once numbers were asked for', () => {
    const find = (counts: readonly Count[]) => evidence({ needs: ['form.counts'] }, { counts, series: '6.0' }).notRun;
    expect(find([COUNT])).toEqual([['form.counts', 'not-in-version']]);
    expect(find([])).toEqual([['form.counts', 'not-asked']]);
  });

  it('are not missed where there is nothing to count', () => {
    expect(evidence({ needs: ['stage.counts'] })).toEqual({ runs: true, kinds: [], notRun: [] });
  });

  it('say themselves why they are missing', () => {
    const coverage: Coverage[] = [{ of: 'segment.counts', state: 'absent', why: ['refused'] }];
    expect(evidence({ needs: ['segment.counts'] }, { coverage }).notRun).toEqual([['segment.counts', 'refused']]);
  });
});

describe('kinds one by one', () => {
  it('run without the kind whose part is missing', () => {
    expect(evidence({ per: ['form', 'form.counts', 'segment', 'segment.counts'] }, { counts: [COUNT] })).toEqual({
      runs: true,
      kinds: ['segment'],
      notRun: [['form.counts', 'not-asked']],
    });
  });

  it('say it once, where the kind itself is missing', () => {
    const coverage: Coverage[] = [{ of: 'segment', state: 'absent', rows: 0, why: ['refused'] }];
    expect(evidence({ per: ['form', 'segment', 'segment.counts'] }, { coverage })).toEqual({
      runs: true,
      kinds: ['form'],
      notRun: [['segment', 'refused']],
    });
    expect(evidence({ needs: ['segment', 'segment.counts'] }, { coverage }).notRun).toEqual([['segment', 'refused']]);
  });

  it('do not run when no kind is left', () => {
    expect(evidence({ per: ['form', 'form.counts'] })).toMatchObject({ runs: false, kinds: [] });
  });
});

describe('what a rule looks at beside', () => {
  const coverage: Coverage[] = [{ of: 'form', state: 'partial', why: ['own-only'] }];

  it('is told where it was not seen whole, and the rule runs', () => {
    const told = { runs: true, kinds: ['segment'], notRun: [['form', 'own-only']] };
    expect(evidence({ per: ['segment'], also: ['form'] }, { coverage })).toEqual(told);
    expect(evidence({ also: ['form', 'segment'] }, { coverage })).toEqual({ ...told, kinds: [] });
    expect(evidence({ per: ['segment'], also: ['segment'] }, { coverage })).toEqual({ ...told, notRun: [] });
  });

  it('is told once, and not where the rule does not run at all', () => {
    const absent: Coverage[] = [{ of: 'form', state: 'absent', rows: 0, why: ['refused'] }];
    expect(evidence({ per: ['form', 'segment'], also: ['form'] }, { coverage: absent }).notRun).toEqual([['form', 'refused']]);
    expect(evidence({ needs: ['form'], also: ['form'] }, { coverage: absent }).notRun).toEqual([['form', 'refused']]);
    expect(evidence({ needs: ['form'], also: ['form'] }, { coverage })).toMatchObject({ runs: true, notRun: [['form', 'own-only']] });
  });
});

describe('what judges a change', () => {
  it('does not run as a whole, or in part, without a time to compare with', () => {
    expect(evidence({ base: 'whole' }, {}, false)).toEqual({ runs: false, kinds: [], notRun: [['base', 'no-base']] });
    expect(evidence({ base: 'part', per: ['form'] }, {}, false)).toEqual({ runs: true, kinds: ['form'], notRun: [['base', 'no-base']] });
    expect(evidence({ base: 'whole' }, {}, true)).toEqual({ runs: true, kinds: [], notRun: [] });
  });

  it('says only what else is missing when that keeps it from running', () => {
    const coverage: Coverage[] = [{ of: 'form', state: 'absent', rows: 0, why: ['refused'] }];
    expect(evidence({ base: 'part', per: ['form'] }, { coverage }, false).notRun).toEqual([['form', 'refused']]);
  });
});
