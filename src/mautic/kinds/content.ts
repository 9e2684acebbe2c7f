/** What people read: e-mails, landing pages, dynamic content, focus items, text messages, push notifications. Bodies become uses and flags. */
import type { UnknownRecord } from '../../guards.js';
import { keyOf } from '../texts.js';
import { dynamicContent, emailContent, focusContent, notificationContent, pageContent, textMessageContent } from '../uses/index.js';
import { ADDED, CHANGED, choice, DATES, flag, LANGUAGE, PUBLISHED, some, text, word } from './columns.js';
import { has, type KindReader, type More, type Nested, type NullEffect } from './reader.js';

const byName = (row: UnknownRecord): unknown => keyOf(row, 'name');

/** Variants and translations of the same kind, nested whole; the children point back to the row that holds them. */
function relatives(kind: 'email' | 'page' | 'dynamic_content'): Nested[] {
  return [
    { keys: ['variantChildren'], kind, whole: true, parent: 'variant_of' },
    { keys: ['translationChildren'], kind, whole: true, parent: 'translation_of' },
    { keys: ['variantParent', 'translationParent'], kind, whole: true },
  ];
}

const NULLS: Readonly<Record<string, NullEffect>> = {
  publishUp: { properties: { publish_up: '' } },
  publishDown: { properties: { publish_down: '' } },
  category: { links: { category: null } },
  language: { properties: { language: '' } },
  dateAdded: { properties: { added: '' } },
  dateModified: { properties: { changed: '' } },
};

const content = (read: { readonly uses: More['uses'] & {}; readonly flags: Readonly<Record<string, unknown>> }): More => ({
  properties: read.flags,
  uses: read.uses,
});

export const email: KindReader = {
  kind: 'email',
  key: byName,
  columns: [
    PUBLISHED,
    ...DATES,
    LANGUAGE,
    ADDED,
    CHANGED,
    choice('type', 'emailType', ['list', 'template']),
    some('sent', 'sentCount'),
    flag('public_preview', 'publicPreview'),
    word('theme', 'template'),
  ],
  full: has('customHtml'),
  nested: [
    { keys: ['lists', 'excludedLists'], kind: 'segment' },
    { keys: ['unsubscribeForm'], kind: 'form' },
    { keys: ['preferenceCenter'], kind: 'page' },
    { keys: ['assetAttachments'], kind: 'asset' },
    ...relatives('email'),
  ],
  nulls: {
    ...NULLS,
    template: { properties: { theme: '' } },
    preferenceCenter: { uses: ['preference'] },
    unsubscribeForm: { uses: ['settings'] },
  },
  more: row => content(emailContent(row)),
};

export const page: KindReader = {
  kind: 'page',
  key: row => keyOf(row, 'alias'),
  columns: [
    text('title', 'title', 191),
    PUBLISHED,
    ...DATES,
    LANGUAGE,
    ADDED,
    CHANGED,
    flag('preference_centre', 'isPreferenceCenter', false),
    flag('no_index', 'noIndex', false),
    some('visited', 'hits'),
  ],
  full: has('customHtml'),
  nested: relatives('page'),
  nulls: {
    ...NULLS,
    isPreferenceCenter: { properties: { preference_centre: false } },
    noIndex: { properties: { no_index: false } },
    headScript: { uses: ['scripts'] },
    footerScript: { uses: ['scripts'] },
  },
  more: row => content(pageContent(row)),
};

export const dynamicContentReader: KindReader = {
  kind: 'dynamic_content',
  key: row => slotOf(row) ?? keyOf(row, 'name'),
  columns: [
    text('title', 'name', 191),
    PUBLISHED,
    ...DATES,
    LANGUAGE,
    ADDED,
    flag('campaign_only', 'isCampaignBased'),
    some('sent', 'sentCount'),
  ],
  full: has('content'),
  nested: relatives('dynamic_content'),
  nulls: NULLS,
  more: row => content(dynamicContent(row)),
};

function slotOf(row: UnknownRecord): unknown {
  const slot = keyOf(row, 'slotName');
  return slot === null || slot === '' ? undefined : slot;
}

export const focusItem: KindReader = {
  kind: 'focus_item',
  key: byName,
  columns: [
    PUBLISHED,
    ...DATES,
    ADDED,
    word('type', 'type'),
    word('style', 'style'),
    { property: 'site', keys: ['website'], read: value => ({ value: siteOf(value) }) },
  ],
  full: has('properties'),
  more: row => content(focusContent(row)),
};

/** Host of the site on which a focus item is shown; the field is free text (`"https://"` occurs): what has no host is `""`. */
function siteOf(website: unknown): string {
  if (typeof website !== 'string' || !URL.canParse(website)) return '';
  const host = new URL(website).hostname;
  return /^[a-z0-9.-]{1,253}$/u.test(host) ? host : '';
}

export const textMessage: KindReader = {
  kind: 'text_message',
  key: byName,
  columns: [PUBLISHED, ...DATES, LANGUAGE, ADDED, some('sent', 'sentCount')],
  full: has('message'),
  more: row => content(textMessageContent(row)),
};

export const notification: KindReader = {
  kind: 'notification',
  key: byName,
  columns: [PUBLISHED, ...DATES, LANGUAGE, ADDED],
  full: has('message'),
  more: row => content(notificationContent(row)),
};
