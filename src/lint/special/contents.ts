/** What the things that people are sorted or rated by tell about them: names, addresses and filter values. */
import { isKind, parseIdentity } from '../../items.js';
import type { AnyUse, Item } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import { heldBy } from '../consent/holders.js';
import type { Indexed } from '../forms/questions.js';
import { labelOf } from '../labels.js';
import type { Category } from '../lexicon/lexicon.js';
import { nameOf } from '../policy.js';
import { type Spoken, spokenOf } from './answers.js';
import { isSure } from './datum-texts.js';

/** Something that tells a sensitive matter for sure. */
export interface Content {
  /** The name, address or value, as people read it. */
  readonly value: string;
  readonly categories: readonly Category[];
  /** The item that it is, or belongs to; left out for addresses and what Mautic did not show. */
  readonly of?: Spoken;
}

/** What the target of a use tells by its name, its address and the values that are looked for. */
export type ContentsOf = (use: AnyUse) => readonly Content[];

/** The lexicon judges each text once. */
export function contentsOf(context: Indexed): ContentsOf {
  const { snapshot, policy, indexes } = context;
  const judge = (text: string, language = ''): readonly Category[] =>
    indexes.lexicon
      .judge({ as: 'content', texts: [{ text, weight: 1 }], language })
      .flatMap(({ category, strength }) => (strength === 'strong' ? [category] : []));
  const told = new Map(
    indexes.data.map(({ reference, tellings }) => [reference, new Set(tellings.filter(isSure).map(({ category }) => category))]),
  );
  const named = (to: string, item: Item | undefined): Content => {
    const language = item !== undefined && 'language' in item ? item.language : undefined;
    const value = item === undefined ? (keyIn(to) ?? '') : labelOf(item);
    return { value, categories: judge(item === undefined ? value : textOf(item), language) };
  };
  const besideName = (text: string) => indexes.lexicon.judge({ as: 'field', texts: [{ text, weight: 1 }] });
  // A field that is sensitive itself is told at the field: here only a value counts that the field does not let expect, and that says the same
  // beside the field's name ("Healthcare" as an industry does not).
  const looked = (use: AnyUse, item: Item | undefined): readonly Content[] =>
    (use.values ?? []).map(raw => {
      const value = labelFor(item, raw);
      const stands = (category: Category): boolean =>
        item === undefined || besideName(`${textOf(item)}; ${value}`).some(hit => hit.category === category);
      return { value, categories: judge(value).filter(category => told.get(use.to)?.has(category) !== true && stands(category)) };
    });
  const targetOf = laterBy((to: string): Target => {
    const item = snapshot.item(to);
    const isConsent = item !== undefined && heldBy(indexes.consentHolders, item).length > 0;
    return { item, isConsent, names: isConsent || FIELD.test(to) ? [] : telling([named(to, item)], item) };
  });
  const telling = (contents: readonly Content[], item: Item | undefined): readonly Content[] => {
    const found = contents.filter(({ categories }) => categories.length > 0);
    return item === undefined ? found : found.map(content => ({ ...content, of: spokenOf(item, policy) }));
  };
  return use => {
    const { item, isConsent, names } = targetOf(use.to);
    if (isConsent) return [];
    if (use.values === undefined && use.url === undefined) return names;
    const address = use.url === undefined ? [] : telling([{ value: use.url, categories: judge(wordsOf(use.url)) }], undefined);
    return [...names, ...telling(looked(use, item), item), ...address];
  };
}

/** What is the same for all uses of one target. */
interface Target {
  readonly item: Item | undefined;
  readonly isConsent: boolean;
  /** What its name tells. */
  readonly names: readonly Content[];
}

const FIELD = /^(?:contact|company)_field:/u;

/** What was not seen has the key by which it is referred to, or none (`page:#12`). */
function keyIn(reference: string): string | undefined {
  const identity = parseIdentity(reference);
  return identity !== null && isKind(identity.kind) && identity.key !== '*' ? identity.key : undefined;
}

function textOf(item: Item): string {
  const name = nameOf(item);
  return name === item.key ? name : `${item.key}; ${name}`;
}

function labelFor(item: Item | undefined, value: string): string {
  const options = item !== undefined && 'options' in item ? item.options : undefined;
  return options?.find(option => option.value === value)?.label ?? value;
}

/** The host is the team's own, and the same for all pages: it only counts for a whole site. */
function wordsOf(url: string): string {
  const [host = '', ...path] = url.split('/');
  return path.some(step => step !== '' && step !== '*') ? path.join(' ') : host;
}
