/** What can be done about findings at a place: their fixes, and the start of a waiver. */
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Finding, Language, ResolvedFix } from '../finding.js';
import { openFiles } from '../fixes/changes.js';
import { offersFor } from '../fixes/offers.js';
import type { Rule, RuleContext } from '../lint/rule.js';
import { visible } from '../output/escape.js';
import { titleOf } from '../output/fixes.js';
import type { Told } from './diagnostics.js';
import type { Places } from './positions.js';
import { type Waiving, waive } from './waive.js';
import { serverWords } from './words.js';

export interface Acting {
  /** What was found in the file, as it is now. */
  readonly told: readonly Told[];
  readonly context: RuleContext;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly language: Language;
  /** The positions in a file of the declarations. */
  readonly placesIn: (file: string) => Places | undefined;
  /** Address of a file, and the version that the editor shows; null: it is not open. */
  readonly documentOf: (file: string) => { readonly uri: string; readonly version: number | null };
  /** The editor takes edits for a version of a document. */
  readonly hasVersions: boolean;
}

/** Findings at one place that are offered a way out; a section key may stand for hundreds. */
const MOST = 20;

/** The actions for the findings that touch a range, fixes first. */
export function codeActions(range: Range, acting: Acting): CodeAction[] {
  const touched = acting.told.filter(({ diagnostic }) => touches(diagnostic.range, range)).slice(0, MOST);
  // Several findings at one place are told apart by what they are about.
  const name = (title: string, { subject }: Finding): string => visible(touched.length > 1 ? `${title} · ${subject}` : title);
  const files = openFiles(acting.context.declarations.files);
  const offers = offersFor(
    touched.flatMap(({ finding }) => finding.fixes ?? []),
    files,
  );
  const waivings = waive(
    touched.map(({ finding }) => finding),
    files,
    acting.context,
    serverWords(acting.language),
  );
  return [
    ...touched.flatMap(told => fixes(told, offers, acting, name)),
    ...touched.flatMap(told => waivers(told, waivings.get(told.finding), acting, name)),
  ];
}

type Name = (title: string, finding: Finding) => string;

function fixes({ diagnostic, finding }: Told, offers: ReturnType<typeof offersFor>, acting: Acting, name: Name): CodeAction[] {
  const rule = acting.rules.get(finding.rule);
  if (rule === undefined) return [];
  const resolved = (finding.fixes ?? []).flatMap(fix => offers.get(fix) ?? []);
  const preferred = resolved.find(({ safe }) => safe);
  return resolved.map(fix => ({
    title: name(titleOf(fix.id, finding, rule, acting.language), finding),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(fix.files, acting),
    ...(fix === preferred ? { isPreferred: true } : {}),
  }));
}

function waivers({ diagnostic, finding }: Told, waiving: Waiving | undefined, acting: Acting, name: Name): CodeAction[] {
  if (waiving === undefined) return [];
  const words = serverWords(acting.language);
  const edit = workspaceEdit([waiving], acting);
  return [{ title: name(words.waive(finding.rule), finding), kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
}

function workspaceEdit(files: ResolvedFix['files'], { placesIn, documentOf, hasVersions }: Acting): WorkspaceEdit {
  const changed = files.map(({ file, edits }) => {
    const places = placesIn(file);
    return { textDocument: documentOf(file), edits: places === undefined ? [] : edits.map(edit => textEdit(edit, places)) };
  });
  if (hasVersions) return { documentChanges: changed };
  return { changes: Object.fromEntries(changed.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

function textEdit({ start, end, text }: Edit, places: Places): { range: Range; newText: string } {
  return { range: places.whole({ start, end }), newText: text };
}

/** Ranges that share a position; an empty one is a cursor. */
function touches(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
