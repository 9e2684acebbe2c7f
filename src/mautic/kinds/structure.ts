/** Tags, segments, stages, categories, point groups, messages, assets: kinds of a few keys. */
import type { UnknownRecord } from '../../guards.js';
import { cleanKey, keyOf } from '../texts.js';
import { messageUses, segmentFilterUses } from '../uses/index.js';
import { ADDED, DATES, DESCRIPTION, flag, LANGUAGE, PUBLISHED, text, word } from './columns.js';
import { always, has, type KindReader, type More } from './reader.js';

const byName = (row: UnknownRecord): unknown => keyOf(row, 'name');

export const tag: KindReader = {
  kind: 'tag',
  key: row => keyOf(row, 'tag'),
  columns: [DESCRIPTION],
  full: always,
  nulls: { description: { properties: { description: '' } } },
  more: storedText,
};

/** Mautic keeps some tags entity-encoded, beside their plain twins (mautic/mautic#13922): the stored text tells them apart. */
function storedText(row: UnknownRecord): More {
  const raw = keyOf(row, 'tag');
  if (typeof raw !== 'string') return {};
  // decoding once gives back the stored text, so that it goes through the same mask
  const stored = cleanKey(raw.replaceAll('&', '&amp;'));
  const key = cleanKey(raw);
  return {
    properties: {
      // two tags may look alike once they are masked
      ...(key.masked ? { _raw: raw } : {}),
      ...(stored.text === key.text ? {} : { stored: stored.text.slice(0, 380) }),
    },
    masked: stored.masked && stored.text !== key.text ? ['stored'] : [],
  };
}

export const segment: KindReader = {
  kind: 'segment',
  key: row => keyOf(row, 'alias'),
  columns: [
    text('title', 'name', 191),
    PUBLISHED,
    DESCRIPTION,
    ADDED,
    text('public_name', 'publicName', 160),
    flag('in_preference_centre', 'isPreferenceCenter', false),
    flag('global', 'isGlobal'),
  ],
  full: has('filters'),
  nulls: {
    description: { properties: { description: '' } },
    category: { links: { category: null } },
    publicName: { properties: { public_name: '' } },
    dateAdded: { properties: { added: '' } },
    lastBuiltDate: { properties: { _built: null } },
  },
  more: row => {
    const filters = keyOf(row, 'filters');
    const built = keyOf(row, 'lastBuiltDate');
    const seen = built === undefined ? {} : { _built: built };
    if (filters === undefined) return { properties: seen };
    const { uses, rows, blank } = segmentFilterUses(filters, 'segment.filter');
    return { properties: { ...seen, filter_rows: rows, ...(blank === 0 ? {} : { blank_rows: blank }) }, uses: { filters: uses } };
  },
};

export const stage: KindReader = {
  kind: 'stage',
  key: byName,
  columns: [PUBLISHED, ...DATES, DESCRIPTION, ADDED],
  full: has('publishUp'),
};

export const category: KindReader = {
  kind: 'category',
  key: row => {
    const [bundle, alias] = [keyOf(row, 'bundle'), keyOf(row, 'alias')];
    return typeof bundle === 'string' && typeof alias === 'string' ? `${bundle}/${alias}` : undefined;
  },
  columns: [text('title', 'title', 191), PUBLISHED, DESCRIPTION, word('bundle', 'bundle')],
  full: always,
  nulls: { description: { properties: { description: '' } } },
};

export const pointGroup: KindReader = {
  kind: 'point_group',
  key: byName,
  columns: [PUBLISHED, DESCRIPTION, ADDED],
  full: always,
};

export const message: KindReader = {
  kind: 'message',
  key: byName,
  columns: [PUBLISHED, ...DATES, DESCRIPTION, ADDED],
  full: has('channels'),
  more: row => ({ uses: { channels: messageUses(row) } }),
};

export const asset: KindReader = {
  kind: 'asset',
  key: row => keyOf(row, 'title'),
  columns: [PUBLISHED, ...DATES, LANGUAGE, ADDED],
  full: has('language'),
};
