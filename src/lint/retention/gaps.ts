/** What is kept without an end: purposes, form results, tags, tracking data and profiles of unknown visitors. */

import type { ItemEntry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { type RetentionOf, wholeRetention } from '../../declarations/retention.js';
import type { FilePlace } from '../../finding.js';
import type { RetentionValue } from '../../generated/declaration.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import { nameOfEntry, toldBy, valueAt } from '../places.js';
import { isEntryOf, purposesIn } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { endlessIn } from './endless.js';
import { hasEnd, type StatedRetention } from './retentions.js';

export interface RetentionGap {
  readonly subject: string;
  readonly place: FilePlace;
  readonly item: string;
  readonly kind: string;
  readonly key: StatedRetention['key'];
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy'>;

/** A place where a retention may stand. */
interface Asked extends Omit<RetentionGap, 'place'> {
  readonly entry: FilePlace;
  readonly of: RetentionOf;
  readonly value: RetentionValue | undefined;
  /** Nothing else gives the end, so that it must be there. */
  readonly isNeeded: boolean;
}

/** Everything that has no end, in the order purposes, items, tracking. What is wrong in another rule's words is left to it. */
export function retentionGaps(context: Known): RetentionGap[] {
  const told = toldBy(context.declarations);
  return [...askedOf(context)].flatMap(({ entry, of, value, isNeeded, ...about }) => {
    const isThere = value === undefined ? !isNeeded : isComplete(value, of);
    if (isThere || told.has(entry, about.key)) return [];
    return [{ ...about, place: value === undefined ? entry : valueAt(entry, about.key) }];
  });
}

function* askedOf(context: Known): Generator<Asked> {
  const { purposes, tracking } = context.declarations;
  for (const { key, value, place } of purposes.values()) {
    if (place === null) continue;
    const about = { subject: `purpose:${key}`, item: value.title ?? key, kind: 'purpose', entry: place } as const;
    yield { ...about, key: 'retention', of: 'purpose', value: value.retention, isNeeded: true };
  }
  yield* askedOfItems(context);
  for (const { key, value, place } of Object.values(tracking)) {
    if (place === null || ('mode' in value && value.mode === 'off') || value.purposes === undefined) continue;
    const about = { subject: `tracking:${key}`, item: key, kind: 'tracking', entry: place };
    yield { ...about, key: 'retention', of: 'tracking', value: value.retention, isNeeded: !haveEnd(value.purposes, context) };
    if (key !== 'website') continue;
    const visitors = 'visitor_retention' in value ? value.visitor_retention : undefined;
    yield { ...about, key: 'visitor_retention', of: 'visitors', value: visitors, isNeeded: true };
  }
}

function* askedOfItems(context: Known): Generator<Asked> {
  const asked = context.policy.entries.filter(({ kind, value }) => kind === 'tag' || kind === 'form' || value.retention !== undefined);
  for (const entry of asked) {
    const isTag = entry.kind === 'tag';
    const value = entry.value.retention;
    const isNeeded = isTag && needsOwn(entry, context);
    if (value !== undefined || isNeeded)
      yield { ...aboutEntry(entry, context), key: 'retention', of: isTag ? 'tag' : 'item', value, isNeeded };
    if (!isEntryOf(entry, 'form') || !keepsResults(entry, context)) continue;
    const results = entry.value.results_retention;
    yield { ...aboutEntry(entry, context), key: 'results_retention', of: 'results', value: results, isNeeded: true };
  }
}

function aboutEntry(entry: ItemEntry, { policy }: Known): Pick<Asked, 'subject' | 'item' | 'kind' | 'entry'> {
  return { subject: entry.identity, item: nameOfEntry(entry, policy), kind: entry.kind, entry: entry.place };
}

/** On an item, the clock is that of its purposes; elsewhere it must be written, or is given by what the retention is of. */
function isComplete(value: RetentionValue, of: RetentionOf): boolean {
  const retention = wholeRetention(value, of);
  // "Until withdrawal" is a mistake of its own, told by until-withdrawn, and what is no period by schema-valid.
  const isOther = endlessIn(retention) !== undefined || (retention.period !== undefined && daysOf(retention.period) === undefined);
  return isOther || (hasEnd(retention) && (of === 'item' || retention.from !== undefined));
}

/** A tag ends with its purposes. Where these lack an end, that is their own finding; the built-in ones get none. */
function needsOwn(entry: ItemEntry, context: Known): boolean {
  const purposes = purposesIn(context.policy.standingOf(entry));
  return purposes.length > 0 && !haveEnd(purposes, context);
}

function haveEnd(keys: readonly string[], { policy }: Known): boolean {
  const purposes = policy.purposes(keys);
  return purposes.length < keys.length || purposes.some(({ value, place }) => place !== null || value.retention !== undefined);
}

/** Does Mautic keep the answers of a form? Not those of another system's form, of one that is gone, nor where no question is saved. */
function keepsResults(entry: ItemEntry<'form'>, { policy, snapshot }: Known): boolean {
  if (entry.value.external === true || policy.standingOf(entry).state !== 'purposes') return false;
  const forms = policy.itemsOf(entry);
  if (forms.length === 0 && entry.value.status === 'retired') return false;
  const questions = forms.flatMap(item => (item.kind === 'form' ? snapshot.fieldsOf(item) : [])).filter(bringsAnswer);
  return questions.length === 0 || questions.some(question => question.saved !== false);
}
