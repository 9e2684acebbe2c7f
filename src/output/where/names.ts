/** How items are named for people: the kind in words, the name as on Mautic's screens, the link, whether it is live. */
import { formatIdentity, isKind, type Kind, parseIdentity } from '../../items.js';
import { labelOf } from '../../lint/forms/questions.js';
import { nameOf } from '../../lint/policy.js';
import type { SnapshotView } from '../../lint/snapshot-view.js';
import { TRACKING_WORDS } from '../../lint/tracking/words.js';
import { found } from '../../lint/usage/resolve.js';
import type { StepIndex } from '../../lint/usage/steps.js';
import type { Item } from '../../mautic/snapshot.js';
import { type Sentence, text, value } from '../parts.js';
import { quoted } from '../phrases.js';
import { fill } from '../template.js';
import { cutName } from '../values.js';
import type { Words } from '../words.js';
import type { WhereWords } from './words.js';

/** What everything of `where` is written with. */
export interface Telling {
  readonly words: Words;
  readonly where: WhereWords;
  readonly snapshot: SnapshotView;
  readonly index: StepIndex;
  readonly isLive: (item: Item) => boolean;
  /** The code of the website was looked at, too. */
  readonly isSiteScanned: boolean;
}

/** `e-mail 'Welcome'`, `form 'Newsletter' #14, question 'E-mail'`; what is no item in words of its own. */
export function named(reference: string, telling: Telling): Sentence {
  const { words, where, snapshot, index } = telling;
  const item = snapshot.item(reference);
  if (item?.kind === 'form_field') return [...named(item.form ?? '', telling), text(', '), ...questionOf(item, telling)];
  if (item !== undefined) return [text(`${words.kinds[item.kind]} `), ...quoted(nameOf(item), words), ...numberOf(item, reference)];
  const { kind = '', key = reference } = parseIdentity(reference) ?? {};
  if (!isKind(kind)) return outsider(kind, key, telling);
  if (key === '*') return fill(where.any, { kind: [text(words.kinds[kind])] });
  const { state } = found(reference, snapshot, index);
  const name = missing(reference, kind, telling);
  return state === 'item' ? name : [...name, text(` (${where.short[state]})`)];
}

/** As a title: without what is said of it elsewhere. */
export function titled(reference: string, telling: Telling): Sentence {
  const { kind = '', key = '' } = parseIdentity(reference) ?? {};
  const isMissing = isKind(kind) && key !== '*' && telling.snapshot.item(reference) === undefined;
  return isMissing ? missing(reference, kind, telling) : namedLive(reference, telling);
}

function missing(reference: string, kind: Kind, { words }: Telling): Sentence {
  return [text(`${words.kinds[kind]} `), ...quoted(reference.slice(kind.length + 1), words)];
}

/** A question without its form. */
export function questionOf(item: Item & { readonly kind: 'form_field' }, { words, where }: Telling): Sentence {
  return fill(where.question, { name: quoted(labelOf(item), words) });
}

/** Two items of one name are told by their ids. */
function numberOf(item: Item, reference: string): Sentence {
  return reference === formatIdentity(item.kind, item.key) ? [] : [text(` #${item.id}`)];
}

function outsider(kind: string, key: string, { words, where }: Telling): Sentence {
  const list = kind === 'tracking' ? TRACKING_WORDS[words.language] : kind === 'record' ? where.records : {};
  const word = Object.hasOwn(list, key) ? list[key] : undefined;
  if (word !== undefined) return [text(word)];
  if (kind === 'tracking' && key === 'website') return [text(where.outside.website)];
  if (kind !== 'recipient') return [value(cutName(`${kind}:${key}`))];
  return key.startsWith('@') ? fill(where.mailboxes, { domain: [value(cutName(key.slice(1)))] }) : [value(cutName(key))];
}

/** The name, and that it is not live. */
export function namedLive(reference: string, telling: Telling): Sentence {
  const name = named(reference, telling);
  return isLive(reference, telling) ? name : [...name, text(` (${telling.where.notLive})`)];
}

/** A question lives with its form; what is not in the snapshot is not known to be off. */
export function isLive(reference: string, { snapshot, isLive }: Telling): boolean {
  const item = snapshot.item(reference);
  const holder = item?.kind === 'form_field' ? snapshot.item(item.form ?? '') : item;
  return holder === undefined || isLive(holder);
}

/** The screen in Mautic. */
export function linkOf(reference: string, { snapshot }: Telling): string | undefined {
  const item = snapshot.item(reference);
  return item === undefined ? undefined : (snapshot.link(item) ?? undefined);
}
