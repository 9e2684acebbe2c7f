/** Data already collected that a branch uses in a new way, without a word to the people they are about. */
import { group } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { type FieldName, type FilePlace, isFilePlace } from '../../finding.js';
import type { LegalBasis, Notice, Purpose } from '../../generated/declaration.js';
import { purposesIn } from '../policy.js';
import { noticesFor } from '../transparency/notice-gaps.js';
import { changesOf } from './changes.js';
import type { BranchChange, ChangeKind, Side } from './model.js';
import { itemsOfPair, type Pair } from './pairs.js';
import { type Joined, joinSides } from './sides.js';
import { DATA } from './subjects.js';

/** A new way, as a code with words, and the key that a person would change. */
const WAYS: Readonly<Partial<Record<ChangeKind, { readonly code: string; readonly key: string }>>> = {
  'purpose-added': { code: 'purposes', key: 'purposes' },
  'recipient-added': { code: 'recipients', key: 'recipients' },
  'retention-longer': { code: 'retention', key: 'retention' },
  'basis-weaker': { code: 'basis', key: 'legal_basis' },
  'basis-changed': { code: 'basis', key: 'legal_basis' },
};

export interface Creep {
  readonly subject: string;
  readonly of: 'item' | 'purpose' | 'tracking';
  readonly field: FieldName;
  /** `purposes.newsletter`, for what has no name of its own. */
  readonly key: string;
  readonly place: FilePlace;
  /** `purposes`, `recipients`, `retention`, `endless` or `basis`. */
  readonly ways: readonly string[];
  /** By their names. */
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  /** How long, as written: before and now. */
  readonly length?: { readonly before: string; readonly after: string };
  readonly basis: readonly LegalBasis[];
}

/**
 * One for each thing that is used in a new way. Silent where a notice for it has a new version, where a compatibility note was added
 * (Art. 6(4) GDPR), and where nobody's data are there yet.
 */
export function creepsBetween(before: Side, after: Side): Creep[] {
  const joined = joinSides(before, after);
  const changes = changesOf(joined).filter(change => WAYS[change.kind] !== undefined && isCountable(change));
  return [...group(changes, ({ subject }) => subject).values()].flatMap(ofSubject => {
    const [first] = ofSubject;
    if (first === undefined || !isFilePlace(first.place) || !isCollected(first, joined)) return [];
    const untold = ofSubject.filter(change => !isTold(change, joined));
    return untold.length === 0 ? [] : [creepOf(first, first.place, untold)];
  });
}

/** From no end to no end nothing grows. */
function isCountable({ kind, before }: BranchChange): boolean {
  return kind !== 'retention-longer' || (typeof before === 'string' && daysOf(before) !== undefined);
}

function creepOf({ subject, name, of }: BranchChange, place: FilePlace, changes: readonly BranchChange[]): Creep {
  const namesOf = (kind: ChangeKind): readonly string[] =>
    changes.flatMap(change => (change.kind === kind ? (change.values ?? []).map(value => value.name) : []));
  const longer = changes.find(({ kind }) => kind === 'retention-longer');
  const isEndless = longer !== undefined && (typeof longer.after !== 'string' || daysOf(longer.after) === undefined);
  const ways = changes.map(({ kind }) => WAYS[kind]);
  return {
    subject,
    of: of === 'purpose' || of === 'tracking' ? of : 'item',
    field: { label: name, alias: of.endsWith('_field') ? subject.replace(/^.*[:/]/u, '') : name },
    key: place.path.join('.'),
    place: { ...place, path: [...place.path, ways[0]?.key ?? ''], at: 'value' },
    ways: ways.map(way => (way?.code === 'retention' && isEndless ? 'endless' : (way?.code ?? ''))),
    purposes: namesOf('purpose-added'),
    recipients: namesOf('recipient-added'),
    ...(longer === undefined || isEndless ? {} : { length: { before: String(longer.before), after: String(longer.after) } }),
    basis: changes.flatMap(({ bases }) => bases?.after ?? []),
  };
}

/** Were there data of it before, as far as is known? */
function isCollected({ subject, of }: BranchChange, joined: Joined): boolean {
  const { before, pairs, purposeNow } = joined;
  if (of === 'tracking') return true;
  return pairs.some(pair => {
    const { old } = pair;
    if (old === undefined || !(DATA.has(old.kind) || old.kind === 'form')) return false;
    const isMeant =
      of === 'purpose'
        ? purposesIn(before.policy.standingOf(old)).some(key => `purpose:${purposeNow(key)}` === subject)
        : pair.named.identity === subject;
    return isMeant && !isEmpty(pair, joined.after);
  });
}

/** Known to hold nobody's data. What was not counted may hold some. */
function isEmpty(pair: Pair, side: Side): boolean {
  const { snapshot } = side;
  const items = itemsOfPair(pair, pair.entry, side);
  const counts = items.map(item => {
    const reference = snapshot.reference(item);
    return snapshot.count(reference, 'filled') ?? snapshot.count(reference, 'people') ?? snapshot.count(reference, 'answers');
  });
  return items.length > 0 && counts.every(count => count === 0);
}

/** Each new purpose must be told; of what changed otherwise, one notice or note is enough. */
function isTold(change: BranchChange, joined: Joined): boolean {
  const told = (purpose: Entry<Purpose>): boolean => isExplained(purpose, joined) || isRenewed(purpose, joined);
  const purposesAt = (keys: readonly string[]): readonly Entry<Purpose>[] => joined.after.policy.purposes(keys);
  if (change.kind === 'purpose-added') return purposesAt((change.values ?? []).map(({ key }) => key)).every(told);
  return purposesAt(purposesBehind(change, joined)).some(told);
}

function purposesBehind({ subject, of }: BranchChange, { after, pairs }: Joined): readonly string[] {
  if (of === 'purpose') return [subject.slice('purpose:'.length)];
  if (of === 'tracking')
    return Object.values(after.declarations.tracking).flatMap(({ key, value }) =>
      subject === `tracking:${key}` ? (value.purposes ?? []) : [],
    );
  const found = pairs.find(({ named }) => named.identity === subject);
  return found === undefined ? [] : purposesIn(after.policy.standingOf(found.entry));
}

function isExplained({ key, value }: Entry<Purpose>, { before, formerKeys }: Joined): boolean {
  const old = before.declarations.purposes.get(formerKeys.get(key) ?? key);
  return value.compatibility !== undefined && value.compatibility !== old?.value.compatibility;
}

function isRenewed(purpose: Entry<Purpose>, { before, after }: Joined): boolean {
  return noticesFor(purpose, after.declarations).some(({ key, value }) => isNewVersion(before.declarations.notices.get(key)?.value, value));
}

/** A notice without a version is told by its day. */
function isNewVersion(before: Notice | undefined, after: Notice): boolean {
  if (before === undefined) return true;
  if (after.version !== undefined || before.version !== undefined) return after.version !== undefined && after.version !== before.version;
  return after.date !== undefined && after.date > (before.date ?? '');
}
