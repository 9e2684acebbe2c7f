/** Everything that was seen so far: items under way and, for each kind, what the answers said about its lists. A fold of facts. */
import { getOrInsert } from '../collections.js';
import { KINDS, type Kind } from '../items.js';
import type { AnswerFacts } from './answer-facts.js';
import type { Fact, ListSeen } from './facts.js';
import { addDraft, emptyItem, type MergedItem } from './merge.js';
import { later, type Series } from './series.js';
import type { Count, ReasonCode } from './snapshot.js';

/** What answers about a kind said about the kind as a whole. */
export interface KindSeen {
  /** Some answer was about this kind, even if it had no rows. */
  answered: boolean;
  /** Largest total of a plain list of v1, of v2, and of lists with a condition (which up to 6.x lifts the own-only view). */
  plain: number | undefined;
  v2: number | undefined;
  where: number | undefined;
  /** What went wrong with requests that are known, in API v1 and in the calls of v2 that only add to it. */
  readonly failures: Set<ReasonCode>;
  readonly v2Failures: Set<ReasonCode>;
  severalMakers: boolean;
  readonly badRows: Set<string>;
  readonly badIds: Set<number>;
  /** Lists of ids by the `start` they were asked with: the same list twice is a server that ignores paging. */
  readonly pages: Map<string, Set<number>>;
  /** Ids in lists asked with `published=1`. */
  readonly published: Set<number>;
  publishedTotal: number | undefined;
}

export interface Collected {
  readonly items: ReadonlyMap<Kind, Map<number, MergedItem>>;
  readonly seen: ReadonlyMap<Kind, KindSeen>;
  /** Keys that rows of API v2 have, by kind: it leaves nulls out. */
  readonly carried: ReadonlyMap<Kind, Set<string>>;
  /** Campaign steps in v2: deleted or not, undefined where the row does not say. */
  readonly steps: Map<number, boolean | undefined>;
  /** Answers that forms have got, masked, by id of the form. */
  readonly answers: Map<number, Count['n']>;
  /** Contact and company fields together, as v2 counts them. */
  fieldTotal: number | undefined;
  readonly hosts: Set<string>;
  readonly sources: Set<'api' | 'export'>;
  series: Series;
}

/** Nothing was seen of any kind; each has its place already, so that folding in facts needs no look whether it is there. */
export function emptyCollection(): Collected {
  const seen = (): KindSeen => ({
    answered: false,
    plain: undefined,
    v2: undefined,
    where: undefined,
    failures: new Set(),
    v2Failures: new Set(),
    severalMakers: false,
    badRows: new Set(),
    badIds: new Set(),
    pages: new Map(),
    published: new Set(),
    publishedTotal: undefined,
  });
  return {
    items: new Map(KINDS.map(kind => [kind, new Map<number, MergedItem>()])),
    seen: new Map(KINDS.map(kind => [kind, seen()])),
    carried: new Map(KINDS.map(kind => [kind, new Set<string>()])),
    steps: new Map(),
    answers: new Map(),
    fieldTotal: undefined,
    hosts: new Set(),
    sources: new Set(),
    series: '2',
  };
}

/** Adds all that an answer showed. */
export function addAnswer(collected: Collected, { rows, list }: AnswerFacts): void {
  for (const { facts } of rows) addFacts(collected, facts);
  addFacts(collected, list);
}

/** Adds facts. Their order does not matter, but for the answers that a form has: the last number counts. */
export function addFacts(collected: Collected, facts: readonly Fact[]): void {
  for (const fact of facts) addFact(collected, fact);
}

function addFact(collected: Collected, fact: Fact): void {
  switch (fact.is) {
    case 'draft': {
      const { kind, id } = fact.draft;
      const items = collected.items.get(kind);
      const item = items?.get(id) ?? emptyItem(kind, id);
      items?.set(id, item);
      addDraft(item, fact.draft);
      return;
    }
    case 'list':
      addList(seenOf(collected, fact.kind), fact);
      return;
    case 'bad-row': {
      const seen = seenOf(collected, fact.kind);
      if (typeof fact.row === 'number') seen.badIds.add(fact.row);
      else seen.badRows.add(fact.row);
      return;
    }
    case 'series':
      collected.series = later(collected.series, fact.series);
      return;
    case 'keys': {
      const carried = collected.carried.get(fact.kind);
      for (const key of fact.keys) carried?.add(key);
      return;
    }
    case 'step': {
      const known = collected.steps.get(fact.id);
      collected.steps.set(fact.id, known === true || fact.deleted === undefined ? known : fact.deleted);
      return;
    }
    case 'count':
      addTotal(collected, fact.kind, fact.total);
      return;
    case 'several-makers':
      seenOf(collected, fact.kind).severalMakers = true;
      return;
    case 'answers':
      collected.answers.set(fact.form, fact.n);
      return;
    case 'failure': {
      // a login that v2 does not take is no matter of the kind that was asked for
      const kinds = fact.reason === 'v2-login' ? KINDS : [fact.kind];
      for (const seen of kinds.map(kind => seenOf(collected, kind))) (fact.api === 2 ? seen.v2Failures : seen.failures).add(fact.reason);
      return;
    }
    case 'host':
      collected.hosts.add(fact.host);
      return;
    case 'source':
      collected.sources.add(fact.source);
  }
}

function addTotal(collected: Collected, kind: Kind | 'field', total: number): void {
  if (kind === 'field') {
    collected.fieldTotal = greater(collected.fieldTotal, total);
    return;
  }
  const seen = seenOf(collected, kind);
  seen.v2 = greater(seen.v2, total);
}

function addList(seen: KindSeen, list: ListSeen): void {
  seen.answered = true;
  if (list.as !== 'none') seen[list.as] = greater(seen[list.as], list.total);
  if (list.published !== undefined) {
    for (const id of list.published) seen.published.add(id);
    seen.publishedTotal = greater(seen.publishedTotal, list.total);
  }
  if (list.page === undefined) return;
  getOrInsert(seen.pages, list.page.ids.join(), () => new Set()).add(list.page.start);
}

/**
 * What the answers said of the lists of a kind.
 * @throws RangeError for what is no kind
 */
export function seenOf(collected: Collected, kind: Kind): KindSeen {
  const seen = collected.seen.get(kind);
  if (seen === undefined) throw new RangeError(kind);
  return seen;
}

function greater(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
