/** Traces of tracking: what Mautic shows or the team states of recording behaviour, by the surface under which it is declared. */
import type { TrackingValues } from '../../declarations/model.js';
import type { NamedItem } from '../../finding.js';
import type { InstanceSettings } from '../../generated/declaration.js';
import type { Kind } from '../../items.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { group } from '../use-index.js';

export type Surface = keyof TrackingValues;
export const SURFACES: readonly Surface[] = ['website', 'email_opens', 'email_clicks', 'videos'];

export interface Trace {
  readonly surface: Surface;
  /** Code of what is tracked: the target of the use without `tracking:`, or that of the setting. */
  readonly what: string;
  /** Where it is seen: an item, or a setting of the instance. */
  readonly seen: NamedItem;
  /** Reference of the item; none for a setting. */
  readonly item?: string;
}

/** Pseudo-items of uses: under which surface each is declared. */
const TARGETS: ReadonlyMap<string, Surface> = new Map<string, Surface>([
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

/**
 * Every trace of tracking in live items and stated settings, by surface, each item once for each thing it shows.
 * @param kinds kinds to look at; left out: all
 */
export function tracesOf(context: Seen, kinds?: ReadonlySet<Kind>): ReadonlyMap<Surface, readonly Trace[]> {
  return group([...itemTraces(context, kinds), ...settingTraces(context)], trace => trace.surface);
}

function itemTraces({ snapshot, uses, policy }: Seen, kinds: ReadonlySet<Kind> | undefined): Trace[] {
  return [...TARGETS].flatMap(([what, surface]) => {
    const sources = new Set(uses.to(`tracking:${what}`).map(use => use.from));
    return [...sources].flatMap(reference => {
      const item = snapshot.item(reference);
      if (item === undefined || kinds?.has(item.kind) === false || !policy.isLive(item)) return [];
      return [{ surface, what, seen: { name: nameOf(item), kind: item.kind }, item: reference }];
    });
  });
}

function settingTraces({ declarations }: Seen): Trace[] {
  const stated: InstanceSettings = declarations.instance.value.settings ?? {};
  return SETTINGS.filter(({ key, on }) => on.includes(stated[key])).map(({ key, surface, what }) => ({
    surface,
    what,
    seen: { name: key, kind: 'setting' },
  }));
}
