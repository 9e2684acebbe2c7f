/** The names on which the lexicon is tried, and what it makes of them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Category, type Hit, type Lexicon, lexiconFor, type NamedThing } from '../../src/lint/lexicon/lexicon.js';

export interface Case {
  readonly text: string;
  readonly as: NamedThing['as'];
  readonly languages: readonly string[];
  /** What it must tell, and how strongly at least; nothing for the harmless ones. */
  readonly category?: Category;
  readonly strength: Hit['strength'];
  readonly where: string;
  /**
   * Kept out of all tuning: looked at in totals only, never name by name. It is every name whose SHA-256 begins with a byte that three
   * divides, which nobody chooses and which stays when names are added; but none of a group that says `tuned`.
   */
  readonly held: boolean;
}

interface Group extends Omit<Case, 'text' | 'held' | 'strength'> {
  readonly names: readonly string[];
  readonly strength?: Hit['strength'];
  readonly tuned?: boolean;
}

/**
 * What names gave that came from elsewhere, each round judged once before it was tuned on: sensitive ones and how many were found, harmless
 * ones and how many gave a strong hit. Names and lexicon are by the same hand, the held-out ones as well; this is what a register may expect
 * that was never seen.
 */
export const AT_FIRST_SIGHT = [
  { from: 'fields beside the marital status in forms of public repositories', sensitive: 149, found: 123, harmless: 174, wrong: 1 },
  { from: 'fields beside the name in such forms', sensitive: 24, found: 19, harmless: 120, wrong: 3 },
  { from: 'fields beside the gender and the place of birth in such forms', sensitive: 91, found: 73, harmless: 97, wrong: 0 },
  { from: 'fields of well-known CRM programs', sensitive: 76, found: 54, harmless: 61, wrong: 1 },
  { from: 'fields beside the occupation in forms of public repositories', sensitive: 40, found: 29, harmless: 85, wrong: 1 },
] as const;

export const SENSITIVE = read('sensitive.yaml');
export const HARMLESS = read('harmless.yaml');

function read(file: string): readonly Case[] {
  const groups: readonly Group[] = parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return groups.flatMap(({ names, tuned = false, ...group }) =>
    names.map((text): Case => ({ strength: 'strong', ...group, text, held: !tuned && isHeld(text) })),
  );
}

function isHeld(text: string): boolean {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 3 === 0;
}

/** Judges a case as a name of full weight, for a team of its languages. */
export function judgeCase({ text, as, languages }: Pick<Case, 'text' | 'as' | 'languages'>): readonly Hit[] {
  return lexiconOf(languages).judge({ as, texts: [{ text, weight: 1 }] });
}

const lexicons = new Map<string, Lexicon>();

export function lexiconOf(languages: readonly string[]): Lexicon {
  const key = languages.join();
  const lexicon = lexicons.get(key) ?? lexiconFor({ languages: new Set(languages) });
  lexicons.set(key, lexicon);
  return lexicon;
}

export interface Judged extends Case {
  readonly hits: readonly Hit[];
}

/** The sensitive names that gave no hit of their category, or only a weak one where a strong one was due. */
export function missed(cases: readonly Case[]): Judged[] {
  return judgeAll(cases).filter(
    ({ category, strength, hits }) => !hits.some(hit => hit.category === category && (strength === 'weak' || hit.strength === 'strong')),
  );
}

/** The harmless names that gave a hit of that strength. */
export function falselyHit(cases: readonly Case[], strength: Hit['strength'] = 'strong'): Judged[] {
  return judgeAll(cases).filter(({ hits }) => hits.some(hit => hit.strength === strength));
}

function judgeAll(cases: readonly Case[]): Judged[] {
  return cases.map(one => ({ ...one, hits: judgeCase(one) }));
}

/** What part of all. */
export function share(some: readonly unknown[], all: readonly unknown[]): number {
  return all.length === 0 ? 0 : some.length / all.length;
}
