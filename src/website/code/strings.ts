/** Texts in the code → addresses of Mautic and other trackers, names of inputs of its forms, pieces of HTML. */
import ts from 'typescript';
import { type AddressUse, nameOf, sendsOfAddress, type UnplacedSend } from '../addresses.js';
import { isHeldSetting } from '../consent-tools.js';
import { aliasIn, CONTROL_NAMES } from '../form-keys.js';
import { personalValue } from '../personal-values.js';
import type { Context, Text } from './context.js';
import type { Draft } from './drafts.js';
import type { Change } from './facts.js';
import { formAround, valueBeside } from './forms.js';
import { gateOf } from './gate.js';
import { htmlDrafts } from './html-strings.js';
import { isReadAsElement } from './jsx.js';
import type { Sink, World } from './world.js';

const TRACE = /mautic|mtc|mtracking|form\/|focus\/|dwc\/|\/\/|[?&][\w[\]%-]+=/iu;

/** Every text of a file that may be one of these. */
export function stringsIn(file: ts.SourceFile, world: World): Sink[] {
  const { strings, changes } = world.facts(file);
  const own = strings.filter(node => !isScript(node, world) && TRACE.test(node.getText()) && !isReadAsElement(node));
  // Texts that others are made of come last: what they were made into says more.
  const sums = own.filter(node => !ts.isStringLiteralLike(node)).reverse();
  const grown = [...changes.values()].flatMap(list => list.filter(growsText).slice(-1));
  const reached = new Set<ts.Node>();
  const sinkOf = (node: ts.Expression, read: Sink['read']): Sink => ({
    node,
    read: (context, home) => (reached.has(node) ? [] : noting(reached, context, read(context, home))),
  });
  return [
    ...grown.map(change => sinkOf(change.variable, context => draftsOfGrown(change, context, world))),
    ...[...sums, ...own.filter(ts.isStringLiteralLike)].map(node => sinkOf(node, context => draftsOfString(node, context, world))),
  ];
}

/** `x += …`, or a parameter that an address is given: `x.searchParams.set(…)`. */
function growsText({ does, node }: Change): boolean {
  return does === 'add' || (does === 'append' && /\.searchParams\b/u.test(node.getText()));
}

/** A text that is put together piece by piece: what it sends stands in one of its pieces. */
function draftsOfGrown({ variable }: Change, context: Context, world: World): Draft[] {
  const drafts = draftsOfString(variable, context, world);
  const pieces = [...context.shared.reached].filter(node => node.getSourceFile() === variable.getSourceFile());
  return drafts.map(draft => {
    const word = draft.word === undefined ? /\.(?:gif|js)|\/form\//u : `${draft.word}=`;
    const at = pieces.find(piece => (typeof word === 'string' ? piece.getText().includes(word) : word.test(piece.getText())));
    return { ...draft, at: at ?? draft.at };
  });
}

/** A script, and not a page with scripts in it: in a page are other elements as well. */
function isScript(node: ts.Expression, { nested }: World): boolean {
  return nested.has(node) && !/<script\b/iu.test(node.getText());
}

function noting(reached: Set<ts.Node>, { shared }: Context, drafts: Draft[]): Draft[] {
  if (drafts.length > 0) for (const node of shared.reached) reached.add(node);
  return drafts;
}

function draftsOfString(node: ts.Expression, context: Context, world: World): Draft[] {
  return context.shared.texts(node, context).flatMap(text => {
    const alias = aliasIn(text.text);
    if (alias !== undefined) return fieldDrafts(alias, text, node, context, world);
    if (/<[a-z]/iu.test(text.text)) return htmlDrafts(text.text, node);
    return /\s/u.test(text.text.trim()) ? [] : addressDrafts(text, node);
  });
}

function fieldDrafts(alias: string, text: Text, node: ts.Expression, context: Context, world: World): Draft[] {
  if (CONTROL_NAMES.has(alias)) return [];
  const name = nameOf(alias);
  const form = formAround(node, context, world);
  const value = valueBeside(node);
  const person = value === undefined || !ts.isStringLiteralLike(value) ? undefined : personalValue(value.text);
  const send: UnplacedSend = {
    what: 'form_field',
    how: 'form-post',
    key: name.key,
    certainty: name.certainty === 'literal' && text.isNamed ? 'resolved' : name.certainty,
    ...(form === undefined ? {} : { form }),
    ...(person === undefined ? {} : { value: person }),
  };
  return [{ send, at: text.isNamed ? (text.at ?? node) : node }];
}

function addressDrafts({ text, isNamed, at }: Text, node: ts.Expression): Draft[] {
  const source = node.getText();
  return sendsOfAddress(text, useOf(text, node)).map(send => {
    const isGated = send.what === 'tracking' || send.what === 'service';
    const isElsewhere = send.certainty === 'literal' && isNamed && send.key !== '' && !source.includes(send.key);
    return {
      send: {
        ...send,
        ...(isElsewhere ? { certainty: 'resolved' as const } : {}),
        ...(isGated ? { gate: isHeldSetting(assignedTo(node)) ? 'held' : gateOf(node) } : {}),
      },
      at: isElsewhere ? (at ?? node) : node,
      ...(send.inUrl === true && send.key !== '' ? { word: send.key } : {}),
    };
  });
}

/** How an address is used, by its ending and by what it is given to. */
function useOf(text: string, node: ts.Expression): AddressUse {
  const path = text.replace(/[?#].*$/su, '');
  if (/\.js$/u.test(path)) return 'script';
  if (/\.gif$/u.test(path)) return 'image';
  const target = targetOf(node);
  if (/^src$/iu.test(target)) return 'frame';
  if (/^(?:href|to|location|url_link)$/iu.test(target)) return 'link';
  return /^action$/iu.test(target) ? 'form' : 'request';
}

function assignedTo({ parent }: ts.Expression): string {
  return ts.isBinaryExpression(parent) ? parent.left.getText() : '';
}

/** The property or attribute that a text is given to. */
function targetOf({ parent }: ts.Expression): string {
  const holder = ts.isJsxExpression(parent) ? parent.parent : parent;
  if (ts.isBinaryExpression(holder)) return ts.isPropertyAccessExpression(holder.left) ? holder.left.name.text : holder.left.getText();
  if (ts.isPropertyAssignment(holder) || ts.isJsxAttribute(holder)) return holder.name.getText();
  const [first] = ts.isCallExpression(holder) ? holder.arguments : [];
  return first !== undefined && ts.isStringLiteral(first) ? first.text : '';
}
