/** What rules say of a small declaration and a small Mautic, judged as the examples in the rules are. */
import { rules } from '../../rules/index.js';
import type { Finding } from '../../src/finding.js';
import type { LintResult } from '../../src/lint/lint.js';
import type { Preset, Rule } from '../../src/lint/rule.js';
import { type ExampleInput, lintExample as judge, presetOf } from '../../src/output/example.js';

export { EXAMPLE_FILE } from '../../src/output/example.js';

/** Lints an example with the whole catalogue, or the rules given. */
export function lintExample(
  example: ExampleInput,
  preset: Preset = 'recommended',
  withSnapshot = true,
  catalogue: readonly Rule[] = rules,
): LintResult {
  return judge(example, catalogue, { preset, withSnapshot });
}

/** The findings of one rule in an example. */
export function findingsOf(rule: Rule, example: ExampleInput, preset: Preset = presetOf(rule)): readonly Finding[] {
  const catalogue = rules.includes(rule) ? rules : [...rules, rule];
  return lintExample(example, preset, true, catalogue).findings.filter(finding => finding.rule === rule.id);
}

/** Subjects of the findings of one rule: what an example's `finds` says. */
export function subjectsOf(rule: Rule, example: ExampleInput, preset: Preset = presetOf(rule)): string[] {
  return findingsOf(rule, example, preset).map(finding => finding.subject);
}

/** The settings of Mautic for want of which a rule says that it did not run for all. */
export function unstatedIn(rule: Rule, example: ExampleInput): string[] {
  const { notRun } = lintExample(example, presetOf(rule), true, [rule]);
  return notRun.flatMap(({ of, why }) => (why.includes('not-stated') ? [of] : []));
}
