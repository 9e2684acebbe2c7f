/** Problems as tests compare them: where each stands, its code, and what it is about. */
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Declarations, Problem } from '../../src/declarations/model.js';
import type { SourceText } from '../../src/text/document.js';
import { linesOf } from '../../src/text/position.js';

/** `line:column code subject`, with the file in front when there are several. */
export function tell(problems: readonly Problem[], { files }: Pick<Declarations, 'files'>): string[] {
  return problems.map(({ code, subject, place }) => {
    const file = files.find(({ path }) => path === place.file);
    const start = place.range?.[0] ?? file?.document.rangeOf(place.path, place.at)?.start;
    const { line, column } = start === undefined ? { line: '?', column: '?' } : linesOf(file?.text ?? '').position(start);
    return `${files.length > 1 ? `${place.file}:` : ''}${line}:${column} ${code} ${subject}`;
  });
}

export const FILE = 'privacy/a.yaml';

/** One file; `version: 1` is its first line. */
export function build(yaml: string): Declarations {
  return buildDeclarations([{ path: FILE, text: `version: 1\n${yaml}` }]);
}

/** Files by name, `version: 1` as their first line. */
export function buildFiles(files: Readonly<Record<string, string>>): Declarations {
  return buildDeclarations(sources(files));
}

export function sources(files: Readonly<Record<string, string>>): SourceText[] {
  return Object.entries(files).map(([path, yaml]) => ({ path, text: `version: 1\n${yaml}` }));
}

/** The problems of one file, without its first line in the count: line 1 is the first line of `yaml`. */
export function told(yaml: string): string[] {
  const declarations = build(yaml);
  return tell(declarations.problems, declarations).map(text => text.replace(/^\d+/u, line => String(Number(line) - 1)));
}
