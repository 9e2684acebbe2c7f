/** What somebody means by an identity: an item of the snapshot, something that is only referred to, or nothing that is known. */
import { group } from '../../collections.js';
import { comparableKey, isKind, KINDS, type Kind, parseIdentity } from '../../items.js';
import { aliasOf, type Item } from '../../mautic/snapshot.js';
import { nearest, nearestOf } from '../../text/near.js';
import { compareText } from '../../text/order.js';
import { nameOf } from '../policy.js';
import type { SnapshotView } from '../snapshot-view.js';
import type { StepIndex } from './steps.js';

/**
 * `item`: in the snapshot. `gone`: referred to, and Mautic has it no more. `new`: a tag that Mautic makes at the first use. `unseen`: referred
 * to, but its kind was not seen completely. `other`: no item, such as `record:dnc`, `recipient:crm.example` or `tag:*`.
 */
export type State = 'item' | 'gone' | 'new' | 'unseen' | 'other';

export interface Found {
  readonly is: 'found';
  readonly reference: string;
  readonly state: State;
  readonly item?: Item;
}

/** `several`: the key of these. `no-kind`: a word without kind that fits these. `unknown`: fits nothing; these are near. */
export type Resolution = Found | { readonly is: 'several' | 'no-kind' | 'unknown'; readonly references: readonly string[] };

/** Most names that are offered. */
const OFFERED = 5;

/**
 * Resolves `kind:key`, `kind:key#id`, `kind:#id` or a reference of the snapshot, after entity decoding and NFC, else exactly. A key that two
 * items of a kind have is several, and so is the text of two tags.
 */
export function resolveItem(text: string, snapshot: SnapshotView, index: StepIndex): Resolution {
  const wanted = comparableKey(text);
  const references = fitting(wanted, snapshot);
  const [only, second] = references;
  if (only !== undefined && second === undefined) return found(only, snapshot, index);
  if (second !== undefined) return { is: 'several', references };
  const target = new Set(index.all.map(({ to }) => to));
  const named = [wanted, text].find(reference => target.has(reference));
  if (named !== undefined) return found(named, snapshot, index);
  const words = isKind(parseIdentity(wanted)?.kind) ? [] : fittingWord(wanted, snapshot);
  if (words.length > 0) return { is: 'no-kind', references: words.slice(0, OFFERED) };
  return { is: 'unknown', references: nearTo(wanted, snapshot).slice(0, OFFERED) };
}

/** What a reference of a use stands for. */
export function found(reference: string, snapshot: SnapshotView, index: StepIndex): Found {
  const item = snapshot.item(reference);
  return { is: 'found', reference, state: stateOf(reference, item, snapshot, index), ...(item === undefined ? {} : { item }) };
}

function stateOf(reference: string, item: Item | undefined, snapshot: SnapshotView, index: StepIndex): State {
  const { kind = '', key = '' } = parseIdentity(reference) ?? {};
  if (item !== undefined) return 'item';
  if (!isKind(kind) || key === '*') return 'other';
  if (kind === 'tag' && index.to(reference).some(({ how }) => how === 'adds')) return 'new';
  return snapshot.coverage(kind).state === 'complete' ? 'gone' : 'unseen';
}

/** References of the items that an identity fits. A whole reference goes before its reading as key and id. */
function fitting(wanted: string, snapshot: SnapshotView): string[] {
  const exact = snapshot.item(wanted);
  if (exact !== undefined) return [wanted];
  const identity = parseIdentity(wanted);
  if (identity === null || !isKind(identity.kind)) return [];
  const { kind, key, id } = identity;
  const whole = wanted.slice(kind.length + 1);
  const isMeant = (item: Item): boolean => {
    const own = comparableKey(item.key);
    if (own === whole) return true;
    if (item.kind === 'form_field' && isQuestionOf(item, whole, snapshot)) return true;
    return id !== undefined && item.id === id && (key === '' || own === key);
  };
  return snapshot.items(kind).filter(isMeant).map(snapshot.reference);
}

/** `Form#14/alias`: a question of the form with that id, also where the form's name alone would do. */
function isQuestionOf(item: Item & { readonly kind: 'form_field' }, whole: string, snapshot: SnapshotView): boolean {
  const slash = whole.lastIndexOf('/');
  const form = snapshot.item(item.form ?? '');
  const named = parseIdentity(`form:${whole.slice(0, slash)}`);
  if (slash < 0 || form === undefined || named?.id !== form.id) return false;
  return comparableKey(aliasOf(item)) === whole.slice(slash + 1) && comparableKey(form.key) === named.key;
}

/** Items whose key, alias or, where there are none, name is that word. */
function fittingWord(word: string, snapshot: SnapshotView): string[] {
  const byKey = snapshot.all.filter(item => [item.key, keyOf(item)].some(key => comparableKey(key) === word));
  const items = byKey.length > 0 ? byKey : snapshot.all.filter(item => comparableKey(nameOf(item)) === word);
  return items.map(snapshot.reference);
}

function keyOf(item: Item): string {
  return item.kind === 'form_field' ? aliasOf(item) : item.key;
}

/** An item of that id under another key, then the nearest key of the kind; without a known kind, the nearest key of each. */
function nearTo(wanted: string, snapshot: SnapshotView): string[] {
  const identity = parseIdentity(wanted);
  if (identity === null) return KINDS.flatMap(kind => nearKeys(kind, wanted, snapshot));
  const { kind, key, id } = identity;
  if (isKind(kind)) {
    const renamed = id === undefined ? [] : snapshot.items(kind).filter(item => item.id === id);
    return [...new Set([...renamed.map(snapshot.reference), ...nearKeys(kind, key, snapshot)])];
  }
  const meant = nearest(kind, KINDS);
  const corrected = `${meant ?? ''}:${wanted.slice(kind.length + 1)}`;
  const references = meant === undefined ? [] : fitting(corrected, snapshot);
  return references.length > 0
    ? references
    : KINDS.flatMap(each => [...nearKeys(each, key, snapshot), ...nearKeys(each, wanted, snapshot)]);
}

function nearKeys(kind: Kind, key: string, snapshot: SnapshotView): string[] {
  const byKey = group<Item, string>(snapshot.items(kind), item => comparableKey(item.key));
  const near = byKey.has(key) ? key : nearestOf([...byKey.keys()].sort(compareText))(key);
  return near === undefined ? [] : (byKey.get(near) ?? []).map(snapshot.reference);
}
