/** What has to happen before a piece of code runs, as far as the code around it says so. */
import ts from 'typescript';
import type { Send } from '../site.js';
import { bare } from './context.js';

/** `none`: it runs as the page loads; `code`: a condition or a function stands around it. */
export function gateOf(node: ts.Node): NonNullable<Send['gate']> {
  for (let at = node; at.parent !== undefined; at = at.parent) if (holdsBack(at.parent, at)) return 'code';
  return 'none';
}

function holdsBack(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isFunctionLike(parent)) return !runsAtOnce(parent);
  if (ts.isIfStatement(parent)) return parent.expression !== child && isChoice(parent.expression);
  if (ts.isConditionalExpression(parent)) return parent.condition !== child && isChoice(parent.condition);
  if (ts.isCaseOrDefaultClause(parent) || ts.isClassElement(parent)) return true;
  if (ts.isIterationStatement(parent, false)) return ts.isWhileStatement(parent) && parent.statement === child;
  const isGuard = ts.isBinaryExpression(parent) && /^(?:&&|\|\||\?\?)$/u.test(parent.operatorToken.getText());
  return isGuard && parent.right === child && isChoice(parent.left);
}

/** Words of a condition that only asks whether there is a page, or the queue, at all. */
const PAGE =
  /^(?:typeof|window|self|globalThis|document|navigator|undefined|null|function|object|mt|q|w|d|o|n|mautic|MauticTrackingObject)$/iu;

/** Tells whether a condition asks for more than for the page and the queue. */
function isChoice(condition: ts.Expression): boolean {
  const words = condition.getText().match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  return words.length === 0 || words.some(word => !PAGE.test(word));
}

/** What runs the function that it is given as soon as the page is there. */
const AT_ONCE = /^(?:setTimeout|requestIdleCallback|requestAnimationFrame|queueMicrotask|\$|jQuery|(?:\$|jQuery)\(document\)\.ready)$/u;
const ON_LOAD = /(?:^|\.)addEventListener$/u;

function runsAtOnce(code: ts.SignatureDeclaration): boolean {
  let at: ts.Node = code;
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (ts.isPropertyAccessExpression(parent) && /^(?:call|apply|bind)$/u.test(parent.name.text)) return ts.isCallExpression(parent.parent);
  if (!ts.isCallExpression(parent)) return false;
  if (parent.expression === at) return true;
  const callee = bare(parent.expression)
    .getText()
    .replace(/^window\./u, '');
  const [event] = parent.arguments;
  const isLoad = event !== undefined && ts.isStringLiteral(event) && /^(?:load|DOMContentLoaded|pageshow)$/u.test(event.text);
  return (AT_ONCE.test(callee) && event === at) || (ON_LOAD.test(callee) && isLoad);
}
