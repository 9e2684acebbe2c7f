/** Scripts inside the texts of other scripts: a snippet in a template, a page that a server writes. */
import ts from 'typescript';
import { HOLE } from '../site.js';
import { isSum } from './facts.js';

/** A script in a text; `text` is as long as the file, and blank around it. */
interface Nested {
  readonly node: ts.Expression;
  readonly text: string;
}

const SCRIPT = /MauticTrackingObject|\bmt\s*\(\s*\\?['"`]\s*send\b/u;

/** Finds them among the texts of a file. */
export function nestedIn(file: ts.SourceFile, strings: readonly ts.Expression[]): Nested[] {
  if (!SCRIPT.test(file.text)) return [];
  return strings.flatMap(node => {
    if (!SCRIPT.test(file.text.slice(node.pos, node.end))) return [];
    const code = scriptsOnly(contentOf(node, file));
    return SCRIPT.test(code)
      ? [{ node, text: blank(file.text.slice(0, node.getStart(file))) + code + blank(file.text.slice(node.end)) }]
      : [];
  });
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, character => ' '.repeat(character.length));
}

/** The characters of a text at their places; what is filled in, and the joints of a sum, are runs of `HOLE`. */
function contentOf(node: ts.Expression, file: ts.SourceFile): string {
  const start = node.getStart(file);
  let content = '';
  for (const { from, to } of piecesOf(node, file)) {
    content += between(file.text.slice(start + content.length, from)) + unescaped(file.text.slice(from, to));
  }
  return content + blank(file.text.slice(start + content.length, node.end));
}

/** Two literals that follow each other are one; whatever else stands between them is not known. */
function between(text: string): string {
  return /^[\s'"`+]*$/u.test(text) ? blank(text) : text.replace(/[^\r\n]/gu, character => HOLE.repeat(character.length));
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

function piecesOf(node: ts.Expression, file: ts.SourceFile): Piece[] {
  const pieces: Piece[] = [];
  const stack: ts.Node[] = [node];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (isSum(at)) stack.push(at.right, at.left);
    else if (ts.isStringLiteralLike(at)) pieces.push({ from: at.getStart(file) + 1, to: at.end - 1 });
    else if (ts.isParenthesizedExpression(at)) stack.push(at.expression);
    else if (ts.isTemplateExpression(at)) {
      const { head, templateSpans } = at;
      pieces.push({ from: head.getStart(file) + 1, to: head.end - 2 });
      for (const { literal } of templateSpans) {
        pieces.push({ from: literal.getStart(file) + 1, to: literal.end - (ts.isTemplateTail(literal) ? 1 : 2) });
      }
    }
  }
  return pieces;
}

const QUOTES = /['"`]/u;

/**
 * Escapes become as many characters that mean the same to a parser: beside an escaped quote is a blank, outside of the text that it opens or
 * closes.
 */
function unescaped(text: string): string {
  let open: string | undefined;
  return text.replace(/\\[\s\S]|['"`]/gu, found => {
    const character = found.slice(-1);
    const gap = ' '.repeat(found.length - 1);
    if (!QUOTES.test(character)) return /[ntr\r\n]/u.test(character) ? ' '.repeat(found.length) : gap + character;
    const closes = open === character;
    if (closes || open === undefined) open = closes ? undefined : character;
    return closes ? character + gap : gap + character;
  });
}

/** Of a page, only what stands in its scripts. */
function scriptsOnly(content: string): string {
  if (!/<script\b/iu.test(content)) return content;
  let code = '';
  for (const match of content.matchAll(/<script\b[^>]*>([\s\S]*?)<\s*\\?\/script/giu)) {
    const from = match.index + match[0].indexOf('>') + 1;
    code += blank(content.slice(code.length, from)) + content.slice(from, from + (match[1] ?? '').length);
  }
  return code + blank(content.slice(code.length));
}
