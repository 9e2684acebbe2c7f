/** A rule, explained to a marketer: what it says, why, what to do, how serious and how certain it is, the law, an example. */
import type { Language } from '../finding.js';
import type { Example, ExampleFile, Preset, Rule } from '../lint/rule.js';
import { escapeTerminal } from './escape.js';
import { findingsIn } from './example.js';
import { itemLines } from './item-lines.js';
import { renderTemplate } from './message.js';
import type { Palette } from './palette.js';
import { type Sentence, text, value } from './parts.js';
import type { ReportedFinding } from './report.js';
import { dateIn } from './values.js';
import { type Words, wordsOf } from './words.js';
import { type Run, wrap } from './wrap.js';

export interface ExplainOptions {
  readonly language: Language;
  /** Width of the terminal. */
  readonly columns: number;
  readonly palette: Palette;
}

const WIDEST = 100;
const NARROWEST = 40;
const INDENT = 2;
const PRESETS: readonly Preset[] = ['recommended', 'strict'];

/**
 * One page about a rule.
 * @param rulesFor all rules, since an example is checked by the whole catalogue; what rules of the team's own find in it is known before
 */
export function explainRule(
  rule: Rule,
  rulesFor: (example: Example) => readonly Rule[],
  { language, columns, palette }: ExplainOptions,
): string {
  const words = wordsOf(language);
  const page = pageOn(columns, palette);
  const { title, why, next, words: ruleWords } = rule.text[language];
  const said = (template: string): Sentence => renderTemplate(template, {}, language, ruleWords);
  const { explain } = words;
  const before = itemLines(rule.examples.bad, words).join('\n');
  const of = (example: Example, known = '') =>
    exampleBlock(example, known, findingsIn(example, rule, rulesFor(example), language), words, page);
  const severities = PRESETS.map(preset => page.entry([text(`${preset}: ${explain.severities[rule.severity[preset]]}`)]));
  const blocks = [
    page
      .paragraph([text(title)], 0, palette.bold)
      .concat(page.paragraph([text(`${rule.id} · ${explain.families[rule.family]}`)], 0, palette.dim)),
    page.section(explain.why, page.paragraph(said(why))),
    page.section(explain.next, page.paragraph(said(next))),
    page.section(explain.severity, severities.flat()),
    page.section(explain.evidence, [
      ...page.paragraph([text(explain.evidences[rule.evidence])]),
      ...(rule.base === undefined ? [] : page.paragraph(said(explain.bases[rule.base]))),
      ...(rule.website === undefined ? [] : page.paragraph(said(explain.websites[rule.website]))),
    ]),
    page.section(
      explain.exceptions,
      page.paragraph(said(explain.waivable[rule.waivable === 'dpo' ? 'dpo' : rule.waivable ? 'yes' : 'no'])),
    ),
    ...(rule.fix === 'none' ? [] : [page.section(explain.fix, page.paragraph(said(explain.fixes[rule.fix])))]),
    // A rule of the team's own may have no law behind it.
    ...(rule.law.length === 0
      ? []
      : [
          page.section(explain.law, [
            ...rule.law.flatMap(({ cite, kind }) => page.entry([text(`${cite} (${explain.laws[kind]})`)])),
            ...page.paragraph([text(explain.noAdvice)]),
          ]),
        ]),
    page.section(explain.bad, of(rule.examples.bad)),
    page.section(explain.good, of(rule.examples.good, before)),
  ];
  return `${blocks.map(block => block.join('\n')).join('\n\n')}\n`;
}

/** The declarations, what Mautic has (unless that is known already), and what purposelint says to that. */
function exampleBlock(example: Example, known: string, findings: readonly ReportedFinding[], words: Words, page: Page): string[] {
  const { explain, severities } = words;
  const items = itemLines(example, words);
  const taken = example.made?.taken_at;
  const compared =
    example.base === undefined ? [] : [...page.paragraph([text(explain.before)]), ...page.verbatim(example.base.declarations), ''];
  return [
    ...compared,
    ...(compared.length === 0 ? [] : page.paragraph([text(explain.now)])),
    ...(example.declarations === '' ? [] : [...page.verbatim(example.declarations), '']),
    ...(example.site ?? []).flatMap(file => [...page.paragraph(fileOf(file, words)), ...page.verbatim(file.text), '']),
    ...(taken === undefined ? [] : page.paragraph([text(explain.mauticOld(dateIn(words, taken)))])),
    ...(items.length === 0 || items.join('\n') === known ? [] : page.paragraph([text(explain.inMautic)])),
    ...(items.join('\n') === known ? [] : items.flatMap(line => page.entry([value(line)]))),
    ...((example.baseline ?? []).length === 0 ? [] : page.paragraph([text(explain.inBaseline)])),
    ...(example.baseline ?? []).flatMap(({ rule, subject }) => page.entry([value(`${rule} ${subject}`)])),
    ...page.paragraph([text(findings.length === 0 ? explain.saysNothing : explain.itSays)]),
    ...findings.flatMap(({ message, severity }) => page.entry([text(`${severities[severity]}: `), ...message])),
  ];
}

/** Which file of the website it is. */
function fileOf({ path }: ExampleFile, { explain, language }: Words): Sentence {
  return renderTemplate(explain.onWebsite, { file: path }, language);
}

export interface Page {
  section(title: string, lines: readonly string[]): string[];
  paragraph(sentence: Sentence, indent?: number, style?: (text: string) => string): string[];
  /** An entry of a list. */
  entry(sentence: Sentence): string[];
  verbatim(lines: string): string[];
}

/** Lines for a terminal of so many columns. */
export function pageOn(columns: number, palette: Palette): Page {
  const width = Math.min(Math.max(columns - 1, NARROWEST), WIDEST);
  const runsOf = (sentence: Sentence, style: ((text: string) => string) | undefined): Run[] =>
    sentence.map(({ kind, text: raw }) => {
      const shown = kind === 'text' ? raw : escapeTerminal(raw);
      if (kind === 'code') return { text: shown, style: palette.cyan };
      return style === undefined ? { text: shown } : { text: shown, style };
    });
  const paragraph: Page['paragraph'] = (sentence, indent = INDENT, style) =>
    wrap(runsOf(sentence, style), width - indent).map(line => `${' '.repeat(indent)}${line}`);
  return {
    section: (title, lines) => [palette.bold(title), ...lines],
    paragraph,
    entry: sentence =>
      paragraph(sentence, INDENT + 2).map((line, index) => (index === 0 ? `${' '.repeat(INDENT)}- ${line.trimStart()}` : line)),
    verbatim: lines =>
      lines
        .trimEnd()
        .split('\n')
        .map(line => `${' '.repeat(INDENT + 2)}${palette.cyan(escapeTerminal(line))}`),
  };
}
