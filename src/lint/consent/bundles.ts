/** One tick for several things: consents that share a holder, and boxes whose words name more than one thing. */
import type { Entry } from '../../declarations/model.js';
import type { Place } from '../../finding.js';
import type { Purpose, Use } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { type Indexed, isChoice, type Known, labelOf, liveParts, placeOf, type Question } from '../forms/questions.js';
import { nameOf, nameOfPurpose } from '../policy.js';
import type { HeldConsent } from './holders.js';
import { bundledWords } from './texts.js';

export interface ConsentBundle {
  readonly subject: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place }[];
  readonly label: string;
  /** Purposes as people read them, or the words of the box. */
  readonly covers: readonly string[];
  readonly certain: boolean;
}

/** Every bundle, each once: a box that fills a shared holder is not looked at again. */
export function consentBundles(context: Indexed): ConsentBundle[] {
  const { consentHolders: holders } = context.indexes;
  const boxes = context.indexes.consentBoxes.filter(({ certainty }) => certainty === 'declared');
  const purposes = new Map(boxes.map(box => [box.reference, box.purposes]));
  const parts = liveParts(context).filter(part => isChoice(part) && part.entry?.value.role !== 'opt-out');
  const shared = [...holders].flatMap(([holder, held]) => {
    const sharers = differentPurposes(context, held);
    return sharers.length < 2 ? [] : [sharedBundle(context, holder, sharers, parts)];
  });
  const told = new Set(shared.map(({ subject }) => subject));
  const others = parts.filter(({ target }) => target === undefined || !told.has(comparableKey(target)));
  return [...shared, ...others.flatMap(part => wordedBundle(context, part, purposes.get(part.reference)))];
}

interface Sharer {
  readonly purpose: Entry<Purpose>;
  readonly place: Place;
}

const CHANNEL_USES: ReadonlySet<Use | undefined> = new Set<Use | undefined>([
  'email-marketing',
  'message-marketing',
  'call-post-marketing',
]);

/**
 * The purposes that one holder serves, if they differ in use. Channels of one advertising purpose may share a box where the declaration says
 * so, but not in Poland, where the consent must name the channel.
 */
function differentPurposes({ declarations }: Known, held: readonly HeldConsent[]): readonly Sharer[] {
  const sharers = held.flatMap(({ of, purposes, place }) => {
    const purpose = of === 'purpose' ? declarations.purposes.get(purposes[0] ?? '') : undefined;
    return purpose?.value.use === undefined ? [] : [{ purpose, place }];
  });
  if (new Set(sharers.map(({ purpose }) => purpose.value.use)).size < 2) return [];
  const isOneOfChannels = sharers.every(
    ({ purpose: { value } }) => CHANNEL_USES.has(value.use) && value.consent?.granularity === 'purpose',
  );
  return isOneOfChannels && !(declarations.organisation.value.countries ?? []).includes('PL') ? [] : sharers;
}

function sharedBundle({ snapshot }: Known, holder: string, sharers: readonly Sharer[], parts: readonly Question[]): ConsentBundle {
  const box = parts.find(({ target }) => target !== undefined && comparableKey(target) === holder);
  const item = snapshot.item(holder);
  const [first, second, ...others] = sharers.map(({ place }) => place);
  return {
    subject: holder,
    place: second ?? { item: holder },
    related: [first, ...others].flatMap(place => (place === undefined ? [] : [{ place }])),
    label: box !== undefined ? labelOf(box.field) : item !== undefined ? nameOf(item) : holder.slice(holder.indexOf(':') + 1),
    covers: sharers.map(({ purpose }) => nameOfPurpose(purpose)),
    certain: true,
  };
}

/** @param purposes of a box that is declared as a consent */
function wordedBundle(context: Known, part: Question, purposes: readonly string[] | undefined): ConsentBundle[] {
  const isConsent = purposes !== undefined;
  const words = ticksOf(part)
    .map(text => bundledWords(text, isConsent))
    .find(found => found.length > 0);
  if (words === undefined) return [];
  // Terms alone are named: what they stand beside is the consent itself.
  const covers = words.length > 1 ? words : [...words, ...context.policy.purposes(purposes ?? []).map(nameOfPurpose)];
  const place = placeOf(context, part.field);
  return [{ subject: part.reference, place, related: [], label: labelOf(part.field), covers, certain: isConsent }];
}

/** The text of each tick: with one answer, label and answer are read together; of several, each is a tick of its own. */
function ticksOf({ field }: Question): readonly string[] {
  const label = field.title ?? '';
  const answers = field.type === 'select' ? [] : (field.options ?? []).map(option => option.label);
  return answers.length > 1 ? [label, ...answers] : [[label, ...answers].join(' ')];
}
