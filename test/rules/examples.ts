/** Runs one rule over a small declaration and a small Mautic, as the examples in the rules describe them. */

import { rules } from '../../rules/index.js';
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Finding } from '../../src/finding.js';
import { type LintResult, lint } from '../../src/lint/lint.js';
import type { Example, Preset, Rule } from '../../src/lint/rule.js';
import { baselineOf, baseOf, presetOf, siteOf, snapshotOf } from '../../src/output/example.js';

export const EXAMPLE_FILE = 'privacy/example.yaml';

/** Lints an example with the whole catalogue, or the rules given. */
export function lintExample(
  example: Example,
  preset: Preset = 'recommended',
  withSnapshot = true,
  catalogue: readonly Rule[] = rules,
): LintResult {
  const text = example.declarations.startsWith('version:') ? example.declarations : `version: 1\n${example.declarations}`;
  const base = baseOf(example);
  return lint({
    declarations: buildDeclarations([{ path: EXAMPLE_FILE, text }]),
    snapshot: withSnapshot ? snapshotOf(example) : null,
    baseline: baselineOf(example),
    site: siteOf(example),
    ...(base === undefined ? {} : { base: withSnapshot ? base : { ...base, snapshot: null } }),
    now: example.now ?? '2026-11-25',
    preset,
    rules: catalogue,
    configured: new Map(),
  });
}

/** The findings of one rule in an example. */
export function findingsOf(rule: Rule, example: Example, preset: Preset = presetOf(rule)): readonly Finding[] {
  const catalogue = rules.includes(rule) ? rules : [...rules, rule];
  return lintExample(example, preset, true, catalogue).findings.filter(finding => finding.rule === rule.id);
}

/** Subjects of the findings of one rule: what an example's `finds` says. */
export function subjectsOf(rule: Rule, example: Omit<Example, 'finds'>, preset: Preset = presetOf(rule)): string[] {
  return findingsOf(rule, { ...example, finds: [] }, preset).map(finding => finding.subject);
}
