/** Landing pages, dynamic content, focus items, text messages, push notifications: their parts, and what these do. */

import type { DraftUse } from '../draft.js';
import { keyOf, textOf, textsOf } from '../texts/values.js';
import { type Body, htmlBody, joinBodies, linkBody, textBody } from './body.js';
import { each, type Place, use } from './draft-uses.js';
import { segmentFilterUses } from './filters.js';

/** What was read out of content; a group of uses is missing when the row lacks its keys. */
export interface Content {
  readonly uses: Readonly<Record<string, readonly DraftUse[]>>;
  /** Properties of the item. */
  readonly flags: Readonly<Record<string, unknown>>;
}

type PartName = NonNullable<DraftUse['part']>;
type Reader = (place: Place, text: string) => Body;

interface Part {
  readonly key: string;
  readonly part: PartName;
  readonly read: Reader;
}

const partOf = (key: string, part: PartName, read: Reader): Part => ({ key, part, read });

/** A part of a content, where its uses stand. */
export function place(part: PartName): Place {
  return { at: 'content', part };
}

/** Reads the parts that the row has; undefined: it has none of them. */
function readParts(row: unknown, parts: readonly Part[]): Body | undefined {
  const there = parts.filter(({ key }) => keyOf(row, key) !== undefined);
  return there.length === 0 ? undefined : joinBodies(there.map(({ key, part, read }) => read(place(part), textOf(keyOf(row, key)))));
}

/** UTM tags that are set: clicks are told apart by them. */
export function utmUses(row: unknown): Content['uses'] {
  const tags = keyOf(row, 'utmTags');
  if (tags === undefined) return {};
  const set = textsOf(tags).some(text => text.trim() !== '');
  return { utm: set ? [use(place('utm'), 'tracks', { pseudo: 'tracking:utm' })] : [] };
}

/** Group and flags of the parts that were read. */
function bodyOf(body: Body | undefined): Content {
  return body === undefined ? { uses: {}, flags: {} } : { uses: { body: body.uses }, flags: { other_tokens: body.other } };
}

/** Is there more than blanks? Null, lists and objects count as empty. */
export function isFilled(value: unknown): boolean {
  return textOf(value).trim() !== '';
}

const PAGE_PARTS: readonly Part[] = [
  partOf('customHtml', 'html', htmlBody),
  partOf('metaDescription', 'description', textBody),
  partOf('redirectUrl', 'redirect', linkBody),
];
const SCRIPT_PARTS: readonly Part[] = [partOf('headScript', 'head', htmlBody), partOf('footerScript', 'footer', htmlBody)];

/** A landing page; it tracks by itself. Head and footer come from API v2 and exports only. */
export function pageContent(row: unknown): Content {
  const html = keyOf(row, 'customHtml');
  const body = readParts(row, PAGE_PARTS);
  const scripts = readParts(row, SCRIPT_PARTS);
  const shown = html === undefined || body === undefined ? {} : { has_html: isFilled(html), controls: body.controls, links: body.links };
  const read = bodyOf(body);
  return {
    uses: {
      ...read.uses,
      ...(scripts === undefined ? {} : { scripts: scripts.uses }),
      self: [use({ at: 'page' }, 'tracks', { pseudo: 'tracking:page_hit' })],
    },
    flags: { ...shown, ...read.flags },
  };
}

const DYNAMIC_PARTS: readonly Part[] = [partOf('content', 'html', htmlBody)];

/** Dynamic content of websites. */
export function dynamicContent(row: unknown): Content {
  const filters = keyOf(row, 'filters');
  const { uses, flags } = bodyOf(readParts(row, DYNAMIC_PARTS));
  const filtered = filters === undefined ? {} : { filters: segmentFilterUses(filters, 'content.filter').uses };
  return { uses: { ...uses, ...filtered, ...utmUses(row) }, flags };
}

const FOCUS_PARTS: readonly Part[] = [partOf('html', 'html', htmlBody), partOf('editor', 'html', htmlBody)];
const FOCUS_TEXTS: readonly Part[] = [
  partOf('headline', 'headline', htmlBody),
  partOf('tagline', 'tagline', htmlBody),
  partOf('link_text', 'link', htmlBody),
  partOf('link_url', 'link', linkBody),
];

/** A focus item; each one records that it was seen. The rendered code (`cache`) is not read: it repeats the parts. */
export function focusContent(row: unknown): Content {
  const texts = readParts(keyOf(keyOf(row, 'properties'), 'content'), FOCUS_TEXTS);
  const bodies = [readParts(row, FOCUS_PARTS) ?? [], texts ?? []].flat();
  const body = bodies.length === 0 ? undefined : joinBodies(bodies);
  const form = keyOf(row, 'form');
  const read = bodyOf(body);
  const shown = form === undefined ? {} : { form: each({ at: 'focus.form' }, 'shows', 'form', form) };
  return {
    uses: { ...read.uses, ...shown, ...utmUses(row), self: [use({ at: 'focus' }, 'tracks', { pseudo: 'tracking:focus_view' })] },
    flags: { ...(body === undefined ? {} : { links: body.links }), ...read.flags },
  };
}

/** Words that stop text messages, in the languages of the countries where they are usual. */
const STOP_WORD =
  /(?<![\p{L}\p{N}])(?:STOP|STOPP|ARRET|BAJA|BASTA|CANCEL|ABMELDEN|AFMELDEN|REZYGNUJ|DISISCRIVI|UNSUBSCRIBE)(?![\p{L}\p{N}])/iu;
const MESSAGE_PARTS: readonly Part[] = [partOf('message', 'message', textBody)];

/** A text message. */
export function textMessageContent(row: unknown): Content {
  const message = keyOf(row, 'message');
  const { uses, flags } = bodyOf(readParts(row, MESSAGE_PARTS));
  return { uses, flags: { ...(message === undefined ? {} : { stop_word: STOP_WORD.test(textOf(message)) }), ...flags } };
}

const NOTIFICATION_PARTS: readonly Part[] = [
  partOf('heading', 'headline', textBody),
  partOf('message', 'message', textBody),
  partOf('button', 'link', textBody),
  partOf('url', 'url', linkBody),
];

/** A push notification; it has no flags of its own. */
export function notificationContent(row: unknown): Content {
  return { uses: { ...bodyOf(readParts(row, NOTIFICATION_PARTS)).uses, ...utmUses(row) }, flags: {} };
}
