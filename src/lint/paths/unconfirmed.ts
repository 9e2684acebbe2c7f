/** Sign-up by e-mail without a confirmation: anybody can enter somebody else's address. */
import { append, group } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { Purpose } from '../../generated/declaration.js';
import { comparableKey, formatIdentity } from '../../items.js';
import { type FormItem, type Indexed, liveForms, partsOf } from '../forms/questions.js';
import { channelsOf } from '../purposes/vocabulary.js';
import { type Audience, audiencesOf, isOpen } from './audiences.js';
import { asksFor } from './collectors.js';
import { type Confirming, confirmingCampaigns } from './confirmations.js';
import { carriesOffers, type Flow, flowOf, likelyConfirmations, rightOfConfirmed, sendsLink, waysPast } from './confirmed-flows.js';
import { waits } from './confirming-steps.js';
import { restsOnConsent } from './needs.js';
import type { CampaignParts } from './structure.js';

export interface Unconfirmed {
  readonly form: FormItem;
  /** References of what the form signs people up for at once, and of e-mails that should ask for the click and nothing else. */
  readonly because: readonly string[];
}

/** Every live form that takes addresses for a consent by e-mail, and does not have them confirmed; each once. */
export function unconfirmedForms(context: Indexed): readonly Unconfirmed[] {
  const { declarations } = context;
  if (Object.values(declarations.instance.value.plugins ?? {}).some(({ does }) => does?.includes('double-opt-in') === true)) return [];
  const confirming = confirmingCampaigns(context);
  const forms = formsByPurpose(context);
  const audiences = audiencesByPurpose(context);
  const found = new Map<FormItem, Unconfirmed>();
  for (const purpose of declarations.purposes.values()) {
    const own = isByEmail(purpose) && !isConfirmedElsewhere(purpose) ? (forms.get(purpose.key) ?? []) : [];
    if (own.length === 0) continue;
    for (const unconfirmed of lacking(purpose, own, audiences.get(purpose.key) ?? [], confirming, context)) {
      if (!found.has(unconfirmed.form)) found.set(unconfirmed.form, unconfirmed);
    }
  }
  return [...found.values()].sort((a, b) => a.form.id - b.form.id);
}

function isByEmail(purpose: Entry<Purpose>): boolean {
  return restsOnConsent(purpose) && channelsOf(purpose.value).includes('email');
}

/** By a login, by another system or by a plugin: Mautic does not show it. */
function isConfirmedElsewhere({ value }: Entry<Purpose>): boolean {
  return /^(?:account$|system:|plugin:)/u.test(value.consent?.confirmed_by ?? '');
}

/** The forms that take addresses, by the purposes whose consent they collect. */
function formsByPurpose(context: Indexed): ReadonlyMap<string, readonly FormItem[]> {
  const collectors = new Map<string, string[]>();
  for (const { key, value } of context.declarations.purposes.values()) {
    for (const name of value.consent?.collected_by ?? []) append(collectors, comparableKey(name), key);
  }
  const pairs = liveForms(context)
    .filter(form => partsOf(context, form).some(({ field, target }) => target === 'contact_field:email' || field.type === 'email'))
    .flatMap(form => {
      const names = [undefined, form.id].map(id => formatIdentity('form', comparableKey(form.key), id));
      const purposes = new Set([...asksFor(form, context), ...names.flatMap(name => collectors.get(name) ?? [])]);
      return [...purposes].map(purpose => ({ purpose, form }));
    });
  return new Map([...group(pairs, ({ purpose }) => purpose)].map(([key, own]) => [key, own.map(({ form }) => form)]));
}

function audiencesByPurpose(context: Indexed): ReadonlyMap<string, readonly Audience[]> {
  const { snapshot, policy, indexes } = context;
  const pairs = snapshot.items('email').flatMap(email => {
    const consents = policy.isLive(email) ? indexes.paths.needs(email).consents : [];
    // What a form's own campaign sends may be the confirmation.
    const audiences =
      consents.length === 0 ? [] : audiencesOf(snapshot.reference(email), context).filter(({ source }) => source.startsWith('segment:'));
    return consents.flatMap(purpose => audiences.map(audience => ({ purpose, audience })));
  });
  return new Map([...group(pairs, ({ purpose }) => purpose)].map(([key, own]) => [key, own.map(({ audience }) => audience)]));
}

function lacking(
  { key }: Entry<Purpose>,
  forms: readonly FormItem[],
  audiences: readonly Audience[],
  confirming: Confirming,
  context: Indexed,
): Unconfirmed[] {
  const flow = flowOf(campaignsFor(key, confirming, context), forms, context);
  const confirmed = rightOfConfirmed(key, flow, context);
  // Those who are asked for the click have not confirmed yet.
  const written = audiences.filter(({ campaign, step }) => campaign === undefined || step === undefined || !flow.asksAt(campaign, step));
  const open = written.filter(audience => isOpen(audience, confirmed));
  const offers = flow.emails.filter(email => carriesOffers(email, key, context)).map(context.snapshot.reference);
  const isGuarded = written.length > 0 && open.length === 0;
  const lists = new Set(open.map(({ source }) => source));
  const past = waysPast(lists, key, flow, confirmed, context);
  return forms.flatMap(form => {
    const atOnce = isGuarded ? [] : signedUpAtOnce(form, key, lists, flow, context);
    const isConfirmed = isGuarded || flow.forms.has(form) || sendsLink(form, context);
    const led = past.get(context.snapshot.reference(form));
    const because = [...new Set([...atOnce, ...(led === undefined ? [] : [led])]), ...(flow.forms.has(form) ? offers : [])];
    return isConfirmed && because.length === 0 ? [] : [{ form, because }];
  });
}

/** The campaign that is declared, if it waits for something; else those that look like one. */
function campaignsFor(purpose: string, confirming: Confirming, context: Indexed): readonly CampaignParts[] {
  const { snapshot, policy, declarations, indexes } = context;
  if (declarations.purposes.get(purpose)?.value.consent?.confirmed_by === undefined) return likelyConfirmations(purpose, context);
  const item = confirming(purpose);
  const campaign = item === undefined || !policy.isLive(item) ? undefined : indexes.paths.structure.campaigns.get(snapshot.reference(item));
  return campaign !== undefined && waits(campaign) ? [campaign] : [];
}

/** Lists that are written to, and what stands for the yes, given by the form itself. */
function signedUpAtOnce(
  form: FormItem,
  purpose: string,
  lists: ReadonlySet<string>,
  { given }: Flow,
  { snapshot, uses, indexes }: Indexed,
): string[] {
  const { trust } = indexes.paths.right([purpose]);
  const added = uses.from(snapshot.reference(form), 'adds').map(({ to }) => to);
  return added.filter(to => !given.has(to) && (lists.has(to) || trust(to) === 'holder'));
}
