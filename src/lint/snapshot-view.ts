/** A snapshot as rules read it: items by kind and reference, coverage with parts, counts, links. */
import { group } from '../collections.js';
import { KINDS, type Kind, parseIdentity, screenLink } from '../items.js';
import {
  type Count,
  type CountHow,
  type Coverage,
  type CoverageName,
  type Item,
  type ItemOf,
  isItemOf,
  type Made,
  referencesOf,
  type Snapshot,
} from '../mautic/snapshot.js';

export interface SnapshotView {
  /** Null when there is no snapshot: then nothing is seen, and `coverage` is absent for all. */
  readonly made: Made | null;
  readonly all: readonly Item[];
  /** The items of a kind, in the order of the snapshot. */
  items<K extends Kind>(kind: K): readonly ItemOf<K>[];
  /** The item of a reference such as `form:Newsletter` or `form:Newsletter#14`; undefined when it is gone or was not seen. */
  item(reference: string): Item | undefined;
  /** How an item is referred to, in uses and as the subject of findings. */
  reference(item: Item): string;
  /** Questions of a form, in their order. */
  fieldsOf(form: ItemOf<'form'>): readonly ItemOf<'form_field'>[];
  /** What was seen of a kind or a part; a part that has no entry has the state of its kind, but for numbers of people that nobody asked for. */
  coverage(of: CoverageName): Pick<Coverage, 'state' | 'why' | 'rows' | 'total'>;
  /** A count, where it was taken. */
  count(of: string, how: CountHow, before?: string): Count['n'] | undefined;
  /** The item's screen in Mautic; null where Mautic has none, or its address is not known. */
  link(item: Item): string | null;
  /** Whether a host is certainly another than those by which this Mautic is known. */
  isForeign(host: string): boolean;
}

const UNSEEN: Pick<Coverage, 'state' | 'why'> = { state: 'absent', why: ['not-in-files'] };
const NOT_COUNTED: Pick<Coverage, 'state' | 'why'> = { state: 'absent', why: ['not-asked'] };
const NOT_COUNTABLE: Pick<Coverage, 'state' | 'why'> = { state: 'absent', why: ['not-in-version'] };

/**
 * Makes the view of a snapshot.
 * @param snapshot null when there is none
 * @param url address of the instance from the configuration; else `https://<host>` of the snapshot is used for links
 */
export function viewSnapshot(snapshot: Snapshot | null, url?: string): SnapshotView {
  const all = snapshot?.items ?? [];
  const references = referencesOf(all);
  const referenceOf = new Map<Item, string>();
  const byReference = new Map<string, Item>();
  all.forEach((item, index) => {
    const reference = references[index] ?? '';
    referenceOf.set(item, reference);
    byReference.set(reference, item);
  });
  const byKind = group(all, item => item.kind);
  const questions = byKind.get('form_field') ?? [];
  const fields = group(isOfKind(questions, 'form_field') ? questions : [], field => field.form ?? '');
  const coverage = new Map(snapshot?.coverage.map(entry => [entry.of, entry]));
  const counts = new Map(snapshot?.counts?.map(count => [`${count.how} ${count.before ?? ''} ${count.of}`, count.n]));
  const counted = new Set(snapshot?.counts?.map(count => parseIdentity(count.of)?.kind));
  // Only API v2, since 7.0, tells how many answers a form has; where nothing was counted, that is not the cause.
  const areAnswersCounted = Number.parseInt(snapshot?.made.series ?? '', 10) >= 7;
  const uncounted = (of: CoverageName): Pick<Coverage, 'state' | 'why'> | undefined => {
    if (!of.endsWith('.counts') || (coverage.get(kindOf(of))?.rows ?? 0) === 0 || counted.has(kindOf(of))) return undefined;
    return of === 'form.counts' && counted.size > 0 && !areAnswersCounted ? NOT_COUNTABLE : NOT_COUNTED;
  };
  const base = url ?? (snapshot?.made.host === undefined ? undefined : `https://${snapshot.made.host}`);
  const hosts = new Set([snapshot?.made.host, url === undefined ? undefined : hostOf(url)].flatMap(host => host?.toLowerCase() ?? []));
  return {
    isForeign: host => hosts.size > 0 && !hosts.has(host.toLowerCase()),
    made: snapshot?.made ?? null,
    all,
    items: kind => {
      const own = byKind.get(kind) ?? [];
      return isOfKind(own, kind) ? own : [];
    },
    item: reference => byReference.get(reference),
    reference: item => referenceOf.get(item) ?? '',
    fieldsOf: form => [...(fields.get(referenceOf.get(form) ?? '') ?? [])].sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    coverage: of => coverage.get(of) ?? uncounted(of) ?? coverage.get(kindOf(of)) ?? UNSEEN,
    count: (of, how, before) => (counts.size === 0 ? undefined : counts.get(`${how} ${before ?? ''} ${of}`)),
    link: item => (base === undefined ? null : screenLink(base, ...screenOf(item, byReference))),
  };
}

/** A form field is shown on the screen of its form. */
function screenOf(item: Item, byReference: ReadonlyMap<string, Item>): [Kind, number, string?] {
  if (item.kind === 'form_field') return ['form', byReference.get(item.form ?? '')?.id ?? 0];
  return item.kind === 'category' && item.bundle !== undefined ? [item.kind, item.id, item.bundle] : [item.kind, item.id];
}

/** Of items grouped by kind, the first one tells. */
function isOfKind<K extends Kind>(items: readonly Item[], kind: K): items is readonly ItemOf<K>[] {
  const [first] = items;
  return first === undefined || isItemOf(first, kind);
}

function kindOf(of: CoverageName): CoverageName {
  return KINDS.find(kind => of.startsWith(`${kind}.`)) ?? of;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
