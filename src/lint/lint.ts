/** (Declarations, snapshot, now) × rules → findings. Pure: the same input gives the same findings in the same order. */
import type { Declarations } from '../declarations/model.js';
import type { Finding, RuleFinding, Severity } from '../finding.js';
import { SEVERITIES } from '../finding.js';
import type { Accepted, Baseline } from './baseline/baseline.js';
import { formerNames } from './baseline/former-names.js';
import { holdBaseline } from './baseline/hold.js';
import { type IsSure, seenWholeBy, settledBy } from './baseline/settled.js';
import { type SideInput, sideOf } from './changes/sides.js';
import { evidenceFor } from './coverage-needs.js';
import { fingerprinter } from './fingerprint.js';
import { indexesOf } from './indexes.js';
import { type Observer, UNOBSERVED } from './observer.js';
import { joinPolicy } from './policy.js';
import type { NotRun, Preset, Rule, RuleContext } from './rule.js';
import { RuleFailure } from './rule-failure.js';
import { type Evidence, type Seen, seenIn } from './seen.js';
import { type ConfiguredRule, type ResolvedRule, resolveRules } from './settings.js';
import { unstatedFor } from './unstated.js';
import { applyIgnores } from './waivers/ignores.js';
import { applyWaivers } from './waivers/waivers.js';

/** What is judged, by which rules. Where evidence is left out, the rules that need it are not run. */
export interface LintInput extends Evidence {
  readonly declarations: Declarations;
  /** Day of the run, `2026-11-25`. */
  readonly now: string;
  readonly preset: Preset;
  readonly rules: readonly Rule[];
  readonly configured: ReadonlyMap<string, ConfiguredRule>;
  /** The findings that were accepted, where there are such. */
  readonly baseline?: Baseline | null;
  /** The policy where the branch began, to judge what it changes. */
  readonly base?: SideInput;
  /** The evidence, where it is indexed already. */
  readonly seen?: Seen;
  /** Is told of the work of each rule and of what they share. */
  readonly watch?: Observer;
  /** What rules have found before, where it still holds: they are not run. */
  readonly kept?: LintResult['found'];
}

export interface LintResult {
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
  readonly context: RuleContext;
  /** Rules that failed, in the order of the catalogue; they stand in `notRun` as well. */
  readonly failures: readonly RuleFailure[];
  /** Entries of the baseline that were not found, although they may be there still: what they are about was not looked at as a whole. */
  readonly unsettled: readonly Accepted[];
  /** What each rule has found, before waivers and baseline. */
  readonly found: ReadonlyMap<string, readonly RuleFinding[]>;
}

/** Who runs rules. */
export type Lint = (input: LintInput) => LintResult;

/** Runs all rules that are not off and whose evidence is there. A rule that throws is a fault of the rule: it is told, and the others go on. */
export function lint(input: LintInput): LintResult {
  const { declarations, now, preset, watch = UNOBSERVED, kept, baseline = null, site = null } = input;
  const settings = resolveRules(input.rules, preset, input.configured);
  const { seen = seenIn(input, watch) } = input;
  const { snapshot, uses } = seen;
  const policy = watch.measure('policy', () => joinPolicy(declarations, seen, now, watch));
  const indexes = indexesOf({ declarations, seen, policy }, watch);
  const enabled = input.rules.filter(rule => settings.get(rule.id)?.severity !== 'off');
  const beside = { base: input.base !== undefined, website: site !== null };
  const evidence = new Map(enabled.map(rule => [rule.id, evidenceFor(rule, snapshot, beside)]));
  const running = enabled.filter(rule => evidence.get(rule.id)?.runs === true);
  const unstated = running.flatMap(rule => unstatedFor(rule, { declarations, snapshot, policy, indexes }));
  const unseen = [...enabled.flatMap(rule => evidence.get(rule.id)?.notRun ?? []), ...unstated];
  const failures: RuleFailure[] = [];
  const before = input.base === undefined ? null : sideOf(input.base, now);
  // Written out: an object spread for each rule costs more than most rules do.
  const isSeenWhole = seenWholeBy({ snapshot, rules: input.rules, evidence });
  const contextOf = (own: Pick<RuleContext, 'kinds' | 'options' | 'judged' | 'stale' | 'notRun'>): RuleContext => ({
    declarations,
    snapshot,
    uses,
    policy,
    indexes,
    now,
    preset,
    settings,
    baseline,
    base: before,
    site,
    kinds: own.kinds,
    options: own.options,
    judged: own.judged,
    stale: own.stale,
    notRun: own.notRun,
    isSeenWhole,
  });
  const fingerprint = fingerprinter();
  const found = new Map<string, readonly RuleFinding[]>();

  const run = (stage: Rule['stage'], { judged, stale, notRun }: Pick<RuleContext, 'judged' | 'stale' | 'notRun'>): Finding[] =>
    enabled
      .filter(rule => rule.stage === stage)
      .flatMap(rule => {
        const { runs, kinds } = evidence.get(rule.id) ?? { runs: false, kinds: new Set() };
        const setting = settings.get(rule.id);
        if (!runs || setting === undefined) return [];
        const context = contextOf({ kinds, options: setting.options, judged, stale, notRun });
        const outcome = kept?.get(rule.id) ?? watch.measure(rule.id, () => check(rule, context));
        if (outcome instanceof RuleFailure) {
          failures.push(outcome);
          return [];
        }
        found.set(rule.id, outcome);
        return outcome.map(finding => finish(rule, setting, finding, fingerprint(rule.id, finding)));
      });

  const all = run(undefined, { judged: [], stale: [], notRun: unseen });
  const waived = applyIgnores(applyWaivers(all, declarations, settings, now), site, settings);
  const unsure = new Set([...failures, ...unstated].map(({ rule }) => rule));
  const isSettledIn = settledBy(declarations, snapshot, isSeenWhole);
  const isSettled: IsSure = (rule, subject) => !unsure.has(rule) && isSettledIn(rule, subject);
  const otherNames = formerNames(snapshot);
  const { findings: judged, stale, unsettled } = holdBaseline(waived, baseline, { settings, isSettled, otherNames });
  const last = applyWaivers(run('last', { judged, stale, notRun: withFailed(unseen, failures) }), declarations, settings, now);
  const notRun = withFailed(unseen, failures);
  const context = contextOf({ kinds: new Set(), options: {}, judged, stale, notRun });
  return { findings: [...judged, ...last], notRun, failures, context, unsettled, found };
}

function check(rule: Rule, context: RuleContext): readonly RuleFinding[] | RuleFailure {
  try {
    return rule.check(context);
  } catch (error) {
    return new RuleFailure(rule.id, error);
  }
}

/** What a rule would have found that failed, nobody knows. */
function withFailed(unseen: readonly NotRun[], failures: readonly RuleFailure[]): readonly NotRun[] {
  return [...unseen, ...failures.map(({ rule }): NotRun => ({ rule, of: 'rule', why: ['failed'] }))];
}

function finish(rule: Rule, setting: ResolvedRule, finding: RuleFinding, fingerprint: () => string): Finding {
  return {
    ...finding,
    rule: rule.id,
    severity: severityOf(setting, finding.severity),
    state: 'open',
    get fingerprint() {
      return fingerprint();
    },
  };
}

/** The rule's own word for one finding holds, but for one that is heavier than what the configuration says of the rule. */
function severityOf({ severity, isCapped }: ResolvedRule, own: Severity | undefined): Severity {
  const configured = severity === 'off' ? 'info' : severity;
  return own === undefined || (isCapped && rank(own) < rank(configured)) ? configured : own;
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
