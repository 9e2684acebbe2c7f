/** Markup and templates → what they send to Mautic, and the scripts in them. */
import { extname } from 'node:path';
import type { SourceText, TextRange } from '../../text/document.js';
import { readPhp } from '../php/index.js';
import { withoutTold } from '../php/told.js';
import type { Script, Send, SiteNote } from '../site.js';
import { conditionsIn } from './conditions.js';
import { markupOf } from './languages.js';
import { type PageWish, readPage, spelling } from './page.js';
import { sendsOfText } from './php-texts.js';
import { Scripts } from './scripts.js';

export interface MarkupReading {
  readonly sends: readonly Send[];
  /** To be read by the reader of code; at their places in the file. */
  readonly scripts: readonly Script[];
  /** Where a condition stands around markup and scripts; they may overlap. */
  readonly conditions: readonly TextRange[];
  readonly notes: readonly SiteNote[];
}

/** Reads one file of markup, by its ending. Never throws, whatever the text. */
export function readMarkup({ path, text }: SourceText, { helpers }: { readonly helpers: readonly string[] }): MarkupReading {
  const { mask, habits } = markupOf(extname(path).toLowerCase());
  const { markup, code, conditions = [] } = mask(text);
  const scripts = new Scripts();
  const wish: PageWish = { habits, helpers: new Set(helpers.map(spelling)), matters: mattersFor(helpers) };
  for (const { kind, ...at } of code) {
    const own = text.slice(at.start, at.end);
    if (kind.scope !== 'handler' || wish.matters(own)) scripts.add(kind, at, own);
  }
  const php = readPhp(text, path, markup, helpers);
  const sends = readPage(withoutTold(markup, php.told, 0), 0, wish, scripts);
  const told = new Set(php.sends.map(({ start }) => start));
  const texts = php.texts.flatMap(one => sendsOfText(one, wish, scripts)).filter(({ start }) => !told.has(start));
  return {
    sends: inOrder([...sends, ...php.sends, ...texts]),
    scripts: scripts.all(path, text),
    conditions: [...conditions, ...conditionsIn(text, markup, habits.selfCloses), ...php.conditions],
    notes: php.notes,
  };
}

function mattersFor(helpers: readonly string[]): (code: string) => boolean {
  return code => /\bmt\b|mautic/iu.test(code) || helpers.some(helper => code.includes(helper));
}

function inOrder(sends: readonly Send[]): Send[] {
  return [...sends].sort((a, b) => a.start - b.start || a.end - b.end);
}
