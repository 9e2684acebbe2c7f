import { describe, expect, it } from 'vitest';
import { placeOf, readAddress } from '../../src/mautic/texts/address.js';
import { compareBytes, refId, refIds } from '../../src/mautic/texts/values.js';
import { asDay, asFlag, asId, asMonth, clean, cleanKey, keyOf, openWord, rowsOf } from '../../src/mautic/texts.js';

describe('clean', () => {
  const text = (raw: unknown, limit = 200) => clean(raw, limit).text;

  it.each([
    ['Parent&#39;s phone', "Parent's phone"],
    ['Q&#38;A &#34;guests&#34;', 'Q&A "guests"'],
    ['R&amp;amp;D', 'R&amp;D'],
    ['caff&egrave; &euro; &frasl;', 'caffè € ⁄'],
    ['&nope; &amp', '&nope; &amp'],
    ['<b>Yes</b>, I <i>do</i>', 'Yes, I do'],
    ['<p>One</p><p>Two<br>Three</p>', 'One Two Three'],
    ['&lt;b&gt;bold&lt;/b&gt;', 'bold'],
    ['a < b', 'a < b'],
    ['x <script>var a = 1</script><style>b{}</style> y', 'x y'],
    ['<!-- hidden -->seen', 'seen'],
    ['  a\t b\r\n\u00a0c ', 'a b c'],
    ['a\u202eb\u2066c\u200e', 'abc'],
    ['a\u0000b\u0007c\u0085', 'abc'],
    ['e\u0301', 'é'],
    ['\ud800x', '\ufffdx'],
    ['mautic.lead.field.linkedin', 'mautic.lead.field.linkedin'],
  ])('%j becomes %j', (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });

  it.each([[null], [undefined], [[]], [{}], ['']])('%j is empty', raw => {
    expect(clean(raw, 10)).toEqual({ text: '', masked: false, links: [] });
  });

  it('numbers are texts', () => expect(text(2024)).toBe('2024'));

  it('cuts at code points, with an ellipsis, after masking', () => {
    expect(text('🎨🎨🎨', 2)).toBe('🎨🎨…');
    expect(text('🎨🎨', 2)).toBe('🎨🎨');
    expect(text('anna@visitors.example x', 7)).toBe('[email]…');
  });

  it('reads links before the tags go', () => {
    const raw =
      'I read the <a href="https://Northlight.example/privacy?lang=it#top" target="_blank">notice</a>, <a href="/terms">terms</a>, <a href="rules.html">rules</a>, <a href="mailto:a@b.example">x</a> <a href="#a">y</a> <a href="{pagelink=5}">z</a> <a href="https://n.example/">n</a> and www.other.example/p, http://third.example.';
    expect(clean(raw, 600).links).toEqual([
      '/rules.html',
      '/terms',
      'n.example',
      'northlight.example/privacy',
      'third.example',
      'www.other.example/p',
    ]);
  });
});

describe('keys and words', () => {
  it.each([
    [' Q&#38;A ', ' Q&A '],
    ['a&quot;b', 'a"b'],
    ['<b>', '<b>'],
    ['e\u0301', 'é'],
    ['=SUM(A1:A2)', '=SUM(A1:A2)'],
    ['__proto__', '__proto__'],
    ['', ''],
  ])('key %j becomes %j', (raw, expected) => {
    expect(cleanKey(raw)).toEqual({ text: expected, masked: false });
  });
  it('a key that is a value is masked', () => {
    expect(cleanKey('anna@visitors.example')).toEqual({ text: '[email]', masked: true });
    expect([...cleanKey('x'.repeat(400)).text]).toHaveLength(192);
  });
  it.each([
    ['lead.changetags', 'lead.changetags'],
    ['plugin:focus', 'plugin:focus'],
    ['', ''],
    [null, ''],
    ['two words', 'other'],
    ['x'.repeat(81), 'other'],
    ['IT60X0542811101000000123456', 'other'],
    ['0f8fad5b-d9cb-469f-a165-70867728950e', 'other'],
    ['anna@visitors.example', 'other'],
  ])('word %j becomes %j', (raw, expected) => {
    expect(openWord(raw)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['https://User:pw@North.example:8080/a/b?c#d', 'north.example/a/b'],
    ['//cdn.example/x.js', 'cdn.example/x.js'],
    ['HTTP://x.example', 'x.example'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['https://x.example/{contactfield=city|a/b}/y', 'x.example/[token]/y'],
    ['https://{contactfield=city}/y', '[token]/y'],
    ['https://x.example/u/anna%40visitors.example', 'x.example/u/[email]'],
    [' /a\n/b ', '/a/b'],
    ['../up/here', '/up/here'],
    ['\\\\x.example\\a', 'x.example/a'],
    ['https:///x', '[unreadable]/x'],
  ])('%j leads to %j', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
  it.each([
    '',
    '#top',
    '?a=b',
    'mailto:anna@visitors.example',
    'tel:+39',
    'javascript:alert(1)',
    'data:text/html,x',
    '{unsubscribe_url}',
    '/',
    'x <script>',
    'a"b',
  ])('%j leads nowhere', address => {
    expect(placeOf(address)).toBeUndefined();
  });
  it('a host without a scheme counts only where it is asked for', () => {
    expect(readAddress('northlight.example/a', true)).toEqual({ host: 'northlight.example', path: '/a' });
    expect(readAddress('northlight.example/a')).toEqual({ host: '', path: '/northlight.example/a' });
  });
});

describe('values', () => {
  it.each([
    ['6', 6],
    [6, 6],
    ['0', 0],
    ['', undefined],
    ['6a', undefined],
    [-1, undefined],
    [1.5, undefined],
    [null, undefined],
    [true, undefined],
    ['9'.repeat(20), undefined],
  ])('id %j is %j', (raw, id) => expect(asId(raw)).toBe(id));
  it.each([
    [{ id: '7' }, 7],
    ['/api/v2/emails/12', 12],
    [{ '@id': '/api/v2/pages/3' }, 3],
    [0, undefined],
    ['', undefined],
    ['/api/v2/emails/x', undefined],
    [null, undefined],
  ])('reference %j is %j', (raw, id) => expect(refId(raw)).toBe(id));
  it('references in any collection', () => {
    expect([
      refIds([1, '2', { id: 3 }, null, 'x']),
      refIds({ 4: { id: 4 }, 9: '/api/v2/tags/9' }),
      refIds({ id: 5 }),
      refIds('6'),
      refIds(null),
      refIds([]),
    ]).toEqual([[1, 2, 3], [4, 9], [5], [6], [], []]);
  });
  it.each([
    [true, true],
    [1, true],
    ['1', true],
    [false, false],
    [0, false],
    ['0', false],
    ['', false],
    [null, undefined],
    [undefined, undefined],
    [2, undefined],
    ['yes', undefined],
    [[], undefined],
  ])('flag %j is %j', (raw, flag) => expect(asFlag(raw)).toBe(flag));
  it.each([
    ['2026-11-25T03:13:18+00:00', '2026-11-25'],
    ['2026-11-25T00:13:18+02:00', '2026-11-24'],
    ['2026-11-25T23:13:18-0200', '2026-11-26'],
    ['2026-11-25 03:13:18', '2026-11-25'],
    ['2026-11-25', '2026-11-25'],
    [null, ''],
    ['', ''],
    ['0000-00-00 00:00:00', ''],
    [undefined, undefined],
    ['yesterday', undefined],
    ['2026-13-45T00:00:00+00:00', undefined],
    [20261125, undefined],
  ])('day of %j is %j', (raw, day) => expect(asDay(raw)).toBe(day));
  it('month', () => {
    expect([asMonth('2026-11-25T03:13:18+00:00'), asMonth(null), asMonth(undefined)]).toEqual(['2026-11', '', undefined]);
  });
  it.each([
    [
      [1, 2],
      [1, 2],
    ],
    [{ 10: 'b', 2: 'a' }, ['a', 'b']],
    [null, []],
    ['x', []],
    [{}, []],
  ])('rows of %j', (raw, rows) => expect(rowsOf(raw)).toEqual(rows));
  it('keys in both spellings, null included; inherited ones are none', () => {
    expect([
      keyOf({ mappedField: null, mapped_field: 'x' }, 'mappedField'),
      keyOf({ mapped_field: 'x' }, 'mappedField'),
      keyOf({ b: 1 }, 'a', 'b'),
    ]).toEqual([null, 'x', 1]);
    expect([keyOf({}, 'toString'), keyOf(null, 'a'), keyOf([1], 'length')]).toEqual([undefined, undefined, undefined]);
  });
  it('order by bytes: emoji after every other letter', () => {
    expect(['😀', '\ufb01', 'z', 'a', 'ab', ''].sort(compareBytes)).toEqual(['', 'a', 'ab', 'z', '\ufb01', '😀']);
  });
});
