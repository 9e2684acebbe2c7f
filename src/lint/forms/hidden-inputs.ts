/** What forms take from people without asking: hidden fields that the page, the address or a script fills, and campaign parameters. */
import type { ItemEntry } from '../../declarations/model.js';
import { comparableKey } from '../../items.js';
import { aliasOf, type Item } from '../../mautic/snapshot.js';
import { type ConsentHolders, heldIn } from '../consent/holders.js';
import { noticesOf } from '../declared/notices.js';
import { isEntryOf } from '../policy.js';
import { type Terms, type Token, termsOf, tokensOf } from '../words.js';
import { type FormFieldItem, type FormItem, type Indexed, type Known, labelOf, liveForms, partsOf, type Question } from './questions.js';

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
  /** Counts only where something else in the form is called so. */
  readonly beside?: Terms;
}

const sort = (what: string, intrusive: boolean, words: readonly string[]): Sort => ({
  what,
  intrusive,
  terms: termsOf(() => ({ en: words })),
});
const LATITUDE = ['latitude', 'lat'];
const GEO = ['geo', 'geoip*', 'geoloc*', 'geolok*', 'geocod*', 'geodat*', 'geopos*', 'geohash', 'geopoint'];
const SCREEN = ['width', 'height', 'size', 'res', 'resolution'].flatMap(part => [`screen ${part}`, `screen${part}`]);

/** Own list: what hidden fields of forms are usually called. The first that fits holds. */
const SORTS: readonly Sort[] = [
  sort('email_hash', true, ['email hash', 'hashed email', 'hash email', 'email md', 'email sha', 'md email', 'sha email']),
  sort('ip', true, ['ip', 'remote addr', 'ipaddress']),
  sort('location', true, [...LATITUDE, 'longitude', 'coordinates', 'coordinate', 'coords', 'gps', ...GEO]),
  // Alone, the one is a language, the other a town.
  { ...sort('location', true, ['lng', 'lon']), beside: termsOf(() => ({ en: LATITUDE })) },
  sort('device', true, ['device*', 'user agent', 'useragent', 'fingerprint*', 'browser*', ...SCREEN]),
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
    const parts = partsOf(context, form);
    const aliases = parts.map(({ field }) => tokensOf(aliasOf(field)));
    const fields = parts.filter(part => harvests(part, holders) && !isExplained(context, form, part.entry, part.field));
    const inputs = fields.map(({ field }) => ({ item: field, form, ...sortOf(field, aliases) }));
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

/** @param aliases of all that stands in the form */
function sortOf(field: FormFieldItem, aliases: readonly (readonly Token[])[]): Pick<HiddenInput, 'what' | 'intrusive'> {
  const alias = aliasOf(field);
  const names = [tokensOf(alias), tokensOf(labelOf(field))];
  const found = SORTS.find(({ terms, beside }) => names.some(terms.in) && (beside === undefined || aliases.some(beside.in)));
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
