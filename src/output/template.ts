/** Templates of messages: `{placeholder}`, `[left out when a placeholder in it is empty[, but not for this one]]`, text to type in backticks. */
import { type Sentence, text } from './parts.js';

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'code' | 'optional'; readonly nodes: readonly TemplateNode[] };

const PLACEHOLDER = /\{([a-z_]+)\}/u;
/** Code first: brackets in it are brackets. */
const TOKEN = /`([^`]*)`|\[((?:[^[\]`]|`[^`]*`|\[(?:[^[\]`]|`[^`]*`)*\])*)\]|\{([a-z_]+)\}/u;

/** Reads a template. What is no token is text, an unpaired bracket too. */
export function parseTemplate(template: string): readonly TemplateNode[] {
  return split(template, TOKEN, ([, code, optional, name = '']) => {
    if (code !== undefined) return { kind: 'code', nodes: placeholders(code) };
    return optional === undefined ? { kind: 'placeholder', name } : { kind: 'optional', nodes: parseTemplate(optional) };
  });
}

/** Fills in a template of ours that has no text to type; an optional part is left out when one of its placeholders is empty. */
export function fill(template: string, data: Readonly<Record<string, Sentence>>): Sentence {
  const write = (node: TemplateNode): Sentence => {
    if (node.kind === 'text') return [text(node.text)];
    if (node.kind === 'placeholder') return data[node.name] ?? [];
    const isFilled = node.nodes.every(inner => inner.kind !== 'placeholder' || (data[inner.name] ?? []).length > 0);
    return isFilled ? node.nodes.flatMap(write) : [];
  };
  return parseTemplate(template).flatMap(write);
}

function placeholders(text: string): readonly TemplateNode[] {
  return split(text, PLACEHOLDER, ([, name = '']) => ({ kind: 'placeholder', name }));
}

function split(text: string, token: RegExp, nodeOf: (match: RegExpExecArray) => TemplateNode): TemplateNode[] {
  const nodes: TemplateNode[] = [];
  let rest = text;
  for (let match = token.exec(rest); match !== null; match = token.exec(rest)) {
    if (match.index > 0) nodes.push({ kind: 'text', text: rest.slice(0, match.index) });
    nodes.push(nodeOf(match));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest !== '') nodes.push({ kind: 'text', text: rest });
  return nodes;
}
