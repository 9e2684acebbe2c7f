/** Who a recipient of the snapshot is (`recipient:crm.example`, `recipient:@mail.example`, `recipient:integration/Salesforce`): ourselves, or a declared one. */
import type { Declarations, Entry } from '../../declarations/model.js';
import type { Recipient } from '../../generated/declaration.js';
import { hostIn } from '../../mautic/texts/address.js';
import type { SnapshotView } from '../snapshot-view.js';
import { domainsOf, type Tracker, trackerOfHost, trackerOfService } from './trackers.js';

export type Outsider =
  | { readonly is: 'own' }
  | { readonly is: 'declared'; readonly recipient: Entry<Recipient> }
  /** `name`: host, domain, service or integration, as people would look for it. */
  | { readonly is: 'undeclared'; readonly name: string }
  /** A token makes the host, or the address cannot be read. */
  | { readonly is: 'opaque'; readonly name: string };

export interface RecipientLookup {
  /** Who is behind a reference of the snapshot. */
  of(reference: string): Outsider;
  /** The entry that is declared for a tracking company, by an integration or by a host. */
  ofTracker(tracker: Tracker): Entry<Recipient> | undefined;
}

/** Indexes the declared recipients by host, by domain and by integration; and our own domains. */
export function lookUpRecipients(declarations: Declarations, { made }: Pick<SnapshotView, 'made'>): RecipientLookup {
  const own = new Set(ownDomains(declarations, made?.host));
  const entries = [...declarations.recipients.values()];
  const hosts = firstOf(entries, ({ hosts = [] }) => hosts.filter(host => !isWild(host)).flatMap(hostsIn));
  const domains = firstOf(entries, ({ hosts = [] }) => hosts.filter(isWild).flatMap(hostsIn));
  const names = firstOf(entries, ({ integrations = [] }) => integrations.map(plainName));
  const trackers = firstOf(entries, ({ hosts = [] }) => hosts.flatMap(hostsIn).flatMap(host => trackerOfHost(host)?.name ?? []));

  const ofTracker = (tracker: Tracker): Entry<Recipient> | undefined => {
    const aliases = [...tracker.services, ...(tracker.setting === undefined ? [] : [tracker.setting])];
    return aliases.map(alias => names.get(plainName(alias))).find(isFound) ?? trackers.get(tracker.name);
  };
  const ofHost = (host: string): Outsider => {
    if (host.startsWith('[')) return { is: 'opaque', name: host };
    const above = domainsOf(host);
    // What is declared goes before what our own domains are guessed from: many services stand below them.
    const stated = hosts.get(host) ?? above.map(domain => domains.get(domain)).find(isFound);
    if (stated === undefined && above.some(domain => own.has(domain))) return { is: 'own' };
    const tracker = trackerOfHost(host);
    const recipient = stated ?? (tracker && ofTracker(tracker));
    return recipient === undefined ? { is: 'undeclared', name: host } : { is: 'declared', recipient };
  };
  const ofName = (name: string): Outsider => {
    const tracker = trackerOfService(name);
    const recipient = names.get(plainName(name)) ?? (tracker && ofTracker(tracker));
    if (recipient !== undefined) return { is: 'declared', recipient };
    return { is: 'undeclared', name: tracker === undefined ? name : `${tracker.name} (${name})` };
  };
  const known = new Map<string, Outsider>();
  return {
    ofTracker,
    of: reference => {
      const outsider = known.get(reference) ?? behind(reference);
      known.set(reference, outsider);
      return outsider;
    },
  };
  function behind(reference: string): Outsider {
    const name = reference.slice('recipient:'.length);
    const program = /^(?:integration|service)\/(.*)$/su.exec(name)?.[1];
    return program === undefined ? ofHost(name.replace(/^@/u, '')) : ofName(program);
  }
}

/** Hosts that belong to no recipient: Mautic's, and those that are stated, else those of the contact and of the notices. */
function ownDomains({ organisation, notices }: Declarations, mautic: string | undefined): string[] {
  const { own_domains, contact } = organisation.value;
  const stated = own_domains ?? [contact, ...[...notices.values()].map(({ value }) => value.url)];
  return [mautic, ...stated].flatMap(address => hostsIn(address ?? '').map(host => host.replace(/^www\./u, '')));
}

/** The host in what people write: a host, a domain with `*.` or `@` in front, a mail address, a web address. */
function hostsIn(written: string): string[] {
  const text = written.trim().replace(/^\*\./u, '');
  const host = hostIn(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//u.test(text) ? text : `//${text}`) ?? '';
  return host === '' || host.startsWith('[') ? [] : [host];
}

function isWild(host: string): boolean {
  return host.trim().startsWith('*.');
}

/** Names of integrations are written in many ways: `google_analytics`, `Google Analytics`. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_]+/gu, '-');
}

/** What is stated twice belongs to the first that states it. */
function firstOf(entries: readonly Entry<Recipient>[], keysOf: (value: Recipient) => readonly string[]): Map<string, Entry<Recipient>> {
  const found = new Map<string, Entry<Recipient>>();
  for (const entry of entries) for (const key of keysOf(entry.value)) if (!found.has(key)) found.set(key, entry);
  return found;
}

function isFound<T>(value: T | undefined): value is T {
  return value !== undefined;
}
