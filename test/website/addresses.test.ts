import { describe, expect, it } from 'vitest';
import { type AddressUse, sendsOfAddress } from '../../src/website/addresses.js';
import { HOLE } from '../../src/website/site.js';

/** `what key certainty how`, and the marks of a send. */
function sent(address: string, use: AddressUse): string[] {
  return sendsOfAddress(address.replaceAll('…', HOLE.repeat(5)), use).map(({ what, key, certainty, how, ...more }) =>
    [what, key || '-', certainty, how, ...Object.keys(more)].join(' '),
  );
}

describe('the script and the pixel of Mautic', () => {
  it.each([
    'https://m.example/mtc.js',
    '//m.example/mtc.js?v=3',
    'https://192.0.2.44/index.php/mtc.js',
    '/mtc.js',
    'https://marketing.whitelabel.example/mtc.js#x',
    '…/mtc.js',
    '…mtc.js',
  ])('is known on any host: %s', address => {
    expect(sent(address, 'script')).toEqual(['tracking - literal script']);
  });

  it('tells each parameter of the pixel, and tags one by one', () => {
    expect(sent('https://m.example/mtracking.gif?firstname=…&page_url=x&tags=buyer,-visitor&d=YTow&companyname=Acme', 'image')).toEqual([
      'tracking - literal pixel',
      'contact_field firstname literal pixel inUrl',
      'page_data page_url literal pixel inUrl',
      'tag buyer literal pixel inUrl',
      'tag_removed visitor literal pixel inUrl',
      'opaque d literal pixel inUrl',
      'company_field companyname literal pixel inUrl',
    ]);
  });

  it('tells what is not known: names in part, whole queries, tags', () => {
    expect(sent('…/mtracking.gif?lead_…=1&tags=lang-…,…', 'image')).toEqual([
      'tracking - literal pixel',
      'contact_field lead_* pattern pixel inUrl',
      'tag lang-* pattern pixel inUrl',
      'tag - open pixel inUrl',
    ]);
    expect(sent('https://m.example/mtracking.gif…', 'request')).toEqual(['tracking - literal pixel', 'contact_field - open pixel inUrl']);
  });

  it('reads names as they are packed into addresses', () => {
    expect(sent('https://m.example/mtracking.gif?pet%5Fname=x&tags=a%2C%2Db', 'image').slice(1)).toEqual([
      'contact_field pet_name literal pixel inUrl',
      'tag a literal pixel inUrl',
      'tag_removed b literal pixel inUrl',
    ]);
    expect(sent('https://m.example/mtracking.gif?a%ZZ=1', 'image')).toEqual([
      'tracking - literal pixel',
      'contact_field a%ZZ literal pixel inUrl',
    ]);
  });

  it('marks plain http, but not on the own machine', () => {
    expect(sent('http://m.example/mtc.js', 'script')).toEqual(['tracking - literal script insecure']);
    expect(sent('http://m.example/mtracking.gif?email=x', 'image')).toEqual([
      'tracking - literal pixel insecure',
      'contact_field email literal pixel inUrl insecure',
    ]);
    expect(sent('http://localhost:8080/mtc.js', 'script')).toEqual(['tracking - literal script']);
    expect(sent('http://localhost.evil.example/mtc.js', 'script')).toEqual(['tracking - literal script insecure']);
  });
});

describe('forms, focus items, slots', () => {
  it.each<[string, AddressUse, string]>([
    ['//m.example/form/generate.js?id=14', 'script', 'form 14 literal form-embed'],
    ['https://m.example/form/generate.js?id=…', 'script', 'form - open form-embed'],
    ['https://m.example/form/generate.js?id=1…', 'script', 'form 1* pattern form-embed'],
    ['https://m.example/form/generate.js', 'script', 'form - open form-embed'],
    ['https://m.example/form/3', 'frame', 'form 3 literal form-embed'],
    ['https://m.example/form/embed/3?x=1', 'frame', 'form 3 literal form-embed'],
    ['…/form/…', 'frame', 'form - open form-embed'],
    ['http://192.0.2.44/form/submit?formId=2', 'form', 'form 2 literal form-post insecure'],
    ['/form/submit', 'form', 'form - open form-post'],
    ['https://m.example/focus/9.js', 'script', 'focus_item 9 literal script'],
    ['https://m.example/focus/…/viewpixel.gif', 'image', 'focus_item - open script'],
    ['https://m.example/dwc/greeting', 'request', 'slot greeting literal slot'],
  ])('%s as %s', (address, use, expected) => {
    expect(sent(address, use)).toEqual([expected]);
  });

  it.each<[string, AddressUse]>([
    ['https://forms.other.example/form/230412345678', 'frame'],
    ['https://m.example/form/newsletter', 'frame'],
    ['https://m.example/form/3', 'link'],
    ['https://m.example/asset/5:guide?email=kim%40example.test', 'link'],
    ['https://m.example/mtracking.gif?email=x', 'link'],
    ['https://m.example/media/js/mautic-form.js', 'script'],
    ['https://shop.example/focus/9.html', 'script'],
    ['https://shop.example/mtc.json', 'script'],
    ['', 'script'],
  ])('%s as %s is nothing', (address, use) => {
    expect(sent(address, use)).toEqual([]);
  });
});

describe('trackers of others', () => {
  it.each<[string, AddressUse, string]>([
    ['https://connect.facebook.net/en_US/fbevents.js', 'script', 'service meta-pixel literal script'],
    ['https://www.facebook.com/tr?id=1&ev=PageView', 'image', 'service meta-pixel literal pixel'],
    ['https://www.googletagmanager.com/gtag/js?id=G-1', 'script', 'service google-analytics literal script'],
    ['https://www.googletagmanager.com/ns.html?id=GTM-ABCD', 'frame', 'service google-tag-manager literal script'],
    ['http://stats.example/matomo.php?idsite=1', 'image', 'service matomo literal pixel insecure'],
    ['https://px.ads.linkedin.com/collect/?pid=1', 'image', 'service linkedin-insight literal pixel'],
  ])('%s', (address, use, expected) => {
    expect(sent(address, use)).toEqual([expected]);
  });

  it('are nothing where people only follow a link', () => {
    expect(sent('https://www.facebook.com/tr?id=1', 'link')).toEqual([]);
    expect(sent('https://www.facebook.com/travel', 'image')).toEqual([]);
  });
});
