/** What stands in a file of PHP: its texts, its calls, and what each function gives to its variables. */
import { append } from '../../collections.js';
import type { TextRange } from '../../text/document.js';
import { conditionsOf } from './conditions.js';
import { below, nameIn, type PhpNode, part, partsOf } from './nodes.js';
import { type PhpText, textOf } from './texts.js';

/** A value at a key: `$out['email'] = …`. */
export interface Assigned {
  /** Undefined: `$out[] = …`. */
  readonly key: PhpNode | undefined;
  readonly value: PhpNode | undefined;
}

/** A function, or what stands outside of all. */
export interface Scope {
  readonly name: string | undefined;
  /** Of a closure: where its variables come from, too. */
  readonly around: Scope | undefined;
  readonly values: Map<string, PhpNode[]>;
  readonly keys: Map<string, Assigned[]>;
  readonly returns: PhpNode[];
  readonly calls: PhpNode[];
  readonly texts: PhpText[];
}

export interface Program {
  readonly scopes: readonly Scope[];
  /** By the names of functions and methods, in lower case. */
  readonly functions: ReadonlyMap<string, readonly Scope[]>;
  /** Properties of objects, by their names. */
  readonly properties: Scope;
  /** Where a condition is open. */
  readonly conditions: readonly TextRange[];
}

const FUNCTIONS: ReadonlySet<string> = new Set(['function', 'method', 'closure', 'arrowfunc']);
const CLOSURES: ReadonlySet<string> = new Set(['closure', 'arrowfunc']);

/** Goes through a tree once, without recursion. */
export function programOf(root: PhpNode, source: string): Program {
  const properties = newScope(undefined, undefined);
  const file = newScope(undefined, undefined);
  const scopes = [file];
  const conditions: TextRange[] = [];
  const formats = new Set<unknown>();
  const waiting: [PhpNode, Scope][] = [[root, file]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, around] = next;
    const scope = FUNCTIONS.has(node.kind) ? newScope(nameIn(node), CLOSURES.has(node.kind) ? around : undefined) : around;
    if (scope !== around) scopes.push(scope);
    const text = textOf(node, source, formats.has(node.parts));
    if (text !== undefined) scope.texts.push(text);
    if (node.kind === 'call' && /printf$/u.test(calleeOf(node))) formats.add(partsOf(node, 'arguments')[0]?.parts);
    note(node, scope, properties);
    for (const range of conditionsOf(node, source)) conditions.push(range);
    const inner = text === undefined ? below(node) : text.holes;
    for (let index = inner.length - 1; index >= 0; index -= 1) {
      const child = inner[index];
      if (child !== undefined) waiting.push([child, scope]);
    }
  }
  return { scopes, functions: byName(scopes), properties, conditions };
}

function newScope(name: string | undefined, around: Scope | undefined): Scope {
  return { name, around, values: new Map(), keys: new Map(), returns: [], calls: [], texts: [] };
}

function byName(scopes: readonly Scope[]): Map<string, Scope[]> {
  const found = new Map<string, Scope[]>();
  for (const scope of scopes) if (scope.name !== undefined) append(found, scope.name.toLowerCase(), scope);
  return found;
}

function note(node: PhpNode, scope: Scope, properties: Scope): void {
  if (node.kind === 'call' || node.kind === 'new') scope.calls.push(node);
  const value = part(node, 'expr');
  if (node.kind === 'return' && value !== undefined) scope.returns.push(value);
  const body = part(node, 'body');
  if (node.kind === 'arrowfunc' && body !== undefined) scope.returns.push(body);
  if (node.kind === 'property') noteValue(properties, nameIn(node), part(node, 'value'));
  if (node.kind === 'assign') noteAssign(part(node, 'left'), part(node, 'right'), scope, properties);
}

function noteValue(scope: Scope, name: string | undefined, value: PhpNode | undefined): void {
  if (name !== undefined && value !== undefined) append(scope.values, name, value);
}

function noteAssign(left: PhpNode | undefined, right: PhpNode | undefined, scope: Scope, properties: Scope): void {
  if (left?.kind === 'variable') noteValue(scope, nameIn(left), right);
  if (left?.kind === 'propertylookup') noteValue(properties, nameIn(part(left, 'offset')), right);
  if (left?.kind !== 'offsetlookup') return;
  const base = part(left, 'what');
  const assigned: Assigned = { key: part(left, 'offset'), value: right };
  const name = base?.kind === 'propertylookup' ? nameIn(part(base, 'offset')) : base?.kind === 'variable' ? nameIn(base) : undefined;
  if (name !== undefined) append(base?.kind === 'variable' ? scope.keys : properties.keys, name, assigned);
}

/** The name of what a call calls: the function, or the last part of `$a->b->call`. */
export function calleeOf(call: PhpNode): string {
  const what = part(call, 'what');
  return nameIn(part(what, 'offset') ?? what) ?? '';
}
