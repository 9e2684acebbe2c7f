/** Traces of tracking: what Mautic shows or the team states of recording behaviour, by the surface under which it is declared. */
import { group } from '../../collections.js';
import type { TrackingValues } from '../../declarations/model.js';
import type { FilePlace, NamedItem, Place } from '../../finding.js';
import type { InstanceSettings } from '../../generated/declaration.js';
import { isKind, type Kind } from '../../items.js';
import type { How } from '../../mautic/snapshot.js';
import { valueAt } from '../places.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';

export type Surface = keyof TrackingValues;
export const SURFACES: readonly Surface[] = ['website', 'email_opens', 'email_clicks', 'videos'];

export interface Trace {
  readonly surface: Surface;
  /** Code of what is tracked: the target of the use without `tracking:`, or that of the setting. */
  readonly what: string;
  /** Where it is seen: an item, a file of the website, or a setting of the instance. */
  readonly seen: NamedItem;
  /** Reference of the item; none for a file and a setting. */
  readonly item?: string;
  /** Where the code of the website says so. */
  readonly place?: FilePlace;
  /** What the item does with it: records it, or filters and decides by it; of a setting nothing is known. */
  readonly hows: ReadonlySet<How>;
}

/** Pseudo-items of uses: under which surface each is declared. */
export const TARGETS: ReadonlyMap<string, Surface> = new Map<string, Surface>([
  ['page_hit', 'website'],
  ['session', 'website'],
  ['referrer', 'website'],
  ['device', 'website'],
  ['utm', 'website'],
  ['download', 'website'],
  ['focus_view', 'website'],
  ['notification', 'website'],
  ['email_sent', 'email_opens'],
  ['email_open', 'email_opens'],
  ['email_reply', 'email_opens'],
  ['email_click', 'email_clicks'],
  ['sms_click', 'email_clicks'],
  ['sms_reply', 'email_clicks'],
  ['sms_sent', 'email_clicks'],
  ['video', 'videos'],
]);

interface SettingTrace {
  readonly key: keyof InstanceSettings;
  /** Values of the setting that mean that Mautic tracks. */
  readonly on: readonly unknown[];
  readonly surface: Surface;
  readonly what: string;
}

const SETTINGS: readonly SettingTrace[] = [
  { key: 'track_contact_by_ip', on: [true], surface: 'website', what: 'ip' },
  { key: 'track_by_fingerprint', on: [true], surface: 'website', what: 'device' },
  { key: 'track_by_tracking_url', on: [true], surface: 'website', what: 'tracked_link' },
  { key: 'facebook_pixel', on: [true, 'on'], surface: 'website', what: 'facebook_pixel' },
  { key: 'google_analytics', on: [true, 'on'], surface: 'website', what: 'google_analytics' },
  { key: 'mailer_append_tracking_pixel', on: [true], surface: 'email_opens', what: 'email_open' },
  { key: 'disable_trackable_urls', on: [false], surface: 'email_clicks', what: 'email_click' },
];

/** Kinds whose items can show tracking. */
export const TRACKING_KINDS: readonly Kind[] = [
  'form',
  'segment',
  'point_action',
  'campaign',
  'email',
  'page',
  'dynamic_content',
  'focus_item',
  'webhook',
];

type Seen = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy'>;

export type Traces = ReadonlyMap<Surface, readonly Trace[]>;

/** Every trace of tracking in live items, the website and stated settings, by surface, each item and file once for each thing it shows. */
export function tracesOf(context: Seen): Traces {
  return group([...itemTraces(context), ...siteTraces(context), ...settingTraces(context)], trace => trace.surface);
}

/** Whether a trace is a setting or in the website, or an item of a kind that was seen well enough. */
export function isSeenIn(kinds: ReadonlySet<Kind>): (trace: Trace) => boolean {
  return ({ seen }) => !isKind(seen.kind) || kinds.has(seen.kind);
}

/** Where a trace stands: in the code of the website, a stated setting in its file, else the item in Mautic. */
export function placeOfTrace({ declarations }: Pick<Seen, 'declarations'>, { item, seen, place }: Trace): Place {
  if (place !== undefined) return place;
  const settings = declarations.instance.places.get('settings');
  return item === undefined && settings !== undefined ? valueAt(settings, seen.name) : { item: item ?? seen.name };
}

function itemTraces({ snapshot, uses, policy }: Seen): Trace[] {
  return [...TARGETS].flatMap(([what, surface]) => {
    const sources = group(uses.to(`tracking:${what}`), use => use.from);
    return [...sources].flatMap(([reference, own]) => {
      const item = snapshot.item(reference);
      if (item === undefined || !policy.isLive(item)) return [];
      return [{ surface, what, seen: { name: nameOf(item), kind: item.kind }, item: reference, hows: new Set(own.map(({ how }) => how)) }];
    });
  });
}

function siteTraces({ uses }: Seen): Trace[] {
  return [...TARGETS].flatMap(([what, surface]) => {
    const inCode = uses.to(`tracking:${what}`).flatMap(use => (use.at === 'site' ? [use] : []));
    return [...group(inCode, ({ file }) => file)].flatMap(([file, [use]]): Trace[] =>
      use === undefined
        ? []
        : [
            {
              surface,
              what,
              seen: { name: file, kind: 'file' },
              place: { file, path: [], at: 'value', range: use.range },
              hows: new Set([use.how]),
            },
          ],
    );
  });
}

function settingTraces({ declarations }: Seen): Trace[] {
  const stated: InstanceSettings = declarations.instance.value.settings ?? {};
  return SETTINGS.filter(({ key, on }) => on.includes(stated[key])).map(({ key, surface, what }) => ({
    surface,
    what,
    seen: { name: key, kind: 'setting' },
    hows: new Set<How>(),
  }));
}
