/** Runs the small declarations and the small Mautic of a rule's example: for `explain`, `rules test` and the docs, and for the tests of rules. */
import { buildDeclarations } from '../declarations/build.js';
import type { Declarations } from '../declarations/model.js';
import type { Language } from '../finding.js';
import { KINDS } from '../items.js';
import { type Baseline, baselineText } from '../lint/baseline/baseline.js';
import { readBaseline } from '../lint/baseline/read.js';
import type { SideInput } from '../lint/changes/sides.js';
import { type LintResult, lint } from '../lint/lint.js';
import type { Example, Preset, Rule } from '../lint/rule.js';
import type { Coverage, Snapshot } from '../mautic/snapshot.js';
import { ignoresIn } from '../website/ignores.js';
import type { Site } from '../website/site.js';
import { makeReport, type ReportedFinding } from './report.js';

/** The name of an example's only file of declarations. */
export const EXAMPLE_FILE = 'example.yaml';
const NOW = '2026-11-25';

/** An example, and not what it should find. */
export type ExampleInput = Omit<Example, 'finds'> & Partial<Pick<Example, 'finds'>>;

/** The snapshot of an example: all kinds completely seen, but for what `coverage` says. */
export function snapshotOf({ items = [], uses = [], counts, made, coverage = [] }: ExampleInput): Snapshot {
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

/** The website of an example; null when it has none. */
export function siteOf({ site }: Pick<Example, 'site'>): Site | null {
  if (site === undefined) return null;
  const files = site.map(({ path, text, sends }) => ({
    path,
    sends: sends.map(({ text: words, ...send }) => ({ ...send, start: text.indexOf(words), end: text.indexOf(words) + words.length })),
    ignores: ignoresIn(text),
    notes: [],
  }));
  return { files, looked: files.length, texts: new Map(site.map(({ path, text }) => [path, { path, text }])) };
}

/** The baseline of an example; null when it has none. */
export function baselineOf({ baseline }: Pick<Example, 'baseline'>): Baseline | null {
  if (baseline === undefined) return null;
  return readBaseline({ path: 'baseline.json', text: baselineText({ written: NOW, accepted: [...baseline] }) });
}

/** How it was where the branch of an example began; undefined when nothing is compared. */
export function baseOf(example: ExampleInput): SideInput | undefined {
  if (example.base === undefined) return undefined;
  const { declarations, items = example.items } = example.base;
  const snapshot = snapshotOf({ ...example, ...(items === undefined ? {} : { items }) });
  return { declarations: declarationsOf(declarations), snapshot, baseline: null };
}

/** An example need not say in which format it is written. */
function declarationsOf(text: string): Declarations {
  return buildDeclarations([{ path: EXAMPLE_FILE, text: text.startsWith('version:') ? text : `version: 1\n${text}` }]);
}

/** The preset with which the examples of a rule are run: one that has it on. */
export function presetOf({ severity }: Rule): Preset {
  return severity.recommended === 'off' ? 'strict' : 'recommended';
}

/** What a rule says about an example, in a language; the other rules run as well, since some look at what the others found. */
export function findingsIn(example: Example, rule: Rule, rules: readonly Rule[], language: Language): readonly ReportedFinding[] {
  const result = lintExample(example, rules, { preset: presetOf(rule) });
  return makeReport(result, rules, { language, version: '' }).findings.filter(finding => finding.rule === rule.id);
}

/** How an example is judged. */
export interface ExampleSetting {
  readonly preset: Preset;
  /** Left out: with one. Without, nothing was seen of Mautic. */
  readonly withSnapshot?: boolean;
}

/** Judges an example by rules, of which some look at what the others found. */
export function lintExample(example: ExampleInput, rules: readonly Rule[], { preset, withSnapshot = true }: ExampleSetting): LintResult {
  const base = baseOf(example);
  return lint({
    declarations: declarationsOf(example.declarations),
    snapshot: withSnapshot ? snapshotOf(example) : null,
    baseline: baselineOf(example),
    site: siteOf(example),
    ...(base === undefined ? {} : { base: withSnapshot ? base : { ...base, snapshot: null } }),
    now: example.now ?? NOW,
    preset,
    rules,
    configured: new Map(),
  });
}
