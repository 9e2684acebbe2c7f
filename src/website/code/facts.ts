/** One walk over a file: the places that the readers look at, and what happens to its variables. */
import ts from 'typescript';
import { append } from '../../collections.js';

/** Something that is done to a variable after it was made. `append`: `x.append(key, value)`, as forms and addresses have it. */
export interface Change {
  readonly node: ts.Node;
  readonly variable: ts.Identifier;
  readonly does: 'set' | 'add' | 'property' | 'assign' | 'append';
  readonly key?: ts.Expression | ts.MemberName;
  readonly values: readonly ts.Expression[];
}

export interface Facts {
  readonly calls: readonly ts.CallExpression[];
  /** Strings, templates and sums: the largest of each. */
  readonly strings: readonly ts.Expression[];
  readonly elements: readonly (ts.JsxOpeningElement | ts.JsxSelfClosingElement)[];
  /** By the name of the variable; two variables may share it. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
}

/** Visits a node and all below it, without recursion: code may be nested as deeply as it likes. */
export function walk(root: ts.Node, visit: (node: ts.Node) => void): void {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visit(node);
    const children: ts.Node[] = [];
    ts.forEachChild(node, child => {
      children.push(child);
    });
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Gathers the facts of a file, in the order of its text. */
export function factsOf(file: ts.SourceFile): Facts {
  const calls: ts.CallExpression[] = [];
  const strings: ts.Expression[] = [];
  const elements: (ts.JsxOpeningElement | ts.JsxSelfClosingElement)[] = [];
  const changes = new Map<string, Change[]>();
  walk(file, node => {
    if (ts.isCallExpression(node)) calls.push(node);
    else if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) elements.push(node);
    else if (isString(node) && !isPart(node)) strings.push(node);
    const change = changeIn(node);
    if (change !== undefined) append(changes, change.variable.text, change);
  });
  return { calls, strings, elements, changes };
}

/** A `+` of two expressions: of texts or of numbers, which the syntax does not tell. */
export function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function isString(node: ts.Node): node is ts.Expression {
  if (ts.isStringLiteral(node)) return !ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent);
  return ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node) || isSum(node);
}

/** Inside a larger string, also as one of its possibilities. */
function isPart(node: ts.Node): boolean {
  let at = node;
  for (;;) {
    const { parent } = at;
    if (isSum(parent) || ts.isTemplateSpan(parent)) return true;
    const isChoice =
      ts.isParenthesizedExpression(parent) ||
      (ts.isConditionalExpression(parent) && parent.condition !== at) ||
      (ts.isBinaryExpression(parent) && /^(?:\|\||\?\?|&&)$/u.test(parent.operatorToken.getText()));
    if (!isChoice) return false;
    at = parent;
  }
}

/** Functions that put the keys of all further objects into the first: `Object.assign`, `$.extend`. */
export const MERGES = /^(?:assign|extend|merge|defaults)$/u;
const APPENDS: ReadonlySet<string> = new Set(['append', 'set']);

function changeIn(node: ts.Node): Change | undefined {
  if (ts.isBinaryExpression(node)) return assignment(node);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  const owner = ts.isPropertyAccessExpression(expression) && expression.name.text === 'searchParams' ? expression.expression : expression;
  const [first, ...rest] = node.arguments;
  if (first === undefined || !ts.isIdentifier(owner)) return undefined;
  if (MERGES.test(name.text) && rest.length > 0 && ts.isIdentifier(first)) return { node, variable: first, does: 'assign', values: rest };
  return APPENDS.has(name.text) && rest.length > 0 ? { node, variable: owner, does: 'append', key: first, values: rest } : undefined;
}

function assignment({ left, right, operatorToken: { kind } }: ts.BinaryExpression): Change | undefined {
  const isSet = kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.QuestionQuestionEqualsToken;
  const isAdd = kind === ts.SyntaxKind.PlusEqualsToken;
  if (!isSet && !isAdd) return undefined;
  const values = [right];
  if (ts.isIdentifier(left)) return { node: left.parent, variable: left, does: isAdd ? 'add' : 'set', values };
  if (ts.isPropertyAccessExpression(left) && ts.isIdentifier(left.expression)) {
    return { node: left.parent, variable: left.expression, does: 'property', key: left.name, values };
  }
  if (ts.isElementAccessExpression(left) && ts.isIdentifier(left.expression)) {
    return { node: left.parent, variable: left.expression, does: 'property', key: left.argumentExpression, values };
  }
  return undefined;
}
