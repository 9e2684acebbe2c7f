/** What purposes say themselves, and items where they differ from their purposes: recipients, retention, legal basis, profiling, special data. */
import type { Entry, ItemEntry } from '../../declarations/model.js';
import type { RetentionOf } from '../../declarations/retention.js';
import type { LegalBasisValue, Profiling, Purpose, RetentionValue } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { isEntryOf, nameOfPurpose, purposesIn } from '../policy.js';
import { basesOf } from '../purposes/legal-bases.js';
import { basisShift } from './bases.js';
import { lengthChanges, longestRetention } from './lengths.js';
import type { BranchChange, ChangeKind, Named, Side, Subject } from './model.js';
import type { Joined } from './sides.js';
import { named, namedRecipients, ownSubject, pairSubject, without } from './subjects.js';

/** What counts for a thing at one time. */
interface Said {
  readonly recipients: readonly string[];
  readonly retention: RetentionValue | undefined;
  readonly basis: LegalBasisValue | undefined;
  readonly profiling: Profiling | undefined;
}

const NEW_KINDS = ['subjects-added', 'channels-added'] as const;

/** Purposes that are new or gone as such, and what changed about the others. */
export function purposeChanges(joined: Joined): BranchChange[] {
  const { before, after, purposeNow, formerKeys } = joined;
  const now = [...after.declarations.purposes.values()].flatMap(purpose => {
    const subject = ownSubject('purpose', purpose, nameOfPurpose(purpose));
    if (subject === undefined) return [];
    const old = before.declarations.purposes.get(formerKeys.get(purpose.key) ?? purpose.key);
    // One that is built in was there before somebody wrote it down.
    if (old === undefined)
      return [{ ...subject, kind: 'new-purpose', bases: { before: [], after: basesOf(purpose.value.legal_basis) } } as const];
    const saidBy = ({ recipients = [], retention, legal_basis: basis, profiling }: Purpose): Said => ({
      recipients,
      retention,
      basis,
      profiling,
    });
    const differences = saidChanges(subject, saidBy(old.value), saidBy(purpose.value), 'purpose', joined);
    return old.place === null ? [] : [...differences, ...widened(subject, old.value, purpose.value)];
  });
  const gone = [...before.declarations.purposes.values()].flatMap(purpose => {
    const subject = ownSubject('purpose', purpose, nameOfPurpose(purpose));
    return subject === undefined || after.declarations.purposes.has(purposeNow(purpose.key))
      ? []
      : [{ ...subject, kind: 'purpose-gone' } as const];
  });
  return [...now, ...gone];
}

function widened(subject: Subject, before: Purpose, after: Purpose): BranchChange[] {
  const lists = [without(after.subjects ?? [], before.subjects ?? []), without(after.channels ?? [], before.channels ?? [])];
  return NEW_KINDS.flatMap((kind, index) => listChange(subject, kind, named(lists[index] ?? [])));
}

/** Items that say themselves what else comes from their purposes, now or before. */
export function ownValueChanges(joined: Joined): BranchChange[] {
  const { before, after } = joined;
  return joined.pairs.flatMap(pair => {
    const { entry, old } = pair;
    if (entry.value.personal === false) return [];
    const subject = pairSubject(pair, joined);
    const special = specialChanges(subject, old?.value, entry.value);
    if (old === undefined || old.value.personal === false) return special;
    const of = entry.kind === 'tag' ? 'tag' : 'item';
    return [
      ...saidChanges(subject, saidOf(old, entry, before), saidOf(entry, old, after), of, joined),
      ...special,
      ...(isEntryOf(entry, 'form') && isEntryOf(old, 'form')
        ? lengthChanges('results', old.value.results_retention, entry.value.results_retention).map(change => ({ ...subject, ...change }))
        : []),
    ];
  });
}

/** A key that neither entry has follows the purposes, where its change is told: it is left out on both sides. */
function saidOf(entry: ItemEntry, other: ItemEntry, side: Side): Said {
  const purposes = side.policy.purposes(purposesIn(side.policy.standingOf(entry)));
  const value = <T>(own: T | undefined, others: T | undefined, inherited: () => T | undefined): T | undefined =>
    own === undefined && others === undefined ? undefined : (own ?? inherited());
  return {
    recipients:
      value(entry.value.recipients, other.value.recipients, () => purposes.flatMap(purpose => purpose.value.recipients ?? [])) ?? [],
    retention: value(entry.value.retention, other.value.retention, () => longestRetention(purposes)),
    basis: value(entry.value.legal_basis, other.value.legal_basis, () => purposes[0]?.value.legal_basis),
    profiling: value(entry.value.profiling, other.value.profiling, () => strongestProfiling(purposes)),
  };
}

/** From what rates nobody to what rates people most closely. */
const PROFILING: readonly Profiling[] = ['none', 'simple', 'extensive'];

function strongestProfiling(purposes: readonly Entry<Purpose>[]): Profiling | undefined {
  return PROFILING.findLast(profiling => purposes.some(({ value }) => value.profiling === profiling));
}

function saidChanges(
  subject: Subject,
  before: Said,
  after: Said,
  of: RetentionOf,
  sides: Pick<Joined, 'before' | 'after'>,
): BranchChange[] {
  const [old, now] = [before.recipients, after.recipients].map(keys => [...new Set(keys.map(comparableKey))]);
  const rated = PROFILING.indexOf(after.profiling ?? 'none') - PROFILING.indexOf(before.profiling ?? 'none');
  const profiling = { before: before.profiling ?? 'none', after: after.profiling ?? 'none' };
  return [
    ...listChange(subject, 'recipient-added', namedRecipients(without(now ?? [], old ?? []), sides.after)),
    ...listChange(subject, 'recipient-dropped', namedRecipients(without(old ?? [], now ?? []), sides.after, sides.before)),
    ...lengthChanges(of, before.retention, after.retention).map(change => ({ ...subject, ...change })),
    ...basisChanges(subject, before.basis, after.basis),
    ...(rated === 0 ? [] : [{ ...subject, kind: rated > 0 ? 'profiling-raised' : 'profiling-lowered', ...profiling } as const]),
  ];
}

/** A new item may be sensitive from the first day. */
function specialChanges(subject: Subject, before: ItemEntry['value'] | undefined, after: ItemEntry['value']): BranchChange[] {
  const [old, now] = [before?.special?.categories ?? [], after.special?.categories ?? []];
  const isExcused = after.not_special !== undefined && before?.not_special === undefined;
  return [
    ...listChange(subject, 'special-added', named(without(now, old))),
    ...listChange(subject, 'special-gone', named(without(old, now))),
    ...(isExcused ? [{ ...subject, kind: 'not-special' } as const] : []),
  ];
}

/** One change for all that was added or dropped; none when nothing was. */
export function listChange(subject: Subject, kind: ChangeKind, values: readonly Named[]): BranchChange[] {
  return values.length === 0 ? [] : [{ ...subject, kind, values }];
}

/** A basis that gives people less of a say, more of one, or the same on other grounds. */
export function basisChanges(subject: Subject, before: LegalBasisValue | undefined, after: LegalBasisValue | undefined): BranchChange[] {
  const shift = basisShift(before, after);
  return shift === undefined ? [] : [{ ...subject, kind: `basis-${shift}`, bases: { before: basesOf(before), after: basesOf(after) } }];
}
