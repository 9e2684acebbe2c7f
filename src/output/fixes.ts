/** Fixes for formats and editors: in words, their edits by line and column. */
import type { Finding, Language, ResolvedFix } from '../finding.js';
import { openFiles } from '../fixes/changes.js';
import { offersFor } from '../fixes/offers.js';
import type { LintResult } from '../lint/lint.js';
import type { Rule } from '../lint/rule.js';
import { later } from '../text/later.js';
import { type Lines, linesOf } from '../text/position.js';
import { FIX_WORDS } from './fix-words.js';
import { renderTemplate } from './message.js';
import { plainText } from './parts.js';
import type { FixReporter, ReportedFix } from './report.js';

interface Found {
  readonly findings: LintResult['findings'];
  readonly context: Pick<LintResult['context'], 'declarations'>;
}

/** Makes a reporter over the findings and files of one run; every file is indexed once, and only when it is asked for. */
export function makeFixReporter({ findings, context: { declarations } }: Found, language: Language): FixReporter {
  const offers = later(() => {
    const all = findings.flatMap(({ fixes = [] }) => fixes);
    return offersFor(all, opened);
  });
  const opened = openFiles(declarations.files);
  const indexes = new Map<string, Lines>();

  function linesIn(path: string): Lines {
    const lines = indexes.get(path) ?? linesOf(opened.get(path)?.text ?? '');
    indexes.set(path, lines);
    return lines;
  }

  function reported({ id, safe, files: touched }: ResolvedFix, title: string): ReportedFix {
    const located = touched.map(({ file, edits }) => {
      const { position } = linesIn(file);
      return { file, edits: edits.map(({ start, end, text }) => ({ start: position(start), end: position(end), text })) };
    });
    return { id, safe, title, files: located };
  }

  return (finding, rule) =>
    (finding.fixes ?? []).flatMap(fix => offers().get(fix) ?? []).map(fix => reported(fix, titleOf(fix.id, finding, rule, language)));
}

/** What a fix of a finding does, in words. */
export function titleOf(id: ResolvedFix['id'], { data }: Pick<Finding, 'data'>, { text }: Pick<Rule, 'text'>, language: Language): string {
  return plainText(renderTemplate(FIX_WORDS[id][language], data, language, text[language].words));
}
