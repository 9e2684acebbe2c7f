/** Why a datum is needed, when it is asked and where it comes from: what the declaration of a field or question leaves open. */
import type { ItemEntry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { aliasInKey, parseIdentity } from '../../items.js';
import { nameOfEntry, type Told, toldBy, valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';

/** Shortest `why` that counts, in characters. */
const WHY_LENGTH = 15;
/** So many entries with one sentence are copies. */
const COPIES = 5;

type Datum = ItemEntry<'contact_field'> | ItemEntry<'company_field'> | ItemEntry<'form_field'>;
type Seen = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy'>;

interface Known extends Seen {
  /** How often each `why` stands. */
  readonly copies: ReadonlyMap<string, number>;
  /** Identities of the fields that a declared question names in `maps_to`. */
  readonly filled: ReadonlySet<string>;
  readonly told: Told;
}

export interface DatumGap {
  readonly entry: ItemEntry;
  readonly label: string;
  /** Keys, or the codes `copied` and `label`. */
  readonly missing: readonly string[];
  /** Of a copied sentence: at how many entries it stands. */
  readonly count?: number;
  readonly place: FilePlace;
}

/** The fields and questions that have a purpose but lack a reason, a moment or a source. */
export function datumGaps(context: Seen): DatumGap[] {
  const { contact_field, company_field, form_field } = context.declarations.items;
  const data: readonly Datum[] = [...contact_field, ...company_field, ...form_field];
  const copies = new Map<string, number>();
  const whys = data.map(({ value }) => plain(value.why ?? ''));
  for (const why of whys) {
    if (why !== '') copies.set(why, (copies.get(why) ?? 0) + 1);
  }
  const filled = new Set(form_field.flatMap(({ value }) => value.maps_to ?? []));
  const known: Known = { ...context, copies, filled, told: toldBy(context.declarations) };
  return data.flatMap((entry, index) => gapOf(entry, whys[index] ?? '', known) ?? []);
}

function gapOf(entry: Datum, written: string, context: Known): DatumGap | undefined {
  const { why, status } = entry.value;
  if (status === 'retired' || context.policy.standingOf(entry).state !== 'purposes') return undefined;
  const label = nameOfEntry(entry, context.policy);
  const count = context.copies.get(written) ?? 0;
  const reason = why === undefined ? (mayInheritWhy(entry, context) ? undefined : 'why') : faultOf(why, written, label, entry, count);
  const missing = [...(reason === undefined ? [] : [reason]), ...(entry.kind === 'form_field' ? [] : missingOrigin(entry, context))];
  const open = missing.filter(key => !context.told.has(entry.place, key === 'copied' || key === 'label' ? 'why' : key));
  if (open.length === 0) return undefined;
  const place = why === undefined || reason === undefined ? entry.place : valueAt(entry.place, 'why');
  return { entry, label, missing: open, place, ...(reason === 'copied' ? { count } : {}) };
}

function faultOf(why: string, written: string, label: string, entry: Datum, count: number): string | undefined {
  if (written === plain(label) || written === plain(aliasOf(entry))) return 'label';
  if (why.trim().length < WHY_LENGTH) return 'why';
  return count >= COPIES ? 'copied' : undefined;
}

/** Of a question, what stands behind the name of its form. */
function aliasOf({ kind, key }: Datum): string {
  return kind === 'form_field' ? aliasInKey(key) : key;
}

/** What is written with single blanks, in ASCII. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/u;

function plain(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .trim()
    .replace(/[^\S ]\s*| \s+/gu, ' ')
    .toLowerCase();
}

/** A question takes the reason of the field it fills; whether it fills one is known from Mautic, or from `maps_to`. A role asks for no datum. */
function mayInheritWhy(entry: Datum, { snapshot, uses, policy }: Known): boolean {
  if (entry.kind !== 'form_field') return false;
  const { role, maps_to } = entry.value;
  if (role !== undefined) return true;
  const target = maps_to === undefined ? null : parseIdentity(maps_to);
  if (target !== null) return true;
  const [item] = policy.itemsOf(entry);
  if (item?.kind !== 'form_field') return true;
  return item.mapping === undefined ? uses.from(snapshot.reference(item), 'collects').length > 0 : item.mapping !== 'none';
}

/** `when` and `source` of a field: a form that fills it satisfies both, another source says the moment as well, but for paper and fairs. */
function missingOrigin(entry: Datum, context: Known): string[] {
  const { when, source = [] } = entry.value;
  const isSourced = source.length > 0;
  const tellsWhen = when !== undefined || source.some(origin => !origin.startsWith('offline:'));
  if (isSourced && tellsWhen) return [];
  if (isCollected(entry, context) !== false) return [];
  return [...(tellsWhen ? [] : ['when']), ...(isSourced ? [] : ['source'])];
}

/** Does a form fill the field? Undefined while that cannot be known: without all forms, or without the field itself. */
function isCollected(entry: Datum, { filled, snapshot, uses, policy }: Known): boolean | undefined {
  if (filled.has(entry.identity)) return true;
  const items = policy.itemsOf(entry);
  const seen = items.some(item => uses.to(snapshot.reference(item), 'collects').length > 0);
  if (seen) return true;
  return snapshot.coverage('form_field').state === 'complete' && items.length > 0 ? false : undefined;
}
