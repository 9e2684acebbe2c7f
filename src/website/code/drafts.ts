/** Keys of an object → what it sends, not yet at its place. */
import ts from 'typescript';
import type { UnplacedSend } from '../addresses.js';
import { type Parameter, parametersOf } from '../parameters.js';
import { personalValue } from '../personal-values.js';
import type { Certainty, SendHow } from '../site.js';
import type { Bound, Context, Key, Keys, Text } from './context.js';
import { isWithin } from './places.js';
import { entriesOf } from './texts.js';

/** A send, and the node that says so. */
export interface Draft {
  readonly send: UnplacedSend;
  readonly at: ts.Node | undefined;
  /** A name in a longer text that stands at the node: the send stands where the name does. */
  readonly word?: string;
}

/** What a parameter with a name and a value means to Mautic. */
type Meaning = (name: string, value?: string) => readonly Parameter[];

/** With `*` for what is not known. */
export function starred(text: string): string {
  return text.replaceAll(/\u2d63+/gu, '*');
}

/** `literal` as it stands in the code, `resolved` through names, `pattern` with holes in it, `open` when nothing of it is known. */
export function certaintyOf({ text, isNamed }: Text): Certainty {
  if (/^\u2d63*$/u.test(text)) return 'open';
  return text.includes('\u2d63') ? 'pattern' : isNamed ? 'resolved' : 'literal';
}

/**
 * What the keys of an object send.
 * @param how they get to Mautic
 * @param at where it stands that others follow which cannot be known
 */
export function draftsOfKeys({ keys, isOpen }: Keys, how: SendHow, at: ts.Node, meaning: Meaning = parametersOf): Draft[] {
  const open: Draft[] = isOpen ? [{ send: { what: 'contact_field', key: '', how, certainty: 'open' }, at }] : [];
  return [...keys.flatMap(key => ofKey(key, how, meaning)), ...open];
}

function ofKey({ name, value }: Key, how: SendHow, meaning: Meaning): Draft[] {
  const key = starred(name.text);
  if (key === 'tags') return ofTags(name, value, how, meaning);
  const certainty = certaintyOf(name);
  const person = value === undefined ? undefined : personIn(value);
  return meaning(key).map(({ what, key: alias }) => ({
    send: { what, key: certainty === 'open' ? '' : alias, how, certainty, ...(person === undefined ? {} : { value: person }) },
    at: name.at,
  }));
}

/** Tags stand where their texts do, if that is in the value itself, else where the key does. */
function ofTags(name: Text, value: Bound | undefined, how: SendHow, meaning: Meaning): Draft[] {
  const texts = value === undefined ? undefined : tagTexts(value);
  if (texts === undefined || texts.length === 0) return meaning('tags').map(send => ({ send: { ...send, how }, at: name.at }));
  return texts.flatMap(text =>
    meaning('tags', starred(text.text)).map(({ what, key, certainty }) => {
      const isResolved = certainty === 'literal' && (text.isNamed || name.isNamed);
      const isHere = text.at !== undefined && value !== undefined && isWithin(text.at, value.node);
      return { send: { what, key, how, certainty: isResolved ? ('resolved' as const) : certainty }, at: isHere ? text.at : name.at };
    }),
  );
}

/** Each text in a list of tags, whether it is an array, joined or a text. */
function tagTexts({ node, context }: Bound): Text[] {
  return context.shared.terms(node, context).flatMap(term => {
    const entries = entriesOf(term) ?? joinedEntries(term.node, term.context);
    return entries?.flat() ?? term.context.shared.texts(term.node, term.context);
  });
}

/** Of `[…].join(',')` the entries matter, not their combinations. */
function joinedEntries(node: ts.Expression, context: Context): Text[][] | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'join')
    return undefined;
  const lists = context.shared.terms(node.expression.expression, context).map(term => entriesOf(term));
  return lists.some(list => list === undefined) ? undefined : lists.flatMap(list => list ?? []);
}

/** What a literal value says of a person; names are not followed for it. */
function personIn({ node, context }: Bound): UnplacedSend['value'] {
  if (!ts.isStringLiteralLike(node) && !ts.isConditionalExpression(node) && !ts.isIdentifier(node) && !ts.isBinaryExpression(node))
    return undefined;
  return context.shared
    .texts(node, context)
    .map(({ text }) => personalValue(text))
    .find(found => found !== undefined);
}
