/** The uses of an item for a terminal. */
import { group } from '../../collections.js';
import type { DirectUse } from '../../lint/usage/direct.js';
import type { Step } from '../../lint/usage/steps.js';
import type { Whereabouts } from '../../lint/usage/whereabouts.js';
import { type Page, pageOn } from '../explain.js';
import type { Palette } from '../palette.js';
import { capital, code, joinedBy, plainText, type Sentence, text, value } from '../parts.js';
import { listedUpTo } from '../phrases.js';
import { fill } from '../template.js';
import { cutKey, numberIn } from '../values.js';
import { linkOf, named, namedLive, type Telling, titled } from './names.js';
import { verbOf, wayOf } from './paths.js';
import { placeOf, remarksOn } from './places.js';
import { unseenSentences } from './unseen.js';

export interface Screen {
  /** Width of the terminal. */
  readonly columns: number;
  readonly palette: Palette;
}

/** Places of one user, and targets of one verb, before the rest is counted. */
const SHOWN = 6;
const INDENT = 2;

/** One page about an item. */
export function whereText(
  { subject, direct, indirect, does, unseen }: Whereabouts,
  telling: Telling,
  { columns, palette }: Screen,
): string {
  const { where } = telling;
  const page = pageOn(columns, palette);
  const link = (reference: string): string[] => linkLines(linkOf(reference, telling), page, palette);
  const { reference, state } = subject;
  // A form that holds a question is told with the question.
  const others = indirect.filter(({ by }) => by?.step.how !== 'contains');
  const counted = (template: string, count: number): string => plainText(fill(template, { count: [text(numberIn(telling.words, count))] }));
  const users = new Set(direct.map(({ step }) => step.from)).size;
  const remarks = unseenSentences(unseen, telling).flatMap(page.entry);
  const blocks: readonly (readonly string[])[] = [
    [
      ...page.paragraph(capital(titled(reference, telling)), 0, palette.bold),
      ...page.paragraph([code(cutKey(reference))]),
      ...linkLines(linkOf(reference, telling), page, palette, INDENT),
      ...(state === 'item' || state === 'other' ? [] : page.paragraph([text(where.states[state])])),
    ],
    ...(direct.length === 0
      ? [page.paragraph([text(where.noDirect)], 0)]
      : [[palette.bold(counted(where.direct, users))], ...directBlocks(direct, telling, page, link)]),
    ...(others.length === 0
      ? []
      : [
          page.section(
            counted(where.indirect, others.length),
            others.flatMap(visit => [...page.entry(wayOf(visit, telling)), ...link(visit.reference)]),
          ),
        ]),
    ...(does.length === 0 ? [] : [page.section(where.does, deedLines(does, telling, page))]),
    ...(remarks.length === 0 ? [] : [page.section(where.unseen, remarks)]),
  ];
  return `${blocks.map(block => block.join('\n')).join('\n\n')}\n`;
}

/** One block for each deed, one entry in it for each user. */
function directBlocks(direct: readonly DirectUse[], telling: Telling, page: Page, link: (reference: string) => string[]): string[][] {
  return [...group(direct, ({ deed }) => deed)].map(([deed, uses]) => [
    ...page.paragraph([text(telling.where.headings[deed])]),
    ...[...group(uses, ({ step }) => step.from)].flatMap(([from, own]) => {
      const places = distinct(own.flatMap(use => placeOf(use, telling)));
      const remarks = distinct(own.flatMap(use => remarksOn(use, telling)));
      const told = [places, remarks].filter(({ length }) => length > 0).map(sentences => some(sentences, telling));
      return [
        ...page.entry([...namedLive(from, telling), ...told.flatMap((part, index) => [text(index === 0 ? ': ' : ', '), ...part])]),
        ...link(from),
      ];
    }),
  ]);
}

/** What an item does, one entry for each verb. */
function deedLines(does: readonly Step[], telling: Telling, page: Page): string[] {
  return [...group(does, step => verbOf(step, telling))].flatMap(([verb, steps]) => {
    const targets = [...new Set(steps.map(({ to }) => to))].map(to => named(to, telling));
    return page.entry([text(`${verb}: `), ...some(targets, telling)]);
  });
}

function some(entries: readonly Sentence[], { words }: Telling): Sentence {
  return entries.length > SHOWN ? listedUpTo(SHOWN, entries, words) : joinedBy(', ', entries);
}

function distinct(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map(sentence => [plainText(sentence), sentence])).values()];
}

/** An address stays whole, on a line of its own. */
export function linkLines(link: string | undefined, page: Page, palette: Palette, indent = 2 * INDENT): string[] {
  return link === undefined ? [] : page.paragraph([value(link)], indent, palette.dim);
}
