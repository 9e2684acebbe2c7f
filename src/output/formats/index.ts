/** The output formats, each loaded only when it is asked for. */
import type { Palette } from '../palette.js';
import type { Report } from '../report.js';

export interface FormatOptions {
  /** Width of the terminal. */
  readonly columns: number;
  readonly palette: Palette;
}

/** A report as text that ends with a line end. Pure. */
export type Format = (report: Report, options: FormatOptions) => string;

export type FormatName = 'stylish' | 'json' | 'github' | 'markdown';

export const FORMATS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  stylish: async () => (await import('./stylish.js')).stylish,
  json: async () => (await import('./json.js')).json,
  github: async () => (await import('./github.js')).github,
  markdown: async () => (await import('./markdown.js')).markdown,
};
