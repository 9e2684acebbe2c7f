/** The soft opt-in: which of its conditions a purpose does not meet, as declared and as Mautic shows it. */
import { group } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { FilePlace, Related } from '../../finding.js';
import type { Channel, Purpose } from '../../generated/declaration.js';
import { comparableKey, type Kind, parseIdentity } from '../../items.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { isBlank } from '../blank.js';
import { beyondSoftOptIn } from '../countries.js';
import { type FormItem, type Indexed, liveForms, partsOf, placeOf, type Question } from '../forms/questions.js';
import { toldBy, valueAt } from '../places.js';
import { foreignAudiences } from './foreign-audiences.js';
import { basesOf, doubtOf } from './legal-bases.js';
import { channelsOf } from './vocabulary.js';

export interface SoftOptInGap {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  /** Keys of `soft_opt_in`, and codes of what Mautic lacks. */
  readonly missing: readonly string[];
  /** Channels that the law does not allow, and whose law. */
  readonly channels?: readonly Channel[];
  readonly country?: string;
  /** The items without what is missing. */
  readonly related: readonly Related[];
}

/** @param kinds kinds that were seen well enough to say what they lack */
export function softOptInGaps(context: Indexed, kinds: ReadonlySet<Kind>): SoftOptInGap[] {
  const told = toldBy(context.declarations);
  const seen = look(context, kinds);
  return [...context.declarations.purposes.values()].flatMap(purpose => {
    const { value, place } = purpose;
    if (place === null || !basesOf(value.legal_basis).includes('soft-opt-in') || told.has(place, 'soft_opt_in')) return [];
    const block = valueAt(place, 'soft_opt_in');
    const keys = declaredGaps(value).filter(key => !told.has(block, key));
    const limit = channelLimit(value, context.declarations.organisation.value.countries ?? []);
    const lacking = LOOKS.map(({ code, items }) => ({ code, items: items(purpose, seen) })).filter(({ items }) => items.length > 0);
    const missing = [...keys, ...(limit === undefined ? [] : ['channel']), ...lacking.map(({ code }) => code)];
    if (missing.length === 0) return [];
    const related = lacking.flatMap(({ items }) =>
      items.map(item => ({ subject: context.snapshot.reference(item), place: placeOf(context, item) })),
    );
    return [{ purpose, missing, related, ...limit, place: value.soft_opt_in === undefined ? valueAt(place, 'legal_basis') : block }];
  });
}

/** What the declaration does not say, or denies. */
function declaredGaps({ soft_opt_in: stated = {} }: Purpose): string[] {
  return [
    ...(isBlank(stated.sale_context ?? '') ? ['sale_context'] : []),
    ...(stated.own_similar === true ? [] : ['own_similar']),
    ...((stated.opt_out_at_collection ?? []).length === 0 ? ['opt_out_at_collection'] : []),
    ...((stated.collected_by ?? []).length === 0 ? ['collected_by'] : []),
  ];
}

/** A channel beyond the law; where the whole use is beyond it, `basis-mismatch` says so. */
function channelLimit(purpose: Purpose, countries: readonly string[]): Pick<SoftOptInGap, 'channels' | 'country'> | undefined {
  if (doubtOf(purpose, 'soft-opt-in', countries)?.fit === 'refused') return undefined;
  return beyondSoftOptIn(channelsOf(purpose), countries);
}

/** What Mautic shows, sorted for many purposes. */
interface Seen {
  readonly context: Indexed;
  readonly kinds: ReadonlySet<Kind>;
  readonly forms: ReadonlyMap<string, readonly FormItem[]>;
  readonly emails: ReadonlyMap<string, readonly ItemOf<'email'>[]>;
}

function look(context: Indexed, kinds: ReadonlySet<Kind>): Seen {
  const { snapshot, policy } = context;
  const emails = snapshot.items('email').filter(email => email.thin !== true && policy.isLive(email));
  const byPurpose = group(
    emails.flatMap(email => policy.purposesOf(email).map(key => ({ key, email }))),
    ({ key }) => key,
  );
  return {
    context,
    kinds,
    forms: group(liveForms(context), ({ key }) => comparableKey(key)),
    emails: new Map([...byPurpose].map(([key, entries]) => [key, entries.map(({ email }) => email)])),
  };
}

/** What is looked for in Mautic, and the items that do not have it. */
const LOOKS: readonly { readonly code: string; readonly items: (purpose: Entry<Purpose>, seen: Seen) => readonly Item[] }[] = [
  { code: 'opt-out', items: formsWithoutOptOut },
  { code: 'exit', items: emailsWithoutExit },
  { code: 'own-contacts', items: foreignIn },
];

/** The collecting forms in which people see no question by which they could refuse. */
function formsWithoutOptOut({ value: { soft_opt_in } }: Entry<Purpose>, { context, kinds, forms }: Seen): readonly Item[] {
  if (!kinds.has('form_field')) return [];
  const named = new Set((soft_opt_in?.opt_out_at_collection ?? []).map(comparableKey));
  const collecting = (soft_opt_in?.collected_by ?? []).flatMap(collector => {
    const identity = parseIdentity(comparableKey(collector));
    if (identity?.kind !== 'form') return [];
    return (forms.get(identity.key) ?? []).filter(({ id }) => identity.id === undefined || identity.id === id);
  });
  return collecting.filter(form => !partsOf(context, form).some(part => isOptOut(part, named)));
}

function isOptOut({ field, reference, entry }: Question, named: ReadonlySet<string>): boolean {
  return field.type !== 'hidden' && (entry?.value.role === 'opt-out' || named.has(comparableKey(reference)));
}

const EXIT = /\.(?:dnc_url|unsubscribe_text|unsubscribe_url)$/u;

/** E-mails of the purpose without a way out, in text or HTML. One without a body is not written yet; a theme may have the link. */
function emailsWithoutExit({ key }: Entry<Purpose>, { context, kinds, emails }: Seen): readonly Item[] {
  if (!kinds.has('email')) return [];
  const themes = context.declarations.instance.value.themes ?? {};
  return (emails.get(key) ?? []).filter(({ exits, has_html, has_text, theme = '' }) => {
    const isWritten = has_html === true || has_text === true;
    const byTheme = Object.hasOwn(themes, theme) && (themes[theme]?.has ?? []).includes('unsubscribe');
    return isWritten && exits !== undefined && !byTheme && !exits.some(exit => EXIT.test(exit));
  });
}

function foreignIn({ key, value }: Entry<Purpose>, { context, kinds, emails }: Seen): readonly Item[] {
  return kinds.has('segment') ? foreignAudiences(key, value.soft_opt_in?.segment, emails.get(key) ?? [], context) : [];
}
