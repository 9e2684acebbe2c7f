/** Elements of JSX. */
import { describe, expect, it } from 'vitest';
import { told } from './reading.js';

const M = 'https://m.example.test';

/** What a component with some JSX sends, from the second line on. */
function toldOfJsx(jsx: string, before = '', helpers: readonly string[] = []): string[] {
  return told('a.tsx', `${before} const Page = () => (\n${jsx}\n);`, { helpers });
}

const ELEMENTS: readonly (readonly [jsx: string, sends: readonly string[], before?: string])[] = [
  [`<Script src="${M}/mtc.js" />`, ['2:14 tracking - script literal code']],
  [`<script async src={HOST + '/mtc.js'} />`, ['2:20 tracking - script literal code']],
  [`<script type="text/plain" data-category="marketing" src="${M}/mtc.js" />`, ['2:58 tracking - script literal held']],
  [`<iframe src="${M}/form/9" />`, ['2:14 form 9 form-embed literal']],
  [`<iframe src={isIt ? '${M}/form/8' : undefined} />`, ['2:14 form 8 form-embed literal']],
  [`<a href="${M}/form/9">form</a>`, []],
  [
    `<form action={ACTION}><input name="mauticform[film]" /></form>`,
    ['1:17 form 3 form-post literal', '2:36 form_field film form-post literal form=3'],
    `const ACTION = '${M}/form/submit?formId=3';`,
  ],
  [
    `<form id="mauticform_museum"><select name="mauticform[film][]" /></form>`,
    ['2:11 form museum form-post literal', '2:44 form_field film form-post literal form=museum'],
  ],
  [
    `<form action="http://m.example.test/form/submit?formId=3"><input type="hidden" name="mauticform[post]" value="desk@office.example" /></form>`,
    ['2:15 form 3 form-post literal insecure', '2:86 form_field post form-post literal form=3 value=email'],
  ],
  [`<input name={'mauticform[' + alias + ']'} />`, ['2:14 form_field - form-post open helper=Page']],
  [`<input name="mauticform[formId]" value="3" />`, []],
  [`<input name="film" />`, []],
  [`<div className="mautic-slot" data-slot-name="hero" />`, ['2:46 slot hero slot literal']],
  [`{/* <script src="${M}/mtc.js" /> */}`, []],
];

describe('elements', () => {
  it.each(ELEMENTS.map(([jsx, sends, before]) => ({ jsx, sends, before })))('$jsx', ({ jsx, sends, before }) => {
    expect(toldOfJsx(jsx, before)).toEqual(sends);
  });

  it('with an address of a pixel tell its parameters', () => {
    expect(toldOfJsx(`<img src={\`${M}/mtracking.gif?film=\${film}\`} />`)).toEqual([
      '2:11 tracking - pixel literal code',
      '2:49 contact_field film pixel literal in-url',
    ]);
  });

  it('may hold a script', () => {
    expect(toldOfJsx(`<script dangerouslySetInnerHTML={{ __html: \`mt('send', 'pageview', { film: '\${film}' })\` }} />`)).toEqual([
      '2:45 tracking - mt literal code',
      '2:70 contact_field film mt literal',
    ]);
  });
});

describe('components', () => {
  const own = '<OurForm id="5"><Field name="film" /><Field name={NAME} /></OurForm>';

  it('that the configuration names are inputs and forms', () => {
    expect(toldOfJsx(own, "const NAME = 'shoe';", ['OurForm', 'Field'])).toEqual([
      '1:15 form_field shoe form-post resolved form=5',
      '2:14 form 5 form-embed literal',
      '2:30 form_field film form-post literal form=5',
    ]);
  });

  it('that nobody names are none', () => {
    expect(toldOfJsx(own)).toEqual([]);
  });

  it('without a name give parameters', () => {
    expect(toldOfJsx('<Track film={film} tags="a" onLoad={x} />', '', ['Track'])).toEqual([
      '2:8 contact_field film mt literal',
      '2:26 tag a mt literal',
    ]);
  });

  it('whose code is there are followed to where they are used', () => {
    const before = `const Field = ({ alias }: { alias: string }) => <input name={\`mauticform[\${alias}]\`} />;`;
    expect(toldOfJsx('<form id="mauticform_museum"><Field alias="film" /></form>', before)).toEqual([
      '2:11 form museum form-post literal',
      '2:44 form_field film form-post resolved form=museum',
    ]);
  });
});
