/** Findings → diagnostics of the protocol, by file. Pure: the same result gives the same diagnostics. */
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { append } from '../collections.js';
import type { Finding, Language, Place, Severity } from '../finding.js';
import { isFilePlace } from '../finding.js';
import type { LintResult } from '../lint/lint.js';
import type { Rule, RuleText } from '../lint/rule.js';
import { visible } from '../output/escape.js';
import { makeLocator } from '../output/locate.js';
import { renderMessage, renderTemplate, saysWhatToDo } from '../output/message.js';
import { plainText, type Sentence } from '../output/parts.js';
import { type Words, wordsOf } from '../output/words.js';
import type { Places } from './positions.js';

export const SOURCE = 'purposelint';

/** A diagnostic, and the finding that it tells. */
export interface Told {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
}

/** What diagnostics are made with. */
export interface Teller {
  readonly language: Language;
  readonly rules: ReadonlyMap<string, Rule>;
  /** The positions in a file; undefined when its text is not known. */
  readonly placesIn: (file: string) => Places | undefined;
  /** Address of a file. */
  readonly uri: (file: string) => string;
  /** Where findings about Mautic as a whole are told. */
  readonly elsewhere: string | undefined;
  /** Messages of the last run by what is in them: most findings stay the same from one key stroke to the next. */
  readonly known: Messages;
}

export type Messages = ReadonlyMap<string, string>;

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Rules whose subject can go without loss: editors show it faded. */
const NEEDLESS: ReadonlySet<string> = new Set(['ghost-declaration', 'orphan-purpose']);

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export interface Telling {
  /** The open findings by file, in the order of the result. What is waived or in the baseline is not told: somebody has looked at it. */
  readonly byFile: ReadonlyMap<string, readonly Told[]>;
  /** For the next run. */
  readonly messages: Messages;
}

/**
 * Open findings by the file in which they stand; what stands in none goes to `teller.elsewhere`.
 * @param teller knows the sentences of the last time, which most findings still have
 */
export function tellFindings({ findings, context }: LintResult, teller: Teller): Telling {
  const locator = makeLocator(context);
  const words = wordsOf(teller.language);
  const byFile = new Map<string, Told[]>();
  const messages = new Map<string, string>();

  function messageFor(finding: Finding, rule: Rule, line: number, link: string | undefined): string {
    const key = JSON.stringify([rule.id, line, link, finding.data]);
    const message = teller.known.get(key) ?? messageOf(finding, rule.text[teller.language], line, link, words);
    messages.set(key, message);
    return message;
  }

  function locate(place: Place): { file: string; range: Diagnostic['range'] } | undefined {
    const spot = locator.rangeOf(place);
    return spot === undefined ? undefined : { file: spot.file, range: teller.placesIn(spot.file)?.range(spot.range) ?? START };
  }

  function related({ related = [] }: Finding): DiagnosticRelatedInformation[] {
    return related.flatMap(({ subject, place }) => {
      const spot = locate(place);
      if (spot === undefined) return [];
      const message = visible(subject ?? (isFilePlace(place) ? '' : place.item)) || words.report.seeAlso;
      return [{ location: { uri: teller.uri(spot.file), range: spot.range }, message }];
    });
  }

  for (const finding of findings) {
    const rule = teller.rules.get(finding.rule);
    if (finding.state !== 'open' || rule === undefined) continue;
    const spot = locate(finding.place) ?? (teller.elsewhere === undefined ? undefined : { file: teller.elsewhere, range: START });
    if (spot === undefined) continue;
    const link = locator.link(isFilePlace(finding.place) ? finding.subject : finding.place.item);
    const others = related(finding);
    const diagnostic: Diagnostic = {
      range: spot.range,
      severity: SEVERITY[finding.severity],
      code: rule.id,
      source: SOURCE,
      message: messageFor(finding, rule, spot.range.start.line + 1, link),
      ...(NEEDLESS.has(rule.id) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
      ...(others.length === 0 ? {} : { relatedInformation: others }),
      data: finding.fingerprint,
    };
    append(byFile, spot.file, { diagnostic, finding });
  }
  return { byFile, messages };
}

/** As in the terminal: what was found, the next step where the message does not say it, the screen in Mautic. */
function messageOf({ data }: Finding, text: RuleText, line: number, link: string | undefined, words: Words): string {
  const { language, report } = words;
  const lines = [
    harmless(renderMessage(text, data, language, line)),
    ...(saysWhatToDo(text.message) ? [] : [`${report.next} ${harmless(renderTemplate(text.next, data, language, text.words))}`]),
    ...(link === undefined ? [] : [`${report.inMautic} ${link}`]),
  ];
  return lines.join('\n');
}

/** Messages are plain text: nothing in them is markup, but what cannot be seen is shown as its code. */
function harmless(sentence: Sentence): string {
  return visible(plainText(sentence));
}
