/** The team's own rules through the compiler: checked against the published types, then made into code. Nothing is written. */
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { type Host, hostOf, OPTIONS } from './host.js';
import type { Module } from './module.js';

/** What is wrong with a line of a rule. */
export interface CodeFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The compiler's own words (English), or what is imported that a rule may not have. */
  readonly message: { readonly compiler: string } | { readonly refused: string };
}

export interface Compiled {
  readonly modules: readonly Module[];
  /** Files of `plugins` that cannot be run, with what is wrong in them and in what they import. */
  readonly broken: ReadonlyMap<string, readonly CodeFault[]>;
  /** Ids of the rules in each file, as far as they stand there as such. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/**
 * Checks and compiles files with rules.
 * @param paths relative to the root
 */
export function compile(root: string, paths: readonly string[]): Compiled {
  const view = hostOf(root);
  const program = ts.createProgram({ rootNames: paths.map(path => join(root, path)), options: OPTIONS, host: view.host });
  const own = program.getSourceFiles().filter(({ fileName }) => view.isOwn(fileName));
  const faults = new Map(own.map(file => [file.fileName, faultsOf(file, program, view, root)]));
  const broken = new Map<string, readonly CodeFault[]>();
  const ids = new Map<string, readonly string[]>();
  for (const path of paths) {
    const reached = reach(join(root, path), view.imports);
    const found = reached.flatMap(file => faults.get(file) ?? []);
    ids.set(path, idsIn(program.getSourceFile(join(root, path))));
    if (found.length > 0) broken.set(path, found);
  }
  const isRun = new Set(paths.filter(path => !broken.has(path)).flatMap(path => reach(join(root, path), view.imports)));
  const modules = own
    .filter(({ fileName, isDeclarationFile }) => isRun.has(fileName) && !isDeclarationFile)
    .map(file => moduleOf(file, view, root));
  return { modules, broken, ids };
}

/** A file and all that it imports, each once. */
function reach(file: string, imports: Host['imports']): string[] {
  const seen = new Set([file]);
  for (const next of seen) for (const target of imports.get(next)?.values() ?? []) seen.add(target);
  return [...seen];
}

function faultsOf(file: ts.SourceFile, program: ts.Program, { refused }: Host, root: string): CodeFault[] {
  const at = (start: number): Omit<CodeFault, 'message'> => {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    return { file: nameIn(root, file.fileName), line: line + 1, column: character + 1 };
  };
  const own = refused.filter(entry => entry.file === file.fileName);
  const said = new Set(own.map(({ start }) => start));
  const syntax = program.getSyntacticDiagnostics(file);
  // Of broken syntax, types say nothing that helps.
  const diagnostics = syntax.length > 0 ? syntax : program.getSemanticDiagnostics(file);
  return [
    ...own.map(({ start, specifier }) => ({ start, message: { refused: specifier } })),
    ...diagnostics
      .filter(({ start }) => !said.has(start ?? 0))
      .map(({ start = 0, messageText }) => ({ start, message: { compiler: ts.flattenDiagnosticMessageText(messageText, '\n') } })),
  ]
    .sort((one, other) => one.start - other.start)
    .map(({ start, message }) => ({ ...at(start), message }));
}

function moduleOf({ fileName, text }: ts.SourceFile, { imports }: Host, root: string): Module {
  const { outputText, sourceMapText = '' } = ts.transpileModule(text, {
    // These two endings would say which sort of module it is, whatever is asked for.
    fileName: fileName.replace(/\.m([jt]s)$/u, '.$1'),
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: OPTIONS.target, sourceMap: true },
  });
  const targets = [...(imports.get(fileName) ?? [])].map(([specifier, target]) => [specifier, nameIn(root, target)] as const);
  const code = outputText.replace(/^\/\/# sourceMappingURL=.*$/mu, '');
  return { path: nameIn(root, fileName), code, map: sourceMapText, imports: new Map(targets) };
}

/** Ids that stand as such in `rule({id: …})`: what is set and waived for these rules is no mistake while they cannot be run. */
function idsIn(file: ts.SourceFile | undefined): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'id' && ts.isStringLiteralLike(node.initializer))
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  if (file !== undefined) visit(file);
  return found;
}

function nameIn(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}
