/** Variables that go through a list or through the entries of an object, one after the other. */
import ts from 'typescript';
import { type Bound, bare, type Context } from './context.js';

/** The list that a variable goes through, and what each turn takes of it. */
interface Iteration {
  readonly over: ts.Expression;
  /** `for (const key in object)`. */
  readonly isKeys?: true;
}

/** What a variable of a loop, or the first parameter of `list.forEach(…)`, can be; undefined when it is none, or the list does not say. */
export function iterated(declaration: ts.VariableDeclaration | ts.ParameterDeclaration, context: Context): Bound[] | undefined {
  const iteration = iterationOf(declaration);
  if (iteration === undefined || iteration.isKeys === true) return undefined;
  const lists = context.shared.terms(iteration.over, context);
  const known = lists.flatMap(({ node, context: inner }) =>
    ts.isArrayLiteralExpression(node) && !node.elements.some(ts.isSpreadElement)
      ? node.elements.map((element): Bound => ({ node: element, context: inner }))
      : [],
  );
  return known.length === 0 || lists.some(({ node }) => !ts.isArrayLiteralExpression(node)) ? undefined : known;
}

/** The object whose keys a name goes through: `for (const key in x)`, `Object.keys(x).forEach(key => …)`, `[key] of Object.entries(x)`. */
export function objectOfKey(declaration: ts.Declaration): ts.Expression | undefined {
  const isFirst =
    ts.isBindingElement(declaration) && ts.isArrayBindingPattern(declaration.parent) && declaration.parent.elements[0] === declaration;
  const holder = isFirst ? declaration.parent.parent : declaration;
  if (!ts.isVariableDeclaration(holder) && !ts.isParameter(holder)) return undefined;
  const iteration = iterationOf(holder);
  if (iteration === undefined) return undefined;
  if (iteration.isKeys === true) return isFirst ? undefined : iteration.over;
  return listedObject(iteration.over, isFirst ? 'entries' : 'keys');
}

/** The object in `Object.keys(object)`, also when the list is filtered. */
function listedObject(node: ts.Expression, what: 'entries' | 'keys'): ts.Expression | undefined {
  const list = bare(node);
  if (!ts.isCallExpression(list) || !ts.isPropertyAccessExpression(list.expression)) return undefined;
  const { expression: owner, name } = list.expression;
  if (ts.isIdentifier(owner) && owner.text === 'Object') return name.text === what ? list.arguments[0] : undefined;
  return name.text === 'filter' || name.text === 'sort' ? listedObject(owner, what) : undefined;
}

const EACH: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'filter', 'each']);

function iterationOf(declaration: ts.VariableDeclaration | ts.ParameterDeclaration): Iteration | undefined {
  if (ts.isVariableDeclaration(declaration)) {
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop)) return { over: loop.expression };
    return ts.isForInStatement(loop) ? { over: loop.expression, isKeys: true } : undefined;
  }
  const { parent: code } = declaration;
  const call = code.parent;
  if (code.parameters[0] !== declaration || !ts.isCallExpression(call) || call.arguments[0] !== code) return undefined;
  const callee = call.expression;
  return ts.isPropertyAccessExpression(callee) && EACH.has(callee.name.text) ? { over: callee.expression } : undefined;
}
