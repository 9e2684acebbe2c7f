/** Rules in SARIF: title, why, what to do and the law, as text and as Markdown, for the page that a code host shows beside a finding. */
import type { Severity } from '../../finding.js';
import type { Law, Rule } from '../../lint/rule.js';
import { escapeMarkdown, escapeSarif, markdownCode } from '../escape.js';
import { renderTemplate } from '../message.js';
import { type Sentence, type Writer, write } from '../parts.js';
import type { ReportedRule } from '../report.js';
import { withBackticks } from '../sentences.js';
import type { Words } from '../words.js';

export const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'note' };

/** GitHub sorts by these (`problem.severity`, `precision`), the surest first. */
const PROBLEM: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'recommendation' };
const PRECISION: Readonly<Record<Rule['evidence'], string>> = {
  certain: 'very-high',
  'needs-complete-snapshot': 'high',
  hint: 'medium',
};

const MARKDOWN: Writer = { escape: escapeMarkdown, code: markdownCode };

/** The description of a rule (`reportingDescriptor`), with its severity in force. */
export function descriptorOf({ rule, severity }: ReportedRule, words: Words): object {
  const text = rule.text[words.language];
  const said = (template: string): Sentence => renderTemplate(template, {}, words.language, text.words);
  const why = said(text.why);
  return {
    id: rule.id,
    shortDescription: { text: escapeSarif(text.title) },
    fullDescription: { text: plain(why) },
    help: helpOf(rule, why, said(text.next), words),
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      tags: [rule.family, 'privacy', 'gdpr'],
      precision: PRECISION[rule.evidence],
      'problem.severity': PROBLEM[severity],
    },
  };
}

function helpOf({ id, law }: Rule, why: Sentence, next: Sentence, { explain, report }: Words): { text: string; markdown: string } {
  const source = ({ cite, kind }: Law): string => `${cite} (${explain.laws[kind]})`;
  const command = `purposelint explain ${id}`;
  const text = [
    [explain.why, plain(why)],
    [explain.next, plain(next)],
    ...(law.length === 0 ? [] : [[explain.law, ...law.map(entry => `- ${escapeSarif(source(entry))}`), explain.noAdvice]]),
    [`${report.explain} \`${escapeSarif(command)}\``],
  ];
  const markdown = [
    `**${explain.why}**`,
    write(why, MARKDOWN),
    `**${explain.next}**`,
    write(next, MARKDOWN),
    ...(law.length === 0
      ? []
      : [`**${explain.law}**`, law.map(entry => `- ${escapeMarkdown(source(entry))}`).join('\n'), explain.noAdvice]),
    `${report.explain} ${markdownCode(command)}`,
  ];
  return { text: text.map(lines => lines.join('\n')).join('\n\n'), markdown: markdown.join('\n\n') };
}

function plain(sentence: Sentence): string {
  return escapeSarif(withBackticks(sentence));
}
