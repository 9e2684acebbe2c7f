/** Reads a text as a file of markup, and shows what is sent as short lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../../../src/text/position.js';
import { type MarkupReading, readMarkup } from '../../../src/website/markup/index.js';
import type { Send } from '../../../src/website/site.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/website/markup');

export function fixture(name: string): string {
  return readFileSync(join(FIXTURES, name), 'utf8');
}

export function read(path: string, text: string, helpers: readonly string[] = []): MarkupReading {
  return readMarkup({ path, text }, { helpers });
}

/** `line:column what key (certainty, how) more`, in the order of the text. */
export function shown(text: string, sends: readonly Send[]): string[] {
  const lines = linesOf(text);
  return sends.map(({ what, key, how, certainty, start, end: _, ...more }) => {
    const { line, column } = lines.position(start);
    const rest = Object.entries(more).map(([name, value]) => (value === true ? name : `${name}=${value}`));
    return [`${line}:${column}`, what, key === '' ? '-' : key, `(${certainty}, ${how})`, ...rest].join(' ');
  });
}

export function sent(path: string, text: string, helpers: readonly string[] = []): string[] {
  return shown(text, read(path, text, helpers).sends);
}

/** The marked texts of sends. */
export function marked(path: string, text: string, helpers: readonly string[] = []): string[] {
  return read(path, text, helpers).sends.map(({ start, end }) => text.slice(start, end));
}

/** What is no blank in the scripts of a file, with what is known of them. */
export function scripts(path: string, text: string): string[] {
  return read(path, text).scripts.map(script => {
    const kind = [script.dialect, script.inline === true ? 'inline' : '', script.held === true ? 'held' : ''].filter(word => word !== '');
    return `${kind.join(' ')}: ${script.text
      .replaceAll(/[ \t\r\n]+/gu, ' ')
      .trim()
      .replaceAll(/\u2d63+/gu, '…')}`;
  });
}
