/** What the evaluation of expressions works with: what a name stands for, what was not known, and how much work is left. */
import ts from 'typescript';
import type { KnownKeys } from '../known-keys.js';
import type { Facts } from './facts.js';

/** An expression, and what the names in it stand for. */
export interface Bound {
  readonly node: ts.Expression;
  readonly context: Context;
}

/** What an expression comes down to, once names, conditions and casts are followed; and the variables that it came through. */
export interface Term extends Bound {
  readonly variables: readonly ts.VariableDeclaration[];
}

/** A possible text of an expression; what is not known are runs of `HOLE`. */
export interface Text {
  readonly text: string;
  /** It does not stand there as such: a name was followed. */
  readonly isNamed: boolean;
  /** Where it stands, or the part of it that decides. */
  readonly at?: ts.Node;
}

export interface Key {
  readonly name: Text;
  readonly value?: Bound;
}

/** The keys that an object may have. */
export type Keys = KnownKeys<Key>;

/** What one parameter of a function is given; a list for the last of the form `...rest`. */
export type Given = Bound | readonly Bound[] | undefined;

export interface Context {
  readonly shared: Shared;
  /** Of the functions whose calls are followed: what their parameters are given. */
  readonly given: ReadonlyMap<ts.ParameterDeclaration, Given>;
  /** A name was followed to get here. */
  readonly isNamed: boolean;
}

/** The parts of the evaluator, which need each other. */
interface Evaluator {
  readonly terms: (node: ts.Expression, context: Context) => Term[];
  readonly texts: (node: ts.Expression, context: Context) => Text[];
  readonly keys: (node: ts.Expression, context: Context) => Keys;
}

/** Of one evaluation. */
export interface Shared extends Evaluator {
  readonly checker: ts.TypeChecker;
  readonly facts: (file: ts.SourceFile) => Facts;
  readonly work: { left: number; depth: number };
  /** Parameters without which something stays unknown. */
  readonly missed: Set<ts.ParameterDeclaration>;
  /** Files that the evaluation went through. */
  readonly files: Set<ts.SourceFile>;
  /** Literals that were reached through a name. */
  readonly reached: Set<ts.Node>;
}

/** No list of possibilities grows beyond this. */
export const MOST = 20;
const DEEPEST = 40;

/** Runs a step of the evaluation; when the work is used up, or the depth, the answer is `otherwise`. */
export function step<T>({ shared: { work } }: Context, otherwise: () => T, run: () => T): T {
  if (work.left <= 0 || work.depth >= DEEPEST) return otherwise();
  work.left -= 1;
  work.depth += 1;
  const result = run();
  work.depth -= 1;
  return result;
}

/** From here on what is found comes by a name (a variable, a function), and is no longer literal. */
export function named(context: Context): Context {
  return context.isNamed ? context : { ...context, isNamed: true };
}

/** An expression without brackets, casts and marks that say nothing about its value. */
export function bare(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isTypeAssertionExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isAwaitExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}
