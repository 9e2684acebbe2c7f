/** The start of a waiver for a finding: everything but the reason, so that nothing is waived until somebody has written one. */
import { addMonths } from '../declarations/days.js';
import { homeFor } from '../declarations/homes.js';
import type { Edit, Finding } from '../finding.js';
import type { RuleContext } from '../lint/rule.js';
import { WAIVER_MONTHS } from '../lint/waivers/faults.js';
import { appendTo } from '../text/insert.js';
import { valueText } from '../text/scalars.js';
import type { ServerWords } from './words.js';

const SECTION = 'waivers';

export interface Waiving {
  readonly file: string;
  readonly edits: readonly Edit[];
}

/** The edits that add it where waivers live; undefined for a rule that takes none, and where it cannot be added by text edit. */
export function waive(finding: Finding, context: RuleContext, words: ServerWords): Waiving | undefined {
  const waivable = context.settings.get(finding.rule)?.waivable;
  const { files } = context.declarations;
  const home = homeFor(files, SECTION);
  if (waivable === undefined || waivable === false || home === undefined || home.document.faults.length > 0) return undefined;
  const pairs = pairsFor(finding, context, waivable === 'dpo' ? words.askDpo : undefined);
  const edits = appendTo(home.document, home.text, [SECTION], blockEntry(pairs));
  return edits === undefined ? undefined : { file: home.path, edits };
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
