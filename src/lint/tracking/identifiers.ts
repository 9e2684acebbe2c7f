/** What stands on people's devices because of Mautic (rules/data/mautic-identifiers.yaml), held against what is declared of it. */
import { daysOf } from '../../declarations/periods.js';
import type { FilePlace } from '../../finding.js';
import { authorityGuidance, mauticIdentifiers } from '../../generated/data.js';
import type { Cookie } from '../../generated/declaration.js';
import type { Kind } from '../../items.js';
import { later } from '../../text/later.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';

interface Identifier {
  readonly lifetime: string;
  /** The script keeps a copy in local storage, which never expires. */
  readonly local_storage: boolean;
  /** Only where an item of the kind is live. */
  readonly with?: Kind;
}

const IDENTIFIERS = later((): readonly (readonly [name: string, Identifier])[] => Object.entries(mauticIdentifiers().identifiers));

/** Up to which time an authority takes such identifiers for no more than is needed. */
export const lifetimeYardstick = (): { readonly authority: string; readonly lifetime: string } => authorityGuidance().identifiers;

/** Codes of lifetimes that are no period, and of a declared one that is true but long. */
export const UNLIMITED = 'unlimited';
export const SAME_BUT_LONG = 'same-but-long';

export interface LifetimeFault {
  /** Name of the cookie. */
  readonly key: string;
  readonly place: FilePlace;
  /** How long it really stays: a period, `session` or `unlimited`. */
  readonly live: string;
  /** As declared; null: nothing is. */
  readonly declared: string | null;
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy'>;

/** Identifiers that are not declared, that stay for another time than declared, or longer than the yardstick. */
export function lifetimeFaults(context: Known): LifetimeFault[] {
  const website = context.declarations.tracking.website;
  if (website?.place === null || website === undefined) return [];
  const { place } = website;
  const cookies = Object.entries(website.value.cookies ?? {});
  const missing = IDENTIFIERS().filter(
    ([name, known]) => isExpected(context, known) && !cookies.some(([cookie]) => isCalled(name, cookie)),
  );
  return [
    ...cookies.flatMap(([name, cookie]) => faultOf(name, cookie ?? {}, valueAt(place, 'cookies', name, 'lifetime')) ?? []),
    ...missing.map(([key, known]) => ({
      key,
      place: website.value.cookies === undefined ? place : valueAt(place, 'cookies'),
      live: stayOf(known, false),
      declared: null,
    })),
  ];
}

function isExpected({ snapshot, policy }: Known, known: Identifier): boolean {
  return known.with === undefined || snapshot.items(known.with).some(policy.isLive);
}

function isCalled(name: string, cookie: string): boolean {
  return name.endsWith('*') ? cookie.startsWith(name.slice(0, -1)) : cookie === name;
}

/** A copy that nothing clears outlives the cookie. */
function stayOf({ lifetime, local_storage }: Identifier, isCleared: boolean): string {
  return local_storage && !isCleared ? UNLIMITED : lifetime;
}

/** Who says what clears the copies may have the cookie deleted earlier as well: a shorter time is then taken for true. */
function faultOf(key: string, { lifetime, local_storage }: Cookie & object, place: FilePlace): LifetimeFault | undefined {
  const declared = lifetime === undefined ? undefined : lengthOf(lifetime);
  if (lifetime === undefined || declared === undefined) return undefined;
  const isCleared = (local_storage ?? '').trim() !== '';
  const known = IDENTIFIERS().find(([name]) => isCalled(name, key))?.[1];
  const live = known === undefined ? lifetime : stayOf(known, isCleared);
  const real = lengthOf(live) ?? declared;
  if (isFar(real, declared) && !(isCleared && declared < real)) return { key, place, live, declared: lifetime };
  const most = lengthOf(lifetimeYardstick().lifetime) ?? declared;
  return declared > most ? { key, place, live: lifetime, declared: SAME_BUT_LONG } : undefined;
}

/** In days; undefined for a text that is no lifetime. */
function lengthOf(lifetime: string): number | undefined {
  if (lifetime === 'session') return 0;
  return lifetime === UNLIMITED ? Number.MAX_SAFE_INTEGER : daysOf(lifetime);
}

/** Fifty-two weeks are a year. */
function isFar(one: number, other: number): boolean {
  return Math.abs(one - other) > Math.max(one, other) / 100;
}
