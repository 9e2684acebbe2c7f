/** What was not looked at, in sentences. */
import { coverageWords } from '../../lint/coverage-words.js';
import type { Unchecked } from '../../lint/unchecked.js';
import type { Unseen } from '../../lint/usage/surroundings.js';
import { renderTemplate } from '../message.js';
import { listed, type Sentence, text } from '../parts.js';
import { fill } from '../template.js';
import type { Telling } from './names.js';

/** One sentence for each cause, the last for what no Mautic shows. */
export function unseenSentences({ coverage, ...unseen }: Unseen, telling: Telling): readonly Sentence[] {
  const { words, where } = telling;
  const outside = outsideOf(unseen, telling);
  const what = listed(
    outside.map(code => [text(where.outside[code])]),
    words.and,
  );
  const causes = coverage.map(cause => [...causeSentence(cause, telling), text('.')]);
  return outside.length === 0 ? causes : [...causes, fill(where.outsideMautic, { what })];
}

/** What no Mautic shows, and was not looked at in another way. */
export function outsideOf({ outside }: Pick<Unseen, 'outside'>, { isSiteScanned }: Telling): Unseen['outside'] {
  return outside.filter(code => code !== 'website' || !isSiteScanned);
}

/** Why something was not seen, and what to do. */
export function causeSentence({ reason, what }: Unchecked, { words: { language }, where }: Telling): Sentence {
  const isPart = reason === 'not-in-version' && what.every(of => of.includes('.'));
  const words = { ...coverageWords(language), ...(isPart ? { [reason]: where.notShown } : {}) };
  return renderTemplate('{reason}', { reason, what }, language, words);
}

/** Kinds in the plural. */
export function kindsIn(kinds: readonly string[], { words }: Telling): Sentence {
  const seen = coverageWords(words.language);
  return listed(
    kinds.map(kind => [text(seen[kind] ?? kind)]),
    words.and,
  );
}
