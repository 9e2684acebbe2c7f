/** Campaign steps that send data to somebody else's service. Headers of webhooks are secrets and stay unread. */
import type { DraftUse } from '../draft.js';
import { keyOf, rowsOf, textOf, textsOf } from '../texts/values.js';
import { type Place, paramName, recipient, use } from './draft-uses.js';
import { addressReads, textReads } from './links.js';
import { readBy, tokensIn } from './tokens.js';

/** A call of a web address, with data beside it. */
export function webhookCall(place: Place, properties: unknown): DraftUse[] {
  const url = textOf(keyOf(properties, 'url'));
  const data = rowsOf(keyOf(keyOf(properties, 'additional_data'), 'list'));
  return [
    ...recipient(place, url),
    ...addressReads(place, url, true),
    ...data.flatMap(row => dataReads(place, textOf(keyOf(row, 'label')), textOf(keyOf(row, 'value')))),
  ];
}

function dataReads(place: Place, name: string, value: string): DraftUse[] {
  return tokensIn(value)
    .flatMap(token => readBy(token) ?? [])
    .map(target => use(place, 'reads', target, { in: 'data', param: paramName(name) }));
}

/** Names that Mautic gives the services of its tracking pixels. */
const SERVICES: readonly { readonly sign: RegExp; readonly service: string }[] = [
  { sign: /facebook|meta/iu, service: 'meta-pixel' },
  { sign: /tag_?\s?manager/iu, service: 'google-tag-manager' },
  { sign: /analytics/iu, service: 'google-analytics' },
];

/** An event for a tracking service. */
export function pixelUses(place: Place, properties: unknown): DraftUse[] {
  const services = textsOf(keyOf(properties, 'services')).flatMap(name => SERVICES.find(({ sign }) => sign.test(name))?.service ?? []);
  const reads = ['category', 'action', 'label'].flatMap(name => dataReads(place, name, textOf(keyOf(properties, name))));
  return [...services.map(service => use(place, 'shares', { pseudo: `recipient:service/${service}` })), ...reads];
}

/** A public message on a social network. */
export function tweetUses(place: Place, properties: unknown): DraftUse[] {
  const texts = ['tweet_text', 'text'].map(name => textOf(keyOf(properties, name)));
  const reads = texts.flatMap(text => textReads(place, text)).filter(entry => entry.how === 'reads');
  return [use(place, 'shares', { pseudo: 'recipient:service/twitter' }), ...reads];
}
