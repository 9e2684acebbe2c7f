/** Items that nothing uses, for a terminal. */
import { group } from '../../collections.js';
import type { Kind } from '../../items.js';
import { nameOf } from '../../lint/policy.js';
import type { NotJudged } from '../../lint/usage/judged-kinds.js';
import type { Unused } from '../../lint/usage/unused.js';
import type { Item } from '../../mautic/snapshot.js';
import { pageOn } from '../explain.js';
import { capital, code, listed, plainText, type Sentence, text } from '../parts.js';
import { quoted } from '../phrases.js';
import { fill } from '../template.js';
import { cutKey, numberIn } from '../values.js';
import { linkOf, named, namedLive, type Telling } from './names.js';
import { verbOf } from './paths.js';
import { linkLines, type Screen } from './text.js';
import { causeSentence, kindsIn, unseenSentences } from './unseen.js';

/** The list, then what was judged and searched, and what was not. */
export function unusedText(unused: Unused, telling: Telling, { columns, palette }: Screen): string {
  const { where, words, index } = telling;
  const page = pageOn(columns, palette);
  const number = (count: number): Sentence => [text(numberIn(words, count))];
  const items = (kind: Kind, own: readonly Item[]): string[] => [
    ...page.paragraph([...capital(kindsIn([kind], telling)), text(' ('), ...number(own.length), text(')')]),
    ...own.flatMap(item => [
      ...page.entry(entryOf(item, telling)),
      ...linkLines(linkOf(telling.snapshot.reference(item), telling), page, palette),
    ]),
  ];
  const uses = index.all.filter(({ use }) => use !== undefined).length;
  const section = (title: string, sentences: readonly Sentence[]): string[][] =>
    sentences.length === 0 ? [] : [page.section(title, sentences.flatMap(page.entry))];
  const blocks = [
    ...(unused.items.length === 0
      ? [page.paragraph([text(unused.judged.length === 0 ? where.noneJudged : where.noUnused)], 0)]
      : [
          [palette.bold(plainText(fill(where.unused, { count: number(unused.items.length) })))],
          ...[...group(unused.items, ({ kind }) => kind)].map(([kind, own]) => items(kind, own)),
        ]),
    ...section(where.notJudged, notJudgedSentences(unused.notJudged, telling)),
    ...section(
      where.wholesale,
      unused.wholesale.map(step => [...namedLive(step.from, telling), text(`: ${verbOf(step, telling)} `), ...named(step.to, telling)]),
    ),
    ...section(
      where.searched,
      unused.judged.length === 0 ? [] : [fill(where.went, { kinds: kindsIn(unused.searched, telling), count: number(uses) })],
    ),
    ...section(where.unseen, unseenSentences(unused.unseen, telling)),
  ];
  return `${blocks.map(block => block.join('\n')).join('\n\n')}\n`;
}

/** The identity to type, and the name where that is another text. */
function entryOf(item: Item, telling: Telling): Sentence {
  const { snapshot, words, where } = telling;
  const reference = snapshot.reference(item);
  const name = nameOf(item) === item.key ? [] : [text(' '), ...quoted(nameOf(item), words)];
  return [code(cutKey(reference)), ...name, ...(telling.isLive(item) ? [] : [text(` (${where.notLive})`)])];
}

/** Kinds with one reason share a sentence. */
export function notJudgedSentences(notJudged: readonly NotJudged[], telling: Telling): readonly Sentence[] {
  const reasons = group(notJudged, ({ exempt, coverage }) => exempt ?? JSON.stringify(coverage));
  return [...reasons.values()].flatMap(entries => entries.slice(0, 1).map(first => whyNot(first, entries, telling)));
}

function whyNot({ exempt, coverage }: NotJudged, entries: readonly NotJudged[], telling: Telling): Sentence {
  const { where, words } = telling;
  const kinds = kindsIn(
    entries.map(({ kind }) => kind),
    telling,
  );
  const causes = listed(
    coverage.map(cause => causeSentence(cause, telling)),
    words.and,
  );
  return fill(where.lacking, { kinds: capital(kinds), why: exempt === undefined ? causes : [text(where.exempt[exempt])] });
}
