/** People at work, whom teams tend to treat as if nobody had to be told or asked: purposes about them, and lists of them. */
import type { ItemEntry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { pressWords } from '../../generated/data.js';
import type { Purpose } from '../../generated/declaration.js';
import { comparableKey, type Kind } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { whereCompaniesAgree } from '../countries.js';
import { languagesOf } from '../languages.js';
import { toldBy } from '../places.js';
import { nameOf, nameOfPurpose } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { numberedTokensOf } from '../tokens.js';
import { type Terms, termsOf } from '../words.js';
import { basesOf, doubtOf } from './legal-bases.js';
import { channelsOf, traitsOf } from './vocabulary.js';

export interface BusinessGap {
  readonly subject: string;
  readonly place: FilePlace;
  readonly item: string;
  readonly kind: string;
  /** Codes of what is missing. */
  readonly missing: readonly string[];
  /** Where companies must agree. */
  readonly country?: string;
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy'>;

/** Purposes about people at work that lack something, then lists of them without a source. */
export function businessGaps(context: Known, kinds: ReadonlySet<Kind>): BusinessGap[] {
  return [...purposeGaps(context), ...listsWithoutSource(context, kinds)];
}

/**
 * The notice, a way to object, and a yes where national law wants one. What is missing whatever the people do for a living is left to
 * the rules for that: the legal basis, the objection to a legitimate interest, a basis that cannot carry the purpose.
 */
function purposeGaps({ declarations }: Known): BusinessGap[] {
  const told = toldBy(declarations);
  const countries = declarations.organisation.value.countries ?? [];
  return [...declarations.purposes.values()].flatMap(purpose => {
    const { key, value, place } = purpose;
    if (place === null || !isAboutBusiness(value)) return [];
    const bases = basesOf(value.legal_basis);
    const mayObject = bases.length === 0 || bases.includes('public-task');
    const country = isRefusedByNation(value, countries);
    const missing = [
      ...(hasNotice(value, declarations.notices) || told.has(place, 'notice') ? [] : ['notice']),
      ...(mayObject && value.objection === undefined && !told.has(place, 'objection') ? ['objection'] : []),
      ...(country === undefined ? [] : ['consent']),
    ];
    if (missing.length === 0) return [];
    const about = { subject: `purpose:${key}`, place, item: nameOfPurpose(purpose), kind: 'purpose' };
    return [{ ...about, missing, ...(country === undefined ? {} : { country }) }];
  });
}

function isAboutBusiness({ subjects = [], generic_addresses_only }: Purpose): boolean {
  return generic_addresses_only !== true && subjects.some(subject => subject === 'business-contact' || subject === 'press');
}

/** One that it names, or the only one there is. A name that fits none is told elsewhere. */
function hasNotice({ notice }: Purpose, notices: ReadonlyMap<string, unknown>): boolean {
  return notice !== undefined || notices.size === 1;
}

/** The country in which advertising e-mails on legitimate interest need a yes; not where `basis-mismatch` says so already. */
function isRefusedByNation(purpose: Purpose, countries: readonly string[]): string | undefined {
  const isAdvertising = traitsOf(purpose).includes('marketing') && channelsOf(purpose).includes('email');
  if (!isAdvertising || !basesOf(purpose.legal_basis).includes('legitimate-interests')) return undefined;
  return doubtOf(purpose, 'legitimate-interests', countries)?.fit === 'refused' ? undefined : whereCompaniesAgree(countries);
}

/**
 * Live segments and tags that are named like a list of people at work, and of which nobody says where the people come from. Members by a
 * filter come from where the filter looks, those that a form puts there from the form.
 */
function listsWithoutSource(context: Known, kinds: ReadonlySet<Kind>): BusinessGap[] {
  const { snapshot, policy } = context;
  const languages = languagesOf(context.declarations);
  const words = termsOf(() => Object.fromEntries(Object.entries(pressWords().people).filter(([language]) => languages.has(language))));
  const lists = [...snapshot.items('tag'), ...snapshot.items('segment')].filter(item => kinds.has(item.kind) && policy.isLive(item));
  return lists.flatMap(item => {
    const entry = policy.entryOf(item);
    // Most say where their people come from: that is asked before their names are read.
    if (entry === undefined || !needsSource(item, entry, context) || !isNamedSo(item, words)) return [];
    return [{ subject: snapshot.reference(item), place: entry.place, item: nameOf(item), kind: item.kind, missing: ['source'] }];
  });
}

const VETO = termsOf(() => ({ en: pressWords().veto }));

function isNamedSo(item: Item, words: Terms): boolean {
  const names = [item.key, nameOf(item)].map(numberedTokensOf);
  return names.some(tokens => words.in(tokens) && !VETO.in(tokens));
}

function needsSource(item: Item, entry: ItemEntry, { snapshot, uses, policy }: Known): boolean {
  if ((entry.value.source ?? []).length > 0 || policy.standing(item).state === 'not-personal') return false;
  const purposes = policy.purposes(policy.purposesOf(item));
  if (purposes.length > 0 && purposes.every(({ value }) => value.generic_addresses_only === true)) return false;
  const reference = comparableKey(snapshot.reference(item));
  return uses.from(reference, 'filters').length === 0 && !uses.to(reference, 'adds').some(({ from }) => from.startsWith('form:'));
}
