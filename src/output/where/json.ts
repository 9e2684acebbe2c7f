/** `where` as data: schemas/where.v1.json. Addresses, names and codes are raw; words are those of the text. */
import type { Direct, Indirect, Item, NotJudged as NotJudgedKind, Unseen as NotSeen, Use, WhereFile } from '../../generated/where.js';
import { parseIdentity } from '../../items.js';
import { labelOf } from '../../lint/forms/questions.js';
import { nameOf } from '../../lint/policy.js';
import type { DirectUse } from '../../lint/usage/direct.js';
import type { NotJudged } from '../../lint/usage/judged-kinds.js';
import type { Step } from '../../lint/usage/steps.js';
import type { Unseen } from '../../lint/usage/surroundings.js';
import type { Unused } from '../../lint/usage/unused.js';
import type { Visit } from '../../lint/usage/walk.js';
import type { Whereabouts } from '../../lint/usage/whereabouts.js';
import { toHarmlessJson } from '../escape.js';
import { joinedBy, listed, plainText } from '../parts.js';
import { isLive, linkOf, type Telling } from './names.js';
import { wayOf } from './paths.js';
import { placeOf, remarksOn } from './places.js';
import { causeSentence, outsideOf } from './unseen.js';
import { notJudgedSentences } from './unused-text.js';

/**
 * The uses of an item. Every indirect user has the `step` by which it uses what stands at `by`; that is another indirect user, a direct one
 * or the item, so that the whole way can be followed and the data stay linear.
 */
export function whereJson({ subject, direct, indirect, does, unseen }: Whereabouts, telling: Telling): string {
  return write({
    format: 'purposelint-where',
    ...headOf(telling),
    item: { ...itemOf(subject.reference, telling), state: subject.state },
    direct: direct.map(use => directOf(use, telling)),
    indirect: indirect.map(visit => indirectOf(visit, telling)),
    does: does.map(stepOf),
    not_seen: unseenOf(unseen, telling),
  });
}

/** Items that nothing uses. */
export function unusedJson({ items, judged, notJudged, searched, wholesale, unseen }: Unused, telling: Telling): string {
  return write({
    format: 'purposelint-unused',
    ...headOf(telling),
    unused: items.map(item => itemOf(telling.snapshot.reference(item), telling)),
    judged: [...judged],
    not_judged: notJudged.map(entry => notJudgedOf(entry, telling)),
    searched: [...searched],
    not_counted: wholesale.map(stepOf),
    not_seen: unseenOf(unseen, telling),
  });
}

/** JSON that ends with a line end. */
export function write(file: WhereFile): string {
  return `${toHarmlessJson(file)}\n`;
}

/** What all of `where` begins with, behind the name of the format. */
export function headOf({ words, snapshot }: Telling): Pick<WhereFile, 'version' | 'language' | 'snapshot'> {
  const { taken_at, host, mautic } = snapshot.made ?? {};
  const made = {
    ...(taken_at === undefined ? {} : { taken_at }),
    ...(host === undefined ? {} : { host }),
    ...(mautic === undefined ? {} : { mautic }),
  };
  return { version: 1, language: words.language, snapshot: made };
}

/** An item with its name, its screen, and whether it is live. */
export function itemOf(reference: string, telling: Telling): Item {
  const item = telling.snapshot.item(reference);
  const link = linkOf(reference, telling);
  const { kind = '', key = reference } = parseIdentity(reference) ?? {};
  const name = item?.kind === 'form_field' ? labelOf(item) : item === undefined ? key : nameOf(item);
  return {
    identity: reference,
    kind,
    name,
    ...(item === undefined ? {} : { live: isLive(reference, telling) }),
    ...(link === undefined ? {} : { link }),
  };
}

function directOf(use: DirectUse, telling: Telling): Direct {
  const { step, deed, scope, recipients } = use;
  return {
    deed,
    by: itemOf(step.from, telling),
    place: plainText(joinedBy(', ', [...placeOf(use, telling), ...remarksOn(use, telling)])),
    ...(scope === undefined ? {} : { scope }),
    ...(recipients.length === 0 ? {} : { recipients: [...recipients] }),
    use: stepOf(step),
  };
}

function indirectOf(visit: Visit, telling: Telling): Indirect {
  const { reference, distance, by } = visit;
  return {
    item: itemOf(reference, telling),
    distance,
    ...(by === undefined ? {} : { by: by.before.reference, step: stepOf(by.step) }),
    way: plainText(wayOf(visit, telling)),
  };
}

/** A use as the snapshot has it; a property as the same three facts. */
export function stepOf({ use, ...step }: Step): Use {
  return { ...(use ?? step) };
}

/** What was not looked at, in words too. */
export function unseenOf({ coverage, ...unseen }: Unseen, telling: Telling): NotSeen[] {
  return [
    ...coverage.map(cause => ({ of: [...cause.what], why: cause.reason, text: plainText(causeSentence(cause, telling)) })),
    ...outsideOf(unseen, telling).map(code => ({ of: [code], why: 'outside', text: telling.where.outside[code] })),
  ];
}

function notJudgedOf(entry: NotJudged, telling: Telling): NotJudgedKind {
  const { kind, exempt, coverage } = entry;
  const said = plainText(listed(notJudgedSentences([entry], telling), telling.words.and));
  return { kind, why: exempt === undefined ? coverage.map(({ reason }) => reason) : [exempt], text: said };
}
