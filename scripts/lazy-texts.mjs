// Words, law and examples of rules are made when somebody asks for them, with the constants that only they need: a run shows a few rules, and
// hundreds of small objects need not be there.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const LAZY = new Set(['law', 'text', 'examples']);
const LATER = fileURLToPath(new URL('../src/text/later.ts', import.meta.url));

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
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const call = file.statements.find(ts.isExportAssignment)?.expression;
  const [definition] = call !== undefined && ts.isCallExpression(call) ? call.arguments : [];
  if (definition === undefined || !ts.isObjectLiteralExpression(definition)) throw new Error(`${path}: no rule({...})`);
  const lazy = definition.properties.filter(property => ts.isPropertyAssignment(property) && LAZY.has(property.name.getText()));
  const own = ownConstants(file, lazy);
  const getter = property => {
    const [name, constants] = [property.name.getText(), own.filter(({ needers }) => needers[0] === property)];
    const value = property.initializer.getText();
    return `get ${name}() { ${constants.map(({ constant }) => constant.getText()).join('\n')} return $made(this, '${name}', ${value}); }`;
  };
  const changes = [...own.map(({ constant }) => [constant, '']), ...lazy.map(property => [property, getter(property)])];
  const rewritten = changes
    .sort(([one], [other]) => other.pos - one.pos)
    .reduce((result, [node, by]) => result.slice(0, node.getStart()) + by + result.slice(node.end), text);
  return `import { made as $made } from ${JSON.stringify(LATER)};\n${rewritten}`;
}

/** The constants that one of the properties needs, and nothing else. */
function ownConstants(file, properties) {
  const constants = file.statements.filter(ts.isVariableStatement);
  const byName = new Map(
    constants.flatMap(constant => constant.declarationList.declarations.flatMap(({ name }) => namesIn(name).map(one => [one, constant]))),
  );
  const needed = new Map(constants.map(constant => [constant, new Set()]));
  const need = (name, needer) => {
    const constant = byName.get(name);
    if (constant === undefined || needed.get(constant).has(needer)) return;
    needed.get(constant).add(needer);
    for (const other of namesIn(constant)) need(other, needer);
  };
  for (const property of properties) for (const name of namesIn(property)) need(name, property);
  for (const statement of file.statements.filter(other => !constants.includes(other))) {
    for (const name of namesIn(statement, properties)) need(name, file);
  }
  return [...needed]
    .map(([constant, needers]) => ({ constant, needers: [...needers] }))
    .filter(({ needers }) => needers.length === 1 && needers[0] !== file);
}

/** All names in a part of the file, but for what is in the nodes left out. */
function namesIn(node, leftOut = []) {
  if (leftOut.includes(node)) return [];
  if (ts.isIdentifier(node)) return [node.text];
  const names = [];
  ts.forEachChild(node, child => void names.push(...namesIn(child, leftOut)));
  return names;
}
