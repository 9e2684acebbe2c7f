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

/** A use that lacks nothing but its item, and its line, by which repeats are told. */
interface Settled {
  readonly use: Use;
  readonly line: string;
}

/** E-mails that share uses follow each other: more need not be kept in memory. */
const MOST_KNOWN = 2_000;

/**
 * What gives the uses of one item, each once, in canonical order (those of all items in their order give the order of the file).
 * @param host Mautic's own host, with or without a port: it is never a recipient
 */
export function usesResolver(index: ItemIndex, host?: string): (from: Item, drafts: readonly DraftUse[]) => Use[] {
  const own = host?.replace(/:\d+$/u, '').toLowerCase();
  // e-mails of one answer share what they have in common; a question is of the item that asks it
  const known = new Map<DraftUse, readonly Settled[]>();
  const settledOf = (draft: DraftUse, from: Item): readonly Settled[] => {
    const settled = known.get(draft) ?? settle(index, draft, from, own);
    if (known.size >= MOST_KNOWN) known.clear();
    if (!('question' in draft.to)) known.set(draft, settled);
    return settled;
  };
  return (from, drafts) => {
    const lines = new Map<string, Settled>();
    for (const draft of drafts) for (const settled of settledOf(draft, from)) lines.set(settled.line, settled);
    const reference = index.referenceOf(from);
    return [...lines.values()].sort(inOrder).map(({ use }) => ({ ...use, from: reference }));
  };
}

function inOrder(a: Settled, b: Settled): number {
  return compareUses(a.use, b.use) || compareBytes(a.line, b.line);
}

function settle(index: ItemIndex, draft: DraftUse, from: Item, own: string | undefined): Settled[] {
  if (isOwn(draft, own)) return [];
  return targetsOf(index, draft.to, from, draft.how)
    .filter(target => !isNoField(draft, target, index))
    .map(target => {
      const use = finished(draft, target, own);
      return { use, line: JSON.stringify(use) };
    });
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

function finished(draft: DraftUse, target: Resolved, own: string | undefined): Use {
  const { candidates, flag, value, url } = draft;
  const settled = {
    from: '',
    to: target.reference,
    value: flag !== undefined && takesFlag(target) ? flag : value,
    values: optionValues(candidates, target),
    url: keptUrl(draft.at, url, own),
  };
  return ordered(Object.assign({}, draft, settled));
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
