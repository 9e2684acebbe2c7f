/** Markup and templates → what they send to Mautic, and the scripts in them. */
import type { SourceText } from '../../text/document.js';
import type { Script, Send, SiteNote } from '../site.js';

export interface MarkupReading {
  readonly sends: readonly Send[];
  /** To be read by the reader of code; at their places in the file. */
  readonly scripts: readonly Script[];
  readonly notes: readonly SiteNote[];
}

/** Reads one file of markup, by its ending. */
export function readMarkup(_source: SourceText, _wish: { readonly helpers: readonly string[] }): MarkupReading {
  return { sends: [], scripts: [], notes: [] };
}
