/** What of the content reaches people: live, and no draft that nobody sends. */
import type { ItemOf } from '../../mautic/snapshot.js';
import type { RuleContext } from '../rule.js';

type Content = ItemOf<'campaign' | 'email' | 'page' | 'dynamic_content' | 'focus_item' | 'text_message' | 'message'>;

type Known = Pick<RuleContext, 'policy' | 'snapshot' | 'uses'>;

/**
 * Does it reach people? A campaign without steps, an e-mail with nothing in it, and an e-mail, text message or dynamic content that was
 * never sent and that nothing sends or shows are drafts. A variant or translation counts with its original, where that is live.
 */
export function reachesPeople(context: Known, item: Content): boolean {
  const { policy, snapshot } = context;
  if (!policy.isLive(item)) return false;
  const original =
    'variant_of' in item || 'translation_of' in item ? snapshot.item(item.variant_of ?? item.translation_of ?? '') : undefined;
  if (original !== undefined && policy.isLive(original)) return false;
  switch (item.kind) {
    case 'campaign':
      return item.events?.length !== 0;
    case 'email':
      return (item.has_html !== false || item.has_text !== false) && isSent(context, item);
    case 'text_message':
    case 'dynamic_content':
      return isSent(context, item);
    default:
      return true;
  }
}

function isSent({ snapshot, uses }: Known, item: ItemOf<'email' | 'text_message' | 'dynamic_content'>): boolean {
  const reference = snapshot.reference(item);
  const brought = uses.to(reference).some(({ how }) => how === 'sends' || how === 'shows');
  return item.sent !== false || brought || uses.from(reference, 'targets').length > 0;
}
