/** Which permission of a role opens the list of a kind (API v1, seen live on 5.1.0, 6.0.8 and 7.0.2). */
import type { Kind } from '../items.js';

export interface Right {
  /** The permission as Mautic's code names it. */
  readonly area: string;
  /** The levels that a reader of the whole list needs. */
  readonly levels: readonly string[];
}

const view = (area: string): Right => ({ area, levels: ['view'] });
/** With `viewown` alone the list holds only what the user made, without a sign. */
const ownAndOthers = (area: string): Right => ({ area, levels: ['viewown', 'viewother'] });

export const RIGHTS: Readonly<Record<Kind, Right>> = {
  contact_field: view('lead:fields'),
  company_field: view('lead:fields'),
  form: ownAndOthers('form:forms'),
  form_field: ownAndOthers('form:forms'),
  tag: ownAndOthers('lead:leads'),
  segment: ownAndOthers('lead:lists'),
  point_action: view('point:points'),
  point_trigger: view('point:triggers'),
  point_group: view('point:groups'),
  stage: view('stage:stages'),
  category: view('category:categories'),
  campaign: ownAndOthers('campaign:campaigns'),
  email: ownAndOthers('email:emails'),
  page: ownAndOthers('page:pages'),
  dynamic_content: ownAndOthers('dynamiccontent:dynamiccontents'),
  focus_item: ownAndOthers('focus:items'),
  text_message: ownAndOthers('sms:smses'),
  message: ownAndOthers('channel:messages'),
  webhook: ownAndOthers('webhook:webhooks'),
  notification: ownAndOthers('notification:notifications'),
  asset: ownAndOthers('asset:assets'),
  report: ownAndOthers('report:reports'),
};

/** Whether a role may see only its own items of a kind. */
export function seesOwn(kind: Kind): boolean {
  return RIGHTS[kind].levels.includes('viewother');
}
