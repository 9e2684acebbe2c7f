/** Functions → the places in the scripts that call them, elements of JSX among them. */
import ts from 'typescript';
import { append } from '../../collections.js';
import { bare } from './context.js';
import { functionOf } from './declarations.js';
import { nameOfFunction } from './functions.js';
import type { World } from './world.js';

/** A call, and what it gives. */
interface Caller {
  /** The function that is called. */
  readonly code: ts.SignatureDeclaration;
  readonly node: ts.CallExpression | ts.JsxOpeningElement | ts.JsxSelfClosingElement;
  readonly given: readonly ts.Expression[];
}

export type Callers = (code: ts.SignatureDeclaration) => readonly Caller[];

interface Candidate extends Omit<Caller, 'code'> {
  readonly callee: ts.Expression;
}

/** Makes the function that finds callers. They are indexed by name, once; only those of the same name are asked what they really call. */
export function callersIn(world: World): Callers {
  let known: ReadonlyMap<string, readonly Candidate[]> | undefined;
  const context = world.context();
  return code => {
    const name = nameOfFunction(code);
    if (name === undefined) return [];
    known ??= indexOf(world);
    const candidates = [...(known.get(name) ?? []), ...(known.get('*') ?? [])];
    return candidates.filter(({ callee }) => functionOf(callee, context) === code).map(({ node, given }) => ({ code, node, given }));
  };
}

/** By the name that is called; under `*` those that an import may have renamed. */
function indexOf(world: World): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const file of world.files) {
    const renamed = renamedIn(file);
    for (const candidate of candidatesIn(file, world)) {
      const { callee } = candidate;
      const word = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
      append(index, renamed.has(word) ? '*' : word, candidate);
    }
  }
  return index;
}

function candidatesIn(file: ts.SourceFile, world: World): Candidate[] {
  const { calls, elements } = world.facts(file);
  return [
    ...calls.map(node => ({ node, callee: bare(node.expression), given: node.arguments })),
    ...elements.flatMap(node => (ts.isJsxNamespacedName(node.tagName) ? [] : [{ node, callee: node.tagName, given: [node.attributes] }])),
  ];
}

/** Names that an import gives: they may differ from the function's own. */
function renamedIn(file: ts.SourceFile): ReadonlySet<string> {
  const names = file.statements.flatMap(statement => {
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const bindings = clause?.namedBindings;
    const renamed =
      bindings !== undefined && ts.isNamedImports(bindings)
        ? bindings.elements.filter(({ propertyName }) => propertyName !== undefined)
        : [];
    return [...(clause?.name === undefined ? [] : [clause.name.text]), ...renamed.map(({ name }) => name.text)];
  });
  return new Set(names);
}
