/** The list of all rules: for people by family, for machines as data. */
import type { Language, Severity } from '../finding.js';
import type { Rule } from '../lint/rule.js';
import { cellsOf } from '../text/position.js';
import { escapeTerminal, toHarmlessJson } from './escape.js';
import { type ExplainOptions, type Page, pageOn } from './explain.js';
import { renderTemplate } from './message.js';
import type { Palette } from './palette.js';
import { text } from './parts.js';
import { numberIn } from './values.js';
import { type Words, wordsOf } from './words.js';

/** Every rule in a line: id, severity in both presets, title. */
export function listRules(rules: readonly Rule[], options: ExplainOptions): string {
  const words = wordsOf(options.language);
  const page = pageOn(options.columns, options.palette);
  const families = [...new Set(rules.map(({ family }) => family))];
  const head = page.paragraph([text(`${words.explain.list(numberIn(words, rules.length))} · ${words.explain.listSeverity}`)], 0);
  const longest = Math.max(0, ...rules.map(({ id }) => cellsOf(id)));
  const blocks = families.map(family => [
    options.palette.bold(`${family}: ${words.explain.families[family]}`),
    ...rules.filter(rule => rule.family === family).flatMap(rule => entry(rule, longest, page, words, options)),
  ]);
  const more = page.paragraph(renderTemplate(words.explain.listMore, {}, options.language), 0);
  return `${[head, ...blocks, more].map(block => block.join('\n')).join('\n\n')}\n`;
}

function entry(rule: Rule, longest: number, page: Page, words: Words, { language, palette }: ExplainOptions): string[] {
  const { recommended, strict } = rule.severity;
  const width = Math.max(...Object.values(words.severities).map(cellsOf));
  const column = [recommended, strict]
    .map(severity => (severity === 'off' ? severity : words.severities[severity]).padEnd(width))
    .join(' / ');
  const colour = recommended === 'off' ? palette.dim : COLOURS[recommended](palette);
  const left = `  ${escapeTerminal(rule.id).padEnd(longest)}  ${colour(column)}  `;
  const lines = page.paragraph([text(rule.text[language].title)], 2 + longest + 2 + column.length + 2);
  return lines.map((line, index) => (index === 0 ? `${left}${line.trimStart()}` : line));
}

const COLOURS: Readonly<Record<Severity, (palette: Palette) => (text: string) => string>> = {
  error: ({ red }) => red,
  warn: ({ yellow }) => yellow,
  info: ({ blue }) => blue,
};

/** Rules as data: everything but their code, texts in one language. */
export function rulesAsJson(rules: readonly Rule[], language: Language): string {
  return `${toHarmlessJson(rules.map(rule => ruleData(rule, language)))}\n`;
}

function ruleData({ check, text: texts, ...rule }: Rule, language: Language): object {
  return { ...rule, ...texts[language] };
}
