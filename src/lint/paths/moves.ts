/** How people move on in Mautic: from the form that they fill in to tags, segments, campaigns, and to what is sent to them. */
import { group } from '../../collections.js';
import { isKind } from '../../items.js';
import type { SnapshotView } from '../snapshot-view.js';
import { compareSteps, inOrder, type Step, type StepIndex } from '../usage/steps.js';
import { isNegative } from './conditions.js';

export interface Move {
  readonly step: Step;
  /** Where people are before; `kind:*` stands for any item of the kind. */
  readonly start: string;
  /** Where they are then. */
  readonly end: string;
  /** A condition beside another one that fewer things lead to: by itself it lets nobody in. */
  readonly minor?: true;
}

export interface MoveIndex {
  readonly all: readonly Move[];
  /** What people at a reference move on by, those of "any item of the kind" included; in the order of the snapshot. */
  from(reference: string): readonly Move[];
  /** What leads to a reference. */
  to(reference: string): readonly Move[];
  /** The items that `kind:*` stands for. */
  everyOne(any: string): readonly string[];
  /** Order of two references, see `StepIndex`. */
  compare(one: string, other: string): number;
}

type Direction = 'along' | 'against';

const REACHED: ReadonlySet<string> = new Set(['tag', 'segment', 'campaign', 'stage', 'point_group', 'contact_field', 'company_field']);

/** The moves among the steps. Linear. */
export function indexMoves(snapshot: SnapshotView, steps: StepIndex): MoveIndex {
  const { compare } = steps;
  const moves = steps.all.flatMap(step => moveBy(step) ?? []);
  const all = markMinor(moves);
  const from = inOrder(
    group(all, ({ start }) => start),
    (a, b) => compare(a.end, b.end) || compareSteps(a.step, b.step),
  );
  const to = inOrder(
    group(all, ({ end }) => end),
    (a, b) => compare(a.start, b.start) || compareSteps(a.step, b.step),
  );
  return {
    all,
    compare,
    to,
    everyOne: any => {
      const kind = kindOf(any);
      return isKind(kind) ? snapshot.items(kind).map(snapshot.reference) : [];
    },
    from: reference => {
      const any = snapshot.item(reference) === undefined ? [] : from(`${kindOf(reference)}:*`);
      return any.length === 0 ? from(reference) : [...from(reference), ...any];
    },
  };
}

function moveBy(step: Step): Move | undefined {
  const direction = directionOf(step);
  if (direction === undefined) return undefined;
  return direction === 'along' ? { step, start: step.from, end: step.to } : { step, start: step.to, end: step.from };
}

/** Being put into something, being sent something: along. Being chosen, started or counted by something: against. */
function directionOf({ how, to, use }: Step): Direction | undefined {
  switch (how) {
    case 'contains':
    case 'variant':
    case 'translation':
      return 'along';
    case 'collects':
    case 'adds':
      return REACHED.has(kindOf(to)) ? 'along' : undefined;
    case 'writes':
      return REACHED.has(kindOf(to)) && use?.delta !== 'down' ? 'along' : undefined;
    case 'sends':
      return use?.staff === true ? undefined : 'along';
    case 'links':
      return use?.at === 'form.action' ? 'along' : undefined;
    case 'targets':
      return 'against';
    case 'filters':
      return use?.at === 'segment.filter' && isKind(kindOf(to)) && !isNegative(use.op) ? 'against' : undefined;
    case 'decides':
      return isKind(kindOf(to)) && (use?.at === 'point.action' || use?.at === 'trigger.points') ? 'against' : undefined;
    default:
      return undefined;
  }
}

/**
 * Conditions that must hold together let in only those who fulfil all. People come in by the one that fewest things lead to, and by "has any
 * value" last of all: "gave money" beside "has an e-mail address" is no list of all who have an address.
 */
function markMinor(moves: readonly Move[]): readonly Move[] {
  const filters = moves.filter(({ step }) => step.how === 'filters');
  const together = [...group(filters, ({ step }) => step.from).values()].flatMap(conditionsTogether);
  if (together.length === 0) return moves;
  const leading = countBy(moves, ({ end }) => end);
  const ofKind = countBy(moves, ({ end }) => kindOf(end));
  const leadingTo = (start: string): number =>
    leading.get(start) ?? (start === `${kindOf(start)}:*` ? ofKind.get(kindOf(start)) : undefined) ?? 0;
  const weightOf = ({ step, start }: Move): number => (step.use?.op === 'set' ? moves.length : 0) + leadingTo(start);
  const minor = new Set<Move>();
  for (const rows of together) {
    const weights = rows.map(row => row.reduce((sum, move) => sum + weightOf(move), 0));
    const least = Math.min(...weights);
    for (const [at, row] of rows.entries()) if ((weights[at] ?? 0) > least) for (const move of row) minor.add(move);
  }
  return minor.size === 0 ? moves : moves.map(move => (minor.has(move) ? { ...move, minor: true } : move));
}

/** The conditions of a segment that must hold together, for each of its groups that has more than one. */
function conditionsTogether(filters: readonly Move[]): Move[][][] {
  if (filters.length < 2) return [];
  const groups = [...group(filters, ({ step }) => step.use?.group ?? 0).values()];
  return groups.map(own => [...group(own, ({ step }) => step.use?.n ?? 0).values()]).filter(rows => rows.length > 1);
}

function countBy(moves: readonly Move[], keyOf: (move: Move) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const move of moves) {
    const key = keyOf(move);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function kindOf(reference: string): string {
  return reference.slice(0, Math.max(0, reference.indexOf(':')));
}
