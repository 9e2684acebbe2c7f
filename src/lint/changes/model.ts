/** What a branch changes for people: what it adds and what it takes back, each as one change of one thing. */
import type { Declarations } from '../../declarations/model.js';
import type { Place, SeveritySetting } from '../../finding.js';
import type { LegalBasis } from '../../generated/declaration.js';
import type { Baseline } from '../baseline/baseline.js';
import type { Indexes } from '../indexes.js';
import type { Policy } from '../policy.js';
import type { SnapshotView } from '../snapshot-view.js';

/** The policy and Mautic at one time: where the branch began, or now. */
export interface Side {
  readonly declarations: Declarations;
  readonly snapshot: SnapshotView;
  readonly policy: Policy;
  readonly indexes: Pick<Indexes, 'untouchedCoreFields'>;
  readonly baseline: Baseline | null;
  /** How heavy each rule weighs, by its id; left out: not known. */
  readonly severities?: ReadonlyMap<string, SeveritySetting>;
}

/** More for people to know of: each kind of change, in the order in which they are told. */
export const MORE = [
  'new-data',
  'new-item',
  'new-purpose',
  'purpose-added',
  'new-recipient',
  'recipient-added',
  'recipient-abroad',
  'retention-longer',
  'retention-reworded',
  'clock-changed',
  'end-weaker',
  'required',
  'basis-weaker',
  'basis-changed',
  'special-added',
  'profiling-raised',
  'tracking-added',
  'tracking-raised',
  'gate-opened',
  'cookie-added',
  'cookie-longer',
  'subjects-added',
  'channels-added',
  'not-personal',
  'not-special',
  'waiver-added',
  'waiver-longer',
  'rule-weaker',
  'baseline-grown',
  'budget-raised',
] as const;

/** What was given up, or is said where it was not. */
export const LESS = [
  'data-gone',
  'item-gone',
  'purpose-gone',
  'purpose-dropped',
  'recipient-gone',
  'recipient-dropped',
  'retention-shorter',
  'optional',
  'basis-stronger',
  'special-gone',
  'profiling-lowered',
  'tracking-gone',
  'tracking-lowered',
  'cookie-gone',
  'cookie-shorter',
  'waiver-gone',
  'rule-stronger',
  'baseline-shrunk',
  'budget-lowered',
  'documented',
  'decided',
] as const;

export type MoreKind = (typeof MORE)[number];
export type LessKind = (typeof LESS)[number];
export type ChangeKind = MoreKind | LessKind;

/** A purpose, a recipient, or a word of a closed list, whose key is then its name. */
export interface Named {
  readonly key: string;
  readonly name: string;
}

export interface BranchChange {
  readonly kind: ChangeKind;
  /** Identity, as in findings. */
  readonly subject: string;
  /** What the subject is called, and a kind of item or the word for what is none. */
  readonly name: string;
  readonly of: string;
  /** Of a question: the form it stands in. */
  readonly form?: string;
  /** What was added or dropped. */
  readonly values?: readonly Named[];
  /** Of a legal basis: which ones it was and is now. */
  readonly bases?: { readonly before: readonly LegalBasis[]; readonly after: readonly LegalBasis[] };
  /** As it is written; left out when there was nothing. */
  readonly before?: string | number;
  readonly after?: string | number;
  /** Mautic has it, and no declaration speaks of it. */
  readonly undeclared?: true;
  /** Of a new question: people must answer it. */
  readonly required?: true;
  readonly place: Place;
}

/** Who is spoken of: the same in every change about one thing. */
export type Subject = Pick<BranchChange, 'subject' | 'name' | 'of' | 'form' | 'place'>;

/** Is it more for people, or less? */
export function isMore(kind: ChangeKind): kind is MoreKind {
  return MORE.some(more => more === kind);
}
