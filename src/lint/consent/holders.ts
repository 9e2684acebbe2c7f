/** Where consent lives: the fields, tags and segments that hold a yes, and the boxes of forms that ask for it. */
import { append } from '../../collections.js';
import type { Declarations } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { comparableKey, formatIdentity, KINDS, parseIdentity } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { entriesOf } from '../entry-lookup.js';
import { isChoice, type Known, type Question, textsBeside } from '../forms/questions.js';
import { valueAt } from '../places.js';
import { nameOfPurpose } from '../policy.js';
import { asksConsent } from './texts.js';

const HOLDER_KINDS = ['field', 'tag', 'segment'] as const;
type HolderKind = (typeof HOLDER_KINDS)[number];
const KIND_OF = { field: 'contact_field', tag: 'tag', segment: 'segment' } as const satisfies Record<HolderKind, string>;

const MAY_HOLD: ReadonlySet<string> = new Set(Object.values(KIND_OF));
const NONE: readonly HeldConsent[] = [];

/** A consent that somebody declared to be held somewhere. */
export interface HeldConsent {
  /** Keys of the purposes it is for. */
  readonly purposes: readonly string[];
  /** The same as people read it. */
  readonly name: string;
  /** Where the holder is named. */
  readonly place: FilePlace;
  /** `purpose`: the consent of a purpose; else a yes of its own, to sensitive data or to tracking. */
  readonly of: 'purpose' | 'special' | 'tracking';
}

/** What is declared to hold consent, by identity (`contact_field:newsletter_ok`). */
export type ConsentHolders = ReadonlyMap<string, readonly HeldConsent[]>;

/** Every contact field, tag and segment that a purpose, a sensitive datum or a tracking surface names as the holder of its consent. */
export function consentHolders(declarations: Declarations): ConsentHolders {
  const holders = new Map<string, HeldConsent[]>();
  const add = (kind: HolderKind, text: string | undefined, held: HeldConsent): void => {
    if (text !== undefined) append(holders, holderIdentity(kind, text), held);
  };
  for (const purpose of declarations.purposes.values()) {
    for (const kind of HOLDER_KINDS) {
      if (purpose.place === null) continue;
      const place = valueAt(purpose.place, 'consent', kind);
      add(kind, purpose.value.consent?.[kind], { purposes: [purpose.key], name: nameOfPurpose(purpose), place, of: 'purpose' });
    }
  }
  const nameOf = (keys: readonly string[] | undefined, otherwise: string): string => {
    const purpose = declarations.purposes.get(keys?.[0] ?? '');
    return purpose === undefined ? otherwise : nameOfPurpose(purpose);
  };
  for (const { key, value, place } of KINDS.flatMap(kind => entriesOf(declarations, kind))) {
    if (value.special === undefined) continue;
    const held = {
      purposes: value.purposes ?? [],
      name: nameOf(value.purposes, key),
      place: valueAt(place, 'special', 'consent', 'field'),
    };
    add('field', value.special.consent?.field, { ...held, of: 'special' });
  }
  for (const { key, value, place } of Object.values(declarations.tracking)) {
    if (place === null) continue;
    const at = valueAt(place, 'consent', 'field');
    add('field', value.consent?.field, { purposes: value.purposes ?? [], name: nameOf(value.purposes, key), place: at, of: 'tracking' });
  }
  return holders;
}

/** A tag is its text and nothing else; a field or segment may carry an id. */
function holderIdentity(kind: HolderKind, written: string): string {
  const key = comparableKey(written.startsWith(`${KIND_OF[kind]}:`) ? written.slice(KIND_OF[kind].length + 1) : written);
  const parsed = kind === 'tag' ? null : parseIdentity(`${KIND_OF[kind]}:${key}`);
  return formatIdentity(KIND_OF[kind], parsed?.key ?? key, parsed?.id);
}

/** The consents that an item holds; none when it is not declared as a holder. */
export function heldBy(holders: ConsentHolders, item: Item): readonly HeldConsent[] {
  if (holders.size === 0 || !MAY_HOLD.has(item.kind)) return NONE;
  const key = comparableKey(item.key);
  const [byId, byKey] = [holders.get(formatIdentity(item.kind, key, item.id)), holders.get(formatIdentity(item.kind, key))];
  return byId === undefined ? (byKey ?? NONE) : [...byId, ...(byKey ?? NONE)];
}

/** A box of a live form that asks for a consent. */
export interface ConsentBox extends Question {
  /** declared: by its role, or by the field it fills; words: only its label or an answer says so. */
  readonly certainty: 'declared' | 'words';
  /** Keys of the purposes the consent is for; empty: nobody has said. */
  readonly purposes: readonly string[];
}

/** Every consent box among the questions of the live forms. */
export function consentBoxes(policy: Known['policy'], questions: readonly Question[], holders: ConsentHolders): readonly ConsentBox[] {
  return questions.flatMap(question => {
    const certainty = isChoice(question) ? certaintyOf(question, holders) : undefined;
    if (certainty === undefined) return [];
    const held = heldIn(question, holders).flatMap(({ purposes }) => purposes);
    return [{ ...question, certainty, purposes: held.length > 0 ? held : ownPurposes(policy, question) }];
  });
}

/** Its own purposes, else those of the field it fills; what it would take from its form says nothing about the consent. */
function ownPurposes(policy: Known['policy'], { entry, fills }: Question): readonly string[] {
  return entry?.value.purposes ?? (fills === undefined ? [] : policy.purposesOf(fills));
}

/** The consents that a question collects by the field it fills. */
export function heldIn({ fills, target }: Question, holders: ConsentHolders): readonly HeldConsent[] {
  if (fills !== undefined) return heldBy(holders, fills);
  return target === undefined ? [] : (holders.get(comparableKey(target)) ?? []);
}

/** What fills a declared consent field is a consent, whatever its role says, but for an opt-out. Words count only where nothing is declared. */
function certaintyOf(question: Question, holders: ConsentHolders): ConsentBox['certainty'] | undefined {
  const role = question.entry?.value.role;
  if (role === 'consent' || (role !== 'opt-out' && heldIn(question, holders).length > 0)) return 'declared';
  return role === undefined && textsBeside(question).some(asksConsent) ? 'words' : undefined;
}

/** A hint weighs less: what words alone say. */
export function severityBy({ certainty }: Pick<ConsentBox, 'certainty'>): { readonly severity?: 'warn' } {
  return certainty === 'words' ? { severity: 'warn' } : {};
}
