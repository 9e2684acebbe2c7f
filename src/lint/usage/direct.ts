/** Direct uses of an item, by what they do with it, and what the item does itself. */
import { group } from '../../collections.js';
import type { How, Item } from '../../mautic/snapshot.js';
import { type Recipients, recipientsIn } from './recipients.js';
import type { Step, StepIndex } from './steps.js';
import { WHOLE } from './wholesale.js';

/** What is done with the item; `given`: its value is read and leaves Mautic. In the order in which it is told. */
const DEEDS = [
  'collects',
  'writes',
  'reads',
  'given',
  'filters',
  'decides',
  'adds',
  'removes',
  'targets',
  'excludes',
  'sends',
  'shows',
  'links',
  'tracks',
  'shares',
  'category',
  'variant',
  'translation',
  'other_mapping',
] as const satisfies readonly (Step['how'] | 'given')[];
export type Deed = (typeof DEEDS)[number];

/** Why a use that does not name the item is one: it means any item of the kind, the whole record, or all items of a category. */
export type Scope = 'any' | 'whole' | 'category';

export interface DirectUse {
  readonly step: Step;
  readonly deed: Deed;
  readonly scope?: Scope;
  /** Who outside gets the value, as references such as `recipient:crm.example`. */
  readonly recipients: readonly string[];
}

interface Name {
  readonly reference: string;
  readonly scope: Scope;
  /** Left out: every use of that name. */
  readonly how?: How;
}

/**
 * Every direct use of a reference, by deed, then in the order of the snapshot. That a form holds a question is no use of the question.
 * @param item undefined for what is not in the snapshot
 */
export function directUses(reference: string, item: Item | undefined, index: StepIndex): readonly DirectUse[] {
  const recipients = recipientsIn(index);
  const own = index.to(reference).flatMap(step => usesOf(step, undefined, recipients));
  const wider = item === undefined ? [] : widerNames(item).flatMap(name => widerUses(name, reference, index, recipients));
  const byDeed = group([...own, ...wider], ({ deed }) => deed);
  return DEEDS.flatMap(deed => byDeed.get(deed) ?? []);
}

function widerUses({ reference, scope, how }: Name, self: string, index: StepIndex, recipients: Recipients): DirectUse[] {
  return index
    .to(reference)
    .filter(step => step.from !== self && (how === undefined || step.how === how))
    .flatMap(step => usesOf(step, scope, recipients));
}

function usesOf(step: Step, scope: Scope | undefined, recipientsOf: Recipients): DirectUse[] {
  if (step.how === 'contains') return [];
  const recipients = recipientsOf(step);
  const deed = step.how === 'reads' && recipients.length > 0 ? 'given' : step.how;
  return [{ step, deed, recipients, ...(scope === undefined ? {} : { scope }) }];
}

function widerNames(item: Item): Name[] {
  const record = WHOLE.get(item.kind);
  const category = item.kind === 'asset' ? item.category : undefined;
  return [
    { reference: `${item.kind}:*`, scope: 'any' },
    ...(record === undefined ? [] : [{ reference: record, scope: 'whole', how: 'reads' } as const]),
    ...(category === undefined ? [] : [{ reference: category, scope: 'category', how: 'links' } as const]),
  ];
}

/** What an item does itself, in order. A form does what its questions do. */
export function deedsOf(reference: string, index: StepIndex): readonly Step[] {
  const own = index.from(reference);
  const questions = own.filter(({ how }) => how === 'contains').map(({ to }) => to);
  return [...own.filter(({ how }) => how !== 'contains'), ...questions.flatMap(question => index.from(question))];
}
