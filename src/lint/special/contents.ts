/** What the things that people are sorted or rated by tell about them: names, addresses and filter values. */
import { isKind, parseIdentity } from '../../items.js';
import type { Item, Use } from '../../mautic/snapshot.js';
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
export type ContentsOf = (use: Use) => readonly Content[];

/** Each target and each address is judged once. */
export function contentsOf(context: Indexed): ContentsOf {
  const { snapshot, policy, indexes } = context;
  const judged = new Map<string, readonly Category[]>();
  const judge = (text: string, language = ''): readonly Category[] => {
    const key = `${language} ${text}`;
    const known =
      judged.get(key) ??
      indexes.lexicon
        .judge({ as: 'content', texts: [{ text, weight: 1 }], language })
        .flatMap(({ category, strength }) => (strength === 'strong' ? [category] : []));
    judged.set(key, known);
    return known;
  };
  const told = new Map(
    indexes.data.map(({ reference, tellings }) => [reference, new Set(tellings.filter(isSure).map(({ category }) => category))]),
  );
  const named = (use: Use, item: Item | undefined): Content => {
    const language = item !== undefined && 'language' in item ? item.language : undefined;
    const value = item === undefined ? (keyIn(use.to) ?? '') : labelOf(item);
    return { value, categories: judge(item === undefined ? value : textOf(item), language) };
  };
  // A field that is sensitive itself is told at the field: here only a value counts that the field does not let expect.
  const looked = (use: Use, item: Item | undefined): readonly Content[] =>
    (use.values ?? []).map(raw => {
      const value = labelFor(item, raw);
      return { value, categories: judge(value).filter(category => told.get(use.to)?.has(category) !== true) };
    });
  return use => {
    const item = snapshot.item(use.to);
    if (item !== undefined && heldBy(indexes.consentHolders, item).length > 0) return [];
    const names = FIELD.test(use.to) ? [] : [named(use, item)];
    const contents = [...names, ...looked(use, item)].map(content =>
      item === undefined ? content : { ...content, of: spokenOf(item, policy) },
    );
    const address = use.url === undefined ? [] : [{ value: use.url, categories: judge(wordsOf(use.url)) }];
    return [...contents, ...address].filter(({ categories }) => categories.length > 0);
  };
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
