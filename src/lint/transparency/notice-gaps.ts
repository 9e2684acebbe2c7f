/** What a notice does not tell the people it is for, by its own list (`covers`): a checklist of Art. 13 and 14 GDPR, no reading of its text. */
import { group } from '../../collections.js';
import type { Declarations, Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { Notice, Purpose } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { toldBy, valueAt } from '../places.js';
import { purposesIn } from '../policy.js';
import type { RuleContext } from '../rule.js';

export interface NoticeGap {
  readonly notice: Entry<Notice>;
  readonly place: FilePlace;
  /** `purposes.<key>` and `recipients.<key>`, else a key of `covers`, or `date`. */
  readonly missing: readonly string[];
}

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'indexes'>;

/** One for each notice that lacks something. */
export function noticeGaps(context: Known): NoticeGap[] {
  const { declarations } = context;
  const told = toldBy(declarations);
  const facts = factsByPurpose(context);
  const concerned = group(
    [...declarations.purposes.values()].flatMap(purpose => noticesFor(purpose, declarations).map(notice => ({ notice, purpose }))),
    ({ notice }) => notice,
  );
  return [...declarations.notices.values()].flatMap(notice => {
    const { value, place } = notice;
    if (place === null) return [];
    const covers = valueAt(place, 'covers');
    const date = value.date === undefined && !told.has(place, 'date') ? ['date'] : [];
    const purposes = (concerned.get(notice) ?? []).map(({ purpose }) => purpose);
    const asked = told.has(place, 'covers') ? [] : [...askedOf(purposes, facts, declarations)];
    const said = saidBy(notice, declarations);
    const missing = [...date, ...asked.filter(code => !said(code) && !told.has(covers, keyOf(code)))];
    return missing.length === 0 ? [] : [{ notice, place: placeOf(notice, place, missing), missing }];
  });
}

/** The first key of `covers` that lacks something; where none of them is written, `covers`, else the notice. */
function placeOf({ value: { covers } }: Entry<Notice>, place: FilePlace, missing: readonly string[]): FilePlace {
  if (covers === undefined) return place;
  const key = missing.map(keyOf).find(code => Object.hasOwn(covers, code));
  return valueAt(place, 'covers', ...(key === undefined ? [] : [key]));
}

/** The key of `covers` that would say it. */
function keyOf(code: string): string {
  return code.replace(/\..*$/su, '');
}

/** The notices for a purpose: the one that it names, else the only one; of several, those that list it, else the first. A wrong name is told elsewhere. */
export function noticesFor({ key, value, place }: Entry<Purpose>, { notices }: Declarations): Entry<Notice>[] {
  if (place === null) return [];
  const all = [...notices.values()];
  if (value.notice !== undefined) {
    const named = notices.get(comparableKey(value.notice.replace(/#.*$/su, '')));
    return named === undefined ? [] : [named];
  }
  const listed = all.filter(notice => notice.value.covers?.purposes?.map(comparableKey).includes(key));
  return listed.length > 0 ? listed : all.slice(0, 1);
}

interface Facts {
  readonly recipients: ReadonlySet<string>;
  readonly sources: boolean;
  readonly profiling: boolean;
}

/** What purposes say themselves, and what items that serve them add: recipients and profiling of their own, sources that are not the person. */
function factsByPurpose({ declarations, policy, indexes }: Known): ReadonlyMap<string, Facts> {
  const facts = new Map<string, { recipients: Set<string>; profiling: boolean; sources: boolean }>();
  const add = (purpose: string, recipients: readonly string[] = [], profiling = 'none', sources = false) => {
    const known = facts.get(purpose) ?? { recipients: new Set(), profiling: false, sources: false };
    for (const recipient of recipients) known.recipients.add(comparableKey(recipient));
    known.profiling ||= profiling !== 'none';
    known.sources ||= sources;
    facts.set(purpose, known);
  };
  for (const { key, value } of declarations.purposes.values()) add(key, value.recipients, value.profiling);
  for (const entry of policy.entries) {
    const { recipients, profiling, informed } = entry.value;
    // Who knows already need not be told again (Art. 14(5)(a)).
    const isFromElsewhere = informed?.when !== 'already known' && indexes.indirectSources.has(entry);
    if (recipients === undefined && profiling === undefined && !isFromElsewhere) continue;
    for (const purpose of purposesIn(policy.standingOf(entry))) add(purpose, recipients, profiling, isFromElsewhere);
  }
  return facts;
}

function* askedOf(purposes: readonly Entry<Purpose>[], facts: ReadonlyMap<string, Facts>, { recipients }: Declarations): Generator<string> {
  if (purposes.length === 0) return;
  const own = purposes.flatMap(({ key }) => facts.get(key) ?? []);
  const named = new Set(own.flatMap(fact => [...fact.recipients]));
  // A team of one's own is nobody else.
  const others = [...recipients.values()].filter(({ key, value }) => named.has(key) && value.role !== 'internal');
  for (const { key } of purposes) yield `purposes.${key}`;
  for (const { key } of others) yield `recipients.${key}`;
  if (purposes.some(({ value }) => value.retention !== undefined)) yield 'retention';
  yield 'rights';
  if (others.some(({ value }) => value.transfer !== undefined)) yield 'transfers';
  if (own.some(({ sources }) => sources)) yield 'sources';
  if (own.some(({ profiling }) => profiling)) yield 'profiling';
}

/** What a notice says. One of its purposes that does not exist is told elsewhere, and may stand for any that is missing. */
function saidBy({ value: { covers = {} } }: Entry<Notice>, { purposes }: Declarations): (code: string) => boolean {
  const named = (covers.purposes ?? []).map(comparableKey);
  const isMistaken = named.some(key => !purposes.has(key));
  const said = new Set([
    ...named.map(key => `purposes.${key}`),
    ...(covers.recipients ?? []).map(key => `recipients.${comparableKey(key).replace(/^recipient:/u, '')}`),
    ...(['retention', 'rights', 'transfers', 'sources'] as const).filter(key => covers[key] === true),
    ...((covers.profiling ?? []).length > 0 ? ['profiling'] : []),
  ]);
  return code => said.has(code) || (isMistaken && code.startsWith('purposes.'));
}
