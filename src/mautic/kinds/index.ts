/** The reader of every kind. */
import type { Kind } from '../../items.js';
import { dynamicContentReader, email, focusItem, notification, page, textMessage } from './content.js';
import { companyField, contactField } from './field.js';
import { form } from './form.js';
import { formField } from './form-field.js';
import { campaign, pointAction, pointTrigger, report, webhook } from './processes.js';
import type { KindReader } from './reader.js';
import { asset, category, message, pointGroup, segment, stage, tag } from './structure.js';

export const READERS: Readonly<Record<Kind, KindReader>> = {
  contact_field: contactField,
  company_field: companyField,
  form,
  form_field: formField,
  tag,
  segment,
  point_action: pointAction,
  point_trigger: pointTrigger,
  point_group: pointGroup,
  stage,
  category,
  campaign,
  email,
  page,
  dynamic_content: dynamicContentReader,
  focus_item: focusItem,
  text_message: textMessage,
  message,
  webhook,
  notification,
  asset,
  report,
};
