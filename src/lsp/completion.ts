/** Completion: keys that Mautic has, and names that the declarations refer to. Keys and words of the format come from its schema. */
import { type CompletionItem, CompletionItemKind, type CompletionList, InsertTextFormat } from 'vscode-languageserver';
import type { RuleContext } from '../lint/rule.js';
import { visible } from '../output/escape.js';
import { keyText, valueText } from '../text/scalars.js';
import { type Candidate, keyCandidates, referenceCandidates } from './candidates.js';
import { type Cursor, cursorAt } from './cursor.js';
import { keysNamedIn, listAt, type NamedKey, referenceAt } from './expected.js';
import type { Places } from './positions.js';

export interface Completing {
  /** As the text stands in the editor, whole or not. */
  readonly text: string;
  readonly offset: number;
  readonly places: Places;
  /** What was last found. */
  readonly context: RuleContext;
  /** The editor can put the cursor into what was inserted. */
  readonly hasSnippets: boolean;
}

/** Most names in one answer; with more, the editor asks again when more letters are there. */
const MOST = 300;

/** Names for the place of the cursor, by their rank; incomplete when there are more than an editor takes, which then asks again. */
export function complete(completing: Completing): CompletionList {
  const { text, offset } = completing;
  const cursor = cursorAt(text, offset);
  if (cursor === undefined) return { isIncomplete: false, items: [] };
  const offered = [...keys(cursor, completing), ...values(cursor, completing)];
  const wanted = fold(cursor.typed);
  const fitting =
    offered.length > MOST ? offered.filter(({ candidate: { name, about } }) => fold(`${name} ${about}`).includes(wanted)) : offered;
  const first = fitting.sort((a, b) => a.candidate.rank - b.candidate.rank).slice(0, MOST);
  return { isIncomplete: first.length < offered.length, items: first.map(offer => itemOf(offer, cursor, completing)) };
}

interface Offer {
  readonly candidate: Candidate;
  readonly kind: CompletionItemKind;
  /** What is written, as a snippet when the editor knows them. */
  readonly insert: string;
  readonly isSnippet: boolean;
}

function keys(cursor: Cursor, { context, hasSnippets }: Completing): Offer[] {
  const named = cursor.role === 'value' ? undefined : keysNamedIn(cursor.path);
  if (named === undefined) return [];
  const isSnippet = hasSnippets && !cursor.hasColon;
  return keyCandidates(named, context).map(candidate => {
    const key = keyText(candidate.name);
    const insert = cursor.hasColon ? key : isSnippet ? `${forSnippet(key)}: ${start(named, '$1')}` : `${key}: ${start(named, '')}`;
    return { candidate, kind: CompletionItemKind.Field, insert, isSnippet };
  });
}

/** The start of an entry; a question takes the purposes of its form. */
function start({ kind }: NamedKey, stop: string): string {
  return kind === 'form_field' ? `{${stop}}` : `{purposes: [${stop}]}`;
}

function values({ path, role, inFlow }: Cursor, { context }: Completing): Offer[] {
  if (role === 'key') return [];
  const one = referenceAt(path);
  const list = one === undefined ? listAt(path) : undefined;
  const reference = one ?? list;
  if (reference === undefined) return [];
  const wrap = list === undefined ? plain : role === 'open' && !inFlow ? dashed : bracketed;
  return referenceCandidates(reference, context).map(candidate => ({
    candidate,
    kind: CompletionItemKind.Reference,
    insert: wrap(valueText(candidate.name)),
    isSnippet: false,
  }));
}

const plain = (value: string): string => value;
const dashed = (value: string): string => `- ${value}`;
const bracketed = (value: string): string => `[${value}]`;

function itemOf({ candidate, kind, insert, isSnippet }: Offer, cursor: Cursor, { text, offset, places }: Completing): CompletionItem {
  const { start, end } = cursor;
  // Behind a colon, a value needs a blank.
  const blank = start === offset && text[start - 1] === ':' ? ' ' : '';
  const written = text.slice(start, offset);
  const detail = visible(candidate.about);
  const quote = /^["']/u.test(written) ? written[0] : '';
  return {
    label: visible(candidate.name),
    kind,
    ...(detail === '' ? {} : { detail }),
    sortText: `${candidate.rank}${candidate.name}`,
    filterText: `${quote}${candidate.name}`,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: places.whole({ start, end }), newText: blank + insert },
  };
}

/** Signs that mean something in a snippet. */
function forSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

function fold(text: string): string {
  return text.toLowerCase();
}
