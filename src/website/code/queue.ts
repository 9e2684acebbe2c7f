/** Tells Mautic's queue function: `mt`, `window.mt`, `(window as any).mt`, `w['mt']`, and what the snippet calls it. */
import ts from 'typescript';
import { type Arguments, argumentsOf, restOf, spreadArguments } from './arguments.js';
import { bare, type Context } from './context.js';
import { declarationOf, functionOf, importOf } from './declarations.js';
import type { Facts } from './facts.js';
import { functionAround, nameOfFunction, returnsOf } from './functions.js';

const OBJECT = 'MauticTrackingObject';
const NAMED = /^MauticTrackingObject['"]?\s?\]?\s?=\s?(?:'([\w$]+)'|"([\w$]+)")/u;
const LONGEST_NAME = 100;

/** The names of the queue function, `mt` among them: the snippet takes its own as the last argument, or says it outright. */
export function queueNames(files: readonly ts.SourceFile[], facts: (file: ts.SourceFile) => Facts): ReadonlySet<string> {
  const own = files
    .filter(({ text }) => text.includes(OBJECT))
    .flatMap(file => [...namesIn(file.text), ...facts(file).calls.flatMap(nameInSnippet)]);
  return new Set(['mt', ...own]);
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  for (let at = text.indexOf(OBJECT); at >= 0; at = text.indexOf(OBJECT, at + 1)) {
    const found = NAMED.exec(text.slice(at, at + LONGEST_NAME));
    if (found !== null) names.push(found[1] ?? found[2] ?? 'mt');
  }
  return names;
}

function nameInSnippet(call: ts.CallExpression): string[] {
  const callee = bare(call.expression);
  const isSnippet = (ts.isFunctionExpression(callee) || ts.isArrowFunction(callee)) && callee.getText().includes(OBJECT);
  const last = isSnippet ? call.arguments.filter(ts.isStringLiteralLike).at(-1) : undefined;
  return last !== undefined && /^[\w$]+$/u.test(last.text) && last.text !== 'script' ? [last.text] : [];
}

/** Code that has to do with the queue, or with the page. */
const ABOUT_QUEUE = /mautic|mtc\.js|\.q\b|\b(?:window|globalThis|self|parent|top)\b|\bmt\b/iu;
const DEEPEST = 4;

/** Tells whether a call of an expression is a call of Mautic's queue. */
function isQueue(callee: ts.Expression, names: ReadonlySet<string>, context: Context, depth = 0): boolean {
  const node = bare(callee);
  if (depth > DEEPEST) return false;
  const inner = (part: ts.Expression): boolean => isQueue(part, names, context, depth + 1);
  if (ts.isBinaryExpression(node)) return inner(node.left) || inner(node.right);
  if (ts.isConditionalExpression(node)) return inner(node.whenTrue) || inner(node.whenFalse);
  if (ts.isPropertyAccessExpression(node)) return names.has(node.name.text);
  if (ts.isElementAccessExpression(node)) return isQueueKey(bare(node.argumentExpression), names);
  if (ts.isCallExpression(node)) return returnsIn(node, context).some(inner);
  return ts.isIdentifier(node) && isQueueName(node, names, context, inner);
}

/** What a function of the team gives back: `useMautic()`. */
function returnsIn(call: ts.CallExpression, context: Context): readonly ts.Expression[] {
  const code = functionOf(bare(call.expression), context);
  return code === undefined ? [] : returnsOf(code);
}

function isQueueKey(key: ts.Expression, names: ReadonlySet<string>): boolean {
  return ts.isStringLiteralLike(key) ? names.has(key.text) : /MauticTrackingObject/u.test(key.getText());
}

function isQueueName(
  node: ts.Identifier,
  names: ReadonlySet<string>,
  context: Context,
  isQueueToo: (node: ts.Expression) => boolean,
): boolean {
  const isNamed = names.has(node.text);
  const source = importOf(node, context);
  const declaration = declarationOf(node, context);
  if (declaration === undefined || ts.isImportSpecifier(declaration)) return isNamed && (source === undefined || ABOUT_QUEUE.test(source));
  if (ts.isBindingElement(declaration)) return names.has((declaration.propertyName ?? declaration.name).getText());
  if (ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined) {
    const value = bare(declaration.initializer);
    if (ts.isCallExpression(value) && isQueueToo(value)) return true;
    if (!ts.isArrowFunction(value) && !ts.isFunctionExpression(value) && !ts.isCallExpression(value)) return isQueueToo(value);
  }
  if (!isNamed) return false;
  const isCode = ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration);
  return !isCode || !isGiven(declaration) || ABOUT_QUEUE.test(bodyOf(declaration));
}

/** It says what it is, and is not only announced (`declare const mt`). */
function isGiven(declaration: ts.FunctionDeclaration | ts.VariableDeclaration): boolean {
  return ts.isFunctionDeclaration(declaration) ? declaration.body !== undefined : declaration.initializer !== undefined;
}

function bodyOf(declaration: ts.FunctionDeclaration | ts.VariableDeclaration): string {
  return (ts.isFunctionDeclaration(declaration) ? declaration.body : declaration.initializer)?.getText() ?? '';
}

/** What a call gives the queue: its arguments, or the list that is pushed or applied; undefined: it is no call of the queue. */
export function queuedBy(call: ts.CallExpression, names: ReadonlySet<string>, context: Context): Arguments | undefined {
  const callee = bare(call.expression);
  if (isQueue(callee, names, context)) return argumentsOf(call.arguments, context);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const { expression: owner, name } = callee;
  const [first, second] = call.arguments;
  if (name.text === 'push') return isList(owner, names, context) ? listed(first, names, context) : undefined;
  if ((name.text !== 'apply' && name.text !== 'call') || !isQueue(owner, names, context)) return undefined;
  return name.text === 'call' ? argumentsOf(call.arguments.slice(1), context) : listed(second, names, context);
}

/** The queue's own list: `mt.q`, also as `(mt.q = mt.q || [])`. */
function isList(owner: ts.Expression, names: ReadonlySet<string>, context: Context): boolean {
  const node = bare(owner);
  if (ts.isBinaryExpression(node)) return isList(node.left, names, context);
  return ts.isPropertyAccessExpression(node) && node.name.text === 'q' && isQueue(node.expression, names, context);
}

/** What the queue itself is called with, it only hands on: its calls say what that is. */
function listed(list: ts.Expression | undefined, names: ReadonlySet<string>, context: Context): Arguments | undefined {
  return list === undefined || isOwn(bare(list), names, context) ? undefined : spreadArguments(list, context);
}

/** `arguments`, or all parameters of the function that is the queue. */
function isOwn(list: ts.Expression, names: ReadonlySet<string>, context: Context): boolean {
  if (list.getText() === 'arguments') return true;
  const code = functionAround(list);
  return code !== undefined && names.has(nameOfFunction(code) ?? '') && restOf(list, context)?.parent === code;
}
