/** Expressions → the texts that they may be; what is not known of one are runs of `HOLE`. */
import ts from 'typescript';
import { HOLE } from '../site.js';
import { bare, type Context, MOST, named, step, type Term, type Text } from './context.js';
import { declarationOf, parameterAt } from './declarations.js';
import { isSum } from './facts.js';
import { objectOfKey } from './iterations.js';
import { isWithin } from './places.js';
import { isAddress, isQuery, queryText } from './queries.js';
import { changesOf } from './terms.js';

const LONGEST = 4000;

/** The possible texts of an expression; none when it is `undefined` or `null`. */
export function textsOf(node: ts.Expression, context: Context): Text[] {
  const inner = bare(node);
  const unknown = (): Text[] => [{ text: HOLE, isNamed: context.isNamed }];
  return distinct(step(context, unknown, () => joined(inner, context) ?? eachTerm(inner, context)));
}

function eachTerm(node: ts.Expression, context: Context): Text[] {
  return context.shared.terms(node, context).flatMap(term => ofTerm(term, node, context));
}

/** @param use the expression that comes down to the term, and where it stands */
function ofTerm({ node, context }: Term, use: ts.Expression, outer: Context): Text[] {
  const { shared, isNamed } = context;
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) {
    if (isNamed) shared.reached.add(node);
    return [{ text: node.text.slice(0, LONGEST), isNamed, at: node }];
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return [{ text: node.getText(), isNamed }];
  const whole = joined(node, context);
  if (whole !== undefined) return whole;
  if (isQuery(node)) return [{ text: queryText(use, outer).slice(0, LONGEST), isNamed }];
  if (isAddress(node)) return ofAddress(node, context, use, outer);
  if (ts.isCallExpression(node)) return ofCall(node, context) ?? ofType(node, context);
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'href') return shared.texts(node.expression, context);
  if (ts.isIdentifier(node)) return ofGrown(node, context) ?? ofKeys(node, context) ?? ofType(node, context);
  return ofType(node, context);
}

/** Templates and sums: each stands where its named part does, else it is its own place. */
function joined(node: ts.Expression, context: Context): Text[] | undefined {
  return combined(node, context)?.map(text => ({ ...text, at: text.at === undefined || isWithin(text.at, node) ? node : text.at }));
}

function combined(node: ts.Expression, context: Context): Text[] | undefined {
  if (ts.isTemplateExpression(node)) {
    const { head, templateSpans } = node;
    const parts = templateSpans.flatMap(({ expression, literal }) => [context.shared.texts(expression, context), [plain(literal.text)]]);
    if (context.isNamed) context.shared.reached.add(node);
    return product([[plain(head.text)], ...parts], context);
  }
  if (!isSum(node)) return undefined;
  if (context.isNamed) context.shared.reached.add(node);
  const summands: ts.Expression[] = [];
  let left: ts.Expression = node;
  // Long sums lean to the left: without a loop they would be as deep as they are long.
  while (isSum(left)) {
    summands.unshift(left.right);
    left = bare(left.left);
  }
  return product(
    [left, ...summands].map(summand => context.shared.texts(summand, context)),
    context,
  );
}

function plain(text: string): Text {
  return { text, isNamed: false };
}

/** Every combination, as long as they are few; else what varies is not known. */
function product(parts: readonly (readonly Text[])[], { isNamed }: Context): Text[] {
  let found: Text[] = [{ text: '', isNamed }];
  for (const options of parts) {
    const few = found.length * options.length > MOST ? [plain(HOLE)] : options;
    if (few.length > 0) found = found.flatMap(start => few.map(end => together(start, end)));
  }
  return found;
}

function together(one: Text, other: Text): Text {
  const at = (other.isNamed ? other.at : undefined) ?? (one.isNamed ? one.at : undefined);
  const isNamed = one.isNamed || other.isNamed;
  return { text: (one.text + other.text).slice(0, LONGEST), isNamed, ...(at === undefined ? {} : { at }) };
}

/** What methods make of a text that is known. */
const METHODS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['toLowerCase', (text: string) => text.toLowerCase()],
  ['toUpperCase', (text: string) => text.toUpperCase()],
  ['trim', (text: string) => text.trim()],
  ['toString', (text: string) => text],
]);

/** Functions whose result is what they are given, as long as that is known. */
const SAME: ReadonlySet<string> = new Set(['String', 'encodeURIComponent', 'encodeURI', 'Number', 'Boolean']);

function ofCall(node: ts.CallExpression, context: Context): Text[] | undefined {
  const { texts, terms } = context.shared;
  const callee = bare(node.expression);
  const [first] = node.arguments;
  if (ts.isIdentifier(callee)) return SAME.has(callee.text) && first !== undefined ? texts(first, context) : undefined;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const method = callee.name.text;
  if (method === 'concat') {
    const parts = [callee.expression, ...node.arguments];
    return product(
      parts.map(part => texts(part, context)),
      context,
    );
  }
  if (method === 'join') {
    const by = first === undefined ? [plain(',')] : texts(first, context);
    const lists = terms(callee.expression, context).map(list => entriesOf(list));
    return lists.flatMap(entries => (entries === undefined ? [plain(HOLE)] : product(between(entries, by), context)));
  }
  const make = METHODS.get(method);
  if (make === undefined) return undefined;
  return texts(callee.expression, context).map(one => ({
    ...one,
    text: one.text
      .split(/(\u2d63+)/u)
      .map(piece => (piece.includes(HOLE) ? piece : make(piece)))
      .join(''),
  }));
}

function between<T>(entries: readonly T[], by: T): T[] {
  return entries.flatMap((entry, index) => (index === 0 ? [entry] : [by, entry]));
}

/** The texts of each entry of a list, also when it is filtered; undefined when the list is not known. */
export function entriesOf(list: Term): Text[][] | undefined {
  return step(
    list.context,
    () => undefined,
    () => entriesIn(list),
  );
}

function entriesIn({ node, context }: Term): Text[][] | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'filter') {
    const [list] = context.shared.terms(node.expression.expression, context);
    return list === undefined ? undefined : entriesOf(list);
  }
  if (!ts.isArrayLiteralExpression(node)) return undefined;
  return node.elements.flatMap(element => {
    if (!ts.isSpreadElement(element)) return [context.shared.texts(element, context)].filter(options => options.length > 0);
    return context.shared.terms(element.expression, context).flatMap(term => entriesOf(term) ?? [[plain(HOLE)]]);
  });
}

/** An address with the parameters that it is given later. */
function ofAddress(node: ts.NewExpression, own: Context, use: ts.Expression, context: Context): Text[] {
  const [path] = node.arguments ?? [];
  const query = queryText(use, context);
  const texts = path === undefined ? [plain(HOLE)] : own.shared.texts(path, own);
  return query === ''
    ? texts
    : texts.map(text => ({ ...text, text: `${text.text}${text.text.includes('?') ? '&' : '?'}${query}`.slice(0, LONGEST) }));
}

/** A variable that is put together with `+=`. */
function ofGrown(node: ts.Identifier, context: Context): Text[] | undefined {
  const declaration = declarationOf(node, context);
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const changes = changesOf(declaration, node, context).filter(({ does }) => does === 'set' || does === 'add');
  const firstAdd = changes.findIndex(({ does }) => does === 'add');
  if (firstAdd < 0) return undefined;
  const starts = [declaration.initializer, ...changes.slice(0, firstAdd).flatMap(({ values }) => values)].filter(
    value => value !== undefined,
  );
  const pieces = changes.slice(firstAdd).flatMap(({ values }) => values);
  return product(
    [starts.slice(-1), ...pieces.map(piece => [piece])].map(options =>
      options.flatMap(option => context.shared.texts(option, named(context))),
    ),
    named(context),
  );
}

/** A name that goes through the keys of an object. */
function ofKeys(node: ts.Identifier, context: Context): Text[] | undefined {
  const declaration = declarationOf(node, context);
  const object = declaration === undefined ? undefined : objectOfKey(declaration);
  if (object === undefined) return undefined;
  const { keys, isOpen } = context.shared.keys(object, named(context));
  return [...keys.map(({ name }) => ({ ...name, isNamed: true })), ...(isOpen ? [{ text: HOLE, isNamed: true }] : [])];
}

/** What the checker knows: a member of an enum, or a type that lists its texts. */
function ofType(node: ts.Expression, context: Context): Text[] {
  const { checker, missed } = context.shared;
  const constant = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? checker.getConstantValue(node) : undefined;
  if (constant !== undefined) return [{ text: String(constant), isNamed: true }];
  const type = checker.getTypeAtLocation(node);
  const members = type.isUnion() ? type.types : [type];
  const texts = members.flatMap(member => (member.isStringLiteral() ? [member.value] : []));
  if (texts.length === members.length && texts.length <= MOST) return texts.map(text => ({ text, isNamed: true }));
  const parameter = parameterAt(node, context);
  if (parameter !== undefined) missed.add(parameter);
  return [{ text: HOLE, isNamed: context.isNamed }];
}

function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map(text => [text.text, text])).values()].slice(0, MOST);
}
