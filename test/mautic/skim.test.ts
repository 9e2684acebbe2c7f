/** Stepping over what cannot matter finds the same as reading everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkupEvents, readMarkup } from '../../src/mautic/texts/html.js';
import { sieve, skimMarkup } from '../../src/mautic/texts/skim.js';

const TAGS = ['a', 'img', 'link', 'form'];
const ATTRIBUTES = ['background', 'data-slot'];
const SIGN = /\{|%7|url\(|@import/iu;

type Event = readonly [is: string, ...rest: readonly unknown[]];

/** What has to be told of, as it is told. */
function wantedOf(read: (events: MarkupEvents) => void, slashes: boolean): Event[] {
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
const markup = fc.array(piece, { maxLength: 25 }).map(pieces => `${pieces.join('')}"'>`);

describe.each([true, false])('with slashes in texts wanted: %s', slashes => {
  const wanted = sieve({ tags: TAGS, attributes: ATTRIBUTES, slashes });

  it('tells the same of any markup, in the same order', () => {
    fc.assert(
      fc.property(markup, text => {
        const skimmed = wantedOf(events => skimMarkup(text, wanted, events), slashes);
        expect(skimmed).toEqual(wantedOf(events => readMarkup(text, events), slashes));
      }),
      { numRuns: 3000 },
    );
  });

  it('steps over what nobody wants', () => {
    const seen: string[] = [];
    skimMarkup('<table width="600"><tr><td style="padding:12px">plain</td></tr></table><a href="x">y</a>', wanted, {
      tag: name => void seen.push(name),
    });
    expect(seen).toEqual(['a']);
  });
});
