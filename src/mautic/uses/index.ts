/** What items do with other items, read out of the rows that Mautic sends: the front of the room uses/. */
export { campaignUses } from './campaign.js';
export { type Content, dynamicContent, focusContent, notificationContent, pageContent, textMessageContent } from './content.js';
export { emailContent } from './email.js';
export { type FilterUses, segmentFilterUses } from './filters.js';
export { type FieldUses, formActionUses, formAfterUses, formFieldUses } from './form.js';
export { messageUses, reportUses, webhookUses } from './others.js';
export { pointActionUses, pointTriggerUses } from './points.js';
export { type ItemIndex, indexItems, referenceTo, usesResolver } from './resolve.js';
