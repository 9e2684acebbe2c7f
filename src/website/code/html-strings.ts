/** Pieces of HTML inside texts of the code. */
import type ts from 'typescript';
import { type Element, formOf, sendsOfElement } from '../elements.js';
import type { Draft } from './drafts.js';
import { gateOf } from './gate.js';

/** An opening tag, as long as it is written in the ordinary way. */
const TAG = /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/giu;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/gu;

/** A script with what stands in it, which is read apart. */
const SCRIPT = /(<script\b[^>]*>)[\s\S]*?(?=<\/script)/giu;

/** What the elements in a text send. */
export function htmlDrafts(html: string, node: ts.Expression): Draft[] {
  const elements = elementsIn(html.replace(SCRIPT, '$1'));
  const form = elements.filter(({ name }) => name === 'form').map(({ attributes }) => formOf(attributes));
  const around = form.length === 1 && form[0] !== undefined ? { form: form[0] } : {};
  return elements.flatMap(element =>
    sendsOfElement({ ...element, ...around }).map(({ attribute: _, ...send }) => ({
      send: send.gate === 'none' ? { ...send, gate: gateOf(node) } : send,
      at: node,
      ...(send.key === '' || send.certainty !== 'literal' ? {} : { word: send.key }),
    })),
  );
}

function elementsIn(html: string): Element[] {
  return [...html.matchAll(TAG)].map(([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare ?? '']),
    ),
  }));
}
