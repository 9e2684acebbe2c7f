// The terms of the lexicon, sorted by how they begin: a run that looks at a hundred names spells out what these may be, and no more.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What the terms of a list do, as `src/lint/lexicon/terms.ts` has it. */
const ROLES = { strong: 'strong', weak: 'weak', need: 'need', veto: 'veto', strong_veto: 'strong-veto' };
const BY_LANGUAGE = ['strong', 'weak'];
const CONTENT = { role: 'content' };

/**
 * The module with the shelves: those of words that tell, by language, and that of the words beside them.
 * @param categories of lexicon.yaml
 * @param content words for contents, by language, of lexicon-contexts.yaml
 */
export async function shelvesModule(categories, content) {
  const beginningOf = await beginnings();
  const lists = [
    ...Object.entries(categories).flatMap(([category, own]) => listsOf(category, own)),
    ...Object.entries(content).map(([language, list]) => ({ says: CONTENT, language, terms: termsIn(list) })),
  ];
  const says = [...new Set(lists.map(list => list.says))];
  const shelfFor = language =>
    shelf(
      lists.filter(list => list.language === language).map(list => ({ ...list, says: says.indexOf(list.says) })),
      beginningOf,
    );
  const telling = Object.fromEntries(Object.keys(content).map(language => [language, shelfFor(language)]));
  return `export const categories = ${JSON.stringify(Object.keys(categories))} as const;
export const says = ${JSON.stringify(says)} as const;
export const telling: Readonly<Record<string, string>> = ${JSON.stringify(telling, null, 1)};
export const beside = ${JSON.stringify(shelfFor(undefined))};
`;
}

/** How terms are kept apart is known to the program that looks for them. */
async function beginnings() {
  const entry = fileURLToPath(new URL('../src/lint/beginnings.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm' });
  const { beginningOf } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return beginningOf;
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

function shelf(lists, beginningOf) {
  const lines = new Map();
  for (const { says, terms } of lists) {
    for (const term of terms) {
      const beginning = beginningOf(term);
      const line = lines.get(beginning) ?? new Map();
      lines.set(beginning, line.set(says, [...(line.get(says) ?? []), term]));
    }
  }
  return [...lines].map(([beginning, line]) => [beginning, ...[...line].map(([says, terms]) => `${says}:${terms}`)].join('\t')).join('\n');
}
