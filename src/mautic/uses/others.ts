/** Marketing messages, webhooks and reports. */
import { isRecord } from '../../guards.js';
import type { Kind } from '../../items.js';
import type { DraftUse } from '../draft.js';
import { openWord } from '../texts/clean.js';
import { asFlag, keyOf, refId, rowsOf, textOf } from '../texts/values.js';
import { keptValue, opOf } from './conditions.js';
import { each, mailboxes, type Place, recipient, use } from './draft-uses.js';

const CHANNELS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['email', 'email'],
  ['sms', 'text_message'],
  ['notification', 'notification'],
  ['mobile_notification', 'notification'],
]);

/** A marketing message sends what is set for each channel that is switched on. */
export function messageUses(row: unknown): DraftUse[] {
  return rowsOf(keyOf(row, 'channels')).flatMap(channel => {
    const kind = CHANNELS.get(textOf(keyOf(channel, 'channel')));
    if (kind === undefined || asFlag(keyOf(channel, 'isEnabled')) !== true) return [];
    return each({ at: 'message.channel', id: refId(keyOf(channel, 'id')) }, 'sends', kind, keyOf(channel, 'channelId'));
  });
}

/** What a webhook sends, by its trigger; a contact goes whole. */
const PAYLOADS: readonly { readonly trigger: RegExp; readonly reads: readonly string[] }[] = [
  { trigger: /^lead_/u, reads: ['record:contact'] },
  { trigger: /^lead_points_change$/u, reads: ['contact_field:points'] },
  { trigger: /^lead_list_change$/u, reads: ['record:segments'] },
  { trigger: /^lead_channel_subscription_changed$/u, reads: ['record:dnc'] },
  { trigger: /^(?:company_|lead_company_change$)/u, reads: ['record:company'] },
  { trigger: /^form_on_submit$/u, reads: ['record:form_results', 'record:contact'] },
  { trigger: /^email_on_open$/u, reads: ['tracking:email_open'] },
  { trigger: /^email_on_send$/u, reads: ['tracking:email_sent'] },
  { trigger: /^page_on_hit$/u, reads: ['tracking:page_hit'] },
  { trigger: /^sms_on_send$/u, reads: ['tracking:sms_sent'] },
];

/** A webhook: the host that it calls, and what it hands over. The address itself may hold keys and is not kept. */
export function webhookUses(row: unknown): DraftUse[] {
  const events = keyOf(row, 'events');
  const triggers = [...rowsOf(keyOf(row, 'triggers')).map(textOf), ...(isRecord(events) ? Object.keys(events) : [])];
  const reads = triggers.flatMap(trigger => {
    const name = trigger.replace(/^mautic\./u, '');
    const place: Place = { at: 'webhook.trigger', type: openWord(trigger) };
    return PAYLOADS.filter(payload => payload.trigger.test(name)).flatMap(payload =>
      payload.reads.map(target =>
        use(place, 'reads', target === 'contact_field:points' ? { field: 'points', object: 'contact' } : { pseudo: target }),
      ),
    );
  });
  return [...recipient({ at: 'webhook' }, keyOf(row, 'webhookUrl')), ...reads];
}

const PREFIXES: ReadonlyMap<string, 'contact' | 'company'> = new Map([
  ['l', 'contact'],
  ['comp', 'company'],
]);

/**
 * A report: the fields that it shows and filters by (names that are no field are left out when fields are known), and the domains that it
 * is mailed to. One that ships with Mautic and is not mailed says nothing: nobody chose it.
 */
export function reportUses(row: unknown): DraftUse[] {
  const mailed = asFlag(keyOf(row, 'isScheduled')) === true;
  if (asFlag(keyOf(row, 'system')) === true && !mailed) return [];
  const columns = rowsOf(keyOf(row, 'columns')).flatMap(column => columnUse({ at: 'report.column' }, 'reads', column));
  const filters = rowsOf(keyOf(row, 'filters')).flatMap((filter, index) =>
    columnUse({ at: 'report.filter', n: index + 1 }, 'filters', keyOf(filter, 'column'), {
      op: opOf(keyOf(filter, 'condition')),
      ...keptValue(keyOf(filter, 'value')),
    }),
  );
  return [...columns, ...filters, ...(mailed ? mailboxes({ at: 'report.schedule' }, keyOf(row, 'toAddress')) : [])];
}

function columnUse(place: Place, how: 'reads' | 'filters', column: unknown, more: Partial<DraftUse> = {}): DraftUse[] {
  const [prefix = '', field = ''] = textOf(column).split('.');
  const object = PREFIXES.get(prefix);
  return object === undefined || field === '' ? [] : [use(place, how, { field, object }, more)];
}
