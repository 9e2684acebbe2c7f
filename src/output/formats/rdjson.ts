/**
 * Diagnostics for reviewdog (https://github.com/reviewdog/reviewdog, proto/rdf): open findings. reviewdog puts the message into comments
 * as Markdown, refuses a file with a key that it does not know, and counts columns in bytes of UTF-8.
 */
import type { Severity } from '../../finding.js';
import type { Position } from '../../text/position.js';
import { escapeMarkdown, escapeMarkdownTarget, markdownCode, toHarmlessJson } from '../escape.js';
import type { Located } from '../locate.js';
import { type Writer, write } from '../parts.js';
import type { Report, ReportedEdit, ReportedFinding, ReportedFix } from '../report.js';
import { adviceOf, placeIn } from '../sentences.js';
import { type Words, wordsOf } from '../words.js';
import type { Format } from './index.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warn: 'WARNING', info: 'INFO' };
const WRITER: Writer = { escape: escapeMarkdown, code: markdownCode };

/** A position as reviewdog counts it. */
type Counted = (file: string, position: Position) => { readonly line: number; readonly column?: number };

/** A JSON document of open findings; columns count bytes of UTF-8, as reviewdog does. */
export const rdjson: Format = (report, { anchor }) => {
  const words = wordsOf(report.language);
  const counted = countedIn(report);
  const open = report.findings.filter(({ state }) => state === 'open');
  const diagnostics = open.map(finding => diagnostic(finding, anchor, counted, words));
  return `${toHarmlessJson({ source: { name: 'purposelint' }, diagnostics })}\n`;
};

function countedIn({ lineOf }: Report): Counted {
  return (file, { line, column }) => {
    const text = lineOf(file, line);
    if (text === undefined) return { line };
    const before = [...text].slice(0, column - 1).join('');
    return { line, column: Buffer.byteLength(before) + 1 };
  };
}

function diagnostic(finding: ReportedFinding, anchor: string, counted: Counted, words: Words): object {
  const place = placeIn(finding, anchor);
  const suggestions = finding.fixes.flatMap(fix => suggestion(fix, place, counted));
  return {
    message: messageOf(finding, words),
    location: { path: place.file, range: rangeOf(place, counted) },
    severity: SEVERITY[finding.severity],
    code: { value: finding.rule },
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
}

function messageOf(finding: ReportedFinding, words: Words): string {
  const { link } = finding;
  const screen = link === undefined ? [] : [`[${words.report.openInMautic}](<${escapeMarkdownTarget(link)}>)`];
  return [...adviceOf(finding, words).map(sentence => write(sentence, WRITER)), ...screen].join(' ');
}

function rangeOf({ file, line, column, endLine, endColumn, snippet }: Located, counted: Counted): object {
  if (snippet === undefined) return { start: { line } };
  return { start: counted(file, { line, column }), end: counted(file, { line: endLine, column: endColumn }) };
}

/** A comment can offer one edit, and only on the lines that it is about; a fix that needs more is left to `check --fix`. */
function suggestion({ files }: ReportedFix, place: Located, counted: Counted): object[] {
  const edits = files.flatMap(({ file, edits: inFile }) => inFile.map(edit => ({ file, edit })));
  const [only] = edits;
  if (only === undefined || edits.length > 1 || only.file !== place.file || place.snippet === undefined) return [];
  const { start, end, text } = only.edit;
  const isOfLines = areWholeLines(only.edit);
  if (start.line !== place.line || (isOfLines ? end.line - 1 : end.line) !== place.endLine) return [];
  if (isOfLines) return [{ range: { start: { line: start.line }, end: { line: place.endLine } }, text: text.replace(/\n$/u, '') }];
  return [{ range: { start: counted(place.file, start), end: counted(place.file, end) }, text }];
}

/** From the start of a line to the start of another, which reviewdog says without columns, the last line included. */
function areWholeLines({ start, end, text }: ReportedEdit): boolean {
  return start.column === 1 && end.column === 1 && end.line > start.line && (text === '' || text.endsWith('\n'));
}
