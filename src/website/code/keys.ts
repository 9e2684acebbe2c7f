/** Expressions → the keys of the object that they are: literals, spreads, what is set later, forms and lists of parameters, types. */
import ts from 'typescript';
import { merged } from '../known-keys.js';
import { type Bound, bare, type Context, type Key, type Keys, named, step, type Term } from './context.js';
import { MERGES } from './facts.js';
import { isQuery } from './queries.js';
import { changesOf } from './terms.js';
import { keysOfType } from './type-keys.js';

const NONE: Keys = { keys: [], isOpen: false };
const OPEN: Keys = { keys: [], isOpen: true };

/** The keys that an expression may have. */
export function keysOf(node: ts.Expression, context: Context): Keys {
  return step(
    context,
    () => OPEN,
    () =>
      merged(
        context.shared
          .terms(node, context)
          .flatMap(term => [ofTerm(term), ...term.variables.map(variable => ofChanges(variable, term, node))]),
      ),
  );
}

function ofTerm(term: Term): Keys {
  const { node, context } = term;
  if (ts.isObjectLiteralExpression(node)) return merged(node.properties.map(property => ofProperty(property, context)));
  if (ts.isJsxAttributes(node)) return merged(node.properties.map(property => ofAttribute(property, context)));
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return ofCall(node, context) ?? keysOfType(node, context);
  const isEmpty = node.kind === ts.SyntaxKind.FalseKeyword || (ts.isStringLiteralLike(node) && node.text === '');
  return isEmpty ? NONE : keysOfType(node, context);
}

function ofProperty(property: ts.ObjectLiteralElementLike, context: Context): Keys {
  if (ts.isSpreadAssignment(property)) return context.shared.keys(property.expression, context);
  if (ts.isShorthandPropertyAssignment(property)) return one(property.name, property.name, context);
  if (ts.isMethodDeclaration(property) || ts.isSetAccessor(property)) return NONE;
  const [result] = ts.isGetAccessor(property) ? [] : [property.initializer];
  return one(property.name, result, context);
}

/** Of `<Box name="email" {...rest} />`. */
function ofAttribute(attribute: ts.JsxAttributeLike, context: Context): Keys {
  if (ts.isJsxSpreadAttribute(attribute)) return context.shared.keys(attribute.expression, context);
  const { name, initializer } = attribute;
  const value = initializer !== undefined && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
  const text = { text: name.getText(), isNamed: context.isNamed, at: name };
  return { keys: [{ name: text, ...(value === undefined ? {} : { value: { node: value, context } }) }], isOpen: false };
}

function one(name: ts.PropertyName | ts.Expression, value: ts.Expression | undefined, context: Context): Keys {
  const bound = value === undefined ? {} : { value: { node: value, context } };
  if (ts.isComputedPropertyName(name)) return computed(name.expression, bound, context);
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) {
    return { keys: [{ name: { text: name.text, isNamed: context.isNamed, at: name }, ...bound }], isOpen: false };
  }
  return OPEN;
}

function computed(node: ts.Expression, value: Pick<Key, 'value'>, context: Context): Keys {
  const names = context.shared.texts(node, context);
  const known = names.filter(({ text }) => !/^\u2d63*$/u.test(text));
  return { keys: known.map(name => ({ name: { at: node, ...name }, ...value })), isOpen: known.length < names.length };
}

/** What is set on a variable after it was made. */
function ofChanges(variable: ts.VariableDeclaration, { context }: Term, use: ts.Node): Keys {
  const inner = named(context);
  return merged(
    changesOf(variable, use, context).map(({ does, key, values: [first, ...more] }) => {
      if (does === 'assign')
        return merged([first, ...more].flatMap(value => (value === undefined ? [] : [context.shared.keys(value, inner)])));
      if (key === undefined) return NONE;
      return does === 'property' &&
        (ts.isIdentifier(key) || ts.isPrivateIdentifier(key)) &&
        key.parent.kind === ts.SyntaxKind.PropertyAccessExpression
        ? one(key, first, inner)
        : ts.isPrivateIdentifier(key)
          ? NONE
          : computed(key, first === undefined ? {} : { value: { node: first, context: inner } }, inner);
    }),
  );
}

/** Functions and classes whose result has the keys of what they are given. */
const SAME: ReadonlySet<string> = new Set(['JSON.stringify', 'JSON.parse', 'Object.entries']);

function ofCall(node: ts.CallExpression | ts.NewExpression, context: Context): Keys | undefined {
  const callee = bare(node.expression);
  const word = ts.isIdentifier(callee) || ts.isPropertyAccessExpression(callee) ? callee.getText() : '';
  const [first] = node.arguments ?? [];
  if (word === 'FormData') return first === undefined ? NONE : OPEN;
  // An address has the keys that are set on it.
  if (word === 'URL' || (word === 'URLSearchParams' && first === undefined)) return NONE;
  if (first !== undefined && (SAME.has(word) || isQuery(node))) return context.shared.keys(first, context);
  if (MERGES.test(word.replace(/^[\w$]+\./u, ''))) return merged((node.arguments ?? []).map(part => context.shared.keys(part, context)));
  if (word === 'Object.fromEntries' && first !== undefined) return ofEntries(first, context);
  const isText = ts.isPropertyAccessExpression(callee) && callee.name.text === 'toString';
  if (isText) return context.shared.keys(callee.expression, context);
  const isFiltered = ts.isPropertyAccessExpression(callee) && callee.name.text === 'filter';
  return isFiltered ? ofEntries(callee.expression, context) : undefined;
}

/** A list of pairs, or what `Object.entries` makes of an object. */
function ofEntries(list: ts.Expression, context: Context): Keys {
  return merged(
    context.shared.terms(list, context).map(({ node, context: inner }) => {
      if (!ts.isArrayLiteralExpression(node)) return ts.isCallExpression(node) ? (ofCall(node, inner) ?? OPEN) : OPEN;
      return merged(node.elements.map(pair => ofPair(bare(pair), inner)));
    }),
  );
}

function ofPair(pair: ts.Expression, context: Context): Keys {
  const [key, value] = ts.isArrayLiteralExpression(pair) ? pair.elements : [];
  const bound: { value?: Bound } = value === undefined ? {} : { value: { node: value, context } };
  return key === undefined ? OPEN : computed(key, bound, context);
}
