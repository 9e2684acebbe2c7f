/** What items are called in messages. */
import { aliasOf, type Item } from '../mautic/snapshot.js';
import { nameOf } from './policy.js';

/** Name of an item as people read it; a question without a label goes by its alias. */
export function labelOf(item: Item): string {
  const name = nameOf(item);
  return item.kind === 'form_field' && name === item.key ? aliasOf(item) : name;
}
