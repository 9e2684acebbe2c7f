/** The start of a waiver for a finding: everything but the reason, so that nothing is waived until somebody has written one. */
import { addMonths } from '../declarations/days.js';
import type { Edit, Finding } from '../finding.js';
import { changeFiles, type FileChange, type OpenFiles } from '../fixes/changes.js';
import { sift } from '../fixes/sift.js';
import type { RuleContext } from '../lint/rule.js';
import { WAIVER_MONTHS } from '../lint/waivers/faults.js';
import { valueText } from '../text/scalars.js';
import type { ServerWords } from './words.js';

const SECTION = 'waivers';

export interface Waiving {
  readonly file: string;
  readonly edits: readonly Edit[];
}

/** The edits that add one for each finding where waivers live; none for a rule that takes none, and where it cannot be added by text edit. */
export function waive(
  findings: readonly Finding[],
  files: OpenFiles,
  context: RuleContext,
  words: ServerWords,
): ReadonlyMap<Finding, Waiving> {
  const home = files.homeFor(SECTION);
  const wishes = findings.flatMap(finding => {
    const waivable = context.settings.get(finding.rule)?.waivable;
    if (waivable === undefined || waivable === false || home === undefined) return [];
    const item = blockEntry(pairsFor(finding, context, waivable === 'dpo' ? words.askDpo : undefined));
    const change = { do: 'append', place: { file: home, path: [SECTION], at: 'value' }, items: [item] } as const;
    return [{ finding, changes: [change] }];
  });
  const wrong = new Set(sift(wishes, files).wrong);
  const right = wishes.filter(wish => !wrong.has(wish));
  return new Map(right.flatMap(({ finding, changes }) => (changeFiles(changes, files) ?? []).map(made => [finding, waivingOf(made)])));
}

function waivingOf({ file, edits }: FileChange): Waiving {
  return { file: file.path, edits };
}

/** A key, its value as YAML, and a remark. */
type Pair = readonly [key: string, value: string, remark?: string];

function pairsFor({ rule, subject }: Finding, { now, preset }: RuleContext, askDpo: string | undefined): Pair[] {
  const approval: Pair[] = askDpo !== undefined ? [['approved_by', '""', askDpo]] : preset === 'strict' ? [['approved_by', '""']] : [];
  return [
    ['rule', valueText(rule)],
    ['item', valueText(subject)],
    ['reason', '""'],
    ['until', addMonths(now, WAIVER_MONTHS[preset])],
    ...approval,
  ];
}

function blockEntry(pairs: readonly Pair[]): string {
  const lines = pairs.map(([key, value, remark], index) => {
    const line = `${index === 0 ? '- ' : '  '}${key}: ${value}`;
    return remark === undefined ? line : `${line} # ${remark}`;
  });
  return lines.join('\n');
}
