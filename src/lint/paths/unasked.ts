/** Forms whose people get what they did not ask for: ways to advertising on which nobody asks them for a yes, or looks for one. */
import { group } from '../../collections.js';
import type { FindingData } from '../../finding.js';
import type { Item } from '../../mautic/snapshot.js';
import { type FormItem, type Indexed, liveForms } from '../forms/questions.js';
import { nameOf, nameOfPurpose } from '../policy.js';
import { hasTrait } from '../purposes/item-purposes.js';
import { referencesBack, walk } from '../usage/walk.js';
import type { RefusedButton } from './asking.js';
import { isLiveIn, walkBack } from './backwards.js';
import type { Move } from './moves.js';
import { restsOnConsent } from './needs.js';

export interface Unasked {
  readonly form: FormItem;
  /** What people end up in. */
  readonly item: Item;
  /** References of what lies behind the form, in order. */
  readonly path: readonly string[];
  /** The form has a box that reads like a consent, and nobody has said to what. */
  readonly unclear: boolean;
  /** Why its button is no yes, though it is declared to be one. */
  readonly refused?: RefusedButton;
}

const MESSAGES: ReadonlySet<string> = new Set(['email', 'text_message', 'message']);
const LISTS: ReadonlySet<string> = new Set(['segment', 'tag', 'campaign']);
/** What people are in, where the list itself has no purpose. */
const HOLDS: ReadonlySet<string> = new Set([...LISTS, 'point_trigger']);

/**
 * Every live form with what its people end up in, each pair once; for each purpose by a shortest way. A way ends at a message of the purpose, or
 * at a list of it that leads to none so far. That a form or a trigger itself sends such a message is told elsewhere.
 */
export function unaskedForms(context: Indexed): readonly Unasked[] {
  const forms = new Set<Item>(liveForms(context));
  const isLive = isLiveIn(context);
  const goals = group(goalsOf(context, behind(forms, isLive, context)), ({ purpose }) => purpose);
  const found = new Map<string, Unasked>();
  for (const purpose of context.declarations.purposes.values()) {
    if (!restsOnConsent(purpose) || !hasTrait([purpose], 'marketing')) continue;
    for (const unasked of unaskedFor(purpose.key, goals.get(purpose.key) ?? [], forms, isLive, context)) {
      const key = `${unasked.form.id} ${context.snapshot.reference(unasked.item)}`;
      if (!found.has(key)) found.set(key, unasked);
    }
  }
  return [...found.values()].sort((a, b) => a.form.id - b.form.id);
}

/** What a finding says of it. */
export function toldAs({ form, item, refused }: Unasked): FindingData {
  if (refused === undefined) return { form: nameOf(form), item: nameOf(item), kind: item.kind };
  const { because, purposes } = refused;
  return { detail: because, form: nameOf(form), other_item: nameOf(item), kind: item.kind, purposes: purposes.map(nameOfPurpose) };
}

interface Goal {
  readonly purpose: string;
  readonly reference: string;
  readonly isMessage: boolean;
}

/** References of all that people of a form can end up in, asked or not. */
function behind(forms: ReadonlySet<Item>, isLive: (move: Move) => boolean, { snapshot, indexes: { paths } }: Indexed): ReadonlySet<string> {
  const starts = [...forms].flatMap(form => [form, ...(form.kind === 'form' ? snapshot.fieldsOf(form) : [])]).map(snapshot.reference);
  const visits = walk(starts, ({ reference }) => paths.moves.from(reference).filter(move => leadsAll(move) && isLive(move)));
  return new Set(visits.map(({ reference }) => reference));
}

function goalsOf({ snapshot, policy, indexes: { paths } }: Indexed, reached: ReadonlySet<string>): readonly Goal[] {
  return snapshot.all.flatMap(item => {
    const isMessage = MESSAGES.has(item.kind);
    const reference = snapshot.reference(item);
    if ((!isMessage && item.kind !== 'segment' && item.kind !== 'tag') || !reached.has(reference) || !policy.isLive(item)) return [];
    const { consents, softOptIns, only } = paths.needs(item);
    if (softOptIns.length > 0 || (!isMessage && !only)) return [];
    // What stands for the yes is no list: who puts people there without asking is told elsewhere.
    const asked = consents.filter(purpose => paths.right([purpose]).trust(reference) !== 'holder');
    return asked.map(purpose => ({ purpose, reference, isMessage }));
  });
}

function unaskedFor(
  purpose: string,
  goals: readonly Goal[],
  forms: ReadonlySet<Item>,
  isLive: (move: Move) => boolean,
  context: Indexed,
): Unasked[] {
  const { snapshot, indexes } = context;
  const { moves, asking, gate, right: rightTo } = indexes.paths;
  const right = rightTo([purpose]);
  const named = (isMessage: boolean): string[] => goals.flatMap(goal => (goal.isMessage === isMessage ? [goal.reference] : []));
  const messages = named(true).sort(moves.compare);
  const candidates = named(false).sort(moves.compare);
  const leading = new Set(candidates.length === 0 ? [] : walkBack(messages, moves, isLive).map(({ reference }) => reference));
  const lists = candidates.filter(list => !leading.has(list));
  const passes = (move: Move): boolean => leadsAll(move) && isLive(move) && gate(move, right) === undefined;
  return walkBack([...messages, ...lists], moves, passes).flatMap(visit => {
    const form = snapshot.item(visit.reference);
    if (form?.kind !== 'form' || !forms.has(form)) return [];
    const path = referencesBack(visit);
    const item = endOf(path, purpose, context);
    const refused = asking.refused(form, purpose);
    const unclear = asking.unclear(form, purpose).length > 0;
    return item === undefined ? [] : [{ form, item, path, unclear, ...(refused === undefined ? {} : { refused }) }];
  });
}

/** Does whoever is at the start of a move take it, to be in something then? Those who gave a certain answer were sorted: other rules ask what for. */
function leadsAll({ start, minor, step: { how, use } }: Move): boolean {
  if (minor === true || (/^(?:contact|company)_field:/u.test(start) && use?.op !== 'set')) return false;
  return how !== 'sends' || (use?.at !== 'form.action' && use?.at !== 'trigger.event');
}

/** The first list of the purpose on the way; else the last thing that people are in before the message. */
function endOf(path: readonly string[], purpose: string, { snapshot, indexes: { paths } }: Indexed): Item | undefined {
  const items = path.flatMap(reference => snapshot.item(reference) ?? []);
  const list = items.find(item => LISTS.has(item.kind) && paths.needs(item).consents.includes(purpose));
  return list ?? items.findLast(({ kind }) => HOLDS.has(kind));
}
