/** Coverage of parts: what some sources of a kind show and others do not. */
import type { Kind } from '../items.js';
import type { Assembled } from './assemble/assemble.js';
import { type Collected, seenOf } from './collect.js';
import type { Circumstances } from './coverage.js';
import { hasVersion } from './series.js';
import type { Coverage, CoverageName, Item, ReasonCode } from './snapshot.js';
import { compareBytes } from './texts/values.js';

type PartName = Extract<CoverageName, `${string}.${string}`> extends infer Name ? (Name extends `${string}.counts` ? never : Name) : never;

/** In the order in which coverage lists them. */
const PARTS: ReadonlyMap<Kind, readonly PartName[]> = new Map<Kind, readonly PartName[]>([
  ['contact_field', ['contact_field.flags']],
  ['form', ['form.progressive']],
  ['form_field', ['form_field.mapping', 'form_field.synced_options']],
  ['category', ['category.published']],
  ['dynamic_content', ['dynamic_content.published']],
  ['campaign', ['campaign.deleted_events']],
  ['email', ['email.excluded', 'email.preference_page']],
  ['page', ['page.scripts']],
  ['point_action', ['point_action.group']],
  ['segment', ['segment.built']],
]);

interface Part {
  /** Of how many items (or steps) it was seen, and of how many it could have been. */
  readonly seen: (view: View) => readonly [seen: number, all: number];
  readonly why: (circumstances: PartCircumstances) => ReasonCode;
  /** Something less than the part itself is known all the same: never `absent`. */
  readonly partly?: true;
}

interface View {
  /** Full items of the kind. */
  readonly items: readonly Item[];
  /** By id of those that have a group of uses. */
  readonly groups: ReadonlyMap<number, ReadonlySet<string>>;
}

interface PartCircumstances extends Circumstances {
  /** Rows of API v2 were seen, and none of them has the key: nulls are left out there, so nothing tells null from "not sent". */
  readonly silent: boolean;
  /** Why calls of API v2 about the kind failed. */
  readonly failed: ReasonCode | undefined;
}

const v2Only = ({ made, missing, silent, failed }: PartCircumstances): ReasonCode => {
  if (!hasVersion('7.0', made)) return 'not-in-version';
  return silent ? 'old-keys' : (failed ?? missing);
};
const second = ({ missing }: Circumstances): ReasonCode => missing;
const oldKeys = (): ReasonCode => 'old-keys';

function having(property: string): Part['seen'] {
  return ({ items }) => [items.filter(item => Object.hasOwn(item, property)).length, items.length];
}

function reading(group: string): Part['seen'] {
  return ({ items, groups }) => [items.filter(item => groups.get(item.id)?.has(group) === true).length, items.length];
}

const TABLE: Readonly<Record<PartName, Part>> = {
  'contact_field.flags': {
    seen: ({ items }) => [
      items.filter(item => ['fixed', 'listable', 'visible'].every(flag => Object.hasOwn(item, flag))).length,
      items.length,
    ],
    why: ({ made }) => (hasVersion('4.0', made) ? 'old-keys' : 'not-in-version'),
  },
  'form.progressive': { seen: having('progressive_limit'), why: v2Only, partly: true },
  'form_field.mapping': {
    seen: ({ items }) => [items.filter(item => item.kind === 'form_field' && item.mapping !== 'unknown').length, items.length],
    why: oldKeys,
  },
  'form_field.synced_options': {
    seen: ({ items }) => {
      const synced = items.filter(item => item.kind === 'form_field' && item.synced === true);
      return [synced.filter(item => Object.hasOwn(item, 'options')).length, synced.length];
    },
    why: second,
  },
  'category.published': { seen: having('published'), why: second },
  'dynamic_content.published': { seen: having('published'), why: second },
  'campaign.deleted_events': {
    seen: ({ items }) => {
      const events = items.flatMap(item => (item.kind === 'campaign' ? (item.events ?? []) : []));
      return [events.filter(event => event.deleted !== undefined).length, events.length];
    },
    why: v2Only,
  },
  'email.excluded': { seen: reading('excluded'), why: v2Only },
  'email.preference_page': { seen: reading('preference'), why: v2Only },
  'page.scripts': { seen: reading('scripts'), why: v2Only },
  'point_action.group': {
    seen: ({ items }) => [0, items.length],
    why: ({ made }) => (hasVersion('5.1', made) ? 'not-in-api' : 'not-in-version'),
  },
  'segment.built': { seen: having('built'), why: v2Only },
};

/** Entries of the parts of a kind that are not complete. Thin items do not count: their kind is not complete because of them. */
export function partsOf(kind: Kind, collected: Collected, assembled: Assembled, circumstances: Circumstances): Coverage[] {
  const names = PARTS.get(kind) ?? [];
  if (names.length === 0) return [];
  const known = (assembled.known.get(kind) ?? []).filter(item => !item.thin);
  const groups = new Map(known.map(item => [item.id, new Set(Object.keys(item.uses))]));
  const items = assembled.items.filter(item => item.kind === kind && groups.has(item.id));
  const inV2 = (collected.carried.get(kind)?.size ?? 0) > 0;
  const [failed] = [...seenOf(collected, kind).v2Failures].sort(compareBytes);
  return names.flatMap(of => {
    const part = TABLE[of];
    const [seen, all] = part.seen({ items, groups });
    if (seen === all) return [];
    const partial = seen > 0 || (part.partly === true && items.some(item => item.kind === 'form' && item.progressive !== undefined));
    return [{ of, state: partial ? 'partial' : 'absent', why: [part.why({ ...circumstances, silent: inV2 && seen === 0, failed })] }];
  });
}
