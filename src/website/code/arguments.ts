/** Arguments of a call with what is spread among them. */
import ts from 'typescript';
import { type Bound, bare, type Context, step } from './context.js';
import { declarationOf } from './declarations.js';

/** The arguments, one by one; `isOpen`: more follow that are not known. */
export interface Arguments {
  readonly list: readonly Bound[];
  readonly isOpen: boolean;
}

/** Arguments with what a spread puts in place, as far as it is known: from the first spread on that is not, the list is open. */
export function argumentsOf(nodes: readonly ts.Expression[], context: Context): Arguments {
  return step(
    context,
    () => ({ list: [], isOpen: true }),
    () => eachOf(nodes, context),
  );
}

function eachOf(nodes: readonly ts.Expression[], context: Context): Arguments {
  const list: Bound[] = [];
  for (const node of nodes) {
    const spread = ts.isSpreadElement(node) ? spreadIn(node.expression, context) : [{ node, context }];
    if (spread === undefined) return { list, isOpen: true };
    list.push(...spread);
  }
  return { list, isOpen: false };
}

/** What a list gives a function. */
export function spreadArguments(list: ts.Expression, context: Context): Arguments {
  const found = spreadIn(list, context);
  return { list: found ?? [], isOpen: found === undefined };
}

function spreadIn(node: ts.Expression, context: Context): readonly Bound[] | undefined {
  const rest = restOf(bare(node), context);
  if (rest !== undefined) {
    const given = context.given.get(rest);
    if (given === undefined) context.shared.missed.add(rest);
    return Array.isArray(given) ? given : undefined;
  }
  const [term, ...others] = context.shared.terms(node, context);
  if (term === undefined || others.length > 0 || !ts.isArrayLiteralExpression(term.node)) return undefined;
  const { list, isOpen } = argumentsOf(term.node.elements, term.context);
  return isOpen ? undefined : list;
}

/** The rest parameter that an expression names; undefined when it is none. */
export function restOf(node: ts.Expression, context: Context): ts.ParameterDeclaration | undefined {
  const declaration = ts.isIdentifier(node) ? declarationOf(node, context) : undefined;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined ? declaration : undefined;
}
