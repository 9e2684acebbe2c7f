/** Calls of functions that are known to send what they are given: those that the team names, and a well-known package. */
import ts from 'typescript';
import { bare, type Context, type Keys } from './context.js';
import { functionOf, importOf } from './declarations.js';
import { type Draft, draftsOfKeys } from './drafts.js';
import { gateOf } from './gate.js';
import type { Sink, World } from './world.js';

/** The npm package `mautic-tracking`: its functions take the parameters of a page view (version 1). */
const PACKAGE = 'mautic-tracking';
const PACKAGE_FUNCTIONS: ReadonlySet<string> = new Set(['pageView', 'pageEvent']);

/**
 * Every such call in a file.
 * @param senders functions whose code says what they send: their calls were followed already
 */
export function helperCallsIn(file: ts.SourceFile, world: World, senders: ReadonlySet<ts.SignatureDeclaration>): Sink[] {
  const context = world.context();
  return world.facts(file).calls.flatMap((call): Sink[] => {
    const callee = bare(call.expression);
    const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    if (!ts.isIdentifier(name)) return [];
    if (PACKAGE_FUNCTIONS.has(name.text) && isOfPackage(callee, context)) return [{ node: call, read: inner => packageView(call, inner) }];
    if (!world.helpers.has(name.text)) return [];
    const code = functionOf(callee, context);
    return code !== undefined && senders.has(code) ? [] : [{ node: call, read: inner => draftsOfCall(call, inner) }];
  });
}

function isOfPackage(callee: ts.Expression, context: Context): boolean {
  const root = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : callee;
  return ts.isIdentifier(root) && importOf(root, context) === PACKAGE;
}

function packageView(call: ts.CallExpression, context: Context): Draft[] {
  const view: Draft = { send: { what: 'tracking', key: '', how: 'mt', certainty: 'literal', gate: gateOf(call) }, at: call };
  return [view, ...draftsOfCall(call, context)];
}

/** An argument whose keys are known says it all; when there is none, what the others hold is not known. */
function draftsOfCall(call: ts.CallExpression, context: Context): Draft[] {
  const all = call.arguments.filter(argument => !isPlain(bare(argument))).map(argument => context.shared.keys(argument, context));
  const known = all.filter(({ keys, isOpen }) => keys.length > 0 || !isOpen);
  return (known.length > 0 ? known : all.slice(0, 1)).flatMap((keys: Keys) => draftsOfKeys(keys, 'mt', call));
}

function isPlain(node: ts.Expression): boolean {
  return ts.isLiteralExpression(node) || ts.isTemplateExpression(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}
