/** Where a use stands, in words. */
import type { DirectUse } from '../../lint/usage/direct.js';
import type { AnyUse, Item } from '../../mautic/snapshot.js';
import { code, listed, plainText, type Sentence, text, value } from '../parts.js';
import { quoted } from '../phrases.js';
import { fill } from '../template.js';
import { cutKey, numberIn } from '../values.js';
import { named, type Telling } from './names.js';

/** Where a use stands, such as `in the subject`; empty where the using item says it all. */
export function placeOf({ step: { use, from } }: DirectUse, telling: Telling): readonly Sentence[] {
  const pieces = use === undefined ? [] : [standing(use, telling.snapshot.item(from), telling), ...details(use, telling)];
  return pieces.filter(isFilled);
}

/** What else is to be known of a use: that it means more than the item, and who outside gets it. */
export function remarksOn({ step: { use, to }, scope, recipients }: DirectUse, telling: Telling): readonly Sentence[] {
  const { where, words } = telling;
  // Of an address in content the host is told with the place.
  const hosts = use?.at === 'content' ? [] : recipients.map(recipient => named(recipient, telling));
  const pieces = [
    ...(scope === 'any' ? [named(to, telling)] : []),
    ...(scope === 'whole' ? [[text(where.whole)]] : []),
    ...(scope === 'category' ? [[text(where.byCategory)]] : []),
    ...(hosts.length === 0 ? [] : [fill(where.goesTo, { hosts: listed(hosts, words.and) })]),
  ];
  return pieces.filter(isFilled);
}

function isFilled(sentence: Sentence): boolean {
  return plainText(sentence) !== '';
}

function standing(use: AnyUse, item: Item | undefined, { where, words }: Telling): Sentence {
  if (use.at === 'content' || use.at === 'email.setting') return use.part === undefined ? [] : [text(where.parts[use.part])];
  const points = item?.kind === 'point_trigger' && item.points !== undefined ? [text(numberIn(words, item.points))] : [];
  const type: Sentence = use.type === undefined ? [] : [code(use.type)];
  const name = nameOfPart(use, item);
  return fill(where.places[use.at], {
    n: [text(String(use.n ?? ''))],
    type,
    points,
    file: use.at === 'site' ? [code(use.file)] : [],
    content: use.from.startsWith('dynamic_content:') ? [] : [text(words.kinds.dynamic_content)],
    name: name === '' ? type : quoted(name, words),
  });
}

/** The name that people gave an action of a form or trigger, or a step of a campaign. */
function nameOfPart({ id }: AnyUse, item: Item | undefined): string {
  const isMeant = (part: { readonly id: number }): boolean => part.id === id;
  if (item?.kind === 'form') return item.actions?.find(isMeant)?.name ?? '';
  if (item?.kind === 'point_trigger' || item?.kind === 'campaign') return item.events?.find(isMeant)?.name ?? '';
  return '';
}

function details({ in: place, url, param, staff }: AnyUse, { where }: Telling): Sentence[] {
  const link = place === 'url' ? [fill(where.inLink, { url: url === undefined ? [] : [value(cutKey(url))] })] : [];
  const data = place === 'data' && param !== undefined ? [fill(where.asParameter, { param: [code(param)] })] : [];
  return [...link, ...data, ...(staff === true ? [[text(where.toStaff)]] : [])];
}
