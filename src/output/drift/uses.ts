/** Uses that an item makes, in words. */
import type { Side, Subject, UseChange } from '../../mautic/drift/model.js';
import type { Use } from '../../mautic/snapshot.js';
import { code, joinedBy, type Sentence, text } from '../parts.js';
import { quoted } from '../phrases.js';
import { cutKey } from '../values.js';
import { target, type Vocabulary } from './names.js';
import { arrow, quotedList } from './values.js';

export interface User {
  readonly subject: Subject;
  readonly side: Side;
}

/** `now adds the tag 'vip' (action 'Tag')`. */
export function useTold({ before, after, sight }: UseChange, was: User, is: User, vocabulary: Vocabulary): Sentence {
  const { drift } = vocabulary;
  if (before !== undefined && after !== undefined) {
    const manner = arrow(told(details(before, vocabulary), vocabulary), told(details(after, vocabulary), vocabulary));
    return [...object(after, drift.hows[after.how], is, vocabulary), text(` ${drift.otherwise}: `), ...manner];
  }
  const use = after ?? before;
  if (use === undefined) return [];
  const user = after === undefined ? was : is;
  const verb = drift.hows[use.how];
  const sense = sight === undefined ? (after === undefined ? drift.useWent(verb) : drift.useCame(verb)) : verb;
  const facts = [
    ...place(use, user, vocabulary),
    ...details(use, vocabulary),
    ...(sight === undefined ? [] : [[text(drift.useSeen[sight])]]),
  ];
  return [...object(use, sense, user, vocabulary), ...(facts.length === 0 ? [] : [text(' ('), ...joinedBy(', ', facts), text(')')])];
}

function object(use: Use, verb: string, { subject, side }: User, vocabulary: Vocabulary): Sentence {
  return [text(`${verb} `), ...target(use.to, side, vocabulary, subject.reference)];
}

function told(facts: readonly Sentence[], { words }: Vocabulary): Sentence {
  return facts.length === 0 ? [text(words.nothing)] : joinedBy(', ', facts);
}

/** The part of the content, or the action or step that does it. */
function place({ part, id }: Use, { subject: { item } }: User, vocabulary: Vocabulary): Sentence[] {
  const { drift } = vocabulary;
  const list = 'events' in item ? 'events' : 'actions';
  const entries = 'events' in item ? item.events : 'actions' in item ? item.actions : undefined;
  const entry = id === undefined ? undefined : entries?.find(candidate => candidate.id === id);
  return [
    ...(part === undefined ? [] : [[text(drift.parts[part])]]),
    ...(entry === undefined ? [] : [[text(`${drift.entries[list]} `), ...quoted(entry.name, vocabulary.words)]]),
  ];
}

/** Conditions and manner. */
function details({ to, op, value, values, url, param, as, delta, staff }: Use, vocabulary: Vocabulary): Sentence[] {
  const { words, drift } = vocabulary;
  const named = new Map([['yes', words.yes], ['no', words.no], ...Object.entries(drift.written)]);
  const word = value === undefined ? undefined : named.get(value);
  const told: Sentence[] = [
    ...(value === undefined ? [] : [word === undefined ? quoted(value, vocabulary.words) : [text(word)]]),
    ...(values === undefined ? [] : [quotedList(values, vocabulary)]),
    ...(url === undefined ? [] : [quoted(url, vocabulary.words)]),
  ];
  const condition: Sentence[] = op === undefined ? told : conditionTold(op, told, to, vocabulary);
  return [
    ...condition,
    ...(param === undefined ? [] : [[text(`${drift.parameter} `), code(cutKey(param))]]),
    ...(as === undefined ? [] : [[text(drift.as[as])]]),
    ...(delta === undefined ? [] : [[text(drift.deltas[delta])]]),
    ...(staff === undefined ? [] : [[text(drift.staff)]]),
  ];
}

/** Without values: an item stands for them, or a snapshot does not keep them (docs/snapshot-format.md, section 4.4). */
function conditionTold(op: NonNullable<Use['op']>, values: readonly Sentence[], to: string, { drift }: Vocabulary): Sentence[] {
  if (values.length > 0) return [[text(drift.ops[op]), ...values.flatMap(value => [text(' '), ...value])]];
  if (VALUELESS.has(op)) return [[text(drift.ops[op])]];
  if (/^(?:contact_field|company_field|form_field|record|tracking):/u.test(to)) return [[text(`${drift.ops[op]} …`)]];
  return NEGATIVE.has(op) ? [[text(drift.not)]] : [];
}

const VALUELESS: ReadonlySet<string> = new Set(['set', 'unset', 'other']);
const NEGATIVE: ReadonlySet<string> = new Set(['is-not', 'none-of', 'not-all-of', 'not-matches', 'not-between']);
