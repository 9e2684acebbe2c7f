/** What must never get out: values of a person, and the keys behind which Mautic holds such. */
import { isRecord } from '../../src/guards.js';

export const POISON = 'anna.bianchi@private.example +39 347 1234567 tok_9fB3xK2mQ7vL1pZ8sR4tW6yU <script>steal("x")</script> 10.20.30.40';
export const POISONED = /anna\.bianchi|347 ?1234567|1234567|9fB3xK2mQ7vL1pZ8sR4tW6yU|10\.20\.30\.40/u;

/** Keys whose values are never kept, whatever they look like. */
export const DROPPED: ReadonlySet<string> = new Set([
  'createdByUser',
  'modifiedByUser',
  'fromAddress',
  'fromName',
  'from_name',
  'replyToAddress',
  'bccAddress',
  'toAddress',
  'to',
  'cc',
  'bcc',
  'subject',
  'customHtml',
  'custom_html',
  'plainText',
  'plain_text',
  'preheaderText',
  'content',
  'message',
  'heading',
  'button',
  'display',
  'defaultValue',
  'default_value',
  'secret',
  'authorization_header',
  'headers',
  'cachedHtml',
  'cached_html',
  'cache',
  'postActionProperty',
  'post_action_property',
  'validationMessage',
  'metaDescription',
  'headline',
  'tagline',
  'link_text',
  'canvasSettings',
  'utmSource',
  'utmCampaign',
  'color',
  'uuid',
  '_token',
]);

export type Change = (key: string, text: string | null) => string | null;

/** The same answer with every text changed; null stands for a value that is null. */
export function changed(value: unknown, change: Change, key = ''): unknown {
  if (Array.isArray(value)) return value.map(entry => changed(entry, change, key));
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, changed(entry, change, name)]));
  return typeof value === 'string' || value === null ? change(key, value) : value;
}
