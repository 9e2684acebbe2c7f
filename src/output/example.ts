/** Runs the small declarations and the small Mautic of a rule's example, for `explain` and the docs. */
import { buildDeclarations } from '../declarations/build.js';
import type { Language } from '../finding.js';
import { KINDS } from '../items.js';
import { lint } from '../lint/lint.js';
import type { Example, Rule } from '../lint/rule.js';
import type { Coverage, Snapshot } from '../mautic/snapshot.js';
import { makeReport, type ReportedFinding } from './report.js';

const FILE = 'example.yaml';
const NOW = '2026-11-25';

/** The snapshot of an example: all kinds completely seen, but for what `coverage` says. */
export function snapshotOf({ items = [], uses = [], counts, made, coverage = [] }: Example): Snapshot {
  const own = new Map(coverage.map(entry => [entry.of, entry]));
  const kinds = KINDS.map((of): Coverage => {
    const rows = items.filter(item => item.kind === of).length;
    return own.get(of) ?? { of, state: 'complete', rows, total: rows };
  });
  return {
    format: 'purposelint-snapshot',
    version: 1,
    made: { taken_at: `${NOW}T03:13:18Z`, source: 'rest', host: 'mautic.aurora.example', mautic: '5.1.0', series: '5.1', ...made },
    coverage: [...kinds, ...coverage.filter(entry => entry.of.includes('.'))],
    items: [...items],
    uses: [...uses],
    ...(counts === undefined ? {} : { counts: [...counts] }),
  };
}

/** What a rule says about an example, in a language; the other rules run as well, since some look at what the others found. */
export function findingsIn(example: Example, rule: Rule, rules: readonly Rule[], language: Language): readonly ReportedFinding[] {
  const text = example.declarations.startsWith('version:') ? example.declarations : `version: 1\n${example.declarations}`;
  const result = lint({
    declarations: buildDeclarations([{ path: FILE, text }]),
    snapshot: snapshotOf(example),
    now: example.now ?? NOW,
    preset: 'recommended',
    rules,
    configured: new Map(),
  });
  return makeReport(result, rules, { language, version: '' }).findings.filter(finding => finding.rule === rule.id);
}
