/** An answer without the filler of its bodies says the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkup } from '../../src/mautic/texts/html.js';
import { sifter } from '../../src/mautic/texts/sift.js';
import { CONTENTS } from '../../src/mautic/texts/skim.js';
import { tokensIn } from '../../src/mautic/uses/tokens.js';
import { ATTRIBUTES, markup, TAGS, wantedOf } from './markup.js';
import { phpJson } from './stand-in/json-text.js';

interface Row {
  readonly customHtml: string;
  readonly name: string;
}

/** The rows of an answer after its bytes were sifted; the pieces are as short as one likes. */
function sifted(sift: ReturnType<typeof sifter>, json: string, pieceBytes = 50): Row[] {
  const bytes = Buffer.from(json);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
  return JSON.parse(sift(pieces).toString());
}

const WRITERS = [
  ['as PHP writes it', phpJson],
  ['with plain slashes and letters', JSON.stringify],
  ['with markup by number, as some servers do', (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')],
] as const;
/** As much as is worth a cut. */
const ROW = '<i class="x">plain</i>'.repeat(5);

/** Mostly as one writes it: behind something odd nothing is left out. */
const letters = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '<tr class="row" width=50%>',
          '<td title=\'a > b & c\' style="width:calc(1px + 2%)">',
          '</td>',
          '<br />',
          '<x-y:z A="1"\n>',
        ),
        fc.constantFrom('plain text ', 'a > b', 'é & ü', 'x (y) @z', '&nbsp;', '1/2', '\n'),
        fc.constantFrom('{contactfield=city|x}', '%7Bownerfield=email%7D', '{', '}', '&lbrace;', '&#123;', '&#x7b;', '<b title="{x}">'),
        fc.constantFrom(
          '<a href="https://h.example/{y}">',
          '</a>',
          '<img src=x.png>',
          '<p background="x">',
          '<p style="background:URL(x)">',
        ),
        fc.constantFrom('<!-- {x -->', '<!---->', '<!--[if mso]><a href="x"><![endif]-->', '<!doctype html>', '<?x {y?>'),
        fc.constantFrom(
          '<style>p{color:red}</style>',
          '<script>"<b>{x}"</SCRIPT >',
          '<title>a < b {</title>',
          '<p style="@import x">',
          '@import y',
          '<!-- x --!>',
          '-->',
          '<textarea><b></textarea>',
        ),
        fc.constantFrom(
          ROW,
          `<script>"${ROW}"</script>`,
          `<!-- {contactfield=city -->${ROW}}`,
          `{contactfield=${ROW}}`,
          `<xmp>{x${ROW}</xmp>`,
          `<!-- x --!><p title="-->${ROW}{x}">`,
          `<script/><p title="</script>${ROW}{x}">`,
        ),
      ),
      { maxLength: 60 },
    ),
    markup(5),
  )
  .map(([pieces, odd]) => `${pieces.join('')}${odd}${ROW}<plaintext>${ROW}{x}`);

const tokens = (html: string): string[] => tokensIn(html).map(({ name, value }) => `${name}=${value}`);

describe.each([true, false])('with slashes in texts wanted: %s', slashes => {
  const sift = sifter({ tags: TAGS, attributes: ATTRIBUTES, slashes });

  it.each(WRITERS)('tells the same of any markup, in the same order: JSON %s', (_, write) => {
    fc.assert(
      fc.property(letters, letters, (first, second) => {
        const rows = [first, second].map((customHtml, id) => ({ name: `"customHtml":"${id}`, customHtml, after: '{"customHtml":"<b><b>' }));
        const left = sifted(sift, write(rows));
        expect(left).toEqual(rows.map(row => ({ ...row, customHtml: expect.any(String) })));
        for (const [at, { customHtml }] of left.entries()) {
          const whole = rows[at]?.customHtml ?? '';
          expect(wantedOf(events => readMarkup(customHtml, events), slashes)).toEqual(
            wantedOf(events => readMarkup(whole, events), slashes),
          );
          expect(tokens(customHtml)).toEqual(tokens(whole));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves out what nobody wants, and keeps a tag between two texts', () => {
    const filler = '<tr><td style="padding:12px 20px; color: rgb(1, 2, 3)" width="100%">Every Thursday &nbsp;until nine</td></tr>'.repeat(
      100,
    );
    const customHtml = `<p>{contactfield</p>${filler}<p>=city}</p>${filler}<img src="x.png">`;
    const [row] = sifted(sift, phpJson([{ customHtml }]), 7);
    expect(row?.customHtml.length).toBeLessThan(customHtml.length / 5);
    expect(tokens(row?.customHtml ?? '')).toEqual([]);
    expect(row?.customHtml).toContain('<img src="x.png">');
  });

  it('keeps what a token may reach over', () => {
    const customHtml = `<p>{contactfield=${'<b>é</b>'.repeat(30)}}</p>${'<i>x</i>'.repeat(50)}`;
    const [row] = sifted(sift, phpJson([{ customHtml }]));
    expect(tokens(row?.customHtml ?? '')).toEqual(tokens(customHtml));
    expect(tokens(customHtml)).toHaveLength(1);
  });
});

it.each([
  '',
  '[]',
  '{"emails":{}}',
  '<!DOCTYPE html>',
  '{"customHtml":"<p>cut off',
  '{"customHtml":"<p>cut off \\',
  '{"customHtml":"',
  '{"customHtml":"{',
])('leaves an answer without a whole body as it is: %j', text => {
  const sift = sifter({ tags: TAGS, attributes: ATTRIBUTES, slashes: true });
  expect(sift([Buffer.from('[{"customHtml":"<p>longer</p>"}]')]).toString()).toBe('[{"customHtml":"<p>longer</p>"}]');
  expect(sift([Buffer.from(text)]).toString()).toBe(text);
});

it.each([...CONTENTS.keys()])('leaves the content of <%s> as it is', name => {
  const sift = sifter({ tags: TAGS, attributes: ATTRIBUTES, slashes: false });
  const customHtml = `<p>${ROW}</p><${name}>${ROW}</${name}><p>`;
  const [row] = sifted(sift, phpJson([{ customHtml }]));
  expect(row?.customHtml).toContain(`<${name}>${ROW}</${name}>`);
  expect(row?.customHtml.length).toBeLessThan(customHtml.length);
});

it('reads nothing behind an answer that is cut off in a token, however long it is', () => {
  const sift = sifter({ tags: TAGS, attributes: ATTRIBUTES, slashes: false });
  const page = 65_536;
  for (let length = page; length < 2 * page; length += 500) {
    const text = `${'x'.repeat(length)}{"customHtml":"<p>{`;
    expect(sift([Buffer.from(text)]).toString()).toBe(text);
  }
});
