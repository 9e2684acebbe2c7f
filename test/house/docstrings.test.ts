/** Every exported function says what its signature does not: in a docstring whose `@param` exist, and that names what it throws. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse, ROOT, sourceFiles } from './program.js';

/** What a command does stands in the header of its file, and in `--help`. */
const IN_HEADER = /^src\/cli\/commands\//u;

type Made = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

interface Exported {
  readonly name: string;
  readonly made: Made;
  /** That which has the docstring. */
  readonly statement: ts.Statement;
}

/** The exported functions of a file, whether declared or kept in a constant; of overloads the first. */
function exportedIn(file: ts.SourceFile): Exported[] {
  const seen = new Set<string>();
  return file.statements
    .flatMap((statement): Exported[] => {
      const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
      if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
      if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? '', made: statement, statement }];
      const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
      return declared.flatMap(({ name, initializer: made }) =>
        made !== undefined && (ts.isArrowFunction(made) || ts.isFunctionExpression(made))
          ? [{ name: name.getText(), made, statement }]
          : [],
      );
    })
    .filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Every name that a parameter gives, those that are taken out of it as well. */
function namesOf({ name }: ts.ParameterDeclaration | ts.BindingElement): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap(element => (ts.isBindingElement(element) ? namesOf(element) : []));
}

/** Does a function throw something itself, that it does not catch? Not what it only hands on, nor what functions inside of it do. */
function throws({ body }: Made): boolean {
  const look = (node: ts.Node, caught: ReadonlySet<string>): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    if (ts.isThrowStatement(node)) return !(ts.isIdentifier(node.expression) && caught.has(node.expression.text));
    if (ts.isTryStatement(node) && node.catchClause !== undefined) {
      const { variableDeclaration: error, block } = node.catchClause;
      const within = error === undefined ? caught : new Set([...caught, ...(ts.isIdentifier(error.name) ? [error.name.text] : [])]);
      return look(block, within) || (node.finallyBlock !== undefined && look(node.finallyBlock, caught));
    }
    return ts.forEachChild(node, child => look(child, caught) || undefined) === true;
  };
  return body !== undefined && look(body, new Set());
}

function faults(path: string, text: string): string[] {
  return exportedIn(parse(path, text)).flatMap(({ name, made, statement }) => {
    const tags = ts.getJSDocTags(statement);
    const known = new Set(made.parameters.flatMap(namesOf));
    const params = tags.filter(ts.isJSDocParameterTag).map(tag => tag.name.getText().replace(/\..*$/su, ''));
    const hasDoc = ts.getJSDocCommentsAndTags(statement).some(ts.isJSDoc);
    return [
      ...(hasDoc || IN_HEADER.test(path) ? [] : [`${path} ${name} has no docstring`]),
      ...params.filter(param => !known.has(param)).map(param => `${path} ${name} has no parameter ${param}`),
      ...(throws(made) && !tags.some(({ tagName }) => tagName.text === 'throws') ? [`${path} ${name} does not say what it throws`] : []),
    ];
  });
}

describe('docstrings', () => {
  it('are there, name parameters that exist, and say what is thrown', () => {
    expect(sourceFiles('src').flatMap(path => faults(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  it.each([
    ['none', 'export function a() {}', ['x.ts a has no docstring']],
    ['none at a constant', 'export const a = () => 1;', ['x.ts a has no docstring']],
    ['a parameter that is gone', '/** A. @param b gone */\nexport function a({ c }: D, [e]: F) {}', ['x.ts a has no parameter b']],
    ['an error', '/** A. */\nexport function a() { if (b) throw new C(); }', ['x.ts a does not say what it throws']],
    ['nothing: all is said', '/**\n * A.\n * @param c taken out\n * @throws C\n */\nexport function a({ c }: D) { throw new C(); }', []],
    ['nothing: an error that is handed on', '/** A. */\nexport function a() { try { throw b; } catch (c) { throw c; } }', []],
    ['nothing: an error of a function inside', '/** A. */\nexport const a = () => () => { throw b; };', []],
    ['nothing: a function of its own', 'function a() { throw b; }', []],
  ])('would be told: %s', (_, text, expected) => {
    expect(faults('x.ts', text)).toEqual(expected);
  });
});
