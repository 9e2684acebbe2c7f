/** What several rules need of declarations and snapshot together: worked out when it is first asked for, and then handed to all. */

import type { Declarations, ItemEntry } from '../declarations/model.js';
import type { Item } from '../mautic/snapshot.js';
import { later } from '../text/later.js';
import { type ConsentBox, type ConsentHolders, consentBoxes, consentHolders } from './consent/holders.js';
import { untouchedCoreFields } from './declared/core-fields.js';
import type { ItemLookup } from './declared/item-lookup.js';
import { indexQuestions, type QuestionIndex } from './forms/questions.js';
import { languagesOf } from './languages.js';
import type { Lexicon } from './lexicon/lexicon.js';
import type { Observer } from './observer.js';
import { type ConsentPaths, consentPaths } from './paths/consent-paths.js';
import type { Policy } from './policy.js';
import { type StatedRetention, statedRetentions } from './retention/retentions.js';
import type { Seen } from './seen.js';
import { lookUpRecipients, type RecipientLookup } from './sharing/recipient-lookup.js';
import { type IndirectSource, indirectSources } from './sharing/sources.js';
import { type ContentsOf, contentsOf } from './special/contents.js';
import { type Datum, heldData } from './special/data.js';
import type { ToldBy } from './special/datum-texts.js';
import { type Traces, tracesOf } from './tracking/surfaces.js';
import { type DeclaredUses, declaredUses } from './usage/declared-uses.js';
import type { StepIndex } from './usage/steps.js';

export interface Indexes {
  /** Fields of a fresh Mautic that nobody has touched. */
  readonly untouchedCoreFields: ReadonlySet<Item>;
  /** The questions of forms, with what they fill and what is declared of them. */
  readonly questions: QuestionIndex;
  /** What is declared to hold a consent. */
  readonly consentHolders: ConsentHolders;
  /** Boxes of live forms that ask for a consent. */
  readonly consentBoxes: readonly ConsentBox[];
  /** What Mautic shows or the team states of recording behaviour. */
  readonly traces: Traces;
  /** Every step from one item to another: uses, and what belongs to what. */
  readonly steps: StepIndex;
  /** Uses of data that only the declarations tell. */
  readonly declaredUses: DeclaredUses;
  /** Who is behind the hosts and services that data go to. */
  readonly recipients: RecipientLookup;
  /** What Mautic has, by kind and key. */
  readonly byKey: ItemLookup;
  /** Every retention that the declarations state. */
  readonly retentions: readonly StatedRetention[];
  /** The entries of data that people did not give themselves, with where they come from. */
  readonly indirectSources: ReadonlyMap<ItemEntry, readonly IndirectSource[]>;
  /** Words that tell sensitive data, in the languages and the sector of the organisation. */
  readonly lexicon: Lexicon;
  /** What the words of a field or a question tell. */
  readonly told: ToldBy;
  /** Everything that is asked for or held, with what its words tell. */
  readonly data: readonly Datum[];
  /** Those of them that tell something. */
  readonly tellingData: readonly Datum[];
  /** What the targets of filters and decisions tell by their words. */
  readonly contents: ContentsOf;
  /** The ways people take to what is sent to them, and where they are asked for their consent. */
  readonly paths: ConsentPaths;
}

/** What indexes are made of. */
interface Given {
  readonly declarations: Declarations;
  readonly seen: Seen;
  readonly policy: Policy;
}

/**
 * Nothing is worked out here: each part when it is first asked for, under its name for the observer.
 * @param watch hears what is made, and for whom
 */
export function indexesOf({ declarations, seen, policy }: Given, watch: Observer): Indexes {
  const { snapshot, uses } = seen;
  const known = { declarations, snapshot, uses, policy };
  const once = <T>(name: string, make: () => T): (() => T) => {
    const shared = later(() => watch.share(name, watch.measure(name, make)));
    return () => {
      watch.touch(name);
      return shared();
    };
  };
  const questions = once('questions', () => indexQuestions(known));
  const holders = once('consent holders', () => consentHolders(declarations));
  const boxes = once('consent boxes', () => consentBoxes(policy, questions().live, holders()));
  const traces = once('traces of tracking', () => tracesOf(known));
  const untouched = once('untouched core fields', () => untouchedCoreFields({ ...known, indexes }));
  const needs = once('declared uses', () => declaredUses({ ...known, indexes }));
  const recipients = once('recipients', () => lookUpRecipients(declarations, snapshot));
  const retentions = once('retentions', () => statedRetentions(declarations, policy));
  const sources = once('indirect sources', () => indirectSources(policy));
  const words = once('lexicon', () => seen.wordsFor(languagesOf(declarations), declarations.organisation.value.sector));
  const data = once('data', () => heldData({ ...known, indexes }));
  const telling = once('telling data', () => data().filter(({ tellings }) => tellings.length > 0));
  const contents = once('contents', () => contentsOf({ ...known, indexes }));
  const paths = once('consent paths', () => consentPaths({ ...known, indexes }));
  const indexes: Indexes = {
    get untouchedCoreFields() {
      return untouched();
    },
    get declaredUses() {
      return needs();
    },
    get recipients() {
      return recipients();
    },
    get questions() {
      return questions();
    },
    get consentHolders() {
      return holders();
    },
    get consentBoxes() {
      return boxes();
    },
    get traces() {
      return traces();
    },
    get steps() {
      return seen.steps();
    },
    get byKey() {
      return seen.byKey();
    },
    get retentions() {
      return retentions();
    },
    get indirectSources() {
      return sources();
    },
    get lexicon() {
      return words().lexicon;
    },
    get told() {
      return words().told;
    },
    get data() {
      return data();
    },
    get tellingData() {
      return telling();
    },
    get contents() {
      return contents();
    },
    get paths() {
      return paths();
    },
  };
  return indexes;
}
