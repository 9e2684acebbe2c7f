/** The rule contract: one file, one exported object, tables before logic. */
import type { Declarations } from '../declarations/model.js';
import type { Finding, Language, RuleFinding, SeveritySetting } from '../finding.js';
import type { Kind } from '../items.js';
import type { Count, Coverage, CoverageName, Item, Made, Use } from '../mautic/snapshot.js';
import type { Send, Site } from '../website/site.js';
import type { Accepted, Baseline } from './baseline/baseline.js';
import type { StaleEntry } from './baseline/hold.js';
import type { IsSure } from './baseline/settled.js';
import type { Side } from './changes/model.js';
import type { Indexes } from './indexes.js';
import type { Policy } from './policy.js';
import type { SnapshotView } from './snapshot-view.js';
import type { Setting } from './unstated.js';
import type { UseIndex } from './use-index.js';

export type Family =
  | 'declaration'
  | 'drift'
  | 'purpose'
  | 'legal-basis'
  | 'consent'
  | 'minimisation'
  | 'special-category'
  | 'retention'
  | 'tracking'
  | 'profiling'
  | 'transparency'
  | 'rights'
  | 'sharing'
  | 'hygiene';

export interface Law {
  readonly cite: string;
  /** law: statutes and judgments; decision: of an authority in one case; guidance: EDPB, CNIL, Garante …; practice: asked by nobody in those words. */
  readonly kind: 'law' | 'decision' | 'guidance' | 'practice';
}

export interface RuleText {
  readonly title: string;
  /** Template: `{placeholder}`, `[left out when a placeholder in it is empty]`, `` `text to type` ``. */
  readonly message: string;
  /** Why it matters to a person on the list. */
  readonly why: string;
  /** The next step. */
  readonly next: string;
  /** Words of the rule's own closed lists, by code; they may hold placeholders of the same finding. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A small declaration and what Mautic has beside it: run as a test, shown by `explain` and in the docs. */
export interface Example {
  /** YAML; `version: 1` is put in front. */
  readonly declarations: string;
  /** What Mautic has; every kind counts as completely seen unless `coverage` says otherwise. Left out: nothing in Mautic. */
  readonly items?: readonly Item[];
  readonly uses?: readonly Use[];
  readonly counts?: readonly Count[];
  readonly made?: Partial<Made>;
  readonly coverage?: readonly Coverage[];
  /** Findings that were accepted; left out: no baseline. */
  readonly baseline?: readonly Accepted[];
  /** Files of the website, with what each sends; left out: no website is looked at. */
  readonly site?: readonly ExampleFile[];
  /** How it was where the branch began; what it has in Mautic is the same unless `items` says otherwise. Left out: nothing is compared. */
  readonly base?: Pick<Example, 'declarations' | 'items'>;
  /** Day of the run; `2026-11-25` when left out. */
  readonly now?: string;
  /** Subjects of the findings of this rule, in order. */
  readonly finds: readonly string[];
}

/** A file of the website in an example: its text, and what it sends, each with the words of the text that say so. */
export interface ExampleFile {
  readonly path: string;
  readonly text: string;
  readonly sends: readonly (Omit<Send, 'start' | 'end'> & { readonly text: string })[];
}

export interface RuleContext {
  readonly declarations: Declarations;
  readonly snapshot: SnapshotView;
  readonly uses: UseIndex;
  /** Declarations and snapshot joined, with inheritance applied. */
  readonly policy: Policy;
  /** What several rules share; each part is made when it is first asked for. */
  readonly indexes: Indexes;
  /** Today, or the day of `--now`: `2026-11-25`. */
  readonly now: string;
  readonly preset: Preset;
  /** The rule's own options, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Which of the kinds in `per` were seen well enough. */
  readonly kinds: ReadonlySet<Kind>;
  /** Rules that did not run, and why (the same for every rule). */
  readonly notRun: readonly NotRun[];
  /** Whether a rule saw all of Mautic on which its findings about a subject hang: that there are none says something only then. */
  readonly isSeenWhole: IsSure;
  /** Only for rules of the last stage: what the others found, waivers and baseline applied. */
  readonly judged: readonly Finding[];
  /** The policy where the branch began; null when nothing is compared. */
  readonly base: Side | null;
  /** What the code of the website sends to Mautic; null when it was not scanned. */
  readonly site: Site | null;
  /** The accepted findings; null when there is no baseline. */
  readonly baseline: Baseline | null;
  /** Only for rules of the last stage: what the baseline accepts without need. */
  readonly stale: readonly StaleEntry[];
  /** Severity in force of every known rule: to tell unknown rules, and rules that are off. */
  readonly settings: ReadonlyMap<string, RuleSetting>;
}

export type Preset = 'recommended' | 'strict';

export interface RuleSetting {
  readonly severity: SeveritySetting;
  readonly waivable: boolean | 'dpo';
}

export interface NotRun {
  readonly rule: string;
  /** A kind, `kind.part`, `setting.name`, or `snapshot`, `base` or `website` when there is none; `rule` when the rule itself failed. */
  readonly of: CoverageName | `setting.${Setting}` | 'snapshot' | 'base' | 'website' | 'rule';
  readonly why: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly family: Family;
  readonly since: string;
  /**
   * certain: read directly; needs-complete-snapshot: not run for a kind that was seen in part; hint: a heuristic, never an error in
   * `recommended` (save four named rules).
   */
  readonly evidence: 'certain' | 'needs-complete-snapshot' | 'hint';
  /** Coverage it depends on as a whole: without one of these it is not run. Left out or empty: reads declarations only. */
  readonly needs?: readonly CoverageName[];
  /** Kinds it looks at one by one, and parts of them: it is not run for kinds that were not seen so far, and runs for the others. */
  readonly per?: readonly CoverageName[];
  /** Coverage on which part of what it judges hangs: what was not seen whole keeps it from that part, it runs for the rest, and both is told. */
  readonly also?: readonly CoverageName[];
  /** It judges what changed since the branch began: without that time it is not run, or (`part`) only for what needs no comparison. */
  readonly base?: 'whole' | 'part';
  /** It judges the code of the website: without a scan it is not run, or (`part`) only for what needs none. */
  readonly website?: 'whole' | 'part';
  /** Settings of Mautic by which it would find something here: it is said not to have run for those that nobody has stated. */
  readonly settings?: (known: Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'indexes'>) => readonly Setting[];
  readonly severity: Readonly<Record<Preset, SeveritySetting>>;
  /** false: no waiver is taken (⛔), and it cannot be off; dpo: only `approved_by: dpo` counts (⚖). */
  readonly waivable: boolean | 'dpo';
  /** Whether it has fixes, and what they are at best: safe ones are made by `--fix`, the others by `--fix=unsafe`. */
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly law: readonly Law[];
  /** Defaults of the options that config.v1.json lists for this rule. */
  readonly options?: Readonly<Record<Preset, Readonly<Record<string, unknown>>>>;
  readonly text: Readonly<Record<Language, RuleText>>;
  readonly examples: { readonly bad: Example; readonly good: Example };
  /** last: runs when all others are judged and waivers are applied. */
  readonly stage?: 'last';
  readonly check: (context: RuleContext) => readonly RuleFinding[];
}

/** Makes a rule; there for the type check at the place where it is written. */
export function rule(definition: Rule): Rule {
  return definition;
}
