/** What is particular to each language of markup, by the ending of its files. */
import type { TextRange } from '../../text/document.js';
import { conditionalExpressions, maskComponent } from './component-mask.js';
import { frontMatter, withoutFrontMatter } from './front-matter.js';
import { maskTemplates } from './mask.js';
import type { CodeHabits } from './script-types.js';
import type { ScriptKind } from './scripts.js';
import { maskInterpolations } from './vue-mask.js';

export interface Masked {
  /** As long as the file, without template parts. */
  readonly markup: string;
  /** Code that stands outside of `script` elements and ordinary attributes. */
  readonly code: readonly (TextRange & { readonly kind: ScriptKind })[];
  /** Conditions that only this language writes so. */
  readonly conditions?: readonly TextRange[];
}

export interface Markup {
  readonly mask: (text: string) => Masked;
  readonly habits: CodeHabits;
}

const PAGE: Markup = {
  mask: text => ({ markup: maskTemplates(withoutFrontMatter(text)), code: [] }),
  habits: { dialect: 'js', isComponent: false, selfCloses: false },
};
const COMPONENT: CodeHabits = { dialect: 'ts', isComponent: true, selfCloses: true };
const EVENT: ScriptKind = { dialect: 'ts', scope: 'handler' };

const MARKUPS: ReadonlyMap<string, Markup> = new Map<string, Markup>([
  ['.xhtml', { ...PAGE, habits: { ...PAGE.habits, selfCloses: true } }],
  ['.vue', { mask: text => ({ markup: maskInterpolations(text), code: [] }), habits: COMPONENT }],
  ['.svelte', { mask: text => component(text, true), habits: COMPONENT }],
  ['.astro', { mask: astro, habits: { dialect: 'ts', isComponent: false, selfCloses: true } }],
]);

/** By the ending in lower case, with its dot. */
export function markupOf(ending: string): Markup {
  return MARKUPS.get(ending) ?? PAGE;
}

function component(text: string, quoted: boolean): Masked {
  const { text: markup, handlers } = maskComponent(text, quoted);
  return { markup, code: handlers.map(at => ({ ...at, kind: EVENT })) };
}

/** The front matter of Astro is code that runs on the server. */
function astro(text: string): Masked {
  const front = frontMatter(text);
  const { markup, code } = component(withoutFrontMatter(text), false);
  const kind: ScriptKind = { dialect: 'ts', scope: 'module' };
  const conditions = conditionalExpressions(text);
  return { markup, code: front === undefined ? code : [{ ...front, kind }, ...code], conditions };
}
