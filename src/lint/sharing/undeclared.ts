/** Data that leave Mautic for somebody whom no declaration names. */
import type { Fix } from '../../finding.js';
import type { AnyUse, Item } from '../../mautic/snapshot.js';
import { keyText, valueText } from '../../text/scalars.js';
import type { RuleContext } from '../rule.js';
import type { RecipientLookup } from './recipient-lookup.js';

export interface Leak {
  /** Reference of the item; of what contents load from somewhere: the recipient, which is one thing to declare for all of them. */
  readonly subject: string;
  /** As in uses. */
  readonly recipient: string;
  /** Host, service or integration, as people would look for it. */
  readonly name: string;
  /** The live item that sends, and others that send to the same by way of contents, in snapshot order. */
  readonly item: Item;
  readonly others: ReadonlySet<Item>;
}

/** Each once; by way of contents, once for each recipient. */
export function leaks(context: Pick<RuleContext, 'snapshot' | 'uses' | 'policy' | 'indexes' | 'kinds'>): Leak[] {
  const { snapshot, uses, policy, kinds } = context;
  const lookup = context.indexes.recipients;
  const found = new Map<string, Leak & { readonly others: Set<Item> }>();
  for (const use of uses.how('shares')) {
    const item = snapshot.item(use.from);
    // A question lives with its form.
    const holder = item?.kind === 'form_field' ? snapshot.item(item.form ?? '') : item;
    if (item === undefined || holder === undefined || !kinds.has(item.kind) || !policy.isLive(holder)) continue;
    const name = unknownName(use, policy.entryOf(item)?.value.recipients ?? [], lookup);
    if (name === undefined) continue;
    const subject = use.at === 'content' && !name.startsWith('[') ? use.to : use.from;
    // A mailbox and a server of one host are one finding.
    const known = found.get(`${subject} ${name}`);
    if (known === undefined) found.set(`${subject} ${name}`, { subject, recipient: use.to, name, item, others: new Set() });
    else if (known.item !== item) known.others.add(item);
  }
  return [...found.values()];
}

/**
 * The fix that declares who gets the data as a recipient of its own, without its role and country: of these `recipient-contract` asks. Whether
 * it is one of the team's own, or belongs to a recipient that is there, only a person knows. None where the address cannot be read.
 */
export function declareRecipient({ recipient, name }: Pick<Leak, 'recipient' | 'name'>): Fix[] {
  if (name.startsWith('[')) return [];
  const program = /^recipient:(?:integration|service)\/(.+)$/su.exec(recipient)?.[1];
  const found = program === undefined ? `hosts: ${valueText([name])}` : `integrations: ${valueText([program])}`;
  const lines = `${keyText(program ?? name)}: {name: ${valueText(program ?? name)}, ${found}}`;
  return [{ id: 'declare-recipient', safe: false, changes: [{ do: 'declare', section: 'recipients', lines }] }];
}

/** Undefined when the recipient is known; where an address cannot be read, its item may name who gets the data. */
function unknownName({ to }: AnyUse, declared: readonly string[], lookup: RecipientLookup): string | undefined {
  const outsider = lookup.of(to);
  if (outsider.is === 'undeclared') return outsider.name;
  return outsider.is === 'opaque' && declared.length === 0 ? outsider.name : undefined;
}
