/** Runs one rule over a small declaration and a small Mautic, as the examples in the rules describe them. */
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Finding } from '../../src/finding.js';
import { KINDS } from '../../src/items.js';
import { type LintResult, lint } from '../../src/lint/lint.js';
import type { Example, Preset, Rule } from '../../src/lint/rule.js';
import type { Snapshot } from '../../src/mautic/snapshot.js';
import { rules } from '../../rules/index.js';

export const EXAMPLE_FILE = 'privacy/example.yaml';

/** The snapshot of an example: all kinds completely seen, but for what `coverage` says. */
export function snapshotOf(example: Example): Snapshot {
  const own = new Map(example.coverage?.map(entry => [entry.of, entry]));
  const rows = (kind: string) => example.items?.filter(item => item.kind === kind).length ?? 0;
  const kinds = KINDS.map(of => own.get(of) ?? ({ of, state: 'complete', rows: rows(of), total: rows(of) } as const));
  const parts = example.coverage?.filter(entry => entry.of.includes('.')) ?? [];
  return {
    format: 'purposelint-snapshot',
    version: 1,
    made: { taken_at: '2026-11-25T03:13:18Z', source: 'rest', host: 'mautic.aurora.example', mautic: '5.1.0', series: '5.1', ...example.made },
    coverage: [...kinds, ...parts],
    items: [...(example.items ?? [])],
    uses: [...(example.uses ?? [])],
    ...(example.counts === undefined ? {} : { counts: [...example.counts] }),
  };
}

/** Lints an example with the whole catalogue. */
export function lintExample(example: Example, preset: Preset = 'recommended', withSnapshot = true): LintResult {
  const text = example.declarations.startsWith('version:') ? example.declarations : `version: 1\n${example.declarations}`;
  return lint({
    declarations: buildDeclarations([{ path: EXAMPLE_FILE, text }]),
    snapshot: withSnapshot ? snapshotOf(example) : null,
    now: example.now ?? '2026-11-25',
    preset,
    rules,
    configured: new Map(),
  });
}

/** The findings of one rule in an example. */
export function findingsOf(rule: Rule, example: Example, preset: Preset = 'recommended'): readonly Finding[] {
  return lintExample(example, preset).findings.filter(finding => finding.rule === rule.id);
}

/** Subjects of the findings of one rule: what an example's `finds` says. */
export function subjectsOf(rule: Rule, example: Omit<Example, 'finds'>, preset: Preset = 'recommended'): string[] {
  return findingsOf(rule, { ...example, finds: [] }, preset).map(finding => finding.subject);
}
