/** Data that sound sensitive and that nobody has answered for, and the finding about one of them. */
import { wholeRetention } from '../../declarations/retention.js';
import type { FindingData, RuleFinding, Severity } from '../../finding.js';
import type { RetentionValue } from '../../generated/declaration.js';
import { placeOf } from '../forms/questions.js';
import { labelOf } from '../labels.js';
import type { Category } from '../lexicon/lexicon.js';
import { isEntryOf } from '../policy.js';
import { hasEnd } from '../retention/retentions.js';
import type { Preset, RuleContext } from '../rule.js';
import { isDismissed } from './answers.js';
import type { Datum, Part, Telling } from './data.js';
import { isSure, strongest } from './datum-texts.js';

export interface OpenDatum {
  readonly datum: Datum;
  /** One for each category: those that are sure; a single hint where none is. */
  readonly tellings: readonly [Telling, ...Telling[]];
}

/** What a rule takes for an answer, beside `not_special`. */
export type IsAnswered = (telling: Telling, datum: Datum) => boolean;

/** Every datum of people that tells one of the categories. */
export function openData(context: RuleContext, categories: ReadonlySet<Category>, isAnswered: IsAnswered): readonly OpenDatum[] {
  return openTellings(context, categories, isAnswered).filter(({ datum }) => !datum.ofFirm);
}

/** As `openData`, with the data of firms. */
export function openTellings(context: RuleContext, categories: ReadonlySet<Category>, isAnswered: IsAnswered): readonly OpenDatum[] {
  return context.indexes.tellingData.flatMap(datum => {
    if (!context.kinds.has(datum.item.kind)) return [];
    const open = datum.tellings.filter(told => categories.has(told.category) && !isDismissed(told) && !isAnswered(told, datum));
    const best = strongest(open);
    const [first, ...others] = best.filter(isSure);
    if (first !== undefined) return [{ datum, tellings: [first, ...others] as const }];
    return best.slice(0, 1).map(hint => ({ datum, tellings: [hint] as const }));
  });
}

/** The finding stands at the field where there is one; the question that says so is named beside. */
export function datumFinding(
  context: RuleContext,
  datum: Datum,
  part: Part & { readonly label?: string },
  data: FindingData = {},
): RuleFinding {
  const { item, reference, label = labelOf(item) } = part;
  return {
    subject: datum.reference,
    place: placeOf(context, datum.item),
    data: { label, ...data },
    ...(item === datum.item ? {} : { related: [{ subject: reference, place: placeOf(context, item) }] }),
  };
}

/** A hint never breaks a run: something to look at. */
export function severityBy(telling: Telling, preset: Preset): { readonly severity?: Severity } {
  if (isSure(telling)) return {};
  return { severity: preset === 'strict' ? 'warn' : 'info' };
}

/** Does a datum end by its own word, or, in the profile, with its purposes? In the results of a form it ends with those. */
export function ends({ policy }: Pick<RuleContext, 'policy'>, { item, entries }: Part, datum: Datum): boolean {
  if (entries.some(({ value }) => isEnd(value.retention))) return true;
  if (datum.item.kind !== 'form_field') return policy.purposes(policy.purposesOf(item)).some(({ value }) => isEnd(value.retention));
  return datum.questions.every(({ form }) => {
    const entry = policy.entryOf(form);
    return entry !== undefined && isEntryOf(entry, 'form') && isEnd(entry.value.results_retention);
  });
}

function isEnd(value: RetentionValue | undefined): boolean {
  return value !== undefined && hasEnd(wholeRetention(value, 'item'));
}
