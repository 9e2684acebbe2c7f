/** Fixes what a rule's example, or any declaration, has to fix. */
import { rules } from '../../rules/index.js';
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Declarations } from '../../src/declarations/model.js';
import type { Finding, ResolvedFix } from '../../src/finding.js';
import { openFiles } from '../../src/fixes/changes.js';
import { fixable } from '../../src/fixes/fixable.js';
import { offersFor } from '../../src/fixes/offers.js';
import { type FixOutcome, fixAll } from '../../src/fixes/passes.js';
import { type LintResult, lint } from '../../src/lint/lint.js';
import type { Example } from '../../src/lint/rule.js';
import { snapshotOf } from '../../src/output/example.js';
import { EXAMPLE_FILE } from '../rules/examples.js';

export type Mautic = Omit<Example, 'declarations' | 'finds'>;

/** What the whole catalogue says of declarations beside a small Mautic. */
export function judged(declarations: Declarations, mautic: Mautic): LintResult {
  return lint({
    declarations,
    snapshot: snapshotOf({ ...mautic, declarations: '', finds: [] }),
    now: mautic.now ?? '2026-11-25',
    preset: 'recommended',
    rules,
    configured: new Map(),
  });
}

/** The text of the one file of an example. */
export function textOf({ declarations }: Pick<Example, 'declarations'>): string {
  return declarations.startsWith('version:') ? declarations : `version: 1\n${declarations}`;
}

/** The fixes of a finding that are offered, the best first. */
export function offered({ fixes = [] }: Pick<Finding, 'fixes'>, { files }: Pick<Declarations, 'files'>): ResolvedFix[] {
  const offers = offersFor(fixes, openFiles(files));
  return fixes.flatMap(fix => offers.get(fix) ?? []);
}

export interface Fixed extends FixOutcome {
  readonly text: string;
  /** What the whole catalogue says afterwards. */
  readonly findings: readonly Finding[];
}

/**
 * Fixes one file.
 * @param rule the rule whose findings are fixed; left out: all
 */
export function fixed(text: string, mautic: Mautic, wanted: 'safe' | 'unsafe' = 'unsafe', rule?: string): Fixed {
  const declarations = buildDeclarations([{ path: EXAMPLE_FILE, text }]);
  const judge = (all: Declarations) => fixable(judged(all, mautic)).filter(one => rule === undefined || one.rule === rule);
  const outcome = fixAll({ declarations, build: buildDeclarations, judge, wanted, covers: () => true });
  const after = outcome.changed[0]?.text ?? text;
  return { ...outcome, text: after, findings: judged(buildDeclarations([{ path: EXAMPLE_FILE, text: after }]), mautic).findings };
}
