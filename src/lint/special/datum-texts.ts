/** What the name, the answers and the help of a field or a question tell. */
import { append } from '../../collections.js';
import { warnings } from '../../generated/word-lists.js';
import { aliasOf, type ItemOf, type Option } from '../../mautic/snapshot.js';
import { labelOf } from '../labels.js';
import type { Category, Hit, Lexicon } from '../lexicon/lexicon.js';
import type { SnapshotView } from '../snapshot-view.js';
import { shelvedTerms, tokensOf } from '../words.js';

export type DatumItem = ItemOf<'contact_field'> | ItemOf<'company_field'> | ItemOf<'form_field'>;

export interface Told {
  readonly category: Category;
  readonly strength: Hit['strength'];
  /** What tells it, as people read it: the item, or one of its answers. */
  readonly label: string;
}

export type ToldBy = (item: DatumItem) => readonly Told[];

const HELP_WEIGHT = 0.4;
/** A single answer among many is a hint: "other illness" in a list of thirty. */
const LONE_ANSWER_WEIGHT = 0.6;
const ANSWERS = 2;
const SHARE = 0.4;
const NOTHING: readonly Told[] = [];

/** Judges each field and question once, a question in the language of its form. */
export function toldByItem(snapshot: Pick<SnapshotView, 'item'>, lexicon: Lexicon): ToldBy {
  const known = new Map<DatumItem, readonly Told[]>();
  return item => {
    const form = item.kind === 'form_field' ? snapshot.item(item.form ?? '') : undefined;
    const told = known.get(item) ?? toldByTexts(item, lexicon, form?.kind === 'form' ? form.language : undefined);
    known.set(item, told);
    return told;
  };
}

/**
 * What a field or question tells, each category once.
 * @param language of its form, where Mautic says one
 */
function toldByTexts(item: DatumItem, lexicon: Lexicon, language = ''): readonly Told[] {
  const judge = (text: string, weight = 1) => lexicon.judge({ as: 'field', texts: [{ text, weight }], language });
  const answers = item.options ?? [];
  const [name, label] = [nameOf(item), labelOf(item)];
  const asTold = ({ category, strength }: Hit): Told => ({ category, strength, label });
  const named = inContext(judge(name), () => judge([name, ...answers.map(textOf)].join('; ')), answers.length > 0);
  const helped = item.kind === 'form_field' ? helpOf(item).flatMap(text => judge(text, HELP_WEIGHT)) : [];
  const answered = answers.length === 0 ? [] : toldByAnswers(answers, item, judge);
  if (named.length + answered.length + helped.length === 0) return NOTHING;
  return strongest([...named.map(asTold), ...answered, ...helped.map(asTold)]);
}

/** The texts that help with a question, but for warnings. */
function helpOf({ help = '', placeholder = '' }: ItemOf<'form_field'>): string[] {
  return [help, placeholder].filter(text => text !== '' && !warns(text));
}

const WARNING = shelvedTerms(warnings);

/** Does a help text ask people to leave something out? */
function warns(text: string): boolean {
  return WARNING.in(tokensOf(text));
}

/** Alias and label are one name: a word in one may explain a word in the other. */
function nameOf(item: DatumItem): string {
  return `${item.kind === 'form_field' ? aliasOf(item) : item.key}; ${item.title ?? ''}`;
}

/** A weak word of the name is read together with the answers: "Race" with white, black, asian, or with 5 km, 10 km. */
function inContext(named: readonly Hit[], withAnswers: () => readonly Hit[], hasAnswers: boolean): readonly Hit[] {
  if (!hasAnswers || named.every(({ strength }) => strength === 'strong')) return named;
  const read = new Map(withAnswers().map(hit => [hit.category, hit]));
  return named.flatMap(hit => (hit.strength === 'strong' ? [hit] : (read.get(hit.category) ?? [])));
}

type Judge = (text: string, weight?: number) => readonly Hit[];

/**
 * Two answers of one category, or a good share of a short list, are as good as a name. An answer counts only if it says the same beside its
 * question: "Healthcare" as an industry, "Credit card" as a way to pay.
 */
function toldByAnswers(answers: readonly Option[], item: DatumItem, judge: Judge): Told[] {
  const [name, label, total] = [nameOf(item), labelOf(item), item.options_total ?? answers.length];
  const telling = new Map<Category, Option[]>();
  for (const answer of answers) {
    const hits = judge(textOf(answer));
    const beside = hits.length === 0 ? hits : judge(`${name}; ${textOf(answer)}`);
    for (const { category } of hits) {
      if (beside.some(hit => hit.category === category)) append(telling, category, answer);
    }
  }
  return [...telling].flatMap(([category, found]) => {
    const isMuch = found.length >= ANSWERS || found.length >= total * SHARE;
    const hits = found.flatMap(answer => judge(textOf(answer), isMuch ? 1 : LONE_ANSWER_WEIGHT)).filter(hit => hit.category === category);
    const [first] = found;
    return hits.map(({ strength }) => ({ category, strength, label: found.length === 1 ? (first?.label ?? label) : label }));
  });
}

function textOf({ value, label }: Option): string {
  return value === label ? label : `${value}; ${label}`;
}

/** Told by more than a hint? */
export function isSure({ strength }: Pick<Told, 'strength'>): boolean {
  return strength === 'strong';
}

/** Of each category the strongest; of equals the first. */
export function strongest<T extends Told>(told: readonly T[]): T[] {
  const best = new Map<Category, T>();
  for (const one of told) {
    const other = best.get(one.category);
    if (other === undefined || (!isSure(other) && isSure(one))) best.set(one.category, one);
  }
  return [...best.values()];
}
