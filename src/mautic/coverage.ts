/** What could and could not be seen, for every kind and its parts (docs/snapshot-format.md, section 2). */
import { KINDS, type Kind } from '../items.js';
import { EXPORTABLE } from './answers/envelopes.js';
import type { Assembled } from './assemble/assemble.js';
import { type Collected, type KindSeen, seenOf } from './collect.js';
import { partsOf } from './parts.js';
import { seesOwn } from './rights.js';
import { hasVersion } from './series.js';
import type { Coverage, Made, ReasonCode } from './snapshot.js';
import { compareBytes } from './texts/values.js';

export interface Circumstances {
  readonly made: Made;
  /** What a missing answer means: files were not given, or this pull did not ask. */
  readonly missing: 'not-in-files' | 'not-asked';
}

/** Reasons that do not cut the view. */
const HARMLESS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['conflict', 'plugin-off']);

/** Reasons why nothing says whether all was seen. */
const UNPROVEN: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['no-total', 'v2-login']);

interface Numbers {
  readonly rows: number;
  readonly nested: number;
  readonly total: number | undefined;
  readonly skipped: number;
  /** Own rows of which only a short form was seen, own rows that only an export has, and items that disagree with themselves. */
  readonly thin: number;
  readonly exported: number;
  readonly conflict: boolean;
}

/** In the order of a snapshot: each kind, then its parts where it has rows. Questions of forms follow what was seen of forms. */
export function coverageOf(collected: Collected, assembled: Assembled, circumstances: Circumstances): Coverage[] {
  const entries = new Map(KINDS.map(kind => [kind, kindEntry(kind, collected, assembled, circumstances)]));
  return KINDS.flatMap(kind => {
    const entry = kind === 'form_field' ? fieldsEntry(entries.get('form'), collected, assembled) : entries.get(kind);
    if (entry === undefined) return [];
    return (entry.rows ?? 0) === 0 ? [entry] : [entry, ...partsOf(kind, collected, assembled, circumstances)];
  });
}

function kindEntry(kind: Kind, collected: Collected, assembled: Assembled, circumstances: Circumstances): Coverage {
  const seen = seenOf(collected, kind);
  const numbers = numbersOf(kind, seen, collected, assembled);
  const why = reasonsOf(kind, seen, numbers, collected, circumstances);
  const { rows, total, nested, skipped } = numbers;
  return {
    of: kind,
    state: stateOf(numbers, why),
    rows,
    ...(total === undefined ? {} : { total }),
    ...(nested === 0 ? {} : { nested }),
    ...(skipped === 0 ? {} : { skipped }),
    ...(why.length === 0 ? {} : { why }),
  };
}

function stateOf(numbers: Numbers, why: readonly ReasonCode[]): Coverage['state'] {
  if (why.every(reason => HARMLESS.has(reason))) return 'complete';
  if (numbers.rows === 0 && numbers.nested === 0) return 'absent';
  return why.every(reason => UNPROVEN.has(reason) || HARMLESS.has(reason)) ? 'unknown' : 'partial';
}

function numbersOf(kind: Kind, seen: KindSeen, collected: Collected, assembled: Assembled): Numbers {
  const items = [...(collected.items.get(kind)?.values() ?? [])];
  const known = assembled.known.get(kind) ?? [];
  const variants = new Set(known.filter(item => (item.links.variant_of ?? null) !== null).map(item => item.id));
  const own = items.filter(item => item.own && !variants.has(item.id));
  const [rows, nested] = [own.length, items.length - own.length];
  const badIds = [...seen.badIds].filter(id => collected.items.get(kind)?.has(id) !== true);
  return {
    rows,
    nested,
    total: totalOf(kind, seen, rows, nested, collected),
    skipped: badIds.length + seen.badRows.size,
    thin: known.filter(item => item.thin).length,
    exported: own.filter(item => item.sources.join() === 'export').length,
    conflict: known.some(item => item.conflict),
  };
}

/**
 * The number of items that Mautic says there are. A list with a condition is a sign only when it has more than the plain one. Lists of v2
 * and those with a condition count A/B variants of e-mails, too.
 */
function totalOf(kind: Kind, seen: KindSeen, rows: number, nested: number, collected: Collected): number | undefined {
  const { plain, v2, where } = seen;
  if (kind === 'contact_field' || kind === 'company_field') return greatest(plain, sharedTotal(rows, collected), above(where, plain));
  if (kind !== 'email') return greatest(plain, v2, above(where, plain));
  const wide = greatest(v2, above(where, plain));
  const known = greatest(plain, wide);
  if (known === rows + nested) return rows;
  return plain !== undefined && wide !== undefined && wide <= plain + nested ? plain : known;
}

/** One total of v2 for both kinds of fields: it counts for each when both together meet it. */
function sharedTotal(rows: number, collected: Collected): number | undefined {
  const both = ownRows(collected, 'contact_field') + ownRows(collected, 'company_field');
  return collected.fieldTotal === both ? rows : undefined;
}

function ownRows(collected: Collected, kind: Kind): number {
  return [...(collected.items.get(kind)?.values() ?? [])].filter(item => item.own).length;
}

function above(where: number | undefined, plain: number | undefined): number | undefined {
  return where !== undefined && plain !== undefined && where > plain ? where : undefined;
}

function greatest(...numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter(number => number !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function reasonsOf(kind: Kind, seen: KindSeen, numbers: Numbers, collected: Collected, circumstances: Circumstances): ReasonCode[] {
  const { rows, total } = numbers;
  const met = total !== undefined && rows === total;
  const why = new Set<ReasonCode>(met ? [] : seen.failures);
  // such a list meets its own total
  if (seen.failures.has('own-only')) why.add('own-only');
  if (isUnproven(kind, seen)) why.add('v2-login');
  if (numbers.conflict) why.add('conflict');
  if (numbers.thin > 0) why.add('thin-answer');
  if (numbers.skipped > 0) why.add('bad-row');
  if (numbers.exported > 0) why.add('export-subset');
  if (rows === 0 && !seen.answered) {
    if (seen.failures.size === 0) why.add(unseenReason(kind, collected, circumstances));
    return [...why].sort(compareBytes);
  }
  if (numbers.thin > 0 && isOwnOnly(kind, seen, numbers.nested)) why.add('own-only');
  if (!met) for (const reason of cutReasons(kind, seen, numbers, collected)) why.add(reason);
  if (total === undefined && [...why].every(reason => HARMLESS.has(reason)) && !why.has('plugin-off')) why.add('no-total');
  return [...why].sort(compareBytes);
}

/** From 7 on only the total of v2 tells a list that was cut to a role's own items; a list of tags fails instead. */
function isUnproven(kind: Kind, { answered, v2Failures, v2, severalMakers }: KindSeen): boolean {
  return answered && v2Failures.has('v2-login') && v2 === undefined && !severalMakers && seesOwn(kind) && kind !== 'tag';
}

/** Why not all rows were seen, as far as totals and pages tell. */
function cutReasons(kind: Kind, seen: KindSeen, { rows, total, nested }: Numbers, collected: Collected): ReasonCode[] {
  const why: ReasonCode[] = [];
  const ownOnly = isOwnOnly(kind, seen, nested);
  if (ownOnly) why.push('own-only');
  if (total !== undefined && (!ownOnly || rows < (seen.plain ?? 0))) why.push('rows-missing');
  if (isFieldKind(kind) && total === undefined && (collected.fieldTotal ?? 0) > rows) why.push('rows-missing');
  if ([...seen.pages.values()].some(starts => starts.size > 1)) why.push('repeated');
  return why;
}

function isFieldKind(kind: Kind): boolean {
  return kind === 'contact_field' || kind === 'company_field';
}

/** The plain list of a role that sees only its own items is short without a sign; v2, and up to 6.x a condition, show the true number. */
export function isOwnOnly(kind: Kind, seen: KindSeen, nested: number): boolean {
  const wide = Math.max(seen.v2 ?? 0, seen.where ?? 0);
  return seen.plain !== undefined && wide > seen.plain + (kind === 'email' ? nested : 0);
}

/** Point groups came with 5.1; an entity export holds only what a campaign touches. */
function unseenReason(kind: Kind, collected: Collected, { made, missing }: Circumstances): ReasonCode {
  if (kind === 'point_group' && !hasVersion('5.1', made)) return 'not-in-version';
  return collected.sources.has('export') && EXPORTABLE.has(kind) ? 'export-subset' : missing;
}

/** Questions are seen with their forms: they share state and reasons. */
function fieldsEntry(form: Coverage | undefined, collected: Collected, assembled: Assembled): Coverage {
  const rows = assembled.known.get('form_field')?.length ?? 0;
  const { badRows, badIds } = seenOf(collected, 'form_field');
  const skipped = badRows.size + badIds.size;
  const why = [...new Set([...(form?.why ?? []), ...(skipped > 0 ? (['bad-row'] as const) : [])])].sort(compareBytes);
  const state = form?.state === 'complete' && skipped > 0 ? 'partial' : (form?.state ?? 'absent');
  return {
    of: 'form_field',
    state,
    rows,
    ...(state === 'complete' ? { total: rows } : {}),
    ...(skipped === 0 ? {} : { skipped }),
    ...(why.length === 0 ? {} : { why }),
  };
}
