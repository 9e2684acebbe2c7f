/** The start of a waiver for a finding: everything but the reason, so that nothing is waived until somebody has written one. */
import { addMonths } from '../declarations/days.js';
import { homeFor } from '../declarations/homes.js';
import type { DeclarationFile } from '../declarations/model.js';
import type { Edit, Finding } from '../finding.js';
import type { RuleContext } from '../lint/rule.js';
import { WAIVER_MONTHS } from '../lint/waivers/faults.js';
import { insertInto } from '../text/insert.js';
import { eolOf, indentAt, indented, valueAtPath } from '../text/layout.js';
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
  const edits = add(home, pairs);
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

function add({ document, text }: DeclarationFile, pairs: readonly Pair[]): readonly Edit[] | undefined {
  const value = valueAtPath(document, [SECTION]);
  const range = document.rangeOf([SECTION], 'value');
  const entry = blockEntry(pairs);
  if (value === undefined) return insertInto(document, text, [], `${SECTION}:\n${indented(entry, '  ')}`);
  if (range === undefined || (value !== null && !Array.isArray(value)) || text[range.start] === '*') return undefined;
  if (text[range.start] === '[') return [intoBrackets(text, range.end - 1, pairs)];
  const isEmpty = value === null || value.length === 0;
  return [linesBehind(text, range.end, indented(entry, isEmpty ? '  ' : indentAt(text, range.start)))];
}

function blockEntry(pairs: readonly Pair[]): string {
  const lines = pairs.map(([key, value, remark], index) => {
    const line = `${index === 0 ? '- ' : '  '}${key}: ${value}`;
    return remark === undefined ? line : `${line} # ${remark}`;
  });
  return lines.join('\n');
}

function intoBrackets(text: string, close: number, pairs: readonly Pair[]): Edit {
  const before = text.slice(0, close).trimEnd();
  const separator = before.endsWith('[') ? '' : before.endsWith(',') ? ' ' : ', ';
  const entry = pairs.map(([key, value]) => `${key}: ${value}`).join(', ');
  return { start: before.length, end: before.length, text: `${separator}{${entry}}` };
}

/** On the line after the one in which an offset stands. */
function linesBehind(text: string, offset: number, lines: string): Edit {
  const eol = eolOf(text);
  const written = lines.replaceAll('\n', eol) + eol;
  const newline = text[offset - 1] === '\n' ? offset - 1 : text.indexOf('\n', offset);
  if (newline >= 0) return { start: newline + 1, end: newline + 1, text: written };
  return { start: text.length, end: text.length, text: eol + written };
}
