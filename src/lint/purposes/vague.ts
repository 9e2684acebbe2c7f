/** Purposes so broad that any datum would fit. */
import type { Declarations, Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { vagueWords } from '../../generated/data.js';
import type { Purpose, Use } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { toldBy, valueAt } from '../places.js';
import { tokensOf } from '../tokens.js';

/** Shortest description that can say who gets what, in characters; with `use: other` a longer one is asked for by another rule. */
const LENGTH = 30;
const OTHER_LENGTH = 40;

/** A purpose is too wide when more than this share of all fields is for it; with few fields or few purposes that is natural. */
const SHARE = 0.4;
const FIELDS = 10;
const PURPOSES = 4;
/** What people ask for needs what it needs: a booking may fill a form. */
const ASKED_FOR: ReadonlySet<Use | undefined> = new Set<Use | undefined>(['service-delivery', 'service-messages', 'enquiry-handling']);

export interface VaguePurpose {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
}

/** One for each purpose whose description is missing, short or says nothing, or that is for most of the fields. */
export function vaguePurposes(declarations: Declarations): VaguePurpose[] {
  const told = toldBy(declarations);
  const wide = widePurposes(declarations);
  return [...declarations.purposes.values()].flatMap(purpose => {
    const { key, value, place } = purpose;
    if (place === null || told.has(place, 'description')) return [];
    const text = value.description?.trim() ?? '';
    const isToldElsewhere = value.use === 'other' && value.description !== undefined && text.length < OTHER_LENGTH;
    if (!isToldElsewhere && (text.length < LENGTH || saysNothing(text))) {
      return [{ purpose, place: value.description === undefined ? place : valueAt(place, 'description') }];
    }
    return wide.has(key) && !ASKED_FOR.has(value.use) ? [{ purpose, place }] : [];
  });
}

function saysNothing(text: string): boolean {
  return tokensOf(text).every(({ word }) => vagueWords().includes(`\n${word}\n`));
}

/** Keys of the purposes that carry too large a share of the declared fields. */
function widePurposes({ purposes, items }: Declarations): ReadonlySet<string> {
  const personal = [...items.contact_field, ...items.company_field].flatMap(({ value: { purposes: keys = [] } }) =>
    keys.length === 0 ? [] : [keys.length === 1 ? keys.map(comparableKey) : [...new Set(keys.map(comparableKey))]],
  );
  const own = [...purposes.values()].filter(({ place }) => place !== null);
  if (personal.length < FIELDS || own.length < PURPOSES) return new Set();
  const numbers = new Map<string, number>();
  for (const key of personal.flat()) numbers.set(key, (numbers.get(key) ?? 0) + 1);
  return new Set([...numbers].filter(([, number]) => number > SHARE * personal.length).map(([key]) => key));
}
