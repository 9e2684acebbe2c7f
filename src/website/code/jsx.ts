/** Elements of JSX → what they send. */
import ts from 'typescript';
import { type Element, type ElementSend, formOf, sendsOfComponent, sendsOfElement } from '../elements.js';
import { HOLE } from '../site.js';
import type { Context, Text } from './context.js';
import { type Draft, draftsOfKeys } from './drafts.js';
import { formAround } from './forms.js';
import { gateOf } from './gate.js';
import type { Sink, World } from './world.js';

type Opening = ts.JsxOpeningElement | ts.JsxSelfClosingElement;

/** How HTML calls what React calls otherwise. */
const HTML_NAMES: Readonly<Record<string, string>> = { classname: 'class', htmlfor: 'for' };

/** Every element of a file that is one of HTML, a script, or a component of the team. */
export function elementsIn(file: ts.SourceFile, world: World): Sink[] {
  return world.facts(file).elements.flatMap((node): Sink[] => {
    const tag = node.tagName.getText();
    if (isHtml(tag)) return [{ node, read: (context, home) => elementDrafts(node, home, context, world) }];
    return world.helpers.has(tag) ? [{ node, read: context => componentDrafts(node, context, world) }] : [];
  });
}

function isHtml(tag: string): boolean {
  return tag === 'Script' || /^[a-z][\w-]*$/u.test(tag);
}

/** Tells whether a text stands in an attribute of an element that is read as such. */
export function isReadAsElement(node: ts.Node): boolean {
  const holder = ts.isJsxExpression(node.parent) ? node.parent.parent : choiceIn(node);
  return ts.isJsxAttribute(holder) && isHtml(holder.parent.parent.tagName.getText());
}

/** A text may be one of several: `src={isHere ? 'a' : 'b'}`. */
function choiceIn(node: ts.Node): ts.Node {
  let at = node.parent;
  while (ts.isParenthesizedExpression(at) || ts.isConditionalExpression(at) || ts.isBinaryExpression(at) || ts.isJsxExpression(at))
    at = at.parent;
  return at;
}

function elementDrafts(node: Opening, home: ts.Node, context: Context, world: World): Draft[] {
  const name = node.tagName.getText().toLowerCase();
  const form = formOfElement(node, context) ?? formOfElement(home, context);
  return variantsOf(node, context).flatMap(attributes => {
    const sends = sendsOfElement({ name, attributes: plainOf(attributes), ...(form === undefined ? {} : { form }) });
    return sends.map(send => placed(send, node, attributes, context, world));
  });
}

/** A form has an id, an input a name; a component without either gives parameters. */
function componentDrafts(node: Opening, context: Context, world: World): Draft[] {
  const form = formOfElement(node, context);
  const variants = variantsOf(node, context);
  if (FORM.test(node.tagName.getText())) {
    return variants.flatMap(attributes => {
      const found = formIn(attributes);
      const send: ElementSend = {
        what: 'form',
        how: 'form-embed',
        certainty: 'open',
        key: '',
        ...found,
        ...(found && { certainty: 'literal' }),
      };
      return [placed(send, node, attributes, context, world)];
    });
  }
  if (!variants.some(attributes => attributes.has('name'))) {
    const { keys, isOpen } = context.shared.keys(node.attributes, context);
    return draftsOfKeys({ keys: keys.filter(({ name }) => !NO_PARAMETER.test(name.text)), isOpen }, 'mt', node);
  }
  return variants.flatMap(attributes => {
    const element = { name: 'input', attributes: plainOf(attributes), ...(form === undefined ? {} : { form }) };
    return sendsOfComponent(element).map(send => placed(send, node, attributes, context, world));
  });
}

/** What steers a component, and is no datum. */
const NO_PARAMETER = /^(?:key|ref|id|children|className|style|type|label|placeholder|required|disabled|on[A-Z]\w*)$/u;

type Attributes = ReadonlyMap<string, Text & { readonly node: ts.Node }>;

function plainOf(attributes: Attributes): Element['attributes'] {
  return new Map([...attributes].map(([name, { text }]) => [name, text]));
}

/** What the attributes may be; where several texts are possible, one variant for each. */
function variantsOf({ attributes }: Opening, context: Context): Attributes[] {
  const found = attributes.properties.flatMap(attribute => {
    if (!ts.isJsxAttribute(attribute)) return [];
    const name = attribute.name.getText().toLowerCase();
    const texts = attributeTexts(attribute.initializer, context);
    const key = Object.hasOwn(HTML_NAMES, name) ? (HTML_NAMES[name] ?? name) : name;
    return [{ key, node: attribute.initializer ?? attribute, texts: texts.length === 0 ? [UNKNOWN] : texts }];
  });
  const count = Math.max(1, ...found.map(({ texts }) => texts.length));
  return Array.from({ length: count }, (_, index) => {
    return new Map(found.map(({ key, node, texts }) => [key, { ...(texts[Math.min(index, texts.length - 1)] ?? UNKNOWN), node }]));
  });
}

const UNKNOWN: Text = { text: HOLE, isNamed: false };

function attributeTexts(initializer: ts.JsxAttributeValue | undefined, context: Context): Text[] {
  if (initializer === undefined) return [{ text: '', isNamed: false }];
  const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
  return value === undefined ? [UNKNOWN] : context.shared.texts(value, context);
}

function placed({ attribute, ...send }: ElementSend, node: Opening, attributes: Attributes, context: Context, world: World): Draft {
  const from = attribute === undefined ? undefined : attributes.get(attribute);
  const isResolved = send.certainty === 'literal' && from?.isNamed === true && from.node.getText().includes(send.key) === false;
  const form = send.what === 'form_field' && send.form === undefined && isPrefixed(from) ? formAround(node, context, world) : undefined;
  return {
    send: {
      ...send,
      ...(isResolved ? { certainty: 'resolved' as const } : {}),
      ...(send.gate === 'none' ? { gate: gateOf(node) } : {}),
      ...(form === undefined ? {} : { form }),
    },
    at: from === undefined ? node : ((isResolved ? from.at : undefined) ?? insideBraces(from.node)),
    ...(send.inUrl === true && send.key !== '' ? { word: send.key } : {}),
  };
}

function isPrefixed(from: Text | undefined): boolean {
  return from?.text.startsWith('mautic') === true;
}

/** The text itself, without the braces around it. */
function insideBraces(node: ts.Node): ts.Node {
  return ts.isJsxExpression(node) && node.expression !== undefined ? node.expression : node;
}

/** A form of HTML, or a component that is one. */
const FORM = /^form$|Form$/u;

/** The form of an element, by what HTML has, or by the properties that components have for it. */
function formIn(attributes: Attributes): { readonly key: string; readonly attribute: string } | undefined {
  const known = formOf(plainOf(attributes));
  if (known !== undefined) return { key: known, attribute: attributes.has('action') ? 'action' : 'id' };
  const attribute = ['formid', 'id', 'formname', 'name'].find(name => /^(?:[\w-]+)$/u.test(attributes.get(name)?.text ?? ''));
  return attribute === undefined ? undefined : { key: attributes.get(attribute)?.text ?? '', attribute };
}

function formOfElement(node: ts.Node, context: Context): string | undefined {
  for (let at: ts.Node = node.parent; at !== undefined; at = at.parent) {
    if (!ts.isJsxElement(at) || at.openingElement === node || !FORM.test(at.openingElement.tagName.getText())) continue;
    const forms = variantsOf(at.openingElement, context).map(formIn);
    return forms.length === 1 ? forms[0]?.key : undefined;
  }
  return undefined;
}
