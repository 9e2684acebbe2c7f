/** Scripts → one program of the compiler over all of them, with what they import from the repository; nothing touches the disk. */
import ts from 'typescript';
import type { Script } from '../site.js';
import { isTooDeep } from './depth.js';
import type { CodeHost } from './index.js';
import { LIB_PATH, LIB_TEXT } from './lib.js';
import { isMinified } from './minified.js';
import type { Resolve } from './resolve.js';

/** A script as a file of the program. */
export interface Unit {
  readonly script: Script;
  /** Differs from those of `script` for a script inside a text of another. */
  readonly text: string;
  readonly dialect: Script['dialect'];
  /** The text in which it stands. */
  readonly inside?: ts.Expression;
  /** Its name in the program. */
  readonly name: string;
}

export interface Sources {
  readonly host: CodeHost;
  readonly resolve: Resolve;
  /** Parsed files by their names: they stay, however often a program is made. */
  readonly parsed: Map<string, ts.SourceFile>;
  /** Files that are nested too deeply for the compiler. */
  readonly tooDeep: Set<string>;
  /** Files with imports that were not followed. */
  readonly unfollowed: Set<string>;
}

const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  checkJs: false,
  noEmit: true,
  noLib: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.Preserve,
  esModuleInterop: true,
  skipLibCheck: true,
  strictNullChecks: true,
};

const KINDS: Readonly<Record<Script['dialect'], ts.ScriptKind>> = {
  ts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
  js: ts.ScriptKind.JS,
  jsx: ts.ScriptKind.JSX,
};

const LONGEST = 1_000_000;

/**
 * @param wanted names of files of the program all of whose imports are followed; of the others, only those that lead to scripts
 */
export function programOf(units: readonly Unit[], sources: Sources, wanted: ReadonlySet<string>): ts.Program {
  const byName = new Map(units.map(unit => [unit.name, unit]));
  const textOf = (name: string): string | undefined =>
    name === LIB_PATH ? LIB_TEXT : (byName.get(name)?.text ?? importedText(name, sources.host));
  const host: ts.CompilerHost = {
    getSourceFile: (name, options) => parsedFile(name, textOf(name), byName.get(name), options, sources),
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(literal => ({ resolvedModule: target(literal, from, byName, sources, wanted) })),
    fileExists: name => textOf(name) !== undefined,
    readFile: textOf,
    writeFile: () => undefined,
    getDefaultLibFileName: () => LIB_PATH,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: name => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
  return ts.createProgram({ rootNames: [LIB_PATH, ...byName.keys()], options: OPTIONS, host });
}

function importedText(name: string, host: CodeHost): string | undefined {
  const text = host.readText(name.slice(1));
  return text === undefined || text.length > LONGEST || isMinified(text) ? undefined : text;
}

function parsedFile(
  name: string,
  text: string | undefined,
  unit: Unit | undefined,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
  { parsed, tooDeep }: Sources,
): ts.SourceFile | undefined {
  const known = parsed.get(name);
  if (known !== undefined || text === undefined) return known;
  const kind = unit === undefined ? undefined : KINDS[unit.dialect];
  const file = orEmpty(() => ts.createSourceFile(name, text, options, true, kind));
  const kept = file ?? ts.createSourceFile(name, '', options, true, kind);
  if (file === undefined) tooDeep.add(name);
  parsed.set(name, kept);
  return kept;
}

/** What is nested deeper than the compiler can follow is left out. */
function orEmpty(parse: () => ts.SourceFile): ts.SourceFile | undefined {
  try {
    const file = parse();
    return isTooDeep(file) ? undefined : file;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function target(
  literal: ts.StringLiteralLike,
  from: string,
  byName: ReadonlyMap<string, Unit>,
  { resolve, unfollowed }: Sources,
  wanted: ReadonlySet<string>,
): ts.ResolvedModuleFull | undefined {
  const path = resolve(literal.text, from.slice(1));
  if (path === undefined) return undefined;
  const name = `/${path}`;
  // A file that only hands on what others export is followed always.
  const isHandedOn = ts.isExportDeclaration(literal.parent) && !byName.has(from);
  if (!byName.has(name) && !wanted.has(from) && !isHandedOn) {
    unfollowed.add(from);
    return undefined;
  }
  const extension = /(?:\.d)?\.[cm]?[jt]sx?$/u.exec(path)?.[0] ?? '.ts';
  return { resolvedFileName: name, extension, isExternalLibraryImport: false };
}
