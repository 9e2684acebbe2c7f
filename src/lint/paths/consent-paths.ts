/** The ways people take through Mautic, and where they are asked for their consent: one index for all that follows them. */
import type { Item } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import type { Indexed } from '../forms/questions.js';
import { campaignFinder } from '../retention/named-campaigns.js';
import { type Asking, askingIn } from './asking.js';
import { type Gate, gateOf } from './gates.js';
import { indexMoves, type Move, type MoveIndex } from './moves.js';
import { type Needs, needsOf } from './needs.js';
import { openingsOf } from './openings.js';
import { lookedAt } from './reasons.js';
import { heldAt } from './recorded-yes.js';
import { type Ground, type Right, rightBy, type Signs, signsOf } from './rights.js';
import { type Structure, structureOf } from './structure.js';

export interface ConsentPaths {
  readonly moves: MoveIndex;
  readonly asking: Asking;
  readonly structure: Structure;
  /** The consents that an item needs of the people it reaches. */
  needs(item: Item): Needs;
  /** The yes to one of these purposes; worked out once for each list. */
  right(purposes: readonly string[]): Right;
  /** A yes that shows in another way. */
  rightBy(signs: Signs): Right;
  gate(move: Move, right: Right): Gate | undefined;
  /** References of what a move looks at, where it only lets people pass who said yes. */
  lookedAt(move: Move, right: Right): readonly string[];
}

/** Who a yes reaches is worked out for each right when it is first asked for, and kept: rules ask for the same ones. */
export function consentPaths(context: Indexed): ConsentPaths {
  const structure = structureOf(context);
  const asking = askingIn(context);
  const ground: Ground = {
    context,
    structure,
    asking,
    held: heldAt(context),
    campaignNamed: campaignFinder(context.snapshot),
    openings: openingsOf(structure, context.snapshot),
  };
  const rights = new Map<string, Right>();
  return {
    moves: indexMoves(context.snapshot, context.indexes.steps),
    asking,
    structure,
    needs: laterBy((item: Item) => needsOf(context.policy, item)),
    right: purposes => {
      const key = purposes.join('\n');
      const known = rights.get(key) ?? rightBy(signsOf(purposes, ground), ground);
      rights.set(key, known);
      return known;
    },
    rightBy: signs => rightBy(signs, ground),
    gate: (move, right) => gateOf(move, right, ground),
    lookedAt: (move, right) => lookedAt(move, right, ground),
  };
}
