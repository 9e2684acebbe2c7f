/** What forms take from people without asking: hidden fields that the page, the address or a script fills, and campaign parameters. */
import type { ItemEntry } from '../../declarations/model.js';
import { comparableKey } from '../../items.js';
import { aliasOf, type Item } from '../../mautic/snapshot.js';
import { type ConsentHolders, heldIn } from '../consent/holders.js';
import { noticesOf } from '../declared/notices.js';
import { isEntryOf } from '../policy.js';
import { type Terms, termsOf, tokensOf } from '../words.js';
import { type FormItem, type Indexed, type Known, labelOf, liveForms, partsOf, type Question } from './questions.js';

export interface HiddenInput {
  readonly item: Item;
  readonly form: FormItem;
  /** Code of what is taken, or its name where it is none of these. */
  readonly what: string;
  /** It tells more about people than they would expect of a form. */
  readonly intrusive: boolean;
}

/** Shortest `hidden_reason` that counts, in characters. */
const REASON_LENGTH = 15;
/** Defaults that are one value for everybody. */
const FIXED: ReadonlySet<string> = new Set(['constant', 'number', 'url', 'option']);

interface Sort {
  readonly what: string;
  readonly terms: Terms;
  readonly intrusive: boolean;
}

const sort = (what: string, intrusive: boolean, words: readonly string[]): Sort => ({ what, intrusive, terms: termsOf({ en: words }) });

/** Own list: what hidden fields of forms are usually called. The first that fits holds. */
const SORTS: readonly Sort[] = [
  sort('email_hash', true, ['email hash', 'hashed email', 'hash email', 'email md', 'email sha', 'md email', 'sha email']),
  sort('ip', true, ['ip', 'remote addr', 'ipaddress']),
  sort('location', true, ['latitude', 'longitude', 'lat', 'lng', 'lon', 'coordinates', 'coordinate', 'coords', 'gps', 'geo*']),
  sort('device', true, ['device*', 'user agent', 'useragent', 'fingerprint*', 'browser*', 'screen*']),
  sort('utm', false, ['utm*']),
  sort('click_id', false, ['gclid', 'dclid', 'wbraid', 'gbraid', 'fbclid', 'msclkid', 'ttclid', 'click id', 'clickid', 'li fat id']),
  sort('client_id', false, ['client id', 'clientid', 'visitor id', 'session id', 'cookie*', 'fbp', 'fbc']),
  sort('referrer', false, ['referrer', 'referer', 'referral url']),
  sort('page', false, ['landing url', 'landing page', 'page url', 'page title', 'url', 'current page']),
];

/** What live forms take unseen, and nobody has explained: one for each hidden field, one for the campaign parameters of a form. */
export function unexplainedInputs(context: Indexed): HiddenInput[] {
  const { consentHolders: holders } = context.indexes;
  return liveForms(context).flatMap(form => {
    const fields = partsOf(context, form).filter(part => harvests(part, holders) && !isExplained(context, form, part.entry, part.field));
    const inputs = fields.map(({ field }) => ({ item: field, form, ...sortOf(aliasOf(field), labelOf(field)) }));
    const entry = context.policy.entryOf(form);
    const keepsUtm = context.uses.from(context.snapshot.reference(form), 'writes').some(use => use.to === 'tracking:utm');
    return keepsUtm && !isExplained(context, form, entry, form) ? [...inputs, { item: form, form, what: 'utm', intrusive: false }] : inputs;
  });
}

/** Does a hidden field hold more than one value that is the same for everybody? A hidden consent is another mistake. */
function harvests(part: Question, holders: ConsentHolders): boolean {
  const { field, entry } = part;
  if (field.type !== 'hidden' || entry?.value.role === 'antispam' || heldIn(part, holders).length > 0) return false;
  if (entry?.value.constant === true) return false;
  return field.autofill === true || (field.default !== undefined && !FIXED.has(field.default));
}

function sortOf(alias: string, label: string): Pick<HiddenInput, 'what' | 'intrusive'> {
  const names = [tokensOf(alias), tokensOf(label)];
  const found = SORTS.find(({ terms }) => names.some(tokens => terms.in(tokens)));
  return found === undefined ? { what: alias, intrusive: false } : { what: found.what, intrusive: found.intrusive };
}

/** A reason, a purpose, and a notice that names the purpose. */
function isExplained(context: Known, form: FormItem, entry: ItemEntry | undefined, item: Item): boolean {
  const value = entry === undefined || !(isEntryOf(entry, 'form_field') || isEntryOf(entry, 'form')) ? undefined : entry.value;
  if ((value?.hidden_reason ?? '').trim().length < REASON_LENGTH) return false;
  const purposes = new Set(context.policy.purposesOf(item));
  const told = (noticesOf(context, form) ?? []).flatMap(({ value: notice }) => notice.covers?.purposes ?? []);
  return told.some(key => purposes.has(comparableKey(key)));
}
