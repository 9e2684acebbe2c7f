// js-yaml sets up its schemas whenever it is imported; the program takes its events only. Marked as pure, what nobody asks for is left out.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const KINDS = new Set([ts.SyntaxKind.CallExpression, ts.SyntaxKind.NewExpression, ts.SyntaxKind.TemplateExpression]);

/** For esbuild: the calls that give top-level variables of js-yaml their values. */
export const pureYaml = {
  name: 'pure-yaml',
  setup(build) {
    build.onLoad({ filter: /\/js-yaml\/dist\/.*\.mjs$/ }, async ({ path }) => ({
      loader: 'js',
      contents: withMarks(await readFile(path, 'utf8')),
    }));
  },
};

function withMarks(text) {
  const file = ts.createSourceFile('js-yaml.mjs', text, ts.ScriptTarget.Latest);
  const values = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) => (initializer !== undefined && KINDS.has(initializer.kind) ? [initializer] : []));
  return values.reduceRight((result, value) => {
    const start = value.getStart(file);
    return `${result.slice(0, start)}/* @__PURE__ */ (() => ${text.slice(start, value.end)})()${result.slice(value.end)}`;
  }, text);
}
