/** Names → what they were declared as, through imports, with the checker's help. */
import ts from 'typescript';
import type { Context } from './context.js';

/** Where a name was declared; undefined when that is not known. */
export function declarationOf(name: ts.Identifier | ts.MemberName, { shared }: Pick<Context, 'shared'>): ts.Declaration | undefined {
  const { checker, files } = shared;
  files.add(name.getSourceFile());
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const declaration = target.valueDeclaration ?? target.declarations?.[0];
  if (declaration !== undefined) files.add(declaration.getSourceFile());
  return declaration;
}

/** The import that brings a name in; undefined when it is none. */
export function importOf(name: ts.Identifier, { shared }: Pick<Context, 'shared'>): string | undefined {
  const declaration = shared.checker.getSymbolAtLocation(name)?.declarations?.[0];
  for (let at: ts.Node | undefined = declaration; at !== undefined && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isImportDeclaration(at) && ts.isStringLiteral(at.moduleSpecifier)) return at.moduleSpecifier.text;
    const [required] = ts.isVariableDeclaration(at) && at.initializer !== undefined ? requiredIn(at.initializer) : [];
    if (required !== undefined) return required;
  }
  return undefined;
}

function requiredIn(node: ts.Expression): string[] {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'require') return [];
  const [name] = node.arguments;
  return name !== undefined && ts.isStringLiteral(name) ? [name.text] : [];
}

/** The function that a call runs; undefined when its code is not known. */
export function functionOf(callee: ts.Expression, context: Pick<Context, 'shared'>): ts.SignatureDeclaration | undefined {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  if (ts.isArrowFunction(name) || ts.isFunctionExpression(name)) return name;
  if (!ts.isIdentifier(name) && !ts.isPrivateIdentifier(name)) return undefined;
  const declaration = declarationOf(name, context);
  return declaration === undefined ? undefined : functionIn(declaration);
}

function functionIn(declaration: ts.Declaration): ts.SignatureDeclaration | undefined {
  if (ts.isFunctionLike(declaration)) return declaration;
  const value = assignedIn(declaration);
  const inner = value !== undefined && ts.isCallExpression(value) ? value.arguments[0] : value;
  return inner !== undefined && (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) ? inner : undefined;
}

/** What a declaration gives its name; undefined when it says nothing. */
export function assignedIn(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration)) {
    return declaration.initializer;
  }
  if (ts.isExportAssignment(declaration)) return declaration.expression;
  if (ts.isBinaryExpression(declaration)) return declaration.right;
  const { parent } = declaration;
  return ts.isPropertyAccessExpression(declaration) && ts.isBinaryExpression(parent) && parent.left === declaration
    ? parent.right
    : undefined;
}

/** The parameter at the root of an expression such as `given.fields[0]`; undefined when it hangs on none. */
export function parameterAt(node: ts.Expression, context: Pick<Context, 'shared'>): ts.ParameterDeclaration | undefined {
  let root = node;
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root) || ts.isNonNullExpression(root)) root = root.expression;
  let at: ts.Node | undefined = ts.isIdentifier(root) ? declarationOf(root, context) : undefined;
  while (at !== undefined && (ts.isBindingElement(at) || ts.isObjectBindingPattern(at) || ts.isArrayBindingPattern(at))) at = at.parent;
  return at !== undefined && ts.isParameter(at) ? at : undefined;
}
