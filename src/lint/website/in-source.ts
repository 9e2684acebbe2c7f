/** What stands in the code of a website and should not: plain http, and the data of a person. */
import { parseIdentity } from '../../items.js';
import type { Send } from '../../website/site.js';
import { labelOf } from '../labels.js';
import type { RuleContext } from '../rule.js';
import type { SnapshotView } from '../snapshot-view.js';
import { sentIn } from './sent.js';
import { placedSends, type SendFault } from './told.js';

/**
 * Every script, picture, frame and form of an address without encryption, and every push to one, once for what it is. What an address carries
 * beside it goes with it.
 */
export function insecureSends({ site, snapshot }: Pick<RuleContext, 'site' | 'snapshot'>): SendFault[] {
  return placedSends(site).flatMap(({ send, place }) => {
    const reason = send.how === 'rest-push' ? 'data' : REASONS[send.what];
    if (send.insecure !== true || reason === undefined) return [];
    const subject = reason === 'data' ? 'tracking:website' : subjectOf(send, snapshot);
    return [{ subject, place, key: reason, data: { reason } }];
  });
}

/** What has an address of its own. */
const REASONS: Readonly<Partial<Record<Send['what'], string>>> = {
  tracking: 'tracking',
  form: 'form',
  focus_item: 'script',
  slot: 'script',
  service: 'script',
};

/** Every value of a person in the code: what kind of value, and where it goes; never the value. */
export function valuesInSource({ site, snapshot }: Pick<RuleContext, 'site' | 'snapshot'>): SendFault[] {
  return placedSends(site).flatMap(({ send, place }) => {
    if (send.value === undefined) return [];
    const item = snapshot.item(sentIn(send, snapshot)?.reference ?? '');
    const label = item === undefined ? send.key : labelOf(item);
    const data = { reason: send.value, ...(label === '' ? {} : { label }) };
    return [{ subject: subjectOf(send, snapshot), place, key: `${send.value} ${send.key}`.trimEnd(), data }];
  });
}

/** The item; the tracking itself, where no item is named. */
function subjectOf(send: Send, snapshot: SnapshotView): string {
  const reference = sentIn(send, snapshot)?.reference ?? '';
  return reference === '' || parseIdentity(reference)?.kind === 'tracking' ? 'tracking:website' : reference;
}
