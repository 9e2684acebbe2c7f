/** Markup of all kinds, well-formed and not, and what of it has to be told. */
import fc from 'fast-check';
import type { MarkupEvents } from '../../src/mautic/texts/html.js';

export const TAGS = ['a', 'img', 'link', 'form'];
export const ATTRIBUTES = ['background', 'data-slot'];
const SIGN = /\{|%7|url\(|@import/iu;

export type Event = readonly [is: string, ...rest: readonly unknown[]];

/** What has to be told of, as it is told. */
export function wantedOf(read: (events: MarkupEvents) => void, slashes: boolean): Event[] {
  const told: Event[] = [];
  read({
    tag: (name, attributes) => {
      const signs = [...attributes.values()].some(value => SIGN.test(value));
      if (signs || TAGS.includes(name) || ATTRIBUTES.some(attribute => attributes.has(attribute))) told.push(['tag', name, ...attributes]);
    },
    text: (text, inside) => {
      if (inside !== '' || SIGN.test(text) || (slashes && text.includes('/'))) told.push(['text', text, inside]);
    },
    // only those that some mail programs read as markup
    comment: text => {
      if (text.startsWith('[if')) told.push(['comment', text]);
    },
  });
  return told;
}

const VALUES = [
  '',
  'x',
  'a b',
  '{contactfield=city}',
  'https://h.example/p?a=1&amp;b=2',
  '&#123;x}',
  '%7Bx%7D',
  'background:url(x.png)',
  "it's",
  '>',
  'é',
];
const NAMES = ['href', 'src', 'style', 'background', 'data-slot', 'class', 'ALT', 'data-x'];
const value = fc.constantFrom(...VALUES);
const attribute = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NAMES), value, fc.constantFrom('"', "'"))
    .map(([name, text, quote]) => ` ${name}=${quote}${text.replaceAll(quote, '')}${quote}`),
  fc.constantFrom(...NAMES).map(name => ` ${name}`),
  fc.constantFrom(' id=plain', ' width=600', ' =odd', ' a"b', '\n', '/', ' href = "x"'),
);
const tag = fc
  .tuple(
    fc.constantFrom('a', 'img', 'p', 'TD', 'table', 'br', 'link', 'span', 'x-y', 'title', 'textarea', 'h1'),
    fc.array(attribute, { maxLength: 4 }),
  )
  .map(([name, attributes]) => `<${name}${attributes.join('')}>`);
const piece = fc.oneof(
  { weight: 4, arbitrary: tag },
  { weight: 2, arbitrary: fc.constantFrom('</a>', '</p>', '</TD>', '</table >', '</title>', '</textarea>', '</p class="x">') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'text ',
      'a / b',
      '{ownerfield=email}',
      '&amp;',
      '&nbsp',
      '&lbrace;x}',
      '< 3',
      'a > b',
      '1 & 2',
      '%7Bx',
      '\n',
      'url(y)',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!-- {note} -->',
      '<!--[if mso]><a href="x">{y}</a><![endif]-->',
      '<!-->',
      '<!doctype html>',
      '<?php x ?>',
      '<![CDATA[x]]>',
      '</>',
      '</ x>',
      '<script>var a = "<p>{x}";</script>',
      '<style>p{background:url(z)}</style>',
      '<script',
      '<p style="',
      '<a href=',
      '<plaintext>',
      '<',
      '</',
    ),
  },
);
/** No tag stays open: of one that never ends the tokenizer makes a piece of text. */
export const markup = (maxLength: number): fc.Arbitrary<string> => fc.array(piece, { maxLength }).map(pieces => `${pieces.join('')}"'>`);
