/** Companies whose tags watch people on pages: how the snapshot names their services, and the hosts that these load from. */
import type { InstanceSettings } from '../../generated/declaration.js';

export interface Tracker {
  /** The company, as people call it. */
  readonly name: string;
  /** As in `recipient:service/<name>`. */
  readonly services: readonly string[];
  /** Domains of the tags, with all that is below them. */
  readonly domains: readonly string[];
  /** The setting of Mautic that switches it on for every page that Mautic tracks. */
  readonly setting?: keyof Pick<InstanceSettings, 'facebook_pixel' | 'google_analytics'>;
  /** Are the data kept outside the EEA? By the companies' own terms, November 2026. */
  readonly abroad: boolean;
}

export const TRACKERS: readonly Tracker[] = [
  { name: 'Meta', services: ['meta-pixel'], domains: ['facebook.net', 'facebook.com'], setting: 'facebook_pixel', abroad: true },
  {
    name: 'Google',
    services: ['google-analytics', 'google-tag-manager'],
    domains: ['google-analytics.com', 'googletagmanager.com'],
    setting: 'google_analytics',
    abroad: true,
  },
  { name: 'LinkedIn', services: ['linkedin-insight'], domains: ['licdn.com', 'linkedin.com'], abroad: true },
  { name: 'TikTok', services: ['tiktok-pixel'], domains: ['tiktok.com'], abroad: true },
  { name: 'X', services: ['twitter'], domains: ['ads-twitter.com', 'twitter.com'], abroad: true },
  { name: 'Microsoft', services: ['clarity'], domains: ['clarity.ms'], abroad: true },
  { name: 'Hotjar', services: ['hotjar'], domains: ['hotjar.com'], abroad: false },
];

const BY_SERVICE: ReadonlyMap<string, Tracker> = new Map(
  TRACKERS.flatMap(tracker => tracker.services.map(service => [service, tracker] as const)),
);
const BY_DOMAIN: ReadonlyMap<string, Tracker> = new Map(
  TRACKERS.flatMap(tracker => tracker.domains.map(domain => [domain, tracker] as const)),
);

/** The company behind a service, by the service's name in the snapshot. */
export function trackerOfService(service: string): Tracker | undefined {
  return BY_SERVICE.get(service);
}

/** The company that a host belongs to. */
export function trackerOfHost(host: string): Tracker | undefined {
  return domainsOf(host)
    .map(domain => BY_DOMAIN.get(domain))
    .find(tracker => tracker !== undefined);
}

/** A host and the domains above it, the longest first. */
export function domainsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
