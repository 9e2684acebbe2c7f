/** The severity of each rule: preset, then `rules` of the configuration. */
import type { SeveritySetting } from '../finding.js';
import type { Preset, Rule, RuleSetting } from './rule.js';

/** One value of `rules` in the configuration: a severity, or options with or without one. */
export interface ConfiguredRule {
  readonly severity?: SeveritySetting;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface ResolvedRule extends RuleSetting {
  readonly options: Readonly<Record<string, unknown>>;
  /** The configuration says the severity: no finding of the rule is heavier. */
  readonly isCapped: boolean;
}

/** Applies the configuration to the preset's defaults. A rule that takes no waiver cannot be off: it keeps the severity of the preset. */
export function resolveRules(
  rules: readonly Rule[],
  preset: Preset,
  configured: ReadonlyMap<string, ConfiguredRule>,
): ReadonlyMap<string, ResolvedRule> {
  return new Map(
    rules.map(rule => {
      const own = configured.get(rule.id);
      const wanted = own?.severity ?? rule.severity[preset];
      const severity = wanted === 'off' && rule.waivable === false ? rule.severity[preset] : wanted;
      const isCapped = own?.severity !== undefined;
      return [rule.id, { severity, isCapped, waivable: rule.waivable, options: { ...rule.options?.[preset], ...own?.options } }];
    }),
  );
}
