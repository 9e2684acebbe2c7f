/** What an answer says of a consent: yes, no, or neither clearly. */
import { consentAnswers } from '../../generated/word-lists.js';
import type { Option } from '../../mautic/snapshot.js';
import { unpack } from '../packed-terms.js';
import { indexShelves } from '../term-index.js';
import { tokensOf } from '../words.js';
import { asksConsent, refuses } from './texts.js';

type List = ReturnType<typeof consentAnswers>['says'][number];

const find = indexShelves<List>(() => unpack(consentAnswers()));

const NO_VALUES: ReadonlySet<string> = new Set(['', '0', 'no', 'false']);
const YES_VALUES: ReadonlySet<string> = new Set(['1', 'yes', 'true', 'on']);
/** Longer answers are sentences, in which "withdrawn" may stand for what people are free to do. */
const SHORT = 4;
/** What ends a no: a dash only where it joins no words. */
const PAUSE = /^\s*(?:[,.;:!?(/–—]|-\s|$)/u;

/** Is an answer a no, or not a yes yet: by its value, by its words, or by a sentence that refuses? */
export function isRefusal({ value, label }: Option): boolean {
  if (NO_VALUES.has(value.trim().toLowerCase()) || refuses(label) || declines(label)) return true;
  return !beginsWithYes(label) && declines(value);
}

/** Can an answer be nothing but the yes: does it say so, or are all others a no? */
export function isClearYes(answer: Option, options: readonly Option[] = []): boolean {
  const { value, label } = answer;
  if (isRefusal(answer)) return false;
  if (YES_VALUES.has(value.trim().toLowerCase()) || asksConsent(label) || [value, label].some(saysYes)) return true;
  return options.every(option => option.value === value || isRefusal(option));
}

function declines(text: string): boolean {
  const tokens = tokensOf(text);
  const found = find(tokens);
  if (found.length === 0 || beginsWithYes(text)) return false;
  const at = (start: number, ...lists: readonly List[]): boolean => found.some(each => each.start === start && lists.includes(each.says));
  return found.some(({ says, start, end }) => {
    if (says === 'declined') return tokens.length <= SHORT;
    if (says === 'without') return at(end, 'messages', 'marketing');
    return says === 'no' && start === 0 && (at(end, 'thanks') || pausesAfter(text, tokens[end - 1]?.raw ?? ''));
  });
}

function pausesAfter(text: string, word: string): boolean {
  return PAUSE.test(text.slice(text.indexOf(word) + word.length));
}

function beginsWithYes(text: string): boolean {
  return find(tokensOf(text)).some(({ says, start }) => says === 'yes' && start === 0);
}

function saysYes(text: string): boolean {
  return find(tokensOf(text)).some(({ says }) => says === 'yes');
}
