// Words, law and examples of rules are made when somebody asks for them: a run shows a few rules, and hundreds of small objects need not be there.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const LAZY = new Set(['law', 'text', 'examples']);

/** For esbuild: turns these properties of `rule({...})` into getters that give way to what they make. */
export const lazyTexts = {
  name: 'lazy-texts',
  setup(build) {
    build.onLoad({ filter: /\/rules\/[\w-]+\/[\w-]+\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: withGetters(path, await readFile(path, 'utf8')),
    }));
  },
};

function withGetters(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const call = file.statements.find(ts.isExportAssignment)?.expression;
  const [definition] = call !== undefined && ts.isCallExpression(call) ? call.arguments : [];
  if (definition === undefined || !ts.isObjectLiteralExpression(definition)) throw new Error(`${path}: no rule({...})`);
  const lazy = definition.properties.filter(property => ts.isPropertyAssignment(property) && LAZY.has(property.name.getText(file)));
  const rewritten = lazy.reduceRight((result, property) => {
    const name = property.name.getText(file);
    const getter = `get ${name}() { return $made(this, '${name}', ${property.initializer.getText(file)}); }`;
    return result.slice(0, property.getStart(file)) + getter + result.slice(property.end);
  }, text);
  return `${rewritten}\nfunction $made(rule, name, value) { Object.defineProperty(rule, name, { value, enumerable: true }); return value; }\n`;
}
