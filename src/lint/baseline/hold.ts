/** Findings held against the baseline: what it accepts no longer counts, and what it accepts without need is told. */
import type { FilePlace, Finding } from '../../finding.js';
import type { RuleSetting } from '../rule.js';
import { type Accepted, type Baseline, identified, isAcceptable, textOf } from './baseline.js';

/** Why an entry is not needed: nothing is found, a waiver covers it, it stands there twice, its rule takes no exceptions or is not known. */
export type StaleReason = 'gone' | 'waived' | 'twice' | 'never' | 'unknown-rule';

export interface StaleEntry {
  readonly entry: Accepted;
  readonly place: FilePlace;
  readonly reason: StaleReason;
}

export interface Held {
  readonly findings: readonly Finding[];
  readonly stale: readonly StaleEntry[];
  /** Entries that were not found although nobody can be sure that they are gone. */
  readonly unsettled: readonly Accepted[];
}

export interface Judge {
  readonly settings: ReadonlyMap<string, RuleSetting>;
  readonly isSettled: (rule: string, subject: string) => boolean;
  /** Other identities of the same item. */
  readonly otherNames: (reference: string) => readonly string[];
}

/**
 * Marks the open findings that the baseline accepts, and tells the entries that accept nothing. A waiver goes before the baseline: its
 * end is a promise to look again, which an entry left behind would break.
 * @param baseline null: all stays as it is
 */
export function holdBaseline(findings: readonly Finding[], baseline: Baseline | null, judge: Judge): Held {
  if (baseline === null) return { findings, stale: [], unsettled: [] };
  const { accepted, file } = baseline;
  const positions = new Map<string, number>();
  for (const [position, entry] of accepted.entries()) if (!positions.has(textOf(entry))) positions.set(textOf(entry), position);
  const known = identified(findings);
  const exact = new Set(known.map(({ identity }) => textOf(identity)));
  const states = new Map<number, Finding['state']>();

  /** The entry for a finding: by its own name, else by another one of its items that no other finding has. A key may name an item, too. */
  function positionOf(identity: Accepted): number | undefined {
    const own = positions.get(textOf(identity));
    if (own !== undefined) return own;
    const namesOf = (reference: string): string[] => [reference, ...judge.otherNames(reference)];
    const keys = namesOf(identity.key ?? '');
    const others = namesOf(identity.subject).flatMap(subject => keys.map(key => textOf({ ...identity, subject, key })));
    const other = others.find(text => positions.has(text) && !exact.has(text));
    return other === undefined ? undefined : positions.get(other);
  }

  const held = known.map(({ finding, identity }): Finding => {
    const position = isAcceptable(finding.rule, judge.settings) ? positionOf(identity) : undefined;
    if (position === undefined) return finding;
    const state = finding.state === 'open' ? 'baselined' : finding.state;
    states.set(position, state);
    return { ...finding, state };
  });

  const stale: StaleEntry[] = [];
  const unsettled: Accepted[] = [];
  for (const [position, entry] of accepted.entries()) {
    const isTwice = positions.get(textOf(entry)) !== position;
    const reason = isTwice ? 'twice' : reasonFor(entry, states.get(position), judge);
    if (reason === 'unsettled') unsettled.push(entry);
    else if (reason !== undefined) stale.push({ entry, reason, place: { file: file.path, path: ['accepted', position], at: 'value' } });
  }
  return { findings: held, stale, unsettled };
}

function reasonFor(entry: Accepted, state: Finding['state'] | undefined, judge: Judge): StaleReason | 'unsettled' | undefined {
  if (state === 'waived') return 'waived';
  if (state !== undefined) return undefined;
  if (!judge.settings.has(entry.rule)) return 'unknown-rule';
  if (!isAcceptable(entry.rule, judge.settings)) return 'never';
  return judge.isSettled(entry.rule, entry.subject) ? 'gone' : 'unsettled';
}
