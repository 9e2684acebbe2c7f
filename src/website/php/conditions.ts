/** Where conditions of PHP are open: what is printed there, or stands there as markup, comes only if they say so. */
import type { TextRange } from '../../text/document.js';
import { below, type PhpNode, part, partsOf } from './nodes.js';

/** What has a condition, and by what name. */
const TESTS: ReadonlyMap<string, string> = new Map([
  ['if', 'test'],
  ['retif', 'test'],
  ['switch', 'test'],
  ['match', 'cond'],
]);
const GUARDS: ReadonlySet<unknown> = new Set(['&&', '||', 'and', 'or', '??', '?:']);
/** Asks only whether the code runs where it belongs: `defined('ABSPATH')`. */
const NO_CHOICE = /^\W*(?:(?:defined|function_exists|class_exists)\s*\([^()]*\)\W*)+$/u;

/** What one node says: of what is in it, and, where it may leave, of all that comes after it. */
export function conditionsOf(node: PhpNode, source: string): TextRange[] {
  return [...inside(node, source), ...behindExits(node, source)];
}

function inside(node: PhpNode, source: string): TextRange[] {
  const isGuard = node.kind === 'bin' && GUARDS.has(node.parts.type);
  const test = part(node, isGuard ? 'left' : (TESTS.get(node.kind) ?? ''));
  return test === undefined || !isChoice(test, source) ? [] : [{ start: test.end, end: node.end }];
}

function isChoice({ start, end }: PhpNode, source: string): boolean {
  return !NO_CHOICE.test(source.slice(start, end));
}

/** `if (!agreed()) return;`, `agreed() or exit;` */
function behindExits(node: PhpNode, source: string): TextRange[] {
  const statement = partsOf(node, 'children').find(child => mayLeave(child, source));
  return statement === undefined ? [] : [{ start: statement.end, end: node.end }];
}

function mayLeave(statement: PhpNode, source: string): boolean {
  if (statement.kind === 'if') {
    const test = part(statement, 'test');
    return test !== undefined && isChoice(test, source) && [part(statement, 'body'), part(statement, 'alternate')].some(leaves);
  }
  const guard = statement.kind === 'expressionstatement' ? part(statement, 'expression') : undefined;
  const left = guard?.kind === 'bin' && GUARDS.has(guard.parts.type) ? part(guard, 'left') : undefined;
  return left !== undefined && isChoice(left, source) && leaves(part(guard, 'right'));
}

const LEAVES: ReadonlySet<string> = new Set(['return', 'exit', 'throw', 'continue', 'break']);

/** Whether it ends with one of these; without recursion into what only may. */
function leaves(node: PhpNode | undefined): boolean {
  let last = node;
  while (last?.kind === 'block' || last?.kind === 'expressionstatement') last = below(last).at(-1);
  return last !== undefined && LEAVES.has(last.kind);
}
