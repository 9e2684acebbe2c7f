/** Where conditions of templates are open: what stands there is loaded only if they say so. That of PHP is told by its tree. */
import type { TextRange } from '../../text/document.js';
import { readTags } from './tags.js';

/** How blocks begin and end; a block is named by the first group, or goes by no name: then the last one that is open ends. */
interface Blocks {
  readonly tests: RegExp;
  /** Blocks without a condition that end in the same way. */
  readonly others?: RegExp;
  readonly ends: RegExp;
}

const BLOCKS: readonly Blocks[] = [
  // Twig, Liquid, Nunjucks
  { tests: /\{%[-~]?\s*(if|unless|case)\b/gu, ends: /\{%[-~]?\s*end(if|unless|case)\b/gu },
  // Handlebars, Mustache, Svelte
  {
    tests: /\{~?#\s*(if\w*|unless\w*|is|has|await)\s|\{\{~?[#^]\s*([\w.-]+)(?=\s*~?\}\})/gu,
    ends: /\{~?\/\s*([\w.-]+)(?=\s*~?\})/gu,
  },
  // Hugo
  { tests: /\{\{-?\s*(?:if|with)\s/gu, others: /\{\{-?\s*(?:range|define|block)\s/gu, ends: /\{\{-?\s*end(?=\s*-?\}\})/gu },
  // EJS
  {
    tests: /<%[-_]?\s*(?:\}\s*)?(?:if|else)\b[^%]{0,500}\{\s*[-_]?%>/gu,
    others: /<%[-_=]?(?!\s*(?:\}\s*)?(?:if|else)\b)[^%]{0,500}\{\s*[-_]?%>/gu,
    ends: /<%[-_]?\s*\}/gu,
  },
  // ERB
  {
    tests: /<%-?\s*(?:if|unless|case)\b(?![^%]{0,500}(?:\bend|\{)\s*[-_]?%>)/gu,
    others: /<%[-=]?\s*(?:(?:for|while|until|begin)\b|[^%]{0,500}\bdo(?:\s*\|[^|%]{0,200}\|)?\s*-?%>)/gu,
    ends: /<%-?\s*end\b/gu,
  },
  // Blade
  {
    tests: /(?<![\w@])@(if|unless|isset|empty|auth|guest|can|env|production)\b/gu,
    ends: /(?<![\w@])@end(if|unless|isset|empty|auth|guest|can|env|production)\b/gu,
  },
];

/** @param selfCloses as `readTags` has it */
export function conditionsIn(text: string, markup: string, selfCloses: boolean): TextRange[] {
  return [...BLOCKS.flatMap(blocks => blocksIn(text, blocks)), ...elementsIn(markup, selfCloses)];
}

interface Mark {
  readonly at: number;
  readonly name: string;
  readonly does: 'end' | 'test' | 'open';
}

/** A block that never ends is none, and an end of nothing does nothing. */
function blocksIn(text: string, { tests, others, ends }: Blocks): TextRange[] {
  const found = (does: Mark['does'], mark: RegExp | undefined): Mark[] =>
    mark === undefined
      ? []
      : [...text.matchAll(mark)].map(({ index, 1: name, 2: other }) => ({ at: index, name: name ?? other ?? '', does }));
  // `} else {` ends one and begins another: what ends comes first.
  const marks = [...found('end', ends), ...found('test', tests), ...found('open', others)].sort((a, b) => a.at - b.at);
  const open = new Map<string, Mark[]>();
  return marks.flatMap(mark => {
    const own = open.get(mark.name) ?? [];
    if (mark.does !== 'end') {
      own.push(mark);
      open.set(mark.name, own);
      return [];
    }
    const begun = own.pop();
    return begun?.does === 'test' ? [{ start: begun.at, end: mark.at }] : [];
  });
}

/** Vue, Alpine, Angular: an element is only there if … . What is there and not shown (`v-show`) is loaded all the same. */
const TESTED: readonly string[] = ['v-if', 'v-else-if', 'v-else', 'x-if', '*ngif'];
const SIGN = /\s(?:v-if|v-else|x-if|\*ngIf)[\s=>-]/u;

function elementsIn(markup: string, selfCloses: boolean): TextRange[] {
  if (!SIGN.test(markup)) return [];
  const ranges: TextRange[] = [];
  // By the names of elements: how many are open, and which of them have a condition.
  const open = new Map<string, { depth: number; readonly tested: { readonly depth: number; readonly start: number }[] }>();
  readTags(markup, 0, selfCloses, {
    open: ({ name, attributes, start, end }) => {
      const isTested = TESTED.some(test => attributes.has(test));
      if (isTested) ranges.push({ start, end });
      if (selfCloses && markup.endsWith('/>', end)) return;
      const own = open.get(name) ?? { depth: 0, tested: [] };
      own.depth += 1;
      open.set(name, own);
      if (isTested) own.tested.push({ depth: own.depth, start });
    },
    close: (name, at) => {
      const own = open.get(name);
      if (own === undefined) return;
      const last = own.tested.at(-1);
      if (last?.depth === own.depth) {
        own.tested.pop();
        ranges.push({ start: last.start, end: at });
      }
      own.depth -= 1;
    },
    text: () => undefined,
  });
  return ranges;
}
