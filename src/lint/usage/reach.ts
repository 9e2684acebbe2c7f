/** Indirect uses: who uses the users of an item. */
import { parseIdentity } from '../../items.js';
import type { Step, StepIndex } from './steps.js';
import { type Visit, walk } from './walk.js';

/**
 * Which steps hand a use on: who does this with a user depends on what the user holds. True: whatever the user is. What is left out hands
 * nothing on: an opened e-mail or a visited page starts or selects something whatever stands in it, and putting people into a segment or
 * taking them out does not need its filters. Being put into a campaign starts it.
 */
const HANDED_ON: Readonly<Partial<Record<Step['how'], ReadonlySet<string> | true>>> = {
  contains: true,
  variant: true,
  translation: true,
  category: true,
  collects: true,
  sends: true,
  shows: true,
  links: true,
  targets: true,
  excludes: true,
  filters: new Set(['segment', 'campaign', 'form', 'form_field']),
  decides: new Set(['segment', 'campaign', 'form', 'form_field']),
  adds: new Set(['campaign']),
};

/**
 * Everything that uses an item by way of another, nearest first, then in the order of the snapshot: segments in segments, campaigns that are
 * aimed at a segment, what sends or shows a content; and the forms that hold the questions among them.
 * @param direct the steps by which the item itself is used
 */
export function indirectUsers(start: string, direct: readonly Step[], index: StepIndex): readonly Visit[] {
  const upwards = (step: Step) => ({ step, end: step.from });
  const visits = walk(start, ({ reference, distance }) =>
    distance === 0 ? direct.map(upwards) : index.to(reference).filter(isHandedOn).map(upwards),
  );
  return visits
    .filter(({ distance, by }) => distance > 1 || by?.step.how === 'contains')
    .sort((a, b) => a.distance - b.distance || index.compare(a.reference, b.reference));
}

function isHandedOn({ how, to }: Step): boolean {
  const kinds = HANDED_ON[how];
  return kinds === true || (kinds?.has(parseIdentity(to)?.kind ?? '') ?? false);
}
