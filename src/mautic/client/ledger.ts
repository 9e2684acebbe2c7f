/** What a pull has read so far, list by list. A list that moves is forgotten and read again; what is closed goes into the collection. */
import type { AnswerFacts } from '../answer-facts.js';
import { addAnswer, type Collected, emptyCollection } from '../collect.js';

/** One page of a list. */
export interface Entry {
  readonly list: string;
  readonly start: number;
  /** Rows in the answer. */
  readonly count: number;
  readonly ids: readonly number[];
  readonly total?: number;
  readonly facts: AnswerFacts;
}

/** Keeps entries beside the snapshot, so that a pull that was cut off can go on. */
export interface Journal {
  /** Pages of a list that were read before the cut; those without facts are asked again. */
  readonly pages: (list: string) => readonly KeptPage[];
  readonly add: (entry: Entry) => void;
  readonly drop: (list: string) => void;
  /** What the last whole pull knew of the rows of a list, by id; undefined: nothing. */
  readonly known: (list: string) => KnownRows | undefined;
  /** Whether there is anything that a pull could go on from. */
  readonly holdsPages: () => boolean;
  /** The pull is whole. */
  readonly finish: () => void;
}

export type KeptPage = Omit<Entry, 'facts'> & { readonly facts: AnswerFacts | null };

export type KnownRows = ReadonlyMap<number, AnswerFacts['rows'][number]>;

export const NO_JOURNAL: Journal = {
  pages: () => [],
  add: () => undefined,
  drop: () => undefined,
  known: () => undefined,
  holdsPages: () => false,
  finish: () => undefined,
};

export interface Ledger {
  readonly collected: Collected;
  readonly journal: Journal;
  readonly pages: (list: string) => readonly Entry[];
  /** Pages that were read before a cut and could not be kept. */
  readonly holes: (list: string) => readonly KeptPage[];
  /** @param kept whether it is worth keeping: a list of one page is sooner asked again */
  readonly add: (entry: Entry, kept: boolean) => void;
  readonly drop: (list: string) => void;
  readonly close: (list: string) => void;
  /** What belongs to no list. */
  readonly note: (facts: AnswerFacts) => void;
}

/** Begins with what the journal of a pull that was cut off still has. */
export function openLedger(journal: Journal): Ledger {
  const collected = emptyCollection();
  const open = new Map<string, Entry[]>();
  const pages = (list: string): Entry[] => {
    const known = open.get(list) ?? journal.pages(list).flatMap(({ facts, ...page }) => (facts === null ? [] : [{ ...page, facts }]));
    open.set(list, known);
    return known;
  };
  return {
    collected,
    journal,
    pages,
    holes: list => (open.has(list) ? [] : journal.pages(list).filter(page => page.facts === null)),
    add: (entry, kept) => {
      pages(entry.list).push(entry);
      if (kept) journal.add(entry);
    },
    drop: list => {
      open.set(list, []);
      journal.drop(list);
    },
    close: list => {
      for (const { facts } of pages(list)) addAnswer(collected, facts);
      open.delete(list);
    },
    note: facts => addAnswer(collected, facts),
  };
}
