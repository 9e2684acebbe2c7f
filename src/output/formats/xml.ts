/** Elements → an XML document. Everything in them is escaped here, so that a format cannot forget it. */
import { escapeXml } from '../escape.js';

export interface Element {
  readonly name: string;
  /** Raw values; undefined ones are left out. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly Element[];
  /** Raw lines of text. */
  readonly lines?: readonly string[];
}

/** The document, with a line end at its end. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup(root, '')}\n`;
}

function markup({ name, attributes = {}, children = [], lines = [] }: Element, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  );
  const start = `${indent}<${name}${given.join('')}`;
  if (lines.length > 0) return `${start}>${lines.map(escapeXml).join('\n')}</${name}>`;
  if (children.length === 0) return `${start}/>`;
  return `${start}>\n${children.map(child => markup(child, `${indent}  `)).join('\n')}\n${indent}</${name}>`;
}
