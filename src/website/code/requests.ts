/** Requests to the API of Mautic → the fields of contacts and companies that they write. */
import ts from 'typescript';
import { type Target, targetOf } from '../api-paths.js';
import { CONTROL_NAMES } from '../form-keys.js';
import { bodyParametersOf } from '../parameters.js';
import { type Bound, bare, type Context, type Key, step } from './context.js';
import { certaintyOf, type Draft, draftsOfKeys, starred } from './drafts.js';
import { returnsOf } from './functions.js';
import type { Sink, World } from './world.js';

const TRACE = /(?:contacts|companies)\/|form\/submit/u;

/** How functions that make requests are mostly called. */
const REQUEST = /fetch|axios|request|ajax|post|patch|send|call|^(?:got|ky|put|api|http|ofetch)$/iu;

/** Calls that lead people somewhere and send nothing. */
const NO_REQUEST =
  /^(?:get|push|replace|navigate|redirect|visit|goto|open|test|match|includes|startsWith|endsWith|log|error|warn|debug)$/iu;
/** Where a request keeps what it sends, and what tells that an object describes a request. */
const BODIES: readonly string[] = ['body', 'data', 'json', 'form', 'formData', 'payload', 'searchParams', 'params'];
const ADDRESSES: readonly string[] = ['url', 'uri', 'path', 'endpoint', 'route'];
const OPTIONS = /^(?:method|headers|url|uri|path|endpoint|mode|credentials|auth|cache|signal|baseURL|type|dataType|success|error)$/u;

/** Every call in a file that may be such a request. */
export function requestsIn(file: ts.SourceFile, world: World): Sink[] {
  if (!world.files.some(({ text }) => TRACE.test(text))) return [];
  return world
    .facts(file)
    .calls.filter(mayBeOne)
    .map(call => ({ node: call, read: context => requestDrafts(call, context) }));
}

/** Told by its looks: it names such an address, or it is one of the functions that make requests. */
function mayBeOne(call: ts.CallExpression): boolean {
  const [first] = call.arguments;
  if (first === undefined || NO_REQUEST.test(wordOf(call.expression))) return false;
  if (call.arguments.length === 1 && mayBeText(bare(first))) return false;
  return REQUEST.test(wordOf(call.expression)) || call.arguments.some(argument => mayBeText(argument) && TRACE.test(argument.getText()));
}

function wordOf(callee: ts.Expression): string {
  const node = bare(callee);
  return ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : '';
}

function requestDrafts(call: ts.CallExpression, context: Context): Draft[] {
  for (const [index, node] of call.arguments.entries()) {
    const described = index === 0 ? describedIn(node, context) : undefined;
    const target = targetAt(described?.address ?? { node, context });
    if (target === undefined) continue;
    const bodies = described?.bodies ?? bodiesIn(call.arguments.slice(index + 1), context);
    return bodies.flatMap(body => (target.of === 'form' ? formDrafts(body, target, call) : bodyDrafts(body, target, call)));
  }
  return [];
}

/** The first of the texts that an expression may be which is such an address. */
function targetAt({ node, context }: Bound): Target | undefined {
  if (!mayBeText(node)) return undefined;
  for (const { text } of context.shared.texts(node, context)) {
    const target = targetOf(text);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** Functions, lists and objects are no addresses: nothing is worked out for them. */
function mayBeText(node: ts.Expression): boolean {
  return (
    !ts.isFunctionExpression(node) && !ts.isArrowFunction(node) && !ts.isArrayLiteralExpression(node) && !ts.isObjectLiteralExpression(node)
  );
}

/** `axios({url, data})`. */
function describedIn(node: ts.Expression, context: Context): { address: Bound; bodies: readonly Bound[] } | undefined {
  if (!ts.isObjectLiteralExpression(bare(node))) return undefined;
  const { keys } = context.shared.keys(node, context);
  const address = keys.find(({ name, value }) => ADDRESSES.includes(name.text) && value !== undefined)?.value;
  return address === undefined ? undefined : { address, bodies: bodyValues(keys) };
}

/** What follows the address: options with a body in them, or what is sent itself. */
function bodiesIn(rest: readonly ts.Expression[], context: Context): readonly Bound[] {
  for (const argument of rest) {
    const inner = bare(argument);
    const isNothing = ts.isStringLiteralLike(inner) || context.shared.terms(argument, context).length === 0;
    if (isNothing || ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) continue;
    const { keys } = ts.isArrayLiteralExpression(inner) ? { keys: [] } : context.shared.keys(argument, context);
    const bodies = bodyValues(keys);
    if (bodies.length > 0 && keys.every(({ name }) => BODIES.includes(name.text) || OPTIONS.test(name.text))) return bodies;
    if (keys.length > 0 && keys.every(({ name }) => OPTIONS.test(name.text))) return [];
    return [{ node: argument, context }];
  }
  return [];
}

function bodyValues(keys: readonly Key[]): Bound[] {
  return keys.flatMap(({ name, value }) => (value !== undefined && BODIES.includes(name.text) ? [value] : []));
}

function bodyDrafts(body: Bound, { of, isBatch }: Exclude<Target, { of: 'form' }>, call: ts.CallExpression): Draft[] {
  const rows = isBatch === true ? rowsIn(body.node, body.context) : [body];
  return rows.flatMap(({ node, context }) =>
    draftsOfKeys(context.shared.keys(node, context), 'rest-push', call, (name, value) => bodyParametersOf(of, name, value)),
  );
}

/** The objects of a list, also as `rows.map(row => ({…}))` and turned into JSON. */
function rowsIn(node: ts.Expression, context: Context): Bound[] {
  return step(
    context,
    () => [{ node, context }],
    () => eachRow(node, context),
  );
}

function eachRow(node: ts.Expression, context: Context): Bound[] {
  return context.shared.terms(node, context).flatMap((term): Bound[] => {
    const { node: list, context: inner } = term;
    if (ts.isArrayLiteralExpression(list)) {
      return list.elements.flatMap(element =>
        ts.isSpreadElement(element) ? rowsIn(element.expression, inner) : [{ node: element, context: inner }],
      );
    }
    if (ts.isCallExpression(list)) {
      const [first] = list.arguments;
      if (list.expression.getText() === 'JSON.stringify' && first !== undefined) return rowsIn(first, inner);
      const isMap = ts.isPropertyAccessExpression(list.expression) && list.expression.name.text === 'map';
      const made = isMap && first !== undefined && (ts.isArrowFunction(first) || ts.isFunctionExpression(first)) ? returnsOf(first) : [];
      if (made.length > 0) return made.map(one => ({ node: one, context: inner }));
    }
    return [term];
  });
}

/**
 * Fields of a form that are kept in an object of their own, `{mauticform: {…}}`; those whose names have brackets are found as texts anywhere.
 * What `new FormData(form)` holds, the inputs of that form say.
 */
function formDrafts({ node, context }: Bound, { form }: { readonly form: string | undefined }, call: ts.CallExpression): Draft[] {
  const around = form === undefined ? {} : { form };
  const { keys, isOpen } = context.shared.keys(node, context);
  const isOfElement = context.shared.terms(node, context).some(term => ts.isNewExpression(term.node));
  if (isOpen && keys.length === 0) {
    const send = { what: 'form_field', how: 'form-post', key: '', certainty: 'open', ...around } as const;
    return isOfElement ? [] : [{ send, at: call }];
  }
  const own = keys.flatMap(({ name, value }) => (name.text === 'mauticform' && value !== undefined ? [value] : []));
  return own
    .flatMap(value => value.context.shared.keys(value.node, value.context).keys)
    .filter(({ name }) => !CONTROL_NAMES.has(name.text))
    .map(({ name }) => ({
      send: { what: 'form_field', how: 'form-post', key: starred(name.text), certainty: certaintyOf(name), ...around },
      at: name.at,
    }));
}
