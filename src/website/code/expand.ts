/** Places that send something → what they send; where a parameter hides that, the callers of the function are asked. */
import type ts from 'typescript';
import type { Callers } from './callers.js';
import { type Context, named } from './context.js';
import type { Draft } from './drafts.js';
import { functionAround, inside, namedFunctionAround, nameOfFunction } from './functions.js';
import type { Sink, World } from './world.js';

/** What a place sends, and where that stands: `home`, or the caller that says it. */
export interface Found {
  readonly draft: Draft;
  readonly home: ts.Node;
}

interface Expansion {
  readonly found: readonly Found[];
  /** Files to whose imports the rest of the answer may be owed; none when all is known. */
  readonly unknownIn: ReadonlySet<ts.SourceFile>;
  /** Functions that send what they are given. */
  readonly senders: ReadonlySet<ts.SignatureDeclaration>;
}

const DEEPEST = 3;
const MOST_CALLERS = 200;

/** Makes, of the context of the outermost caller, that of the place. */
type Bind = (outer: Context) => Context;

/** One run of a place, for certain values of the parameters around it. */
interface Run {
  readonly known: readonly Found[];
  readonly unknown: readonly Found[];
}

/** @returns what is sent; what nobody tells is one open send at the place itself */
export function expand(sink: Sink, world: World, callers: Callers): Expansion {
  const senders = new Set<ts.SignatureDeclaration>();
  const files = new Set<ts.SourceFile>();
  let left = MOST_CALLERS;
  let isOwed = false;

  function run(bind: Bind, home: ts.Node, depth: number): Run {
    const context: Context = { ...bind(named(world.context())), isNamed: false };
    const drafts = sink.read(context, home);
    const around = functionAround(home);
    if (around !== undefined && drafts.length > 0) senders.add(around);
    const known = drafts.filter(draft => !isUnknown(draft)).map(draft => ({ draft, home }));
    const unknown = drafts.filter(isUnknown).map(draft => ({ draft, home }));
    if (unknown.length === 0) return { known, unknown };
    for (const file of context.shared.files) files.add(file);
    const [code] = missedFunctions(context);
    const asked = code === undefined || depth >= DEEPEST ? [] : callers(code).slice(0, Math.max(left, 0));
    left -= asked.length;
    const runs = asked.map(caller => run(outer => bind(inside(caller.code, caller.given, outer, outer)), caller.node, depth + 1));
    if (runs.length === 0) {
      isOwed = true;
      // Nobody tells more: what is known in part is told as such.
      const open = unknown.filter(({ draft }) => isOpen(draft));
      const patterns = unknown.filter(({ draft }) => !isOpen(draft));
      return { known: [...known, ...patterns], unknown: isDeclared(context) ? [] : open };
    }
    const isAllTold = left > 0 && runs.every(one => one.unknown.length === 0);
    const said = new Set(known.map(meaningOf));
    const more = runs.flatMap(one => one.known).filter(found => !said.has(meaningOf(found)));
    if (isAllTold) return { known: [...known, ...more], unknown: [] };
    // Of a function that is named its calls are judged, each by itself.
    return { known: [...known, ...more], unknown: left > 0 && isDeclared(context) ? runs.flatMap(one => one.unknown) : unknown };
  }

  function isDeclared(context: Context): boolean {
    return missedFunctions(context).some(code => world.helpers.has(nameOfFunction(code) ?? ''));
  }

  const { known, unknown } = run(outer => outer, sink.node, 0);
  return { found: [...known, ...oneOpen(unknown, sink, world)], unknownIn: isOwed ? files : new Set(), senders };
}

/** What the place itself says, callers need not say again. */
function meaningOf({ draft: { send } }: Found): string {
  return `${send.what} ${send.key}`;
}

function missedFunctions({ shared: { missed } }: Context): ts.SignatureDeclaration[] {
  return [...new Set([...missed].map(({ parent }) => parent))];
}

function isUnknown(draft: Draft): boolean {
  return isOpen(draft) || draft.send.certainty === 'pattern';
}

function isOpen({ send: { certainty } }: Draft): boolean {
  return certainty === 'open';
}

/** However many parts of one kind are unknown at a place, they are told once, with the function that others may ask about. */
function oneOpen(unknown: readonly Found[], sink: Sink, { helpers }: World): Found[] {
  const told = new Map<ts.Node, Set<string>>();
  return unknown.flatMap(({ draft, home }) => {
    if (draft.send.certainty !== 'open') return [{ draft, home }];
    const kind = draft.send.what;
    const kinds = told.get(home) ?? new Set();
    if (kinds.has(kind)) return [];
    told.set(home, kinds.add(kind));
    const helper = namedFunctionAround(home);
    const send = { ...draft.send, ...(helper === undefined || helpers.has(helper) ? {} : { helper }) };
    return [{ draft: { ...draft, send, ...(home === sink.node ? {} : { at: undefined }) }, home }];
  });
}
