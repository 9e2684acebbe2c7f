/** `rules` of the configuration → settings; unknown rules, locked rules and options of other rules are told. */
import type { Language } from '../finding.js';
import type { RuleValue } from '../generated/config.js';
import type { Rule } from '../lint/rule.js';
import type { ConfiguredRule } from '../lint/settings.js';
import { didYouMean } from './arguments.js';
import type { Layer } from './config-file.js';
import { EXIT, Stop } from './stop.js';

/**
 * Merges the layers, the later ones on top.
 * @param others what becomes of rules that are not there; left out: they are refused, unless they may be rules of the team's own
 * @throws Stop (exit 2) for a rule that does not exist, cannot be off, or has no such option
 */
export function configuredRules(
  layers: readonly Layer[],
  rules: readonly Rule[],
  language: Language,
  others: 'refuse' | 'leave' = layers.some(({ value }) => (value.plugins ?? []).length > 0) ? 'leave' : 'refuse',
): ReadonlyMap<string, ConfiguredRule> {
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  const merged = new Map<string, ConfiguredRule>();
  for (const { value, origin } of layers) {
    for (const [id, setting] of Object.entries(value.rules ?? {})) {
      const rule = byId.get(id);
      if (rule === undefined && others === 'leave') continue;
      const from = origin(['rules', id]);
      if (rule === undefined)
        throw new Stop(EXIT.usage, 'set-unknown-rule', { from, name: id, near: didYouMean(id, [...byId.keys()], language) });
      const own = settingOf(setting);
      if (own.severity === 'off' && rule.waivable === false) throw new Stop(EXIT.usage, 'locked-rule', { from, name: id });
      const foreign = Object.keys(own.options).find(option => !Object.hasOwn(rule.options?.recommended ?? {}, option));
      if (foreign !== undefined) throw new Stop(EXIT.usage, 'option-of-other-rule', { from, name: id, option: foreign });
      const before = merged.get(id);
      merged.set(id, { ...before, ...own, options: { ...before?.options, ...own.options } });
    }
  }
  return merged;
}

function settingOf(setting: RuleValue): ConfiguredRule {
  if (typeof setting === 'string') return { severity: setting, options: {} };
  const { severity, ...others } = setting;
  // As everywhere where the keys are ours, `x-…` is the team's own.
  const options = Object.fromEntries(Object.entries(others).filter(([key]) => !key.startsWith('x-')));
  return { ...(severity === undefined ? {} : { severity }), options };
}
