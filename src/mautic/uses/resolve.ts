/** Targets as Mautic names them (ids, aliases, names, slots) → references of items; uses in their final form and order. */
import type { DraftUse, Target } from '../draft.js';
import type { Item, Use } from '../snapshot.js';
import { compareBytes } from '../texts/values.js';
import { asItems, type ItemIndex, type Resolved, targetsOf } from './targets.js';
import { compareUses, ordered } from './use-order.js';

export { type ItemIndex, indexItems } from './targets.js';

/**
 * How an item is referred to that Mautic names by id, alias or name; `kind:#id` (`kind:key`) when it was not seen.
 * @param from the item that names it: a question is looked for in its form
 */
export function referenceTo(index: ItemIndex, target: Target, from?: Item): string {
  return targetsOf(index, target, from)[0]?.reference ?? '';
}

/**
 * The uses of one item, each once, in canonical order (those of all items in their order give the order of the file).
 * @param host Mautic's own host, with or without a port: it is never a recipient
 */
export function resolveUses(index: ItemIndex, from: Item, drafts: readonly DraftUse[], host?: string): Use[] {
  const own = host?.replace(/:\d+$/u, '').toLowerCase();
  const reference = index.referenceOf(from);
  const lines = new Map<string, Use>();
  for (const draft of drafts) {
    if (isOwn(draft, own)) continue;
    for (const target of targetsOf(index, draft.to, from, draft.how)) {
      if (isNoField(draft, target, index)) continue;
      const entry = finished(reference, draft, target, own);
      lines.set(JSON.stringify(entry), entry);
    }
  }
  return [...lines].sort(([lineA, a], [lineB, b]) => compareUses(a, b) || compareBytes(lineA, lineB)).map(([, entry]) => entry);
}

function isOwn(draft: DraftUse, own: string | undefined): boolean {
  return own !== undefined && 'pseudo' in draft.to && draft.to.pseudo === `recipient:${own}`;
}

/** Parameters of a page view and columns of reports have the names of fields, or others: these are no uses. */
function isNoField(draft: DraftUse, target: Resolved, index: ItemIndex): boolean {
  if (!('field' in draft.to) || target.item !== undefined) return false;
  if (draft.at === 'content') return draft.how === 'writes';
  return (draft.at === 'report.column' || draft.at === 'report.filter') && index.hasFields;
}

function finished(from: string, draft: DraftUse, target: Resolved, own: string | undefined): Use {
  const { to: _to, candidates, flag, value, url, ...rest } = draft;
  const kept = keptUrl(draft.at, url, own);
  return ordered({
    ...rest,
    from,
    to: target.reference,
    value: takesFlag(target) && flag !== undefined ? flag : value,
    values: optionValues(candidates, target),
    url: kept,
  });
}

/** In content, an address of Mautic itself is left out: it says nothing about who gets the data. */
function keptUrl(at: DraftUse['at'], url: string | undefined, own: string | undefined): string | undefined {
  const within = at === 'content' || at === 'form.after' || at === 'campaign.event';
  return own !== undefined && within && (url === own || url?.startsWith(`${own}/`)) ? undefined : url;
}

function takesFlag(target: Resolved): boolean {
  const { item, reference } = target;
  if (reference === 'record:dnc') return true;
  return item !== undefined && (item.kind === 'contact_field' || item.kind === 'company_field') && item.type === 'boolean';
}

/** Filter values are kept only when all of them are options of the target: then they are Mautic's words, not a person's. */
function optionValues(candidates: readonly string[] | undefined, { item }: Resolved): string[] | undefined {
  if (candidates === undefined || item === undefined || !asItems.hasOptions(item)) return undefined;
  if ('type' in item && item.type === 'boolean') return undefined;
  return asItems.optionsAmong(item, candidates);
}
