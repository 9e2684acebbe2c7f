/** What formats read: findings in order, located and in words, with the numbers of the run. */
import type { Finding, FindingData, FixId, Language, Place, Severity, WaiverUse } from '../finding.js';
import { isFilePlace, SEVERITIES } from '../finding.js';
import type { LintResult } from '../lint/lint.js';
import type { Law, NotRun, Rule, RuleContext } from '../lint/rule.js';
import { isGap } from '../lint/unchecked.js';
import { compareText } from '../text/order.js';
import type { Position } from '../text/position.js';
import { type Located, type Locator, makeLocator } from './locate.js';
import { renderMessage, renderTemplate, saysWhatToDo } from './message.js';
import type { Sentence } from './parts.js';

export interface ReportedRelated {
  readonly subject?: string;
  readonly place?: Located;
  readonly link?: string;
}

/** A fix with its words, and its edits by line and column. */
export interface ReportedFix {
  readonly id: FixId;
  readonly safe: boolean;
  /** What it does, in the language of the report. */
  readonly title: string;
  readonly files: readonly { readonly file: string; readonly edits: readonly ReportedEdit[] }[];
}

/** Replaces what stands from `start` up to before `end`. */
export interface ReportedEdit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

export interface ReportedFinding {
  readonly rule: string;
  /** The rule's title in the language of the report. */
  readonly title: string;
  readonly severity: Severity;
  readonly state: Finding['state'];
  readonly subject: string;
  readonly message: Sentence;
  /** Only where the message does not say what to do. */
  readonly next?: Sentence;
  /** Undefined when no file could show it: what is found about Mautic as a whole. */
  readonly place?: Located;
  readonly link?: string;
  readonly related: readonly ReportedRelated[];
  readonly data: FindingData;
  readonly law: readonly Law[];
  /** Worked out only for formats that show them. */
  readonly fixes: readonly ReportedFix[];
  readonly fingerprint: string;
  readonly waiver?: WaiverUse;
}

/** A rule that is not off, with its severity in force. */
export interface ReportedRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

export interface Numbers {
  /** Open findings by severity. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly waived: number;
  readonly baselined: number;
  /** Rules that could not look at everything they want to see. */
  readonly notRun: number;
  /** Untouched core fields that nobody has to declare. */
  readonly coreFields: number;
  /** Whether the values of all of these were counted. */
  readonly areCoreFieldsCounted: boolean;
}

export interface Report {
  readonly language: Language;
  /** Version of purposelint. */
  readonly version: string;
  readonly preset: string;
  readonly now: string;
  /** Number of declaration files. */
  readonly declarations: number;
  readonly snapshot: { readonly taken_at: string; readonly host?: string; readonly mautic?: string } | null;
  /** How many files of the website were looked at; null when it was not scanned. */
  readonly website: number | null;
  /** By file, line, column, severity, rule and subject; what has no file comes last. */
  readonly findings: readonly ReportedFinding[];
  readonly notRun: readonly NotRun[];
  /** Rules in force, in the order of the catalogue, whether or not they found something. */
  readonly rules: readonly ReportedRule[];
  readonly numbers: Numbers;
  /** A line of a declaration file, for formats that count bytes; undefined for other files. */
  readonly lineOf: (file: string, line: number) => string | undefined;
}

export interface ReportOptions {
  readonly language: Language;
  /** Version of purposelint. */
  readonly version: string;
  /** As `extends` names it; left out: the preset of the run. */
  readonly preset?: string;
  /** Works out the fixes, for formats that show them (`makeFixReporter` of fixes.ts). */
  readonly fixes?: FixReporter;
}

/** The fixes of one finding, the best first. */
export type FixReporter = (finding: Finding, rule: Rule) => readonly ReportedFix[];

/**
 * Makes the report of a run. Pure, and the same for the same input.
 * @param rules those that were run: their texts are the messages
 */
export function makeReport(result: LintResult, rules: readonly Rule[], options: ReportOptions): Report {
  const { language, version, preset, fixes = NO_FIXES } = options;
  const { context, notRun } = result;
  const locator = makeLocator(context);
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  const findings = result.findings.flatMap(finding => {
    const rule = byId.get(finding.rule);
    return rule === undefined ? [] : [reported(finding, rule, locator, language, fixes(finding, rule))];
  });
  const { made } = context.snapshot;
  return {
    language,
    version,
    preset: preset ?? context.preset,
    now: context.now,
    declarations: context.declarations.files.length,
    snapshot: made === null ? null : snapshotOf(made),
    website: context.site?.looked ?? null,
    findings: findings.sort(inOrder),
    notRun,
    rules: rules.flatMap(rule => inForce(rule, context)),
    numbers: { ...count(findings), notRun: new Set(notRun.filter(isGap).map(({ rule }) => rule)).size, ...countCoreFields(context) },
    lineOf: locator.lineOf,
  };
}

function inForce(rule: Rule, { settings }: RuleContext): ReportedRule[] {
  const severity = settings.get(rule.id)?.severity ?? 'off';
  return severity === 'off' ? [] : [{ rule, severity }];
}

const NO_FIXES: FixReporter = () => [];

function reported(finding: Finding, rule: Rule, locator: Locator, language: Language, fixes: ReportedFinding['fixes']): ReportedFinding {
  const text = rule.text[language];
  const place = locator.locate(finding.place);
  const link = locator.link(isFilePlace(finding.place) ? finding.subject : finding.place.item);
  return {
    rule: rule.id,
    title: text.title,
    severity: finding.severity,
    state: finding.state,
    subject: finding.subject,
    message: renderMessage(text, finding.data, language, place?.line),
    ...(saysWhatToDo(text.message) ? {} : { next: renderTemplate(text.next, finding.data, language, text.words) }),
    ...(place === undefined ? {} : { place }),
    ...(link === undefined ? {} : { link }),
    related: (finding.related ?? []).map(({ subject, place: other }) => related(subject, other, locator)),
    data: finding.data,
    fixes,
    // Only some formats ask.
    get law() {
      return rule.law;
    },
    get fingerprint() {
      return finding.fingerprint;
    },
    ...(finding.waiver === undefined ? {} : { waiver: finding.waiver }),
  };
}

function related(subject: string | undefined, place: Place, locator: Locator): ReportedRelated {
  const located = locator.locate(place);
  const link = locator.link(isFilePlace(place) ? (subject ?? '') : place.item);
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(located === undefined ? {} : { place: located }),
    ...(link === undefined ? {} : { link }),
  };
}

function snapshotOf({ taken_at, host, mautic }: NonNullable<RuleContext['snapshot']['made']>): NonNullable<Report['snapshot']> {
  return { taken_at, ...(host === undefined ? {} : { host }), ...(mautic === undefined ? {} : { mautic }) };
}

function count(findings: readonly ReportedFinding[]): Pick<Numbers, 'open' | 'waived' | 'baselined'> {
  const open = { error: 0, warn: 0, info: 0 };
  const closed = { waived: 0, baselined: 0 };
  for (const { state, severity } of findings) {
    if (state === 'open') open[severity] += 1;
    else closed[state] += 1;
  }
  return { open, ...closed };
}

function countCoreFields(context: RuleContext): Pick<Numbers, 'coreFields' | 'areCoreFieldsCounted'> {
  const { policy, snapshot } = context;
  const left = [...context.indexes.untouchedCoreFields].filter(field => policy.entryOf(field) === undefined);
  const isCounted = left.every(field => snapshot.count(snapshot.reference(field), 'filled') !== undefined);
  return { coreFields: left.length, areCoreFieldsCounted: isCounted };
}

function inOrder(one: ReportedFinding, other: ReportedFinding): number {
  return (
    Number(one.place === undefined) - Number(other.place === undefined) ||
    compareText(one.place?.file ?? '', other.place?.file ?? '') ||
    (one.place?.line ?? 0) - (other.place?.line ?? 0) ||
    (one.place?.column ?? 0) - (other.place?.column ?? 0) ||
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    compareText(one.rule, other.rule) ||
    compareText(one.subject, other.subject) ||
    compareText(one.fingerprint, other.fingerprint)
  );
}
