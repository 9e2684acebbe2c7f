/** What a send of the website names in Mautic: whether a parameter is a field of the contact or the company, and which form an id is. */
import { formatIdentity } from '../../items.js';
import type { ItemOf } from '../../mautic/snapshot.js';
import type { Send, SentKind } from '../../website/site.js';
import type { SnapshotView } from '../snapshot-view.js';

export interface Sent {
  /** As `what` of the send, told apart by what Mautic has. */
  readonly what: SentKind;
  /** Reference of the item, or of what stands for it: `tracking:page_hit`, `recipient:service/…`. It may be that Mautic has no such item. */
  readonly reference: string;
}

/** What a send means in this Mautic; undefined where it names nothing for certain. */
export function sentIn(send: Send, snapshot: SnapshotView): Sent | undefined {
  if (send.certainty === 'open' || send.certainty === 'pattern') return undefined;
  const { what, key } = send;
  // A contact that is pushed has no page view: there these are fields, or, of campaigns, nothing.
  if (what === 'page_data' && send.how === 'rest-push')
    return key.startsWith('utm_') ? existing(key, snapshot) : fieldFor('contact_field', key, snapshot);
  if (what === 'page_data' || what === 'tracking') return { what, reference: 'tracking:page_hit' };
  if (what === 'service') return { what, reference: `recipient:service/${key}` };
  if (key === '') return undefined;
  if (what === 'contact_field' || what === 'company_field') return fieldFor(what, key, snapshot);
  if (what === 'tag' || what === 'tag_removed') return { what, reference: formatIdentity('tag', key) };
  if (what === 'slot') return { what, reference: slotReference(key, snapshot) };
  if (what === 'focus_item') return { what, reference: byId('focus_item', key, snapshot) };
  if (what === 'form') return { what, reference: formReference(key, snapshot) };
  return what === 'form_field' ? questionFor(send, snapshot) : undefined;
}

/** Mautic takes one alias for both objects where both have it; the contact's is told. */
function fieldFor(what: 'contact_field' | 'company_field', alias: string, snapshot: SnapshotView): Sent {
  const other = what === 'contact_field' ? 'company_field' : 'contact_field';
  const isOther = snapshot.item(formatIdentity(what, alias)) === undefined && snapshot.item(formatIdentity(other, alias)) !== undefined;
  const kind = isOther ? other : what;
  return { what: kind, reference: formatIdentity(kind, alias) };
}

function existing(alias: string, snapshot: SnapshotView): Sent | undefined {
  const field = fieldFor('contact_field', alias, snapshot);
  return snapshot.item(field.reference) === undefined ? undefined : field;
}

function questionFor({ key, form }: Send, snapshot: SnapshotView): Sent | undefined {
  const owner = form === undefined ? undefined : formFor(form, snapshot);
  if (owner === undefined) return undefined;
  const question = snapshot.fieldsOf(owner).find(field => field.key.endsWith(`/${key}`));
  const reference = question === undefined ? formatIdentity('form_field', `${owner.key}/${key}`) : snapshot.reference(question);
  return { what: 'form_field', reference };
}

/** A form by its id, or by its name as Mautic writes it into the HTML: its letters and digits in lower case (seen live, 5.1.0). */
export function formFor(idOrName: string, snapshot: SnapshotView): ItemOf<'form'> | undefined {
  const forms = snapshot.items('form');
  if (/^\d+$/u.test(idOrName)) return forms.find(({ id }) => String(id) === idOrName);
  return forms.find(({ key }) => key.toLowerCase().replace(/[^a-z0-9]/gu, '') === idOrName);
}

function formReference(idOrName: string, snapshot: SnapshotView): string {
  const form = formFor(idOrName, snapshot);
  if (form !== undefined) return snapshot.reference(form);
  return formatIdentity('form', /^\d+$/u.test(idOrName) ? `#${idOrName}` : idOrName);
}

/** Several contents may wait for one slot: the first of them stands for it. */
function slotReference(slot: string, snapshot: SnapshotView): string {
  const content = snapshot.items('dynamic_content').find(({ key }) => key === slot);
  return content === undefined ? formatIdentity('dynamic_content', slot) : snapshot.reference(content);
}

function byId(kind: 'focus_item', id: string, snapshot: SnapshotView): string {
  const item = snapshot.items(kind).find(candidate => String(candidate.id) === id);
  return item === undefined ? `${kind}:#${id}` : snapshot.reference(item);
}
