/** Messages that come by a channel to which people did not say yes. */
import type { Entry } from '../../declarations/model.js';
import type { Channel, Purpose } from '../../generated/declaration.js';
import type { Item } from '../../mautic/snapshot.js';
import type { Indexed } from '../forms/questions.js';
import { channelsOf } from '../purposes/vocabulary.js';
import { restsOnConsent } from './needs.js';
import { sendsOf } from './sends.js';

export interface ChannelMismatch {
  readonly item: Item;
  readonly channel: Channel;
  readonly purpose: Entry<Purpose>;
  /** What people said yes to. */
  readonly channels: readonly Channel[];
  /** What sends the item, where it does not send itself. */
  readonly senders: readonly Item[];
}

const CHANNELS: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  ['email', 'email'],
  ['text_message', 'text-message'],
  ['notification', 'push'],
]);

interface Reached {
  /** Whose purposes decide: the message, else what sends it. */
  readonly item: Item;
  readonly channel: Channel;
  readonly senders: Set<Item>;
}

/**
 * Each item with each channel once. A message that serves several purposes may come by the channels of any of them; what is sent for a purpose
 * without channels, or on another basis, is not judged. A marketing message is judged beside what it consists of, and told where that is not.
 */
export function channelMismatches(context: Indexed): readonly ChannelMismatch[] {
  const { policy } = context;
  const found = [...reached(context).values()].flatMap(({ item, channel, senders }): ChannelMismatch[] => {
    const purposes = policy.purposes(policy.purposesOf(item)).filter(({ value }) => channelsOf(value).length > 0);
    const [purpose] = purposes.filter(restsOnConsent);
    if (purpose === undefined || purposes.some(({ value }) => channelsOf(value).includes(channel))) return [];
    return [{ item, channel, purpose, channels: channelsOf(purpose.value), senders: [...senders].filter(sender => sender !== item) }];
  });
  return found.filter(
    ({ item, channel }) => item.kind !== 'message' || !found.some(part => part.channel === channel && part.senders.includes(item)),
  );
}

function reached(context: Indexed): ReadonlyMap<string, Reached> {
  const { snapshot, uses, policy } = context;
  const found = new Map<string, Reached>();
  const add = (item: Item, channel: Channel, sender: Item): void => {
    const key = `${snapshot.reference(item)} ${channel}`;
    const known = found.get(key) ?? { item, channel, senders: new Set() };
    known.senders.add(sender);
    found.set(key, known);
  };
  for (const email of snapshot.items('email')) {
    if (policy.isLive(email) && uses.from(snapshot.reference(email), 'targets').length > 0) add(email, 'email', email);
  }
  for (const { sender, message } of sendsOf(context)) {
    const channel = CHANNELS.get(message.kind);
    if (channel === undefined || !policy.isLive(message)) continue;
    const item = policy.purposesOf(message).length > 0 ? message : sender;
    add(item, channel, sender);
    if (sender.kind === 'message' && item !== sender) add(sender, channel, sender);
  }
  return found;
}
