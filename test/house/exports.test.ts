/** What is exported is imported by somebody: by another file, by a test, or by whoever uses the library. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { append } from '../../src/collections.js';
import { parse, ROOT, sourceFiles } from './program.js';

/** The library, whose users are elsewhere. */
const PUBLIC = 'src/index.ts';

type Texts = ReadonlyMap<string, string>;

/** Functions, classes and constants that a file exports by name. */
function exportsOf(path: string, text: string): string[] {
  return parse(path, text).statements.flatMap(statement => {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined
      ? [statement.name.text]
      : [];
  });
}

/** The files that a file imports, by their paths from the root; a script names some of them in text. */
function targetsOf(path: string, text: string): readonly string[] {
  if (path.endsWith('.mjs')) return [...text.matchAll(/(?:src|rules)\/[\w./-]+\.ts/gu)].map(([name]) => name);
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => join(dirname(path), fileName).replace(/\.js$/u, '.ts'));
}

/** Exports whose name stands in no file that imports theirs. */
function unimported(texts: Texts): string[] {
  const importers = new Map<string, ReadonlySet<string>[]>();
  for (const [path, text] of texts) {
    const words = new Set(text.match(/[\w$]+/gu));
    for (const target of new Set(targetsOf(path, text))) append(importers, target, words);
  }
  return [...texts]
    .filter(([path]) => path !== PUBLIC && /^(?:src|rules)\//u.test(path))
    .flatMap(([path, text]) => {
      const others = importers.get(path) ?? [];
      const names = exportsOf(path, text).filter(name => !others.some(words => words.has(name)));
      return names.map(name => `${path}: ${name}`);
    });
}

function scripts(...folders: string[]): string[] {
  return folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.mjs'))
      .map(name => join(folder, name)),
  );
}

it('every export has an importer', () => {
  const paths = [...sourceFiles('src', 'rules', 'test', 'assembly'), ...scripts('scripts', 'test')];
  expect(unimported(new Map(paths.map(path => [path, readFileSync(join(ROOT, path), 'utf8')])))).toEqual([]);
});

it('bites: an export that only its own file uses is told, one that a test or a script uses is not', () => {
  const texts = new Map([
    ['src/a.ts', 'export const own = 1;\nexport function used() { return own; }\nexport class Tested {}\nexport const bundled = 1;'],
    ['src/b.ts', "const { used } = await import('./a.js');"],
    ['src/c.ts', "const own = 'of another file';"],
    ['test/a.test.ts', "import { Tested } from '../src/a.js';"],
    ['scripts/x.mjs', "contents: `import { bundled } from './src/a.ts'`"],
  ]);
  expect(unimported(texts)).toEqual(['src/a.ts: own']);
});
