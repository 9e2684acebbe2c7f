/** The marks of template languages, and what stands between them. */

/** `output`: something is filled in; `control`: it only steers, or is a comment. */
export type Fills = 'output' | 'control';

interface Delimiter {
  readonly open: string;
  readonly close: string;
  /** By the text between the marks. */
  readonly fills: (inner: string) => Fills;
}

const output = (): Fills => 'output';
const control = (): Fills => 'control';

/** Handlebars and Mustache (`#`, `/`, `^`, `>`, `!`), Hugo (words, `:=`, comments); all others fill in. */
const STEERS =
  /^[-~\s]*(?:[#/^>!]|\/\*|(?:if|else|elseif|end|with|range|define|block|template|break|continue|return)(?=[\s~-]|$)|\$\w+\s*:?=)/u;

/**
 * Longest marks first: Handlebars, Mustache, Liquid, Twig, Nunjucks, Hugo, Vue, Blade, ERB. Sources: the languages' own references.
 */
export const DELIMITERS: readonly Delimiter[] = [
  { open: '{{!--', close: '--}}', fills: control },
  { open: '{{--', close: '--}}', fills: control },
  { open: '{{/*', close: '*/}}', fills: control },
  { open: '{{- /*', close: '*/ -}}', fills: control },
  { open: '{{{', close: '}}}', fills: output },
  { open: '{{', close: '}}', fills: inner => (STEERS.test(inner) ? 'control' : 'output') },
  { open: '{!!', close: '!!}', fills: output },
  { open: '{%', close: '%}', fills: control },
  { open: '{# ', close: '#}', fills: control },
  { open: '{#-', close: '#}', fills: control },
  { open: '{#\n', close: '#}', fills: control },
  { open: '<%--', close: '--%>', fills: control },
  { open: '<%', close: '%>', fills: inner => (/^[=-](?!-)/u.test(inner) && !/^-\s*$/u.test(inner) ? 'output' : 'control') },
];

/** A part that is a comment up to another mark. */
export const COMMENT_BLOCK = /\{%-?\s*comment\b[^%]{0,200}%\}/uy;
export const COMMENT_END = /\{%-?\s*endcomment\s*-?%\}/gu;
