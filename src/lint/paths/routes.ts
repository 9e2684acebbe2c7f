/** The ways from one item to another, shortest first. */
import { walkBack } from './backwards.js';
import type { Move, MoveIndex } from './moves.js';

export type Route = readonly Move[];

export interface Routes {
  readonly routes: readonly Route[];
  /** The search was cut off: there are more, and nobody has counted them. */
  readonly isCut: boolean;
}

/** So many steps are tried, however many ways there are. */
const TRIED = 100_000;

interface Head {
  readonly reference: string;
  readonly length: number;
  readonly by?: { readonly move: Move; readonly before: Head };
}

/**
 * The shortest ways on which nothing is visited twice, in order of their length, then of the snapshot. Of several moves between the same two
 * items the first is taken. A way is followed only where its goal can be reached, and the nearer ends first.
 * @param most how many ways at most
 */
export function routesBetween(from: string, to: string, moves: MoveIndex, passes: (move: Move) => boolean, most: number): Routes {
  const left = new Map(walkBack([to], moves, passes).map(({ reference, distance }) => [reference, distance]));
  const routes: Route[] = [];
  const heads = headsFrom(from, left, head => (head.reference === to ? [] : nextMoves(head, moves, passes)));
  for (const head of heads.inOrder) {
    if (head.reference !== to || head.length === 0) continue;
    if (routes.length === most) return { routes, isCut: true };
    routes.push(movesOf(head));
  }
  return { routes, isCut: heads.areCut() };
}

interface Heads {
  /** By the length of the whole way, as short as it can become. */
  readonly inOrder: Iterable<Head>;
  areCut(): boolean;
}

/** @param left how far it is from each reference to the goal */
function headsFrom(from: string, left: ReadonlyMap<string, number>, next: (head: Head) => readonly Move[]): Heads {
  let tried = 0;
  const onwards = function* (head: Head): Generator<readonly [length: number, head: Head]> {
    for (const move of next(head)) {
      const rest = left.get(move.end);
      if (rest === undefined || isOn(move.end, head)) continue;
      tried += 1;
      if (tried > TRIED) return;
      const length = head.length + 1;
      yield [length + rest, { reference: move.end, length, by: { move, before: head } }];
    }
  };
  const inOrder = function* (): Generator<Head> {
    const lists: Head[][] = [];
    lists[left.get(from) ?? 0] = left.has(from) ? [{ reference: from, length: 0 }] : [];
    // The lists grow while they are gone through, none that is behind. The last is taken first: it is nearest to its goal.
    for (let length = 0; length < lists.length; length++) {
      for (let head = lists[length]?.pop(); head !== undefined; head = lists[length]?.pop()) {
        yield head;
        for (const [whole, further] of [...onwards(head)].reverse()) {
          const list = lists[whole];
          if (list === undefined) lists[whole] = [further];
          else list.push(further);
        }
      }
    }
  };
  return { inOrder: { [Symbol.iterator]: inOrder }, areCut: () => tried > TRIED };
}

/** The first move to each end. */
function nextMoves({ reference }: Head, moves: MoveIndex, passes: (move: Move) => boolean): readonly Move[] {
  const byEnd = new Map<string, Move>();
  for (const move of moves.from(reference)) if (!byEnd.has(move.end) && passes(move)) byEnd.set(move.end, move);
  return [...byEnd.values()];
}

function isOn(reference: string, head: Head): boolean {
  for (let at: Head | undefined = head; at !== undefined; at = at.by?.before) if (at.reference === reference) return true;
  return false;
}

function movesOf(head: Head): Route {
  const route: Move[] = [];
  for (let { by } = head; by !== undefined; { by } = by.before) route.push(by.move);
  return route.reverse();
}
