/** Everything that was collected → items with references, and their uses, in the order of the snapshot. */
import validate from '../../generated/snapshot.validate.js';
import type { Collected } from '../collect.js';
import type { DraftUse } from '../draft.js';
import type { Known } from '../merge.js';
import type { Item, Use } from '../snapshot.js';
import { type ItemIndex, indexItems, referenceTo, usesResolver } from '../uses/index.js';
import { choiceProperties, mappedField, type Properties, wording } from './answers-to-choose.js';
import { keyTextOf, type Lookups, lookups } from './lookups.js';
import { type Context, DERIVED, recordOf } from './records.js';
import { type ByKind, contextOf, settleAll, withinForms } from './settle.js';

export interface Assembled {
  readonly items: readonly Item[];
  readonly uses: readonly Use[];
  readonly known: ByKind;
  /** Questions whose form was not seen: nothing can be said of them. */
  readonly orphans: number;
}

interface Unfinished {
  readonly item: Known;
  readonly key: string;
  readonly extra: Properties;
}

/**
 * @param takenAt time of the snapshot, for "built within a week"
 * @param host Mautic's own host, which is never a recipient
 * @throws MauticConflict when answers contradict each other as two instances would
 */
export function assemble(collected: Collected, takenAt: string, host: string | undefined): Assembled {
  const settled = settleAll(collected);
  const known = withinForms(settled);
  const context = contextOf(collected, takenAt);
  const look = lookups(known);
  const unfinished = [...known.values()].flatMap(items => items.map(item => withoutReferences(item, context, look)));
  const { items } = typed(unfinished.map(entry => recordOf(entry.item, entry.key, entry.extra, INDEXED)));
  const index = indexItems(items, { tags: rawTags(known) });
  const resolve = usesResolver(index, host);
  const records: Properties[] = [];
  const uses: Use[] = [];
  unfinished.forEach((entry, position) => {
    const from = items[position];
    if (from === undefined) return;
    const own = resolve(from, draftUses(entry.item, context));
    for (const use of own) uses.push(use);
    records.push(recordOf(entry.item, entry.key, { ...entry.extra, ...references(entry.item, from, index), ...mappingOf(from, own) }));
  });
  const orphans = (settled.get('form_field')?.length ?? 0) - (known.get('form_field')?.length ?? 0);
  return { ...typed(records, uses), known, orphans };
}

/** Properties by which items are found when others refer to them. */
const INDEXED = ['form', 'type', 'options', 'mapping', 'stored', 'masked'];

function withoutReferences(item: Known, context: Context, look: Lookups): Unfinished {
  const key = keyTextOf(item);
  if (item.thin) return { item, key, extra: {} };
  if (item.kind === 'contact_field' || item.kind === 'company_field') return { item, key, extra: choiceProperties(item) };
  if (item.kind !== 'form_field') return { item, key, extra: DERIVED[item.kind]?.(item, context) ?? {} };
  const form = look.form(item);
  const target = mappedField(item);
  const extra = {
    ...choiceProperties(item, target === undefined ? undefined : look.mapped(target)),
    ...wording(item),
    form: form?.reference,
    position: look.position(item),
    mapping: item.properties.mapping ?? 'unknown',
  };
  return { item, key: `${form?.key ?? ''}/${key}`, extra };
}

/** The texts of tags as Mautic holds them: two tags may look alike once they are masked. */
function rawTags(known: ByKind): ReadonlyMap<number, string> {
  const raw = new Map<number, string>();
  for (const tag of known.get('tag') ?? []) {
    const text = tag.properties._raw;
    if (typeof text === 'string') raw.set(tag.id, text);
  }
  return raw;
}

function draftUses(item: Known, context: Context): DraftUse[] {
  const all = Object.values(item.uses).flat();
  return item.kind === 'campaign' ? all.filter(use => use.at !== 'campaign.event' || context.deleted.get(use.id ?? 0) !== true) : all;
}

/** `category` is `none` when there is none; variants and translations are not written then. */
function references(item: Known, from: Item, index: ItemIndex): Properties {
  const written: Record<string, string> = {};
  for (const [property, target] of Object.entries(item.links)) {
    if (property === 'form') continue;
    if (target !== null) written[property] = referenceTo(index, target, from);
    else if (property === 'category') written[property] = 'none';
  }
  return written;
}

/** Old series map by alias alone: which object was meant is known when the alias is found. */
function mappingOf(item: Item, uses: readonly Use[]): Properties {
  const collects = item.kind === 'form_field' && item.mapping === 'contact' && uses.some(isCompanyAnswer);
  return collects ? { mapping: 'company' } : {};
}

function isCompanyAnswer(use: Use): boolean {
  return use.how === 'collects' && use.to.startsWith('company_field:');
}

/** Records that were built from tables are what the closed schema says; this proves it, to the compiler, too. */
function typed(items: readonly Properties[], uses: readonly Use[] = []): Pick<Assembled, 'items' | 'uses'> {
  const file: unknown = { format: 'purposelint-snapshot', version: 1, made: PLACEHOLDER, coverage: [], items, uses };
  if (validate(file)) return file;
  const [fault] = validate.errors ?? [];
  throw new TypeError(`not an item of the snapshot format: ${fault?.instancePath ?? ''} ${fault?.keyword ?? ''}`);
}

const PLACEHOLDER = { taken_at: '2000-01-01T00:00:00Z', source: 'files', series: '2' } as const;
