/** The output formats, each loaded only when it is asked for. */
import type { Severity } from '../../finding.js';
import type { Palette } from '../palette.js';
import type { Report } from '../report.js';

export interface FormatOptions {
  /** Width of the terminal. */
  readonly columns: number;
  readonly palette: Palette;
  /** File in which formats show what has no file of its own, for readers that take nothing without one. */
  readonly anchor: string;
  /** Severity from which on a finding breaks the run. */
  readonly failOn: Severity;
}

/** A report as text that ends with a line end. Pure. */
export type Format = (report: Report, options: FormatOptions) => string;

export type FormatName = 'stylish' | 'json' | 'sarif' | 'github' | 'gitlab' | 'junit' | 'checkstyle' | 'rdjson' | 'markdown';

export const FORMATS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  stylish: async () => (await import('./stylish.js')).stylish,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  rdjson: async () => (await import('./rdjson.js')).rdjson,
  markdown: async () => (await import('./markdown.js')).markdown,
};

/** Formats that have a place for fixes: only for these they are worked out. */
export const SHOW_FIXES: ReadonlySet<FormatName> = new Set(['json', 'sarif', 'rdjson']);
