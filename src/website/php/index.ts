/** PHP → what it pushes to Mautic, and the texts in it that may hold markup, code or addresses. */
import { append } from '../../collections.js';
import type { TextRange } from '../../text/document.js';
import { startedBy } from '../../text/search.js';
import type { Send, SiteNote } from '../site.js';
import { type PhpNode, parsePhp } from './nodes.js';
import { calleeOf, type Program, programOf, type Scope } from './program.js';
import { pushesIn } from './pushes.js';
import { sendsOfParameters, sendsOfPush } from './sends.js';
import type { PhpText } from './texts.js';
import { withoutTold } from './told.js';

interface PhpReading {
  readonly sends: readonly Send[];
  readonly texts: readonly PhpText[];
  /** Where parameters of `mt` are printed whose names are among the sends. */
  readonly told: readonly TextRange[];
  /** Where a condition is open. */
  readonly conditions: readonly TextRange[];
  readonly notes: readonly SiteNote[];
}

const NOTHING: PhpReading = { sends: [], texts: [], told: [], conditions: [], notes: [] };
/** Without one of these nothing in a file of PHP has to do with Mautic. */
const SIGN = /mautic|mtc\.js|mtracking\.gif|\bmt\b|form\/(?:generate|submit)|contacts\/|companies\/|newApi|(?:contact|lead)s?_?api/iu;

/**
 * Reads a file with PHP in it. Never throws.
 * @param markup the same file with holes for its PHP
 * @param helpers names of functions of the team that send to Mautic
 */
export function readPhp(text: string, path: string, markup: string, helpers: readonly string[]): PhpReading {
  if (!/<\?(?:php|=)/u.test(text) || !(SIGN.test(text) || helpers.some(helper => text.includes(helper)))) return NOTHING;
  const { root, notes } = parsePhp(text, path);
  if (root === undefined) return { ...NOTHING, notes };
  const program = programOf(root, text);
  const found = { pushed: pushesIn(program, helpers), printed: printedIn(program, markup) };
  const pushed = found.pushed.slice(0, MOST);
  const printed = found.printed.slice(0, MOST);
  const isCut = found.pushed.length > MOST || found.printed.length > MOST;
  const sends = [
    ...pushed.flatMap(push => sendsOfPush(push, program, helpers)),
    ...printed.flatMap(({ call, scope }) => sendsOfParameters(call, scope, program, helpers)),
  ];
  const texts = program.scopes.flatMap(scope => scope.texts);
  // A text that never ends has no end of its own.
  const inside = sends.filter(({ start, end }) => start < end && end <= text.length);
  const { conditions } = program;
  return { sends: once(inside), ...withoutPrinted(texts, printed), conditions, notes: isCut ? [...notes, TOO_MANY] : notes };
}

/** No file that people write has more calls than this; each may read the same long array. */
const MOST = 1000;
const TOO_MANY: SiteNote = { code: 'syntax', detail: `more than ${MOST} calls` };
const ENCODES: ReadonlySet<string> = new Set(['json_encode', 'wp_json_encode']);
/** A call of `mt` that is still open. */
const IN_CALL = /\bmt\s*\((?:[^;<]|<(?![/a-z]))*$/iu;
const NEAR = 400;

interface Printed {
  readonly call: PhpNode;
  readonly scope: Scope;
  /** The text of PHP that it is part of; undefined: it stands in the page itself. */
  readonly text: PhpText | undefined;
}

/** Arrays that are printed as parameters of `mt`, in the code of a page or in a text that is code. */
function printedIn({ scopes }: Program, markup: string): Printed[] {
  return scopes.flatMap(scope => {
    const codes = scope.texts.filter(({ text }) => /\bmt\s*\(/u.test(text)).sort((a, b) => a.start - b.start);
    return scope.calls.flatMap((call): Printed[] => {
      if (!ENCODES.has(calleeOf(call))) return [];
      const text = around(call, codes);
      if (text !== undefined) return isInCall(text.text, call.start - text.start) ? [{ call, scope, text }] : [];
      return isInCall(markup, call.start) ? [{ call, scope, text }] : [];
    });
  });
}

function isInCall(code: string, at: number): boolean {
  return IN_CALL.test(code.slice(Math.max(at - NEAR, 0), at));
}

/** The text that a call is part of. */
function around({ start }: PhpNode, texts: readonly PhpText[]): PhpText | undefined {
  const text = texts[startedBy(texts, start - 1) - 1];
  return text !== undefined && start < text.end ? text : undefined;
}

/** Parameters that are told are left out of the code that prints them. */
function withoutPrinted(texts: readonly PhpText[], printed: readonly Printed[]): Pick<PhpReading, 'texts' | 'told'> {
  const inTexts = new Map<PhpText | undefined, PhpNode[]>();
  for (const { text, call } of printed) append(inTexts, text, call);
  const told = (text: PhpText): string => withoutTold(text.text, inTexts.get(text) ?? [], text.start);
  return { told: inTexts.get(undefined) ?? [], texts: texts.map(text => (inTexts.has(text) ? { ...text, text: told(text) } : text)) };
}

/** A key that is read on several ways is sent once. */
function once(sends: readonly Send[]): Send[] {
  const seen = new Map(sends.map(send => [[send.what, send.key, send.how, send.start].join('\n'), send]));
  return [...seen.values()];
}
