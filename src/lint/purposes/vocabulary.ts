/** The vocabulary of purposes: what each `use` is in other vocabularies, its traits, and which legal basis can carry it. */
import { purposes as table } from '../../generated/data.js';
import type { Channel, LegalBasis, Purpose, Subject, Trait, Use } from '../../generated/declaration.js';
import { later } from '../../text/later.js';

/** How a legal basis suits a use. The texts are codes of `reasons` in the data file. */
export type Cell = 'usual' | { readonly condition: string; readonly needs?: 'business' | 'lia' } | { readonly refused: string };
export type Cells = Readonly<Partial<Record<LegalBasis, Cell>>>;

export interface UseInfo {
  readonly traits: readonly Trait[];
  readonly channels?: readonly Channel[];
  readonly dpv: readonly string[];
  readonly fideslang: string;
  readonly bases: Cells;
  readonly retention: { readonly en: string; readonly it: string };
}

export interface National {
  readonly country: string;
  readonly use: Use;
  readonly basis: LegalBasis;
  readonly refused: string;
  readonly channel?: Channel;
  readonly consumers?: true;
}

const USES = later((): Readonly<Record<Exclude<Use, 'other'>, UseInfo>> => {
  const { uses, built_in } = table();
  return { ...uses, ...built_in };
});

/** How legal bases suit purposes of a trait. */
export const traitCells = (): Readonly<Record<Trait, Cells>> => table().traits;

/** What national law refuses. */
export const nationalRefusals = (): readonly National[] => table().national;

/** The half sentences of the reasons in a language, by code. */
export function reasonWords(language: 'en' | 'it'): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table().reasons).map(([code, words]) => [code, words[language]]));
}

/** What the vocabulary says of a purpose; undefined for `use: other` and when `use` is missing. */
export function useOf({ use }: Purpose): UseInfo | undefined {
  return use === undefined || use === 'other' ? undefined : USES()[use];
}

/** Traits of a purpose: its own only with `use: other`, else those of its use. */
export function traitsOf(purpose: Purpose): readonly Trait[] {
  return useOf(purpose)?.traits ?? (purpose.use === 'other' ? (purpose.traits ?? []) : []);
}

/** Channels of a purpose: its own, else those of its use. */
export function channelsOf(purpose: Purpose): readonly Channel[] {
  return purpose.channels ?? useOf(purpose)?.channels ?? [];
}

const BUSINESS: ReadonlySet<Subject> = new Set<Subject>(['business-contact', 'press', 'supplier']);

/** Does a purpose concern business contacts only? Undefined when it does not say whom it concerns. */
export function isBusinessOnly({ subjects, generic_addresses_only }: Purpose): boolean | undefined {
  if (generic_addresses_only === true) return true;
  return subjects === undefined || subjects.length === 0 ? undefined : subjects.every(subject => BUSINESS.has(subject));
}
