/** What is known of an item → its line in the snapshot: properties in the order of the format, references still to come. */
import type { Kind } from '../../items.js';
import type { Known } from '../merge.js';
import { ITEM_PROPERTIES } from '../order.js';
import { compareBytes } from '../texts/values.js';
import type { Properties } from './answers-to-choose.js';

/**
 * @param extra properties that were worked out, and references; they replace what the answers gave; undefined: left out
 * @param names of the properties that are wanted, in their order
 */
export function recordOf(item: Known, key: string, extra: Properties, names: readonly string[] = ITEM_PROPERTIES[item.kind]): Properties {
  const properties: Record<string, unknown> = { kind: item.kind, id: item.id, key };
  const shown = (name: string): unknown => (Object.hasOwn(extra, name) ? extra[name] : item.properties[name]);
  const masked = item.masked.filter(name => name === 'key' || (!name.startsWith('_') && shown(name) !== undefined));
  const marks: Properties = {
    ...(item.thin ? { thin: true } : {}),
    ...(masked.length > 0 ? { masked: [...new Set(masked)].sort(compareBytes) } : {}),
  };
  for (const name of names) {
    const value = marks[name] ?? shown(name);
    if (value !== undefined) properties[name] = value;
  }
  return properties;
}

/** What a kind works out of the answers besides what they say. */
export const DERIVED: { readonly [K in Kind]?: (item: Known, context: Context) => Properties } = {
  form: item => ({ progressive: item.properties.progressive ?? item.properties._cached }),
  segment: (item, context) =>
    Object.hasOwn(item.properties, '_built') ? { built: builtClass(item.properties._built, context.takenAt) } : {},
  campaign: (item, context) => ({ events: withMarks(item.properties.events, context.deleted) }),
  dynamic_content: (item, context) => ({
    ...(item.properties.title === item.properties.key ? { title: undefined } : {}),
    ...publishedOf(item, context),
  }),
  category: publishedOf,
};

export interface Context {
  readonly takenAt: string;
  /** By campaign step: whether it is marked deleted; steps that nobody knows about are not in it. */
  readonly deleted: ReadonlyMap<number, boolean>;
  /** Where v1 hides the flag: the ids in a second list of published ones, when that list was seen whole. */
  readonly published: ReadonlyMap<Kind, ReadonlySet<number>>;
}

function publishedOf(item: Known, context: Context): Properties {
  const list = context.published.get(item.kind);
  return Object.hasOwn(item.properties, 'published') || item.thin || list === undefined ? {} : { published: list.has(item.id) };
}

const WEEK = 7 * 24 * 3600 * 1000;

/** Segments are rebuilt by a cron job; the exact time would change every snapshot. */
function builtClass(built: unknown, takenAt: string): string | undefined {
  if (built === null || built === '') return 'never';
  const time = typeof built === 'string' ? Date.parse(built) : Number.NaN;
  if (Number.isNaN(time)) return undefined;
  return Date.parse(takenAt) - time <= WEEK ? 'current' : 'old';
}

function withMarks(events: unknown, deleted: ReadonlyMap<number, boolean>): unknown {
  if (!Array.isArray(events)) return undefined;
  return events.map((event: unknown) => {
    if (typeof event !== 'object' || event === null || !('id' in event) || typeof event.id !== 'number') return event;
    const mark = deleted.get(event.id);
    return mark === undefined ? event : ordered({ ...event, deleted: mark });
  });
}

const EVENT_PROPERTIES = ['id', 'name', 'type', 'kind', 'parent', 'path', 'delay', 'deleted', 'email_mode', 'jump_to'];

function ordered(event: Properties): Properties {
  return Object.fromEntries(EVENT_PROPERTIES.flatMap(name => (event[name] === undefined ? [] : [[name, event[name]]])));
}
