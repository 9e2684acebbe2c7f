/** Items that came, went, or are used for more, by their declarations and by the snapshots. */
import type { ItemEntry } from '../../declarations/model.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import type { Item } from '../../mautic/snapshot.js';
import { isEntryOf, own, purposesIn } from '../policy.js';
import type { BranchChange, Side, Subject } from './model.js';
import { listChange } from './own-values.js';
import { itemsOfPair, type Pair } from './pairs.js';
import type { Joined } from './sides.js';
import { COLLECTORS, DATA, entrySubject, itemSubject, namedPurposes, pairSubject, without } from './subjects.js';

/** Changes of all items as such, those of questions that became required among them. */
export function itemChanges(joined: Joined): BranchChange[] {
  return [
    ...joined.pairs.flatMap(pair => pairChanges(pair, joined)),
    ...appeared(joined),
    ...joined.gone.filter(isHeld).flatMap(old => changeOf(old, 'gone', entrySubject(old, joined.before))),
    ...requirements(joined),
  ];
}

/** Data about people, in use: neither planned nor retired, and not said to be about nobody. */
function isHeld({ value }: ItemEntry): boolean {
  return value.personal !== false && value.status !== 'planned' && value.status !== 'retired';
}

/** Who is spoken of, with what is told of it. */
type Told = Subject & Pick<BranchChange, 'values' | 'required'>;

const KINDS_OF_DATA = { new: 'new-data', gone: 'data-gone', documented: 'documented', decided: 'decided' } as const;
const KINDS_OF_COLLECTORS = { ...KINDS_OF_DATA, new: 'new-item', gone: 'item-gone' } as const;

/** Data and collectors have kinds of change of their own; of all else it is no news that it came, went, or is declared. */
function changeOf({ kind }: ItemEntry, what: keyof typeof KINDS_OF_DATA, subject: Told): BranchChange[] {
  if (DATA.has(kind)) return [{ ...subject, kind: KINDS_OF_DATA[what] }];
  return COLLECTORS.has(kind) ? [{ ...subject, kind: KINDS_OF_COLLECTORS[what] }] : [];
}

function pairChanges(pair: Pair, joined: Joined): BranchChange[] {
  const { entry, old } = pair;
  const subject = pairSubject(pair, joined);
  if (old !== undefined && isHeld(old)) {
    if (entry.value.personal === false) return [{ ...subject, kind: 'not-personal' }];
    return isHeld(entry) ? purposeChanges(entry, old, subject, joined) : changeOf(entry, 'gone', subject);
  }
  if (!isHeld(entry)) return [];
  const told = { ...subject, ...forWhat(entry, joined.after) };
  if (old === undefined && wasInMautic(entry, joined)) return changeOf(entry, 'documented', told);
  return changeOf(entry, 'new', { ...told, ...mustBeAnswered(pair, joined.after) });
}

/** It was there, and nobody had declared it: to declare it is no news for people. A field that every Mautic ships was not in use. */
function wasInMautic(entry: ItemEntry, { before, after, oldItem }: Joined): boolean {
  return after.policy.itemsOf(entry).some(item => {
    const old = oldItem(item);
    return old !== undefined && !before.indexes.untouchedCoreFields.has(old);
  });
}

function forWhat(entry: ItemEntry, side: Side): Pick<BranchChange, 'values'> {
  const purposes = purposesIn(side.policy.standingOf(entry));
  return purposes.length === 0 ? {} : { values: namedPurposes(purposes, side) };
}

/** What inherits its purposes follows what it inherits them from, where the change is told. */
function purposeChanges(entry: ItemEntry, old: ItemEntry, subject: Subject, joined: Joined): BranchChange[] {
  if (own(entry) === undefined && own(old) === undefined) return [];
  const { before, after, purposeNow } = joined;
  const had = purposesIn(before.policy.standingOf(old)).map(purposeNow);
  const has = purposesIn(after.policy.standingOf(entry));
  if (had.length === 0) return has.length === 0 ? [] : changeOf(entry, 'decided', { ...subject, ...forWhat(entry, after) });
  return [
    ...listChange(subject, 'purpose-added', namedPurposes(without(has, had), after)),
    ...listChange(subject, 'purpose-dropped', namedPurposes(without(had, has), after, before)),
  ];
}

/** Items that only the later snapshot has, or that came into use, and of which no declaration speaks. */
function appeared({ before, after, oldItem }: Joined): BranchChange[] {
  if (before.snapshot.made === null) return [];
  const untouched = { before: before.indexes.untouchedCoreFields, after: after.indexes.untouchedCoreFields };
  const isNew = (item: Item): boolean => {
    if (after.policy.entryOf(item) !== undefined || untouched.after.has(item)) return false;
    if (item.kind === 'form_field' && !bringsAnswer(item)) return false;
    const old = oldItem(item);
    return old === undefined ? before.snapshot.coverage(item.kind).state === 'complete' : untouched.before.has(old);
  };
  return after.snapshot.all.filter(isNew).flatMap(item => {
    const required = item.kind === 'form_field' && item.required === true ? ({ required: true } as const) : {};
    const kind = DATA.has(item.kind) ? 'new-data' : COLLECTORS.has(item.kind) ? 'new-item' : undefined;
    return kind === undefined ? [] : [{ ...itemSubject(item, after), kind, undeclared: true, ...required } as const];
  });
}

function mustBeAnswered(pair: Pair, side: Side): Pick<BranchChange, 'required'> {
  return isRequired(pair, pair.entry, side) ? { required: true } : {};
}

/** Declared as required, or required in Mautic: people meet one or the other, sooner or later. */
function isRequired(pair: Pair, entry: ItemEntry, side: Side): boolean {
  if (!isEntryOf(entry, 'form_field')) return false;
  return entry.value.required === true || itemsOfPair(pair, entry, side).some(isRequiredItem);
}

function isRequiredItem(item: Item): boolean {
  return item.kind === 'form_field' && item.required === true;
}

/** Questions of before that have become required, or optional. */
function requirements(joined: Joined): BranchChange[] {
  const { before, after, pairs, oldItem } = joined;
  const declared = pairs.flatMap(pair => {
    const { entry, old } = pair;
    if (old === undefined || !isHeld(old) || !isHeld(entry)) return [];
    return shift(isRequired(pair, old, before), isRequired(pair, entry, after), pairSubject(pair, joined));
  });
  const undeclared = after.snapshot.items('form_field').flatMap(item => {
    const old = oldItem(item);
    if (old === undefined || after.policy.entryOf(item) !== undefined) return [];
    const was = before.policy.entryOf(old);
    const isDeclared = was !== undefined && isEntryOf(was, 'form_field') && was.value.required === true;
    return shift(isDeclared || isRequiredItem(old), isRequiredItem(item), itemSubject(item, after));
  });
  return [...declared, ...undeclared];
}

function shift(was: boolean, is: boolean, subject: Subject): BranchChange[] {
  return was === is ? [] : [{ ...subject, kind: is ? 'required' : 'optional' }];
}
