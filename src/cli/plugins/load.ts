/** Files with rules of the team's own → rules that can be asked, and what is wrong with the others. */
import { rules as builtIn } from '../../../rules/index.js';
import type { Language } from '../../finding.js';
import type { Io } from '../io.js';
import type { Sentence } from './catalogue.js';
import { compile } from './compile.js';
import { codeSentences, loadSentence } from './fault-words.js';
import { LIMITS, type Limits } from './limits.js';
import { type Described, isDescribed } from './rule-shape.js';
import { openThread, type Thread } from './thread.js';

/** A rule of the team's own, without its code, and its file. */
export interface OwnRule {
  readonly file: string;
  readonly described: Described;
}

export interface Loaded {
  readonly thread: Thread;
  readonly limits: Limits;
  readonly own: readonly OwnRule[];
  /** Why files or rules are not among them. */
  readonly troubles: readonly Sentence[];
  /** Ids of rules that are not among them, as far as their files tell. */
  readonly missing: readonly string[];
}

/**
 * Checks, compiles and loads files with rules.
 * @param paths relative to the root, which may be run
 */
export async function loadRules(
  root: string,
  paths: readonly string[],
  language: Language,
  { ruleLimits: limits = LIMITS }: Io,
): Promise<Loaded> {
  const { modules, broken, ids } = compile(root, paths);
  const thread = openThread(modules, limits);
  const own: OwnRule[] = [];
  const troubles: Sentence[] = [];
  const missing: string[] = [];
  for (const file of paths) {
    const faults = broken.get(file);
    const answer = faults === undefined ? await thread.tell({ do: 'load', path: file }) : undefined;
    if (faults !== undefined) troubles.push(...codeSentences(file, faults));
    else if (answer !== undefined && 'fault' in answer) troubles.push(loadSentence(file, answer.fault, limits, language));
    const described = answer !== undefined && 'ok' in answer ? describedIn(answer.ok) : [];
    if (described.length === 0) missing.push(...(ids.get(file) ?? []));
    for (const one of described) {
      const trouble = clash(one, file, own);
      if (trouble === undefined) own.push({ file, described: one });
      else troubles.push(trouble);
    }
  }
  return { thread, limits, own, troubles, missing };
}

/** The thread is our own, but what it sends was made by others. */
function describedIn(value: unknown): readonly Described[] {
  return Array.isArray(value) ? value.filter(isDescribed) : [];
}

/** An id is given once. */
function clash({ id }: Described, file: string, own: readonly OwnRule[]): Sentence | undefined {
  if (builtIn.some(rule => rule.id === id)) return { code: 'plugin-taken', data: { file, rule: id } };
  const other = own.find(({ described }) => described.id === id);
  return other === undefined ? undefined : { code: 'plugin-twice', data: { file, rule: id, other: other.file } };
}
