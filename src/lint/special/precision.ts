/** Data that are more precise than their purposes need: dates of birth, addresses, positions. */
import type { Entry } from '../../declarations/model.js';
import type { Purpose, Use } from '../../generated/declaration.js';
import { categoriesOf, type Indexed } from '../forms/questions.js';
import type { Category } from '../lexicon/lexicon.js';
import { channelsOf } from '../purposes/vocabulary.js';
import { isDismissed } from './answers.js';
import type { Datum, Part } from './data.js';
import { isSure } from './datum-texts.js';

export interface TooPrecise {
  readonly datum: Datum;
  /** The field or question that says so. */
  readonly part: Part;
  /** Code of what is asked. */
  readonly precise: string;
  /** Code of what would do. */
  readonly coarse: string;
  /** The main purpose. */
  readonly purpose: Entry<Purpose>;
}

type Need = (purpose: Purpose) => boolean;

/** Uses of a purpose that may need the exact value. */
const needs =
  (...uses: readonly Use[]): Need =>
  ({ use, legal_basis }) =>
    use === undefined || use === 'other' || uses.includes(use) || [legal_basis].flat().includes('legal-obligation');

/** Age limits and contracts need the day. */
const needsDay = needs('service-delivery', 'legal-claims', 'proof-and-objection', 'security-antispam');
/** What ships, invoices or writes letters needs the address. */
const ships = needs('service-delivery', 'call-post-marketing', 'loyalty-programme', 'legal-claims');
const needsAddress: Need = purpose => ships(purpose) || channelsOf(purpose).includes('post');

/** A greeting, a voucher, an offer in time: the month will do. What sorts people asks for groups. */
const GREETING: ReadonlySet<Use | undefined> = new Set<Use | undefined>([
  'email-marketing',
  'message-marketing',
  'call-post-marketing',
  'content-personalisation',
  'loyalty-programme',
]);

interface Sort {
  readonly precise: string;
  readonly coarse: (main: Purpose) => string;
  readonly isNeeded: Need;
  readonly is: (part: Part, datum: Datum) => boolean;
}

const STREET = ['address1', 'address2'];
const POSTCODE = ['zipcode'];
const ALIASES: ReadonlySet<string> = new Set([...STREET, ...POSTCODE]);

/** Own list; the first that fits holds. */
const SORTS: readonly Sort[] = [
  {
    precise: 'coordinates',
    coarse: () => 'town',
    isNeeded: () => false,
    is: (part, datum) => tells(part, datum, 'location-precise'),
  },
  {
    precise: 'birth-date',
    coarse: ({ use }) => (GREETING.has(use) ? 'month' : 'age-band'),
    isNeeded: needsDay,
    is: (part, datum) => tells(part, datum, 'birth') && datum.parts.some(({ item: { type } }) => type === 'date' || type === 'datetime'),
  },
  address('street', 'town', STREET, ['user.contact.address.street', 'user.contact.address.mailing_address']),
  address('postcode', 'region', POSTCODE, ['user.contact.address.postal_code']),
];

/** Known by Mautic's own alias, or by the declaration. */
function address(precise: string, coarse: string, aliases: readonly string[], categories: readonly string[]): Sort {
  const is = ({ item, entries }: Part): boolean => {
    if (item.kind === 'contact_field' && aliases.includes(item.key)) return true;
    return entries.some(entry => categoriesOf(entry)?.some(category => categories.includes(category)) === true);
  };
  return { precise, coarse: () => coarse, isNeeded: needsAddress, is };
}

function tells({ item }: Part, { tellings }: Datum, category: Category): boolean {
  return tellings.some(told => told.item === item && told.category === category && isSure(told) && !isDismissed(told));
}

/** What none of its purposes needs in full, and nobody has given a reason for. What has no purpose yet is another finding. */
export function tooPrecise(context: Indexed): readonly TooPrecise[] {
  const { policy, indexes } = context;
  // Few lists of purposes differ.
  const known = new Map<readonly Entry<Purpose>[], readonly Sort[]>();
  const unneeded = (purposes: readonly Entry<Purpose>[]): readonly Sort[] => {
    const sorts = known.get(purposes) ?? SORTS.filter(sort => !purposes.some(({ value }) => sort.isNeeded(value)));
    known.set(purposes, sorts);
    return sorts;
  };
  return indexes.data.flatMap(datum => {
    const purposes = datum.ofFirm || isPlain(datum) ? [] : policy.purposes(policy.purposesOf(datum.item));
    const [purpose] = purposes;
    if (purpose === undefined) return [];
    for (const sort of unneeded(purposes)) {
      const part = datum.parts.find(one => sort.is(one, datum) && !hasReason(one));
      if (part !== undefined) return [{ datum, part, precise: sort.precise, coarse: sort.coarse(purpose.value), purpose }];
    }
    return [];
  });
}

/** Does nothing tell what it is? */
function isPlain({ tellings, parts }: Datum): boolean {
  return (
    tellings.length === 0 &&
    !parts.some(({ item, entries }) => ALIASES.has(item.key) || entries.some(entry => categoriesOf(entry) !== undefined))
  );
}

function hasReason({ entries }: Part): boolean {
  return entries.some(({ value }) => 'precision_reason' in value && (value.precision_reason ?? '').trim() !== '');
}
