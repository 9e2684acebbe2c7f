// Terms sorted by how they begin: a run that looks at a hundred names spells out what these may be, and no more.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What the terms of a list do, as `src/lint/lexicon/terms.ts` has it. */
const ROLES = { strong: 'strong', weak: 'weak', need: 'need', veto: 'veto', strong_veto: 'strong-veto' };
const BY_LANGUAGE = ['strong', 'weak'];
const CONTENT = { role: 'content' };

/**
 * The module with the shelves: those of words that tell, by language, and that of the words beside them; and with the words that may stand
 * between those of a term, as they are compared.
 * @param categories of lexicon.yaml
 * @param content words for contents, by language, of lexicon-contexts.yaml
 * @param between words, by language, of the same file
 */
export async function shelvesModule(categories, { content, between }) {
  const writing = await howTermsAreWritten();
  const lists = [
    ...Object.entries(categories).flatMap(([category, own]) => listsOf(category, own)),
    ...Object.entries(content).map(([language, list]) => ({ says: CONTENT, language, terms: termsIn(list) })),
  ];
  const says = [...new Set(lists.map(list => list.says))];
  const shelfFor = language =>
    shelf(
      lists.filter(list => list.language === language).map(list => ({ ...list, says: says.indexOf(list.says) })),
      writing,
    );
  const telling = Object.fromEntries(Object.keys(content).map(language => [language, shelfFor(language)]));
  const fillers = Object.entries(between).map(([language, list]) => [language, termsIn(list).map(writing.fold)]);
  return `export const categories = ${JSON.stringify(Object.keys(categories))} as const;
export const says = ${JSON.stringify(says)} as const;
export const telling: Readonly<Record<string, () => string>> = {
${Object.entries(telling)
  .map(([language, shelves]) => `  ${language}: () => ${JSON.stringify(shelves)},`)
  .join('\n')}
};
export const beside = () => ${JSON.stringify(shelfFor(undefined))};
export const between = () => (${JSON.stringify(Object.fromEntries(fillers))});
`;
}

/**
 * The module with word lists that are looked for together, each with its shelves: `consentTexts` and so on.
 * @param groups name → the lists by what they say, each by language
 */
export async function wordListsModule(groups) {
  const writing = await howTermsAreWritten();
  const constants = Object.entries(groups).map(([name, group]) => {
    const says = Object.keys(group);
    const languages = [...new Set(says.flatMap(list => Object.keys(group[list])))];
    const lists = says.flatMap((list, at) =>
      languages.map((language, nth) => ({ says: at * languages.length + nth, language, terms: plain(group[list][language] ?? []) })),
    );
    const packed = { says, languages, shelves: shelf(lists, writing) };
    return `export const ${name} = /* @__PURE__ */ later(() => (${JSON.stringify(packed, null, 1)}) as const);\n`;
  });
  return ["import { later } from '../text/later.js';\n", ...constants].join('\n');
}

/** Shelves have signs of their own. */
function plain(terms) {
  const odd = terms.find(term => /[,:\t\n]/u.test(term));
  if (odd !== undefined) throw new Error(`'${odd}' cannot stand on a shelf`);
  return terms;
}

/** How terms are kept apart and compared is known to the program that looks for them. */
async function howTermsAreWritten() {
  const contents = "export { beginningOf } from './beginnings.js'; export { fold } from './tokens.js';";
  const resolveDir = fileURLToPath(new URL('../src/lint/', import.meta.url));
  const { outputFiles } = await build({ stdin: { contents, resolveDir }, bundle: true, write: false, format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

function listsOf(category, lists) {
  return Object.entries(ROLES).flatMap(([key, role]) => {
    const says = { role, category };
    if (!BY_LANGUAGE.includes(key)) return [{ says, terms: termsIn(lists[key]) }];
    return Object.entries(lists[key] ?? {}).map(([language, list]) => ({ says, language, terms: termsIn(list) }));
  });
}

function termsIn(list = '') {
  return list
    .split(',')
    .map(term => term.trim())
    .filter(term => term !== '');
}

/** Terms of a language stand there as they are compared; in those of all languages, umlauts tell that they are German. Capitals part words. */
function shelf(lists, { beginningOf, fold }) {
  const lines = new Map();
  for (const { says, language, terms } of lists) {
    for (const term of terms) {
      const beginning = beginningOf(term);
      const line = lines.get(beginning) ?? new Map();
      const written = language === undefined || /\p{Lu}/u.test(term) ? term : fold(term);
      lines.set(beginning, line.set(says, [...(line.get(says) ?? []), written]));
    }
  }
  const letters = [...new Set([...lines.keys()].map(beginning => beginning[0] ?? '*'))].sort();
  const shelfFor = letter => [...lines].filter(([beginning]) => (beginning[0] ?? '*') === letter).map(lineOf);
  return letters.map(letter => `\n\n${[letter, ...shelfFor(letter)].join('\n')}`).join('');
}

function lineOf([beginning, line]) {
  return [beginning, ...[...line].map(([says, terms]) => `${says}:${terms}`)].join('\t');
}
