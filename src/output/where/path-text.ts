/** The ways from one item to another, for a terminal. */
import type { Ways } from '../../lint/paths/ways.js';
import { pageOn } from '../explain.js';
import { capital, listed, plainText, type Sentence, text } from '../parts.js';
import { quoted } from '../phrases.js';
import { fill } from '../template.js';
import { numberIn } from '../values.js';
import { linkOf, type Telling, titled } from './names.js';
import { consentOf, remarksAt, stepSentence } from './path-steps.js';
import { pathWordsOf } from './path-words.js';
import { linkLines, type Screen } from './text.js';
import { unseenSentences } from './unseen.js';

/** So many ways are told; the others are counted. */
const SHOWN = 5;

/** One page: the ways without consent first, each step with what it asks, then what was not looked at. */
export function pathText({ from, to, purposes, ways, isCut, unseen }: Ways, telling: Telling, { columns, palette }: Screen): string {
  const { words, where } = telling;
  const said = pathWordsOf(words.language);
  const page = pageOn(columns, palette);
  const number = (count: number): Sentence => [text(numberIn(words, count))];
  const isKnown = purposes !== undefined && purposes.length > 0;
  const total = isCut ? `${numberIn(words, ways.length)}+` : numberIn(words, ways.length);
  const sections = ways.slice(0, SHOWN).map((way, index) =>
    page.section(
      plainText(fill(said.heading, { n: number(index + 1), count: [text(total)], consent: consentOf(way, isKnown, telling) })),
      way.steps.flatMap(step => [
        ...page.entry(stepSentence(step, telling)),
        ...remarksAt(step, telling).flatMap(remark => page.paragraph(remark, 4)),
        ...linkLines(linkOf(step.move.end, telling), page, palette),
      ]),
    ),
  );
  const left = ways.length - sections.length;
  const blocks: readonly (readonly string[])[] = [
    [
      ...page.paragraph(capital(fill(said.title, { from: titled(from, telling), to: titled(to, telling) })), 0, palette.bold),
      ...page.paragraph(lookedFor(purposes, telling)),
    ],
    ...(ways.length === 0 ? [page.paragraph([text(said.noWay)], 0)] : sections),
    ...(left > 0 || isCut ? [page.paragraph(fill(isCut ? said.leftAtLeast : said.left, { count: number(left) }), 0)] : []),
    page.section(where.unseen, unseenSentences(unseen, telling).flatMap(page.entry)),
  ];
  return `${blocks.map(block => block.join('\n')).join('\n\n')}\n`;
}

function lookedFor(purposes: readonly string[] | undefined, { words }: Telling): Sentence {
  const { consent, noDeclarations, noConsents } = pathWordsOf(words.language);
  if (purposes === undefined) return [text(noDeclarations)];
  if (purposes.length === 0) return [text(noConsents)];
  return fill(consent, {
    purposes: listed(
      purposes.map(name => quoted(name, words)),
      words.and,
    ),
  });
}
