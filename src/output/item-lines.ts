/** What Mautic has in an example, one line for each item and each use. */
import { isRecord } from '../guards.js';
import { coverageWords } from '../lint/coverage-words.js';
import { nameOf } from '../lint/policy.js';
import type { Example } from '../lint/rule.js';
import { aliasOf, type Item, referencesOf, type Use } from '../mautic/snapshot.js';
import { dateIn, peopleIn } from './values.js';
import type { Words } from './words.js';

/** Keys of an item that its line tells in another way, or not at all. */
const TOLD: ReadonlySet<string> = new Set(['kind', 'id', 'key', 'title', 'form', 'published', 'masked', 'wording', 'options_hash']);

/** The lines, raw. Empty when the example has nothing in Mautic. */
export function itemLines(example: Example, words: Words): string[] {
  const items = example.items ?? [];
  const references = referencesOf(items);
  const seen = coverageWords(words.language);
  const partly = (example.coverage ?? []).filter(({ state }) => state !== 'complete');
  return [
    ...items.map((item, index) => itemLine(item, references[index] ?? '', example, words)),
    ...(example.uses ?? []).map(use => useLine(use, words)),
    ...partly.map(({ of }) => `${seen[of] ?? of}: ${words.explain.partly}`),
  ];
}

function itemLine(item: Item, reference: string, example: Example, words: Words): string {
  const [open, close] = words.quotes;
  const name = item.kind === 'form_field' && item.title === undefined ? aliasOf(item) : nameOf(item);
  const key = name === item.key ? '' : ` (${item.key})`;
  const facts = [
    ...published(item, words),
    ...Object.entries(item).flatMap(([attribute, value]) => fact(attribute, value, words)),
    ...filled(reference, example, words),
  ];
  return `${words.kinds[item.kind]} ${open}${name}${close}${key}${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`;
}

function published(item: Item, { explain }: Words): string[] {
  if (!('published' in item) || item.published === undefined) return [];
  return [item.published ? explain.published : explain.unpublished];
}

function fact(attribute: string, value: unknown, words: Words): string[] {
  if (TOLD.has(attribute) || value === undefined) return [];
  const name = words.explain.attributes[attribute] ?? attribute;
  if (typeof value === 'boolean') return [`${name}: ${value ? words.yes : words.no}`];
  if (Array.isArray(value) && value.length === 0) return [`${name}: ${words.no}`];
  if (attribute === 'added' || attribute === 'changed') return [`${name} ${dateIn(words, String(value))}`];
  return [`${name}: ${shown(value)}`];
}

/** The name of what is a thing of its own, such as an answer or an action. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(' / ');
  if (!isRecord(value)) return String(value);
  const name = value.label ?? value.name ?? value.type;
  return name === undefined ? JSON.stringify(value) : String(name);
}

function filled(reference: string, { counts = [] }: Example, words: Words): string[] {
  const { filled: by, unfilled } = words.explain;
  return counts.flatMap(({ of, how, n }) => {
    if (of !== reference || how !== 'filled') return [];
    return [n === 0 ? unfilled : by(peopleIn(words, typeof n === 'number' ? n : '<5'))];
  });
}

function useLine({ from, how, to }: Use, words: Words): string {
  return `${from} ${words.explain.hows[how]} ${to}`;
}
