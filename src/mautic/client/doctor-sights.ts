/** What totals tell about a role: how much of each kind it is shown, and whether API v2 takes its login. */
import type { Kind } from '../../items.js';
import { type Collected, type KindSeen, seenOf } from '../collect.js';
import { seesOwn } from '../rights.js';
import type { ReasonCode } from '../snapshot.js';
import type { Fault } from './faults.js';
import type { ListPlan } from './plan.js';

export type Sees =
  | 'all'
  | 'own'
  /** E-mails: the larger total counts A/B variants, too, and nothing tells them from those of others. */
  | 'perhaps-all'
  /** Nothing tells whether it is all. */
  | 'unproven'
  | 'refused'
  | 'not-in-version'
  | 'plugin-off'
  | 'failed';

/** Does a list of the kind come, whole or not? */
export function isListed(sees: Sees): boolean {
  return sees === 'all' || sees === 'own' || sees === 'perhaps-all' || sees === 'unproven';
}

export interface KindSight {
  readonly kind: Kind;
  readonly sees: Sees;
  /** Rows that a pull would read. */
  readonly visible: number;
  /** How many there are, when that is more. */
  readonly exist?: number;
  /** Why not all is seen. */
  readonly why: readonly ReasonCode[];
  readonly fault?: Fault;
}

/** `none`: before Mautic 7, or not known to be later; `unknown`: nothing was to be asked, or nothing answered. */
export type V2State = 'none' | 'accepted' | 'refused' | 'unknown';

export interface Circumstances {
  /** Undefined: no answer told the version. */
  readonly from7: boolean | undefined;
  readonly v2: V2State;
  /** A/B variants on the first page of e-mails in API v2, and whether that page is the whole list. */
  readonly variants?: { readonly count: number; readonly whole: boolean };
}

/** `none` before Mautic 7; `refused` when it does not take the login for any list, `unknown` when no answer of it says either. */
export function v2StateOf(plans: readonly ListPlan[], collected: Collected, from7: boolean | undefined): V2State {
  if (from7 !== true) return 'none';
  const seen = plans.map(({ kind }) => seenOf(collected, kind));
  if (seen.some(({ v2Failures }) => v2Failures.has('v2-login'))) return 'refused';
  return seen.some(({ v2, v2Failures }) => v2 !== undefined || v2Failures.has('refused')) ? 'accepted' : 'unknown';
}

/** What a role is shown of one kind. */
export function sightOf({ kind, v2Rows }: ListPlan, seen: KindSeen, circumstances: Circumstances): Omit<KindSight, 'fault'> {
  const { plain, v2 } = seen;
  if (plain === undefined) {
    if (v2 !== undefined && v2Rows === 'when-refused') return { kind, sees: 'all', visible: v2, why: [] };
    return { kind, sees: unseen(seen), visible: 0, why: [...seen.failures].sort() };
  }
  // Mautic fails to list the tags of a role that sees only its own: a list that came is whole.
  if (!seesOwn(kind) || kind === 'tag') return { kind, sees: 'all', visible: plain, why: [] };
  const wide = circumstances.from7 === true ? v2 : seen.where;
  if (wide === undefined || circumstances.from7 === undefined)
    return { kind, sees: 'unproven', visible: plain, why: [unprovenReason(seen)] };
  if (wide <= plain) return { kind, sees: 'all', visible: plain, why: [] };
  const sees = kind === 'email' ? ofEmails(plain, wide, circumstances) : 'own';
  if (sees === 'all') return { kind, sees, visible: plain, why: [] };
  return { kind, sees, visible: plain, exist: wide, why: sees === 'own' ? ['own-only'] : [] };
}

const UNSEEN: readonly (readonly [ReasonCode, Sees])[] = [
  ['refused', 'refused'],
  ['not-in-version', 'not-in-version'],
  ['plugin-off', 'plugin-off'],
];

function unseen({ failures }: KindSeen): Sees {
  return UNSEEN.find(([reason]) => failures.has(reason))?.[1] ?? 'failed';
}

/** Why the second total did not come, when something said so. */
function unprovenReason({ v2Failures, failures }: KindSeen): ReasonCode {
  const [first] = [...v2Failures, ...failures].sort();
  return v2Failures.has('v2-login') ? 'v2-login' : (first ?? 'no-total');
}

/** Lists of e-mails leave A/B variants out, and the larger total counts them. */
function ofEmails(plain: number, wide: number, { variants }: Circumstances): Sees {
  if (plain === 0) return 'own';
  if (variants === undefined) return 'perhaps-all';
  if (wide - plain <= variants.count) return 'all';
  return variants.whole ? 'own' : 'perhaps-all';
}
