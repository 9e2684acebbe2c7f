/** Evidence of consent: which pieces a purpose keeps, and whether the places where it keeps them are there. */
import { group } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { ConsentProof, Proof, Purpose } from '../../generated/declaration.js';
import { comparableKey, type Kind, parseIdentity } from '../../items.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import type { Item } from '../../mautic/snapshot.js';
import { type FormItem, type Indexed, liveForms } from '../forms/questions.js';
import { toldBy, valueAt } from '../places.js';
import { isEntryOf } from '../policy.js';
import type { ConsentBox } from './holders.js';

const PIECES: readonly Proof[] = ['timestamp', 'wording', 'source'];
const RESULTS = 'form-results';

export interface ProofGap {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  /** Pieces without a place, or whose place holds nothing. */
  readonly missing: readonly Proof[];
  /** The items that are named as places, and hold nothing. */
  readonly items: readonly Item[];
}

/** What a place lacks: items that hold nothing (none when Mautic does not have it); undefined when it is fine, or was not seen. */
type Lack = readonly Item[] | undefined;

/**
 * The purposes with a consent that cannot be shown. A `system:` keeps it all, outside Mautic.
 * @param kinds kinds that were seen well enough to say that something is not there
 */
export function proofGaps(context: Indexed, kinds: ReadonlySet<Kind>): ProofGap[] {
  const told = toldBy(context.declarations);
  const lackOf = placesOf(context, kinds);
  return [...context.declarations.purposes.values()].flatMap(purpose => {
    const { value, place } = purpose;
    if (place === null || value.consent === undefined) return [];
    const block = valueAt(place, 'consent');
    const { proof } = value.consent;
    if (typeof proof === 'string' || told.has(block, 'proof')) return [];
    const gaps = PIECES.flatMap(piece => {
      const at = placeOfPiece(proof, piece);
      const items = at === undefined ? [] : lackOf(purpose, at, Array.isArray(proof));
      return items === undefined ? [] : [{ piece, items }];
    });
    if (gaps.length === 0) return [];
    const items = [...new Set(gaps.flatMap(gap => gap.items))];
    return [{ purpose, missing: gaps.map(({ piece }) => piece), items, place: proof === undefined ? block : valueAt(block, 'proof') }];
  });
}

/** Where a piece is kept; undefined when it is not. Pieces of a list are kept in the results of forms. */
function placeOfPiece(proof: Exclude<ConsentProof, string> | undefined, piece: Proof): string | undefined {
  if (proof === undefined) return undefined;
  return Array.isArray(proof) ? (proof.includes(piece) ? RESULTS : undefined) : proof[piece];
}

function placesOf(context: Indexed, kinds: ReadonlySet<Kind>): (purpose: Entry<Purpose>, at: string, isList: boolean) => Lack {
  const forms = group(liveForms(context), ({ key }) => comparableKey(key));
  const boxes = group(context.indexes.consentBoxes, ({ form }) => form);
  const formsNamed = (collector: string): readonly FormItem[] => {
    const named = parseIdentity(comparableKey(collector));
    if (named?.kind !== 'form') return [];
    return (forms.get(named.key) ?? []).filter(({ id }) => named.id === undefined || named.id === id);
  };
  return ({ key, value }, at, isList) => {
    if (at !== RESULTS) return kinds.has('contact_field') ? fieldLack(context, at) : undefined;
    if (!kinds.has('form_field')) return undefined;
    const collectors = value.consent?.collected_by ?? [];
    const asking = collectors.flatMap(formsNamed);
    // Paper and other systems keep their own proof; a preference page keeps none.
    if (asking.length === 0) return isList && !collectors.every(collector => collector.startsWith('page:')) ? undefined : [];
    const items = asking.flatMap(form => resultsLack(context, form, boxes.get(form) ?? [], key));
    return items.length === 0 ? undefined : items;
  };
}

/** Is there a live field for it? A yes/no field holds the yes itself, and nothing about it. */
function fieldLack({ snapshot, policy }: Indexed, reference: string): Lack {
  const item = snapshot.item(comparableKey(reference));
  // What Mautic does not have and nobody declared is told as a wrong reference.
  if (item === undefined) return policy.entryFor('contact_field', reference.replace(/^contact_field:/u, '')) === undefined ? undefined : [];
  return item.kind === 'contact_field' && policy.isLive(item) && item.type !== 'boolean' ? undefined : [item];
}

/**
 * Consent boxes whose answer the form does not keep; where the button is the consent, the form itself if it keeps nothing. Of another system's
 * form nobody knows.
 */
function resultsLack({ snapshot, policy }: Indexed, form: FormItem, boxes: readonly ConsentBox[], purpose: string): readonly Item[] {
  const entry = policy.entryOf(form);
  if (entry !== undefined && isEntryOf(entry, 'form') && entry.value.external === true) return [];
  const own = boxes.filter(({ purposes, certainty }) => certainty === 'declared' && purposes.includes(purpose));
  if (own.length > 0) return own.map(({ field }) => field).filter(({ saved }) => saved === false);
  const answers = snapshot.fieldsOf(form).filter(bringsAnswer);
  return answers.length === 0 || answers.some(({ saved }) => saved !== false) ? [] : [form];
}
