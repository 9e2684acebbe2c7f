/** All scripts together, as the readers see them. */
import type ts from 'typescript';
import type { Context, Given, Shared } from './context.js';
import type { Draft } from './drafts.js';
import { type Facts, factsOf } from './facts.js';
import { keysOf } from './keys.js';
import { queueNames } from './queue.js';
import { termsOf } from './terms.js';
import { textsOf } from './texts.js';

/** A place that sends something, and how to tell what: again for every call of the function around it, if need be. */
export interface Sink {
  readonly node: ts.Node;
  /** @param home the place itself, or the call of the function around it that is followed */
  readonly read: (context: Context, home: ts.Node) => Draft[];
}

export interface World {
  readonly checker: ts.TypeChecker;
  /** Only of scripts: what is imported from elsewhere is not among them. */
  readonly files: readonly ts.SourceFile[];
  readonly facts: (file: ts.SourceFile) => Facts;
  /** How the queue function is called. */
  readonly names: ReadonlySet<string>;
  readonly helpers: ReadonlySet<string>;
  /** Scripts inside strings: those are read apart. */
  readonly nested: ReadonlySet<ts.Node>;
  /** A new evaluation, in which nothing is missed yet. */
  readonly context: (given?: ReadonlyMap<ts.ParameterDeclaration, Given>) => Context;
}

/** Steps that the evaluation of one place may take. */
const MOST_STEPS = 4000;

/**
 * Facts of a file are found when it is first asked for.
 * @param nested scripts inside strings, which are read apart
 * @param helpers names of the team's own functions that send to Mautic
 */
export function worldOf(
  program: ts.Program,
  files: readonly ts.SourceFile[],
  nested: ReadonlySet<ts.Node>,
  helpers: readonly string[],
): World {
  const checker = program.getTypeChecker();
  const known = new Map<ts.SourceFile, Facts>();
  const facts = (file: ts.SourceFile): Facts => {
    const found = known.get(file) ?? factsOf(file);
    known.set(file, found);
    return found;
  };
  const context: World['context'] = (given = new Map()) => {
    const shared: Shared = {
      checker,
      facts,
      terms: termsOf,
      texts: textsOf,
      keys: keysOf,
      work: { left: MOST_STEPS, depth: 0 },
      missed: new Set(),
      files: new Set(),
      reached: new Set(),
    };
    return { shared, given, isNamed: false };
  };
  return { checker, files, facts, names: queueNames(files, facts), helpers: new Set(helpers), nested, context };
}
