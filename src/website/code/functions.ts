/** Functions: what they are called, what they give back, and what their parameters are given. */
import ts from 'typescript';
import type { Bound, Context, Given } from './context.js';
import { walk } from './facts.js';

/** The function around a node; undefined: the file itself. */
export function functionAround(node: ts.Node): ts.SignatureDeclaration | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent) if (ts.isFunctionLike(at)) return at;
  return undefined;
}

/** The name by which others call a function; undefined when it has none. */
export function nameOfFunction(node: ts.SignatureDeclaration): string | undefined {
  if (node.name !== undefined) return wordOf(node.name);
  let { parent } = node;
  // Whatever wraps a component or a callback: `const Box = memo(() => …)`.
  while (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || isWrapping(parent, node)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return wordOf(parent.name);
  if (!ts.isBinaryExpression(parent)) return undefined;
  if (ts.isPropertyAccessExpression(parent.left)) return parent.left.name.text;
  return ts.isIdentifier(parent.left) ? parent.left.text : undefined;
}

const WRAPPERS = /^(?:memo|forwardRef|useCallback|debounce|throttle|once|cache|observer)$/u;

function isWrapping(parent: ts.Node, node: ts.Node): parent is ts.CallExpression {
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  const callee = ts.isPropertyAccessExpression(parent.expression) ? parent.expression.name : parent.expression;
  return ts.isIdentifier(callee) && WRAPPERS.test(callee.text);
}

function wordOf(name: ts.PropertyName | ts.BindingName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isPrivateIdentifier(name) ? name.text : undefined;
}

/** The nearest function with a name around a node. */
export function namedFunctionAround(node: ts.Node): string | undefined {
  for (let at = functionAround(node); at !== undefined; at = functionAround(at)) {
    const name = ts.isConstructorDeclaration(at) ? at.parent.name?.text : nameOfFunction(at);
    if (name !== undefined) return name;
  }
  return undefined;
}

const MOST_RETURNS = 5;

/** What a function gives back, as its code says it; none when it says too much or nothing. */
export function returnsOf(node: ts.SignatureDeclaration): readonly ts.Expression[] {
  const body = 'body' in node ? node.body : undefined;
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  walk(body, inner => {
    if (ts.isReturnStatement(inner) && inner.expression !== undefined && functionAround(inner) === node) found.push(inner.expression);
  });
  return found.length > MOST_RETURNS ? [] : found;
}

/** A context in which the parameters of a function stand for what a call gives them. */
export function inside(node: ts.SignatureDeclaration, given: readonly ts.Expression[], outer: Context, context: Context): Context {
  const bound = given.map((argument): Bound => ({ node: argument, context: outer }));
  const more = node.parameters.map((parameter, index): [ts.ParameterDeclaration, Given] => [
    parameter,
    parameter.dotDotDotToken === undefined ? bound[index] : bound.slice(index),
  ]);
  return { ...context, given: new Map([...context.given, ...more]) };
}
