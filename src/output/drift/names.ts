/** What items and references are called. */
import { aliasInKey, isKind, type Kind, parseIdentity } from '../../items.js';
import { labelOf } from '../../lint/labels.js';
import { TRACKING_WORDS } from '../../lint/tracking/words.js';
import type { Side, Subject } from '../../mautic/drift/model.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import { aliasOf, type Item } from '../../mautic/snapshot.js';
import { code, type Sentence, text, value } from '../parts.js';
import { quoted } from '../phrases.js';
import { cutKey } from '../values.js';
import type { Words } from '../words.js';
import type { DriftWords } from './words.js';

/** Words of the reports, and those of a drift. */
export interface Vocabulary {
  readonly words: Words;
  readonly drift: DriftWords;
}

/** A question, and no button or text: people are told of these as parts of a form. */
export function isAnswered(item: Item): boolean {
  return item.kind === 'form_field' && bringsAnswer(item);
}

/** `form 'Newsletter'`; the key, or the id of one of two of the same name, behind it. */
export function itemNamed(subject: Subject, vocabulary: Vocabulary): Sentence {
  return [text(`${kindOf(subject.item, vocabulary)} `), ...nameOf(subject, vocabulary)];
}

/** The label in quotes, with the key behind it where it differs; of two items with one name, the id. */
export function nameOf({ item, reference }: Subject, vocabulary: Vocabulary): Sentence {
  const name = labelOf(item);
  const quotedName = quoted(name, vocabulary.words);
  if (item.kind === 'form_field') return quotedName;
  const id = /#\d+$/u.exec(reference)?.[0];
  if (name === item.key || name === '') return id === undefined ? quotedName : [...quotedName, text(' ('), value(id), text(')')];
  return [...quotedName, text(' ('), code(cutKey(item.key)), text(')')];
}

function kindOf(item: Item, { words, drift }: Vocabulary): string {
  if (item.kind !== 'form_field') return words.kinds[item.kind];
  return isAnswered(item) ? drift.question : drift.part;
}

/** `of the form 'Newsletter'` behind a question. */
export function ofForm({ item, reference }: Subject, side: Side, vocabulary: Vocabulary): Sentence {
  return item.kind === 'form_field' ? formNamed(item.form ?? formIn(reference), side, vocabulary) : [];
}

/** The form in the reference of a question. */
function formIn(reference: string): string {
  return `form:${reference.slice(reference.indexOf(':') + 1, reference.lastIndexOf('/'))}`;
}

function formNamed(parent: string, side: Side, vocabulary: Vocabulary): Sentence {
  const form = side.items.get(parent);
  const name =
    form === undefined ? quoted(parent.slice('form:'.length), vocabulary.words) : nameOf({ item: form, reference: parent }, vocabulary);
  return [text(` ${vocabulary.drift.ofForm} `), ...name];
}

/**
 * What a reference names, as the object of a verb: `the tag 'vip'`, `visits to web pages`.
 * @param within the form whose own questions need not name it
 */
export function target(reference: string, side: Side, vocabulary: Vocabulary, within?: string): Sentence {
  const item = side.items.get(reference);
  if (item !== undefined) {
    const subject = { item, reference };
    const isOwn = item.kind === 'form_field' && item.form === within;
    return [text(`${theKind(item, vocabulary)} `), ...nameOf(subject, vocabulary), ...(isOwn ? [] : ofForm(subject, side, vocabulary))];
  }
  if (reference.startsWith('form_field:') && reference.includes('/')) {
    const alias = quoted(aliasInKey(reference), vocabulary.words);
    const parent = formIn(reference);
    return [text(`${vocabulary.drift.theQuestion} `), ...alias, ...(parent === within ? [] : formNamed(parent, side, vocabulary))];
  }
  const { kind, key, id } = parseIdentity(reference) ?? { kind: '', key: reference };
  const known = isKind(kind) ? unseen(kind, key, id, vocabulary) : pseudo(kind, key, vocabulary);
  return known ?? quoted(reference, vocabulary.words);
}

function theKind(item: Item, { drift }: Vocabulary): string {
  return isAnswered(item) ? drift.theQuestion : drift.the[item.kind];
}

/** An item that Mautic names and the snapshot does not have. */
function unseen(kind: Kind, key: string, id: number | undefined, vocabulary: Vocabulary): Sentence {
  const { words, drift } = vocabulary;
  if (key === '*') return [text(drift.any(words.kinds[kind]))];
  if (key === '') return [text(`${drift.the[kind]} `), value(`#${id ?? ''}`)];
  return [text(`${drift.the[kind]} `), ...quoted(key, vocabulary.words)];
}

function pseudo(kind: string, key: string, vocabulary: Vocabulary): Sentence | undefined {
  const { words, drift } = vocabulary;
  if (kind === 'recipient') {
    const integration = /^integration\/(.*)$/su.exec(key)?.[1];
    const host = key.replace(/^service\//u, '');
    return integration === undefined
      ? quoted(host, vocabulary.words)
      : [text(`${drift.integration} `), ...quoted(integration, vocabulary.words)];
  }
  const list: Readonly<Record<string, string>> =
    kind === 'tracking' ? TRACKING_WORDS[words.language] : kind === 'record' ? drift.records : {};
  const word = Object.hasOwn(list, key) ? list[key] : undefined;
  return word === undefined ? undefined : [text(word)];
}

/** Where questions are named by their alias. */
export function aliasIn({ item }: Subject): string {
  return item.kind === 'form_field' ? aliasOf(item) : item.key;
}
