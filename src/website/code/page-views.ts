/** Calls of Mautic's queue → page views, and what is sent along. */
import ts from 'typescript';
import type { Arguments } from './arguments.js';
import { bare, type Context } from './context.js';
import { type Draft, draftsOfKeys } from './drafts.js';
import { gateOf } from './gate.js';
import { queuedBy } from './queue.js';
import type { Sink, World } from './world.js';

/** Every call of the queue in a file. */
export function pageViewsIn(file: ts.SourceFile, world: World): Sink[] {
  const context = world.context();
  return world
    .facts(file)
    .calls.filter(call => mayBeOne(call, world) && queuedBy(call, world.names, context) !== undefined)
    .map(call => ({ node: call, read: inner => pageView(call, queuedBy(call, world.names, inner), inner) }));
}

/** Told by its looks, before any name is followed: `x('send', …)`, `x(...list)`, `mt(…)`, `x.push(…)`. */
function mayBeOne({ expression, arguments: [first] }: ts.CallExpression, { names }: World): boolean {
  if (first === undefined) return false;
  if (ts.isStringLiteralLike(first) && first.text === 'send') return true;
  const callee = bare(expression);
  const word = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  return ts.isSpreadElement(first) || names.has(word) || LISTS.has(word);
}

/** Methods that take what is sent as a list. */
const LISTS: ReadonlySet<string> = new Set(['push', 'apply', 'call']);

function pageView(call: ts.CallExpression, queued: Arguments | undefined, context: Context): Draft[] {
  if (queued === undefined) return [];
  const [command, , data] = queued.list;
  const isSend =
    command === undefined
      ? queued.isOpen
      : command.context.shared.texts(command.node, command.context).some(({ text }) => /^(?:send|\u2d63+)$/u.test(text));
  if (!isSend) return [];
  const view: Draft = { send: { what: 'tracking', key: '', how: 'mt', certainty: 'literal', gate: gateOf(call) }, at: call };
  if (data !== undefined) return [view, ...draftsOfKeys(context.shared.keys(data.node, data.context), 'mt', call)];
  return queued.isOpen ? [view, ...draftsOfKeys({ keys: [], isOpen: true }, 'mt', call)] : [view];
}
