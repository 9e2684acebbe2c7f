/** Profiling that no notice tells people about, by the notice that should. */
import { group } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { NamedItem, Place } from '../../finding.js';
import type { Notice, NoticePlace, Purpose } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { laterBy } from '../../text/later.js';
import { placeOf } from '../forms/questions.js';
import { valueAt } from '../places.js';
import { nameOf, nameOfPurpose } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { ratingItems, shownPurposes } from './raters.js';
import { isProfilingUse, profiles } from './uses.js';

export interface UntoldProfiling {
  readonly subject: string;
  readonly place: Place;
  readonly raters: readonly NamedItem[];
  /** nowhere: no notice says it; policy: only the long one does, nothing where people are met. */
  readonly told: 'nowhere' | 'policy';
}

interface Untold {
  readonly told: UntoldProfiling['told'];
  /** The first of the notices of which one must tell people. */
  readonly notice: Entry<Notice> | undefined;
}

interface Rater extends Untold {
  readonly named: NamedItem;
  readonly place: Place;
}

/** One for each notice and each way it falls short. Purposes stand for what Mautic does not show. */
export function untoldProfiling(context: RuleContext): UntoldProfiling[] {
  const fallen = [...itemRaters(context), ...purposeRaters(context)];
  return [...group(fallen, ({ told, notice }) => `${told} ${notice?.key ?? ''}`).values()].flatMap(together => {
    const [first] = together;
    if (first === undefined) return [];
    const items = together.filter(({ named }) => named.kind !== 'purpose');
    const { told, notice, place } = first;
    const subject = notice === undefined ? 'organisation' : `notice:${notice.key}`;
    const raters = (items.length > 0 ? items : together).map(({ named }) => named);
    return [{ subject, place: notice === undefined ? place : placeIn(notice, place), raters, told }];
  });
}

function itemRaters(context: RuleContext): Rater[] {
  // Few lists of purposes differ.
  const untoldFor = laterBy((purposes: readonly Entry<Purpose>[]) => untoldIn(noticesOf(context, purposes)));
  return ratingItems(context)
    .filter(({ kind }) => context.kinds.has(kind))
    .flatMap(item => {
      const untold = untoldFor(context.policy.purposes(context.policy.purposesOf(item)));
      return untold === null ? [] : [{ named: { name: nameOf(item), kind: item.kind }, place: placeOf(context, item), ...untold }];
    });
}

function purposeRaters(context: RuleContext): Rater[] {
  const shown = shownPurposes(context);
  return [...context.declarations.purposes.values()].flatMap(purpose => {
    const { key, place, value } = purpose;
    // More than points makes a profile: people do not see it in them.
    const isShown = value.visible_to_person === true || (shown.has(key) && value.profiling === 'simple' && !isProfilingUse(value.use));
    if (place === null || !profiles(value) || isShown) return [];
    const untold = untoldIn(noticesOf(context, [purpose]));
    return untold === null ? [] : [{ named: { name: nameOfPurpose(purpose), kind: 'purpose' }, place, ...untold }];
  });
}

/** The notices that purposes name, else any there is; undefined when one names a notice that does not exist: that is told elsewhere. */
function noticesOf({ declarations: { notices } }: RuleContext, purposes: readonly Entry<Purpose>[]): readonly Entry<Notice>[] | undefined {
  const named = purposes.flatMap(({ value }) => value.notice ?? []).map(name => notices.get(comparableKey(name.replace(/#.*$/su, ''))));
  if (named.length === 0) return [...notices.values()];
  const known = named.flatMap(notice => notice ?? []);
  return known.length < named.length ? undefined : known;
}

/** Best of all is what people are told where they are met: then nothing is amiss. */
function untoldIn(notices: readonly Entry<Notice>[] | undefined): Untold | null {
  if (notices === undefined) return null;
  const places: readonly NoticePlace[] = notices.flatMap(({ value }) => value.covers?.profiling ?? []);
  if (places.some(place => place !== 'policy')) return null;
  return { told: places.length === 0 ? 'nowhere' : 'policy', notice: notices[0] };
}

function placeIn({ place, value: { covers } }: Entry<Notice>, otherwise: Place): Place {
  if (place === null) return otherwise;
  return covers === undefined ? place : valueAt(place, 'covers', ...(covers.profiling === undefined ? [] : ['profiling']));
}
