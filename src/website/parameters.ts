/** What Mautic makes of a parameter of a page view, a pixel or a contact that is pushed to its API (seen live, 5.1.0 and 7.0.2). */
import { coreFields } from '../generated/data.js';
import type { Certainty, SentKind } from './site.js';

/** Part of the page view itself, or of Mautic's own bookkeeping: no field of a contact. */
const PAGE_DATA: ReadonlySet<string> = new Set([
  'page_title',
  'page_url',
  'page_language',
  'page_referrer',
  'preferred_locale',
  'title',
  'url',
  'referrer',
  'language',
  'counter',
  'timezone_offset',
  'resolution',
  'platform',
  'do_not_track',
  'adblock',
  'fingerprint',
  'mautic_device_id',
  'mtc_id',
  'sid',
  'utm_campaign',
  'utm_content',
  'utm_medium',
  'utm_source',
  'utm_term',
]);

/** Parameters whose content nobody can read from outside: packed (`d`), or the click of an e-mail (`ct`). */
const OPAQUE: ReadonlySet<string> = new Set(['d', 'ct']);

export interface Parameter {
  readonly what: SentKind;
  readonly key: string;
  readonly certainty: Certainty;
}

/**
 * @param name as it is sent
 * @param value of `tags` only, with `*` for what is not known; undefined when nothing is known
 */
export function parametersOf(name: string, value?: string): Parameter[] {
  if (name === 'tags') return value === undefined ? [{ what: 'tag', key: '', certainty: 'open' }] : tagsIn(value);
  const what = OPAQUE.has(name) ? 'opaque' : PAGE_DATA.has(name) ? 'page_data' : fieldKind(name);
  return [{ what, key: name, certainty: name.includes('*') ? 'pattern' : 'literal' }];
}

function fieldKind(name: string): SentKind {
  return Object.hasOwn(coreFields().company_field, name) && !Object.hasOwn(coreFields().contact_field, name)
    ? 'company_field'
    : 'contact_field';
}

/** A list with commas; `-name` takes the tag away. */
export function tagsIn(list: string): Parameter[] {
  return list
    .split(',')
    .map(entry => entry.trim())
    .flatMap((entry): Parameter[] => {
      const removes = entry.startsWith('-');
      const key = removes ? entry.slice(1) : entry;
      const what = removes ? 'tag_removed' : 'tag';
      if (key === '') return [];
      if (/^\*+$/u.test(key)) return [{ what, key: '', certainty: 'open' }];
      return [{ what, key, certainty: key.includes('*') ? 'pattern' : 'literal' }];
    });
}

/** What the API keeps of a contact or a company. */
export type BodyOf = 'contact' | 'company';

/** What steers a request to the API, or is Mautic's own bookkeeping: no datum that a person gives (Mautic 5.1 to 7.0). */
const BODY_CONTROLS: ReadonlySet<string> = new Set([
  'id',
  'owner',
  'overwriteWithBlank',
  'lastActive',
  'dateAdded',
  'dateModified',
  'dateIdentified',
  'isPublished',
  'createIfNotFound',
]);

/**
 * What Mautic makes of a key in the body of a request to `/contacts/new`, `/contacts/{id}/edit` and their like. Other than with a page view,
 * `utm_source` or `title` are fields here, if there are such. `ipAddress` is no field: it goes to the visits of the contact.
 * @param value of `tags` only, as with `parametersOf`
 */
export function bodyParametersOf(of: BodyOf, name: string, value?: string): Parameter[] {
  if (BODY_CONTROLS.has(name)) return [];
  if (of === 'company') return [{ what: 'company_field', key: name, certainty: name.includes('*') ? 'pattern' : 'literal' }];
  if (name === 'tags') return parametersOf(name, value);
  if (name === 'ipAddress') return [{ what: 'page_data', key: name, certainty: 'literal' }];
  return [{ what: fieldKind(name), key: name, certainty: name.includes('*') ? 'pattern' : 'literal' }];
}
