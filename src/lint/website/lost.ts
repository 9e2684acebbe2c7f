/** What the website sends and no contact ever gets: Mautic has no such field or question, or takes no value for it from outside. */
import { coreFields } from '../../generated/data.js';
import { parseIdentity } from '../../items.js';
import { aliasOf } from '../../mautic/snapshot.js';
import { later } from '../../text/later.js';
import { nearestOf } from '../../text/near.js';
import type { Send, SendHow } from '../../website/site.js';
import type { Field } from '../declared/core-fields.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { fits } from './patterns.js';
import { formFor, type Sent, sentIn } from './sent.js';
import { placedSends, type SendFault } from './told.js';

/** With every page view Mautic's own script sends these by itself. */
const AUTOMATIC: ReadonlySet<string> = new Set(['timezone', 'preferred_locale']);

/** What the API takes beside fields (Mautic 5.1 to 7.0). */
const BESIDE_FIELDS = later(
  (): ReadonlySet<string> =>
    new Set([
      ...coreFields().columns,
      'id',
      'owner',
      'stage',
      'ipAddress',
      'lastActive',
      'isPublished',
      'dateAdded',
      'dateModified',
      'overwriteWithBlank',
      'frequencyRules',
      'doNotContact',
      'companies',
    ]),
);

const TRACKED: ReadonlySet<SendHow> = new Set(['mt', 'pixel']);

/** view: it is kept with the page view; push: the API drops it; question: the form drops it; not-public, unpublished: the field takes none. */
export type Loss = 'view' | 'push' | 'question' | 'not-public' | 'unpublished';

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'kinds'>;

/** Is there certainly nothing in Mautic that the send names? */
export function isLost(context: Known, send: Send, sent: Sent): boolean {
  return lossOf(context, send, sent) !== undefined && context.snapshot.item(sent.reference) === undefined;
}

/** Why a value gets to no contact; undefined where it may. */
function lossOf(context: Known, send: Send, { what, reference }: Sent): Loss | undefined {
  if (what === 'form_field') return questionLoss(context, send, reference);
  return what === 'contact_field' || what === 'company_field' ? fieldLoss(context, send, reference) : undefined;
}

function fieldLoss(context: Known, { how }: Send, reference: string): Loss | undefined {
  const field = context.snapshot.item(reference);
  const key = parseIdentity(reference)?.key ?? '';
  if (field !== undefined)
    return TRACKED.has(how) && (field.kind === 'contact_field' || field.kind === 'company_field') ? refusal(field) : undefined;
  if (!areFieldsSeen(context) || BESIDE_FIELDS().has(key)) return undefined;
  if (how === 'rest-push') return 'push';
  return TRACKED.has(how) && !isParameter(context, key) ? 'view' : undefined;
}

/** Fields of companies are taken whatever their settings say (code, Mautic 5.1.1; seen live, 7.0.2). */
function refusal(field: Field): Loss | undefined {
  if (field.published === false && field.pending !== true) return 'unpublished';
  return field.kind === 'contact_field' && field.public === false && !AUTOMATIC.has(field.key) ? 'not-public' : undefined;
}

function areFieldsSeen({ snapshot, kinds }: Known): boolean {
  return (['contact_field', 'company_field'] as const).every(kind => kinds.has(kind) && snapshot.coverage(kind).state === 'complete');
}

function isParameter({ declarations }: Known, key: string): boolean {
  return (declarations.tracking.website?.value.parameters ?? []).includes(key);
}

function questionLoss({ snapshot, kinds }: Known, { form = '' }: Send, reference: string): Loss | undefined {
  const owner = formFor(form, snapshot);
  const isSeen =
    kinds.has('form_field') && snapshot.coverage('form_field').state === 'complete' && owner !== undefined && owner.thin !== true;
  return isSeen && snapshot.item(reference) === undefined ? 'question' : undefined;
}

/** Every send whose value gets to no contact, with the name that may have been meant. */
export function lostSends(context: RuleContext): SendFault[] {
  const { snapshot } = context;
  const fields = [...snapshot.items('contact_field'), ...snapshot.items('company_field')].map(({ key }) => key);
  const nearField = nearestOf(fields);
  return placedSends(context.site).flatMap(({ send, place, host = '' }): SendFault[] => {
    if (send.certainty === 'pattern') return lostPattern(context, send, fields).map(fault => ({ ...fault, place }));
    const sent = sentIn(send, snapshot);
    const reason = sent === undefined ? undefined : lossOf(context, send, sent);
    if (sent === undefined || reason === undefined) return [];
    const form = reason === 'question' ? formFor(send.form ?? '', snapshot) : undefined;
    const near = form === undefined ? nearField(send.key) : nearestOf(snapshot.fieldsOf(form).map(aliasOf))(send.key);
    const isThere = snapshot.item(sent.reference) !== undefined;
    const isForeign = host !== '' && snapshot.isForeign(host);
    const data = {
      key: send.key,
      reason: isForeign ? 'question-elsewhere' : reason,
      ...(isForeign ? { host } : {}),
      ...(form === undefined ? {} : { form: nameOf(form) }),
      ...(near === undefined || isThere ? {} : { near }),
    };
    return [{ subject: sent.reference, place, key: reason, data, ...(isForeign ? { severity: 'warn' as const } : {}) }];
  });
}

function lostPattern(context: Known, { what, key, how }: Send, fields: readonly string[]): Omit<SendFault, 'place'>[] {
  const isField = what === 'contact_field' || what === 'company_field';
  if (!isField || !areFieldsSeen(context) || fields.some(fits(key))) return [];
  const reason = how === 'rest-push' ? 'push' : 'view';
  return [{ subject: `${what}:${key}`, key: reason, data: { key, reason } }];
}
