/** What a form is for decides what it may ask: its kind, and the questions that a form of that kind cannot do without. */
import type { Entry } from '../../declarations/model.js';
import type { Channel, FormKind, Purpose, Use } from '../../generated/declaration.js';
import { isEntryOf } from '../policy.js';
import { channelsOf } from '../purposes/vocabulary.js';
import { tokensOf } from '../words.js';
import type { FormItem, Known, Question } from './questions.js';

/** What a question asks for, as far as minimum sets go. */
type Datum = 'email' | 'phone' | 'name' | 'address' | 'message';

interface Minimum {
  readonly all: readonly Datum[];
  /** The first of these that the form asks; the others are one too many. */
  readonly oneOf: readonly Datum[];
}

/** Own list: without these a form of its kind cannot do its work. Kinds that are not here need a reason for each question. */
const MINIMA: Readonly<Partial<Record<FormKind, Minimum>>> = {
  download: { all: ['email'], oneOf: [] },
  contest: { all: ['email'], oneOf: [] },
  event: { all: ['name', 'email'], oneOf: [] },
  contact: { all: ['message'], oneOf: ['email', 'phone'] },
  booking: { all: ['name'], oneOf: ['email', 'phone'] },
};

/** What a subscription needs, by the channel it comes through. */
const BY_CHANNEL: Readonly<Record<Channel, readonly Datum[]>> = {
  email: ['email'],
  'text-message': ['phone'],
  phone: ['phone'],
  post: ['name', 'address'],
  push: [],
  web: [],
};

const KIND_OF_USE: Readonly<Partial<Record<Use, FormKind>>> = {
  'email-marketing': 'newsletter',
  'message-marketing': 'newsletter',
  'call-post-marketing': 'newsletter',
  'enquiry-handling': 'contact',
  'survey-feedback': 'survey',
};

export interface FormProfile {
  readonly kind: FormKind;
  /** The first purpose of the form, where it is defined. */
  readonly main?: Entry<Purpose>;
  /** Keys of all its purposes. */
  readonly purposes: readonly string[];
}

/** Kind and purposes of a form; undefined while nobody has said what it is for. */
export function profileOf({ policy }: Known, form: FormItem): FormProfile | undefined {
  const purposes = policy.purposesOf(form);
  const [main] = policy.purposes(purposes.slice(0, 1));
  const entry = policy.entryOf(form);
  const declared = entry !== undefined && isEntryOf(entry, 'form') ? entry.value.kind : undefined;
  if (declared === undefined && main === undefined) return undefined;
  const kind = declared ?? KIND_OF_USE[main?.value.use ?? 'other'] ?? 'other';
  return { kind, purposes, ...(main === undefined ? {} : { main }) };
}

/** The questions that a form of this kind cannot do without. */
export function neededIn({ kind, main }: FormProfile, questions: readonly Question[]): ReadonlySet<Question> {
  const { all, oneOf } = kind === 'newsletter' ? subscription(main) : (MINIMA[kind] ?? { all: [], oneOf: [] });
  const asked = questions.map(question => ({ question, datum: datumOf(question) }));
  const one = oneOf.find(datum => asked.some(candidate => candidate.datum === datum));
  return new Set(
    asked.filter(({ datum }) => datum !== undefined && (datum === one || all.includes(datum))).map(({ question }) => question),
  );
}

function subscription(main: Entry<Purpose> | undefined): Minimum {
  const channels = main === undefined ? [] : channelsOf(main.value);
  return { all: channels.length === 0 ? ['email'] : channels.flatMap(channel => BY_CHANNEL[channel]), oneOf: [] };
}

const BY_FIELD: ReadonlyMap<string, Datum> = new Map<string, Datum>([
  ['email', 'email'],
  ['phone', 'phone'],
  ['mobile', 'phone'],
  ['firstname', 'name'],
  ['lastname', 'name'],
  ['address1', 'address'],
  ['address2', 'address'],
  ['zipcode', 'address'],
  ['city', 'address'],
  ['country', 'address'],
]);
const BY_CATEGORY: readonly (readonly [RegExp, Datum])[] = [
  [/^user\.contact\.email/u, 'email'],
  [/^user\.contact\.phone_number/u, 'phone'],
  [/^user\.name/u, 'name'],
  [/^user\.contact\.address/u, 'address'],
];
const BY_TYPE: ReadonlyMap<string, Datum> = new Map<string, Datum>([
  ['email', 'email'],
  ['tel', 'phone'],
  ['textarea', 'message'],
]);

/** Words of a question for the name, and the words that may stand beside them. */
const NAMES: ReadonlySet<string> = new Set(
  'name firstname lastname surname nome cognome vorname nachname nom prenom nombre apellido apellidos sobrenome apelido naam voornaam achternaam imie nazwisko'.split(
    ' ',
  ),
);
const BESIDE_NAMES: ReadonlySet<string> = new Set(
  'your full first last and il tuo e ihr vor und le votre de famille et su y o seu uw je en twoje i'.split(' '),
);

/** What a question asks for, by what is declared of it, the field it fills, its type, or its name. */
export function datumOf({ field, fills, categories }: Question): Datum | undefined {
  const declared = BY_CATEGORY.find(([pattern]) => categories.some(category => pattern.test(category)))?.[1];
  if (declared !== undefined) return declared;
  if (fills !== undefined) {
    return fills.kind === 'company_field' ? undefined : (BY_FIELD.get(fills.key) ?? (field.type === 'email' ? 'email' : undefined));
  }
  return BY_TYPE.get(field.type ?? '') ?? (field.type === 'text' && isName(field.title ?? '') ? 'name' : undefined);
}

function isName(label: string): boolean {
  const words = tokensOf(label).map(({ word }) => word);
  return words.some(word => NAMES.has(word)) && words.every(word => NAMES.has(word) || BESIDE_NAMES.has(word));
}
