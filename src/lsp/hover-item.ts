/** What Mautic has of an item, as Markdown: label, type, numbers, where it is used; and what is declared of it. */
import { group } from '../collections.js';
import type { ItemEntry } from '../declarations/model.js';
import { purposesIn } from '../lint/policy.js';
import type { RuleContext } from '../lint/rule.js';
import type { DirectUse } from '../lint/usage/direct.js';
import { found } from '../lint/usage/resolve.js';
import { whereaboutsOf } from '../lint/usage/whereabouts.js';
import type { CountHow, Item } from '../mautic/snapshot.js';
import { capital, code, type Sentence, text, value } from '../output/parts.js';
import { cutName, dateIn, numberIn, peopleIn } from '../output/values.js';
import { linkOf, namedLive, type Telling, titled } from '../output/where/names.js';
import { placeOf, remarksOn } from '../output/where/places.js';
import type { Words } from '../output/words.js';
import { bold, bullets, inLine, inMarkdown, link, paragraphs } from './markdown.js';
import type { ServerWords } from './words.js';

/** Users of one deed, and items of a pattern, before the rest is counted. */
const SHOWN = 6;

/** What an entry speaks of; a pattern names the items that it fits. */
export function aboutEntry(entry: ItemEntry, context: RuleContext, telling: Telling, words: ServerWords): string | undefined {
  const items = context.policy.itemsOf(entry);
  const [first] = items;
  if (first === undefined) return undefined;
  if (entry.glob === undefined && items.length === 1) return aboutItem(context.snapshot.reference(first), context, telling, words);
  const count = numberIn(telling.words, items.length);
  const shown = items.slice(0, SHOWN).map(item => inMarkdown(namedLive(context.snapshot.reference(item), telling)));
  const rest = items.length - shown.length;
  return paragraphs([words.covers(count), bullets(rest > 0 ? [...shown, telling.words.more(rest)] : shown)]);
}

/** @param reference of an item, or of what is only referred to */
export function aboutItem(reference: string, context: RuleContext, telling: Telling, words: ServerWords): string {
  const subject = found(reference, context.snapshot, telling.index);
  const screen = linkOf(reference, telling);
  const { direct } = whereaboutsOf(subject, context.snapshot, telling.index);
  const { item, state } = subject;
  const uses = [...group(direct, ({ deed }) => deed)].map(([deed, own]) =>
    paragraphs([telling.where.headings[deed], bullets(usersOf(own, telling))]),
  );
  return paragraphs([
    inLine([
      bold(capital(titled(reference, telling))),
      inMarkdown([code(reference)]),
      screen === undefined ? '' : link(telling.words.report.openInMautic, screen),
    ]),
    state === 'item' || state === 'other' ? '' : telling.where.states[state],
    item === undefined ? '' : inLine([...facts(item, telling.words), ...numbers(reference, context, telling.words, words)]),
    item === undefined ? '' : inMarkdown(standing(item, context, words)),
    ...(direct.length === 0 && item !== undefined ? [inMarkdown([text(telling.where.noDirect)])] : uses),
  ]);
}

/** One line for each user, with the places where it uses the item. */
function usersOf(uses: readonly DirectUse[], telling: Telling): string[] {
  const users = [...group(uses, ({ step }) => step.from)].map(([from, own]) => {
    const places = [...new Set(own.flatMap(use => [...placeOf(use, telling), ...remarksOn(use, telling)]).map(inMarkdown))];
    const name = inMarkdown(namedLive(from, telling));
    return places.length === 0 ? name : `${name}: ${places.join(', ')}`;
  });
  const rest = users.length - SHOWN;
  return rest > 0 ? [...users.slice(0, SHOWN), telling.words.more(rest)] : users;
}

/** Attributes worth a look while one writes, in this order. */
const ATTRIBUTES = ['type', 'required', 'public', 'unique', 'multiple', 'saved', 'repeatable', 'in_preference_centre', 'language'] as const;

function facts(item: Item, words: Words): string[] {
  const { explain } = words;
  const known = new Map<string, unknown>(Object.entries(item));
  const published = known.get('published');
  const added = known.get('added');
  return [
    ...ATTRIBUTES.map(attribute => fact(explain.attributes[attribute] ?? attribute, known.get(attribute), words)),
    typeof published === 'boolean' ? (published ? explain.published : explain.unpublished) : '',
    typeof added === 'string' && added !== '' ? inMarkdown([text(`${explain.attributes.added ?? ''} `), value(dateIn(words, added))]) : '',
  ];
}

function fact(name: string, raw: unknown, words: Words): string {
  if (typeof raw === 'boolean') return `${name}: ${raw ? words.yes : words.no}`;
  return typeof raw === 'string' && raw !== '' ? inMarkdown([text(`${name}: `), value(cutName(raw))]) : '';
}

const COUNTED: readonly CountHow[] = ['filled', 'people', 'answers'];

/** How many people, as far as the snapshot tells: small numbers are hidden in it. */
function numbers(reference: string, { snapshot }: RuleContext, { explain, ...words }: Words, own: ServerWords): string[] {
  return COUNTED.flatMap(how => {
    const count = snapshot.count(reference, how);
    if (count === undefined) return [];
    const shown = typeof count === 'number' ? numberIn({ explain, ...words }, count) : '< 5';
    if (how === 'answers') return [own.answers(shown)];
    if (how === 'people') return [own.people(shown)];
    return [count === 0 ? explain.unfilled : explain.filled(peopleIn({ explain, ...words }, typeof count === 'number' ? count : '<5'))];
  });
}

/** What is said of the item, with inheritance applied. */
function standing(item: Item, { policy }: RuleContext, words: ServerWords): Sentence {
  const entry = policy.entryOf(item);
  const said = policy.standing(item);
  if (said.state === 'not-personal') return [text(words.notPersonal)];
  if (said.state === 'undecided') return [text(`${words.purposes} ${entry === undefined ? words.undeclared : words.undecided}`)];
  const names = purposesIn(said).flatMap((key, index): Sentence => [text(index === 0 ? ' ' : ', '), code(key)]);
  return [text(words.purposes), ...names, ...(said.from === 'inherited' ? [text(` (${words.inherited})`)] : [])];
}
