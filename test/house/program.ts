/** The house's own sources as the TypeScript compiler sees them. */
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Paths of the TypeScript files below some folders, relative to the root; generated files are left out. */
export function sourceFiles(...folders: string[]): string[] {
  return folders
    .flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && /\.[cm]?ts$/u.test(entry.name))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter(path => !path.includes('generated'))
    .sort();
}

/** Parses one file; types are not needed to see its shape. */
export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}

export interface Import {
  readonly from: string;
  /** Path from the root for relative imports, else the package name. */
  readonly to: string;
  readonly line: number;
}

/** Every import of a file, static, dynamic and re-exporting ones. */
export function importsOf(path: string, text: string): Import[] {
  const file = parse(path, text);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      const to = specifier.text.startsWith('.') ? join(dirname(path), specifier.text) : specifier.text;
      found.push({ from: path, to, line: file.getLineAndCharacterOfPosition(specifier.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteral | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier : undefined;
  }
  const [argument] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
  return argument !== undefined && ts.isStringLiteral(argument) ? argument : undefined;
}
