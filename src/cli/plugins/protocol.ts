/** What is said between the program and the thread in which the team's own rules run. */
import type { Problem } from '../../declarations/model.js';
import type { SeveritySetting } from '../../finding.js';
import { isRecord } from '../../guards.js';
import type { LintInput } from '../../lint/lint.js';
import type { Snapshot } from '../../mautic/snapshot.js';
import type { SourceText } from '../../text/document.js';
import type { Misfit } from './shapes.js';

/** The policy as texts and data, from which the thread makes the same context as the program. */
export interface PolicyInput extends Pick<LintInput, 'snapshot' | 'now' | 'preset' | 'configured' | 'site' | 'url'> {
  readonly sources: readonly SourceText[];
  /** Those of the texts, and of what only the program can look at. */
  readonly problems: readonly Problem[];
  readonly baseline: SourceText | null;
  readonly base?: BaseInput;
}

export interface BaseInput {
  readonly sources: readonly SourceText[];
  readonly snapshot: Snapshot | null;
  readonly baseline: SourceText | null;
  readonly severities?: ReadonlyMap<string, SeveritySetting>;
}

export type Question =
  /** Is it there? */
  | { readonly do: 'start' }
  /** Runs a file; its rules are the answer, without their code. */
  | { readonly do: 'load'; readonly path: string }
  /** Takes in a policy; the ids of those rules are the answer that have something to look at. */
  | { readonly do: 'policy'; readonly input: PolicyInput; readonly rules: readonly string[] }
  | { readonly do: 'check'; readonly rule: string }
  | { readonly do: 'example'; readonly rule: string; readonly which: 'bad' | 'good' };

/** Why there is no answer. `slow`, `memory`, `ended`: the thread is gone. */
export type Fault =
  | { readonly is: 'threw'; readonly detail: string }
  | { readonly is: 'misfits'; readonly misfits: readonly Misfit[] }
  | { readonly is: 'slow' | 'memory' | 'ended' };

export type Answer = { readonly ok: unknown } | { readonly fault: Fault };

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

export interface Answered {
  readonly id: number;
  readonly answer: Answer;
}

/** Our own thread has sent it. */
export function isAnswered(value: unknown): value is Answered {
  return isRecord(value) && typeof value.id === 'number' && isRecord(value.answer);
}
