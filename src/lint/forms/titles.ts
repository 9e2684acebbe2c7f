/** Questions for title, salutation or gender: contact fields that hold the answer, and questions that no such field stands behind. */
import { group } from '../../collections.js';
import type { Use } from '../../generated/declaration.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { isSure } from '../special/datum-texts.js';
import { namesUser } from '../usage/declared-uses.js';
import { asksDatum } from './asked-data.js';
import { categoriesOf, type Indexed, type Known, liveParts, type Question } from './questions.js';

export interface TitleDatum {
  readonly item: ItemOf<'contact_field'> | ItemOf<'form_field'>;
  /** Known by Mautic's own alias or by the declaration, not by words alone. */
  readonly certain: boolean;
  /** Must it be given, or does it serve advertising and greetings only? */
  readonly heavy: boolean;
}

/** The alias that Mautic ships for Mr, Mrs, Miss. */
const CORE_ALIAS = 'title';
const CATEGORY = 'user.demographic.gender';
/** Uses that need no title: greeting, offering, writing to people. */
const POLITE: ReadonlySet<Use | undefined> = new Set<Use | undefined>([
  'email-marketing',
  'message-marketing',
  'call-post-marketing',
  'content-personalisation',
  'enquiry-handling',
  'service-messages',
]);

/** What asks for a title or gender, is in use, and is asked by no law. */
export function titleData(context: Indexed): TitleDatum[] {
  const parts = liveParts(context);
  const filling = group(parts, ({ target }) => target);
  const fields = context.snapshot.items('contact_field').flatMap(field => {
    const certainty = certaintyOf(context, field, categoriesOf(context.policy.entryOf(field)) ?? []);
    return certainty === undefined || !context.policy.isLive(field) ? [] : [{ field, certain: certainty === 'certain' }];
  });
  const known = new Set<Item>(fields.map(({ field }) => field));
  const held = fields.flatMap(({ field, certain }) => {
    const questions = filling.get(context.snapshot.reference(field)) ?? [];
    if (!isInUse(context, field, questions) || isAskedByLaw(context, field, questions)) return [];
    return [{ item: field, certain, heavy: isHeavy(context, field, questions) }];
  });
  return [...held, ...parts.filter(({ fills }) => fills === undefined || !known.has(fills)).flatMap(part => asked(context, part))];
}

/** A question whose answer goes into no field of that sort. */
function asked(context: Indexed, question: Question): TitleDatum[] {
  const { field, entry, categories } = question;
  if (!asksDatum(context, question) || hasLaw(entry?.value.law) || context.policy.standing(field).state === 'not-personal') return [];
  const certainty = certaintyOf(context, field, categories);
  return certainty === undefined ? [] : [{ item: field, certain: certainty === 'certain', heavy: isHeavy(context, field, [question]) }];
}

type Named = ItemOf<'contact_field'> | ItemOf<'form_field'>;

function certaintyOf({ indexes }: Indexed, item: Named, categories: readonly string[]): 'certain' | 'words' | undefined {
  if (item.kind === 'contact_field' && item.key === CORE_ALIAS) return 'certain';
  if (categories.some(category => category === CATEGORY || category.startsWith(`${CATEGORY}.`))) return 'certain';
  return indexes.told(item).some(one => one.category === 'gender-title' && isSure(one)) ? 'words' : undefined;
}

/** In a live form, read or written by something live, used elsewhere as is declared, or filled. */
function isInUse({ snapshot, uses, policy }: Known, field: ItemOf<'contact_field'>, questions: readonly Question[]): boolean {
  const reference = snapshot.reference(field);
  const filled = snapshot.count(reference, 'filled');
  const entry = policy.entryOf(field);
  if (questions.length > 0 || (entry !== undefined && namesUser(entry)) || (filled !== undefined && filled !== 0)) return true;
  return uses.to(reference).some(use => {
    const user = use.how === 'collects' ? undefined : snapshot.item(use.from);
    return use.at === 'site' || (user !== undefined && policy.isLive(user));
  });
}

function isAskedByLaw({ policy }: Known, field: Item, questions: readonly Question[]): boolean {
  if (policy.standing(field).state === 'not-personal' || hasLaw(policy.entryOf(field)?.value.law)) return true;
  return questions.length > 0 && questions.every(({ entry }) => hasLaw(entry?.value.law));
}

function hasLaw(law: string | undefined): boolean {
  return (law ?? '').trim() !== '';
}

function isHeavy({ policy }: Known, item: Named, questions: readonly Question[]): boolean {
  if (item.required === true || questions.some(({ field }) => field.required === true)) return true;
  const purposes = policy.purposes(policy.purposesOf(item));
  return purposes.length > 0 && purposes.every(({ value }) => POLITE.has(value.use));
}
