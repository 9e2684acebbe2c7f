import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../src/mautic/texts/mask.js';
import { clean, cleanKey } from '../../src/mautic/texts.js';

const PLACEHOLDERS = /\[(?:email|url|secret|ip|id|phone)\]/u;

describe('the mask, in its order', () => {
  it.each([
    // e-mail addresses
    ['anna@visitors.example', '[email]'],
    ['Anna <anna.rossi+x@mail.visitors.example>', 'Anna <[email]>'],
    ['mailto:anna@visitors.example', 'mailto:[email]'],
    ['anna%40visitors.example', '[email]'],
    ['müller@bücher.example', '[email]'],
    ["o'neil@visitors.example.", '[email].'],
    ['anna&#64;visitors.example', '[email]'],
    // addresses
    ['https://user:pw@x.example/a', '[url]'],
    ['https://anna@localhost/a', '[url]'],
    ['https://x.example/?e=1', '[url]'],
    ['see https://x.example/a?b=c.', 'see [url].'],
    ['x.example/in?e=anna', '[url]'],
    ['www.x.example?anna', '[url]'],
    ['-x.example?anna', '-[url]'],
    ['..x.example/?anna', '..[url]'],
    ['my_x.example?anna', 'my_[url]'],
    ['https://x.example/{contactfield=email|a b}', '[url]'],
    ['https://x.example/%7Bcontactfield=email%7D', '[url]'],
    ['https://x.example/u/anna@visitors.example', '[url]'],
    // secrets
    ['key 0f8fad5b-d9cb-469f-a165-70867728950e', 'key [secret]'],
    ['deadbeefdeadbeef', '[secret]'],
    ['kdeadbeef0123456789z', 'k[secret]z'],
    ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', '[secret]'],
    ['DE89370400440532013000', '[secret]'],
    // network addresses
    ['from 192.168.1.20', 'from [ip]'],
    ['2001:db8::8a2e:370:7334', '[ip]'],
    ['2001:db8:0:0:0:8a2e:370:7334', '[ip]'],
    // numbers with a check
    ['IT60X0542811101000000123456', '[id]'],
    ['it60x0542811101000000123456', '[id]'],
    ['CODE 12 GB82 WEST 1234 5698 7654 32 end', 'CODE 12 [id] end'],
    ['DE89 3704 0044 0532 0130 00', '[id]'],
    ['4111 1111 1111 1111', '[id]'],
    ['4111-1111-1111-1111', '[id]'],
    ['4111111111111111', '[id]'],
    ['RSSMRA85T10A562S', '[id]'],
    ['rssmra85t10a562s', '[id]'],
    ['12345678Z', '[id]'],
    ['X1234567L', '[id]'],
    ['x-1234567-l', '[id]'],
    // telephone numbers
    ['+39 347 1234567', '[phone]'],
    ['+4912345678', '[phone]'],
    ['0039 347 123', '[phone]'],
    ['(02) 1234 5678 9', '[phone]'],
    ['06.12.34.56.78', '[phone]'],
    ['02/1234567', '[phone]'],
    ['02[12]34-5678', '[phone]'],
    ['123456789', '[phone]'],
    ['1 4111 1111 1111 1111', '[phone]'],
    ['202603121800', '[phone]'],
    ['4111 1111 1111 1112', '[phone]'],
    ['4111 1111 1111 111', '[phone]'],
    ['2012123456', '[phone]'],
    ['２０２６１２３４５', '[phone]'],
  ])('%j becomes %j', (text, expected) => {
    expect(mask(text)).toEqual({ text: expected, masked: true });
  });

  it.each([
    'Mario Rossi',
    'anna@visitors',
    '@visitors.example',
    'a @ b.example',
    'evt-2026',
    'Winter_2026_Collection_Sale',
    'WINTER_2026_COLLECTION_SALE_FOR_ALL',
    'a_very_long_alias_of_a_field_2026',
    'deadbeefdeadbee',
    '5.1.0',
    '256.1.1.1',
    '1.2.3.4.5',
    '10:30:45',
    'a::b',
    'std::dead',
    '12345678A',
    '12345678',
    '+4912345',
    '+49 1234 a 5678',
    '2026-03-12 18:00',
    '2026-03-12T18:00:00',
    '12.03.2026',
    '12/03/2026, 18:00',
    '3/12/2026',
    '20260312-1800',
    'evt-20260312-1800-milano',
    '2026-03-12 – 2026-03-14',
    '12.-14.03.2026',
    '1,234,567,890',
    '10.000,00',
    '24/7',
    'Sala 101',
    'and/or?',
    'M&M',
    '[email] and [phone]',
    'INTERNATIONALIZE',
  ])('%j stays', text => {
    expect(mask(text)).toEqual({ text, masked: false });
  });

  it.each([
    ['https://aurora.example/privacy', 'aurora.example/privacy'],
    ['see http://aurora.example/, ok', 'see aurora.example, ok'],
    ['https://aurora.example/a#b', 'aurora.example/a'],
    ['www.aurora.example/a', 'www.aurora.example/a'],
  ])('a plain address is shortened, not masked: %j', (text, expected) => {
    expect(mask(text)).toEqual({ text: expected, masked: false });
  });

  it('what a replaced part brings together is found', () => {
    expect(mask('anna@https://visitors.example').text).toBe('[email]');
    expect(mask('https://https://https://x.example/a').text).toBe('x.example/a');
  });
});

const PIECES = fc.constantFrom(
  'anna',
  '@',
  'visitors.example',
  'https://',
  'www.',
  '/',
  '?',
  '=',
  '.',
  '-',
  '_',
  ' ',
  '+',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '%7B',
  '%40',
  '#',
  ':',
  '::',
  '39',
  '347',
  '1234567',
  '2026-03-12',
  '12.03.2026',
  'DE89',
  'ab12',
  'Z',
  'deadbeef',
  '&#64;',
  '[email]',
  '[phone]',
  'x',
  '\u0000',
  '\u200e',
  'é',
  '<b>',
  '</b>',
  '<a href="',
  '">',
  '&amp;',
  '&',
);
const TEXTS = fc.oneof(
  fc.array(PIECES, { maxLength: 14 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('laws', () => {
  it('masking twice is masking once', () => {
    fc.assert(
      fc.property(TEXTS, text => {
        const once = mask(text).text;
        expect(mask(once)).toEqual({ text: once, masked: false });
      }),
      { numRuns: 3000 },
    );
  });

  it('no address of a mailbox, no nine digits in a row, no address with a query gets through', () => {
    const leaks = [
      /[a-z0-9]@[a-z0-9-]+\.[a-z]/iu,
      /\d{9}/u,
      /[a-z]:\/\/[^\s<>"?]*\?[^\s<>".,;:!?)'’]/u,
      /(?:^|\s)(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,24}\/?\?[^\s<>".,;:!?)'’]/u,
    ];
    fc.assert(
      fc.property(TEXTS, text => {
        const kept = [clean(text, 1000).text, cleanKey(text.slice(0, 150)).text];
        for (const result of kept) for (const leak of leaks) expect(result).not.toMatch(leak);
      }),
      { numRuns: 3000 },
    );
  });

  it('an address in any surroundings is replaced', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcxyz .,;:()<>"\'-/'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (before, after) => {
        const { text, masked } = clean(`${before} anna.rossi@visitors.example ${after}`.replaceAll('<', ''), 500);
        expect(text).toMatch(PLACEHOLDERS);
        expect(text).not.toContain('anna.rossi');
        expect(masked).toBe(true);
      }),
    );
  });

  it('text made to fool the mask ends as a secret, in bounded time', () => {
    for (const piece of [
      'a',
      '1 ',
      '1-',
      '-',
      'http://{',
      'A1',
      'AB12 ',
      'a:',
      '@',
      'a@',
      'a@a.',
      '&',
      '((((',
      '12.03.2026',
      '+ ',
      '%7B',
      'x.ab/',
      'DE89 3704 ',
      '4111 ',
    ]) {
      const text = mask(piece.repeat(5000)).text;
      expect(mask(text).masked).toBe(false);
    }
  });
});
