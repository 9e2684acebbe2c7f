/** Expressions → what they come down to: names, conditions, properties and calls of own functions are followed. */
import ts from 'typescript';
import { type Bound, bare, type Context, MOST, named, step, type Term } from './context.js';
import { assignedIn, declarationOf, functionOf } from './declarations.js';
import { functionAround, inside, returnsOf } from './functions.js';
import { iterated } from './iterations.js';

/** The possible values of an expression; what cannot be followed stands for itself, and `undefined` and `null` for nothing. */
export function termsOf(node: ts.Expression, context: Context): Term[] {
  const inner = bare(node);
  const self = (): Term[] => [{ node: inner, context, variables: [] }];
  return step(context, self, () => reduced(inner, context) ?? self()).slice(0, MOST);
}

/** Undefined: the expression stands for itself. */
function reduced(node: ts.Expression, context: Context): Term[] | undefined {
  const choices = choicesOf(node);
  if (choices !== undefined) return choices.flatMap(choice => context.shared.terms(choice, context));
  if (ts.isIdentifier(node)) return ofName(node, context);
  if (ts.isPropertyAccessExpression(node)) return ofProperty(node, context);
  if (ts.isElementAccessExpression(node)) return ofElement(node, context);
  return ts.isCallExpression(node) ? ofCall(node, context) : undefined;
}

function choicesOf(node: ts.Expression): readonly ts.Expression[] | undefined {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (node.kind === ts.SyntaxKind.NullKeyword || ts.isVoidExpression(node)) return [];
  if (ts.isIdentifier(node) && node.text === 'undefined') return [];
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken) return [node.left, node.right];
  const takesLast =
    kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.CommaToken || kind === ts.SyntaxKind.EqualsToken;
  return takesLast ? [node.right] : undefined;
}

function ofName(node: ts.Identifier, context: Context): Term[] | undefined {
  const declaration = declarationOf(node, context);
  return declaration === undefined ? undefined : ofDeclaration(declaration, node, context);
}

function ofDeclaration(declaration: ts.Declaration, use: ts.Node, context: Context): Term[] | undefined {
  const { terms } = context.shared;
  if (ts.isParameter(declaration)) return ofParameter(declaration, context);
  if (ts.isBindingElement(declaration)) return ofBinding(declaration, context);
  const value = assignedIn(declaration);
  if (!ts.isVariableDeclaration(declaration)) {
    return value === undefined || !isFixed(declaration) ? undefined : terms(value, named(context));
  }
  const values = valuesOf(declaration, use, context);
  if (values !== undefined) {
    const found = values.flatMap(one => terms(one, named(context)));
    return found.map(term => ({ ...term, variables: [...term.variables, declaration] }));
  }
  return iterated(declaration, context)?.flatMap(bound => context.shared.terms(bound.node, named(bound.context)));
}

/** A field of a class may change; one that is fixed, or that stands in an object, is taken at its word. */
function isFixed(declaration: ts.Declaration): boolean {
  if (!ts.isPropertyDeclaration(declaration)) return true;
  return declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword || kind === ts.SyntaxKind.StaticKeyword) === true;
}

/** All that a variable is ever set to; undefined when it is put together (`+=`), or nothing is known. */
function valuesOf(declaration: ts.VariableDeclaration, use: ts.Node, context: Context): readonly ts.Expression[] | undefined {
  const changes = changesOf(declaration, use, context);
  if (changes.some(({ does }) => does === 'add')) return undefined;
  const set = changes.filter(({ does }) => does === 'set').flatMap(({ values }) => values);
  const values = declaration.initializer === undefined ? set : [declaration.initializer, ...set];
  return values.length === 0 ? undefined : values;
}

/** What is done to a variable before it is used: further up in the same function, or anywhere in another. */
export function changesOf(declaration: ts.VariableDeclaration, use: ts.Node, context: Context) {
  const { name } = declaration;
  if (!ts.isIdentifier(name)) return [];
  const file = declaration.getSourceFile();
  return (context.shared.facts(file).changes.get(name.text) ?? []).filter(change => {
    const isLater = use.getSourceFile() === file && change.node.pos > use.pos && functionAround(change.node) === functionAround(use);
    return !isLater && declarationOf(change.variable, context) === declaration;
  });
}

function ofParameter(declaration: ts.ParameterDeclaration, context: Context): Term[] | undefined {
  if (!context.given.has(declaration)) {
    return iterated(declaration, context)?.flatMap(bound => context.shared.terms(bound.node, named(bound.context)));
  }
  const given = context.given.get(declaration);
  if (given === undefined) return declaration.initializer === undefined ? [] : context.shared.terms(declaration.initializer, context);
  return isList(given) ? undefined : context.shared.terms(given.node, given.context);
}

function isList(given: Bound | readonly Bound[]): given is readonly Bound[] {
  return Array.isArray(given);
}

/** A name that is taken out of an object or a list: `const { a, b: c, ...rest } = x`. */
function ofBinding(element: ts.BindingElement, context: Context): Term[] | undefined {
  if (element.dotDotDotToken !== undefined) return undefined;
  const pattern = element.parent;
  const source = sourceOf(pattern.parent, context);
  if (source === undefined) return undefined;
  const key = element.propertyName ?? element.name;
  const found = ts.isArrayBindingPattern(pattern)
    ? source.flatMap(term => entryOf(term, pattern.elements.indexOf(element)) ?? [undefined])
    : source.flatMap(term => (ts.isIdentifier(key) || ts.isStringLiteral(key) ? propertyOf(term, [key.text]) : undefined) ?? [undefined]);
  const known = found.filter(term => term !== undefined);
  if (known.length < found.length) return undefined;
  return element.initializer === undefined ? known : [...known, ...context.shared.terms(element.initializer, context)];
}

function sourceOf(holder: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement, context: Context): Term[] | undefined {
  if (ts.isBindingElement(holder)) return ofBinding(holder, context);
  if (ts.isParameter(holder)) return ofParameter(holder, context);
  return holder.initializer === undefined
    ? iterated(holder, context)?.flatMap(bound => context.shared.terms(bound.node, named(bound.context)))
    : context.shared.terms(holder.initializer, named(context));
}

/** One entry of a list; of React's `useState`, the first is what it begins with. */
function entryOf({ node, context }: Term, index: number): Term[] | undefined {
  const list = ts.isArrayLiteralExpression(node) ? node.elements : isState(node) ? node.arguments : [];
  const entry = list[index];
  return entry === undefined || ts.isSpreadElement(entry) ? undefined : context.shared.terms(entry, context);
}

function isState(node: ts.Expression): node is ts.CallExpression {
  return ts.isCallExpression(node) && /(?:^|\.)useState$/u.test(node.expression.getText());
}

/** The values of properties of an object by their names, or of all when none is given; undefined when the object does not say. */
function propertyOf({ node, context, variables }: Term, names: readonly string[] | undefined): Term[] | undefined {
  if (!ts.isObjectLiteralExpression(node) && !ts.isJsxAttributes(node)) return undefined;
  const { keys, isOpen } = context.shared.keys(node, context);
  const found = keys.filter(({ name }) => names === undefined || names.includes(name.text));
  if (found.length === 0 && (isOpen || names === undefined || variables.length > 0)) return undefined;
  if (found.some(({ value }) => value === undefined)) return undefined;
  return found.flatMap(({ value }) => (value === undefined ? [] : value.context.shared.terms(value.node, named(value.context))));
}

function ofProperty(node: ts.PropertyAccessExpression, context: Context): Term[] | undefined {
  const declaration = declarationOf(node.name, context);
  if (declaration !== undefined && ts.isEnumMember(declaration)) return undefined;
  const found = context.shared.terms(node.expression, context).map(term => propertyOf(term, [node.name.text]));
  const known = found.filter(terms => terms !== undefined);
  if (found.length > 0 && known.length === found.length) return known.flat();
  if (declaration === undefined || !ts.isIdentifier(node.name)) return undefined;
  // A constant out of a whole module, or a fixed field of a class.
  const isConstant =
    (ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined) || ts.isPropertyDeclaration(declaration);
  return isConstant ? ofDeclaration(declaration, node, context) : undefined;
}

function ofElement(node: ts.ElementAccessExpression, context: Context): Term[] | undefined {
  const bases = context.shared.terms(node.expression, context);
  const keys = context.shared.texts(node.argumentExpression, context).map(({ text }) => text);
  const names = keys.length === 0 || keys.some(key => /\u2d63/u.test(key)) ? undefined : keys;
  const found = bases.map(term => {
    if (!ts.isArrayLiteralExpression(term.node)) return propertyOf(term, names);
    const indexes = names?.map(Number) ?? term.node.elements.map((_, index) => index);
    return indexes.flatMap(index => entryOf(term, index) ?? []);
  });
  const known = found.filter(terms => terms !== undefined);
  return known.length < found.length || found.length === 0 ? undefined : known.flat();
}

/** Functions that give back what they are given, or what the function that they are given gives back. */
const SAME: ReadonlySet<string> = new Set(['Object.freeze', 'Object.seal', 'structuredClone']);
const RUNS: ReadonlySet<string> = new Set(['useMemo', 'React.useMemo', 'computed']);

function ofCall(node: ts.CallExpression, context: Context): Term[] | undefined {
  const callee = bare(node.expression);
  const [first] = node.arguments;
  const word = ts.isIdentifier(callee) || ts.isPropertyAccessExpression(callee) ? callee.getText() : '';
  if (first !== undefined && SAME.has(word)) return context.shared.terms(first, context);
  const code = RUNS.has(word) && first !== undefined ? functionOf(bare(first), context) : functionOf(callee, context);
  if (code === undefined || ('asteriskToken' in code && code.asteriskToken !== undefined)) return undefined;
  const results = returnsOf(code);
  if (results.length === 0) return undefined;
  const inner = named(inside(code, RUNS.has(word) ? [] : node.arguments, context, context));
  return results.flatMap(result => context.shared.terms(result, inner));
}
